"""A town whose cases were handed over."""

from tests.cases.conftest import Statements, settings, statements, town

__all__ = ["Statements", "settings", "statements", "town"]
