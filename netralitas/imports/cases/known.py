"""What the database knows of the codes in a file, and what is made of a code that it does not."""

from dataclasses import dataclass
from datetime import date, datetime

from netralitas.accounts.domain import Organisation
from netralitas.imports.cases import words
from netralitas.imports.cases.moments import day_of
from netralitas.imports.cases.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the database knows of the codes in a file, now; `region` is that of the office."""

    now: datetime
    zone: str
    region: str | None
    organisations: dict[str, Organisation]
    elections: dict[str, int]
    regions: frozenset[str]


def office_of(known: Known, code: str | None, path: str, report: Report) -> Organisation | None:
    """Return the office of a code; what is no code of one is kept as it was written."""
    found = known.organisations.get(code) if code else None
    if code and found is None:
        report.keep(path, code, words.NO_OFFICE.format(code=code))
    return found


def day_known(text: str | None) -> date | None:
    """Return the day that is written so; None for one that is not known."""
    return None if text is None else day_of(text)
