"""Backups that were proved: made, verified, restored, rehearsed and thrown away in time."""
