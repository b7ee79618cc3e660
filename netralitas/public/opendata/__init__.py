"""Outcomes as open data: tables, files, their description, and the versions that are kept."""
