"""People of an office: who is invited, who gets a new password, who sits where, who stands in."""
