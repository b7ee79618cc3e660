"""Task forces and liaison officers of an agreement, and who of them is on duty."""
