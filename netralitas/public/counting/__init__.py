"""Figures for everybody: totals of the record, and tables made of the published outcomes."""
