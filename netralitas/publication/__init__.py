"""Releases, their protection, and what the public is shown."""
