"""What the lists show, each from few statements, the same number for any length of list."""

from netralitas.worklist.queries.due import bell_counts

__all__ = ["bell_counts"]
