"""Lists in the address: filters as words, a place in the list as a short opaque text."""

import base64
import binascii
import re
from collections.abc import Container, Mapping
from datetime import UTC, date, datetime
from typing import Final
from urllib.parse import urlencode

from netralitas.worklist import words
from netralitas.worklist.domain import Cursor, DueFilter, Filters, Month

_FILTERS: Final[Mapping[str, Container[str]]] = {
    "milik": {"saya"},
    "tahap": words.STAGES,
    "sumber": words.SOURCE_FILTERS,
    "rezim": words.REGIME_FILTERS,
    "proses": words.PROCESSES,
    "tenggat": words.DUE_FILTERS,
    "selesai": {"ya"},
}
"""The filters by name, each with the values that are offered."""
_CURSOR: Final = re.compile(r"(\d{1,20})?:(\d{1,18})")
_LAST_MICROSECOND: Final = 253_402_300_799_000_000  # the end of the year 9999
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})")
type_query = Mapping[str, str]


def read_filters(query: type_query) -> Filters:
    """Return the filters that the address names; what nobody offers is left out."""
    stage = words.STAGES.get(query.get("tahap", ""))
    workflow = words.PROCESSES.get(query.get("proses", ""))
    if stage is not None and workflow not in {None, stage.workflow}:
        states: tuple[str, ...] | None = ()  # a stage of another process: nothing is in both
    else:
        states = stage.states if stage else None
    return Filters(
        mine=query.get("milik") == "saya",
        workflow=workflow or (stage.workflow if stage else None),
        states=states,
        source=words.SOURCE_FILTERS.get(query.get("sumber", "")),
        regime=words.REGIME_FILTERS.get(query.get("rezim", "")),
        due=words.DUE_FILTERS.get(query.get("tenggat", "")),
        closed=query.get("selesai") == "ya",
    )


def address(path: str, query: type_query, **changes: str | None) -> str:
    """Return the address with these filters; a change to None leaves the name out."""
    wanted = {**query, **changes}
    told = urlencode({name: value for name, value in wanted.items() if value})
    return f"{path}?{told}" if told else path


def filters_of(query: type_query) -> dict[str, str]:
    """Return the part of an address that filters, without what nobody offers."""
    return {name: query[name] for name in _FILTERS if query.get(name) in _FILTERS[name]}


def write_cursor(cursor: Cursor) -> str:
    """Return a place in a list as text for an address; it names nobody."""
    due = cursor.due
    moment = "" if due is None else str(_microseconds(due))
    plain = f"{moment}:{cursor.proceeding}".encode()
    return base64.urlsafe_b64encode(plain).decode().rstrip("=")


def read_cursor(text: str | None) -> Cursor | None:
    """Return the place that a text names, None (the beginning) for anything that is no place.

    A made-up place only begins the list elsewhere: what is shown is for row security to say.
    """
    try:
        padded = (text or "").encode("ascii") + b"=="
        plain = base64.b64decode(padded, altchars=b"-_", validate=False).decode("ascii")
    except (ValueError, binascii.Error):
        return None
    found = _CURSOR.fullmatch(plain)
    if found is None:
        return None
    moment = int(found[1]) if found[1] else None
    if moment is not None and moment > _LAST_MICROSECOND:
        return None
    due = None if moment is None else datetime.fromtimestamp(moment // 10**6, UTC)
    if due is not None and moment is not None:
        due = due.replace(microsecond=moment % 10**6)
    return Cursor(due=due, proceeding=int(found[2]))


def read_month(text: str | None, today: date) -> Month:
    """Return the month of an address ("2024-09"), this month for anything else."""
    found = _MONTH.fullmatch(text or "")
    year, month = (int(found[1]), int(found[2])) if found else (0, 0)
    if 2000 <= year <= 2100 and 1 <= month <= 12:
        return Month(first=date(year, month, 1))
    return Month(first=today.replace(day=1))


def read_day(text: str | None, month: Month) -> date | None:
    """Return a day of the month ("2024-09-04"), None for anything else."""
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return day if month.first <= day < month.following.first else None


def read_id(text: str | None) -> int | None:
    """Return the number of a person or office in an address, None for anything else."""
    return int(text) if text and re.fullmatch(r"[0-9]{1,9}", text) else None


def due_word(due: DueFilter) -> str:
    """Return a filter of deadlines as it stands in an address."""
    return next(word for word, meant in words.DUE_FILTERS.items() if meant is due)


def _microseconds(moment: datetime) -> int:
    return int(moment.timestamp()) * 10**6 + moment.microsecond
