"""Regions, elections and authorities, each valid from a day to a day."""
