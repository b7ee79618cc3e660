"""Files kept under their digest."""
