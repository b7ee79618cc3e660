"""Rules of law, the calendar of working days, and deadlines that explain themselves: pure."""
