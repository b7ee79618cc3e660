"""Charts: described as data, drawn by the worker, kept by the digest of what they show."""
