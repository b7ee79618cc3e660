"""The only place that reads the time; tests and the demo's seeding set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_SET: ContextVar[datetime | None] = ContextVar("netralitas_now", default=None)


def now() -> datetime:
    """Return the present moment, aware, in UTC; the moment set by `at` inside its block."""
    return _SET.get() or datetime.now(UTC)


def today(zone: ZoneInfo) -> date:
    """Return the present day as the calendar on the wall in `zone` shows it."""
    return now().astimezone(zone).date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Make `moment` (aware) the present inside the block: for tests and for seeding the demo."""
    token = _SET.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _SET.reset(token)
