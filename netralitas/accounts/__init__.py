"""Organisations, officers, their desks, sign-in and sessions."""
