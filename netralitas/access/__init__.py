"""One decision on who may see or do what, the same for every channel."""
