"""Pieces of evidence of a case: numbered, described, and with a log of everybody who used them."""
