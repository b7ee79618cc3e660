"""Evaluation meetings, and the figures that are frozen for them."""
