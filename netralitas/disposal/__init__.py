"""What is kept for how long, what stops it, and how it is disposed of so that it stays gone."""
