"""What the lists show, each from few statements, the same number for any length of list."""

from netralitas.worklist.queries.due import due_today

__all__ = ["due_today"]
