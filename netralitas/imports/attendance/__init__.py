"""Lists of those who were present at an activity, as tables."""
