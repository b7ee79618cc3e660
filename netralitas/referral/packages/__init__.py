"""What is handed over: a manifest of what is in and what was held back, frozen with its digest."""
