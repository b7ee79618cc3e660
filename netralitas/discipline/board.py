"""The ageing board: columns by who holds the ball, classes of age, filters of the address. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from urllib.parse import urlencode

from netralitas.workflow.domain import Holder
from netralitas.workflows import WORKFLOWS

PATH: Final = "/tindak-lanjut"
_LARGEST: Final = 9  # digits of the id of an organisation


class Column(StrEnum):
    """Who holds the ball, in the order of the columns."""

    AUTHORITY = "authority"
    FOLLOW_UP = "follow_up"
    APPOINTING = "appointing"
    BAWASLU = "bawaslu"
    OTHER = "other"
    DONE = "done"


class Age(StrEnum):
    """How long nothing has moved; the values stand in addresses."""

    FRESH = "0-14"
    RECENT = "15-30"
    OLD = "31-90"
    OLDEST = "91"


TITLES: Final = {
    Column.AUTHORITY: "Instansi penerima penerusan",
    Column.FOLLOW_UP: "Petugas tindak lanjut (BKPSDM)",
    Column.APPOINTING: "Pejabat Pembina Kepegawaian",
    Column.BAWASLU: "Bawaslu",
    Column.OTHER: "Pihak lain (BPASN)",
    Column.DONE: "Selesai terakhir",
}
AGES: Final = {
    Age.FRESH: "0 sampai 14 hari",
    Age.RECENT: "15 sampai 30 hari",
    Age.OLD: "31 sampai 90 hari",
    Age.OLDEST: "Lebih dari 90 hari",
}
COLUMNS: Final[Mapping[Holder, Column]] = {
    Holder.AUTHORITY: Column.AUTHORITY,
    Holder.FOLLOW_UP: Column.FOLLOW_UP,
    Holder.APPOINTING: Column.APPOINTING,
    Holder.INVESTIGATOR: Column.BAWASLU,
    Holder.PLENARY: Column.BAWASLU,
    Holder.COMMISSIONER: Column.BAWASLU,
    Holder.PUBLISHER: Column.BAWASLU,
    Holder.REPORTER: Column.BAWASLU,
    Holder.OTHER: Column.OTHER,
    Holder.NOBODY: Column.DONE,
}

LEADING: Final = ("referral", "discipline")
"""The workflows that lead: a referral ends where the follow-up begins, so each stands once."""


def _stages() -> dict[str, tuple[str, ...]]:
    """Return the states of each phase in which something is open, as "workflow.state"."""
    found: dict[str, list[str]] = {}
    for declared in WORKFLOWS:
        if declared.code in LEADING:
            for state in declared.states:
                if not state.final:
                    states = found.setdefault(f"{declared.code}.{state.phase}", [])
                    states.append(f"{declared.code}.{state.code}")
    return {stage: tuple(dict.fromkeys(states)) for stage, states in found.items()}


STAGES: Final[Mapping[str, tuple[str, ...]]] = _stages()
"""The stages by which the board is filtered, of every version, with their states."""

_FROM: Final = {Age.FRESH: 0, Age.RECENT: 15, Age.OLD: 31, Age.OLDEST: 91}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What of the board is shown; None: everything."""

    receiver: int | None = None
    stage: str | None = None
    age: Age | None = None
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """From when to when a card began to stand still; None leaves that side open."""

    after: datetime | None = None
    until: datetime | None = None


def age_of(days: int) -> Age:
    """Return the class of so many whole days; a card of the future is as fresh as one of today."""
    return max((age for age in Age if _FROM[age] <= max(days, 0)), key=_FROM.__getitem__)


def stood(age: Age | None, midnight: datetime) -> Stood:
    """Return which moments are of this age on the day that begins at `midnight`."""
    if age is None:
        return Stood()
    ages = list(Age)
    older = ages[ages.index(age) + 1 :]
    last = _FROM[age] - 1
    return Stood(
        after=midnight - timedelta(days=_FROM[older[0]] - 1) if older else None,
        until=midnight - timedelta(days=last) if last >= 0 else None,
    )


def read_filters(query: Mapping[str, str]) -> Filters:
    """Return the filters that an address names; what nobody offers is left out."""
    receiver, age = query.get("penerima", ""), query.get("umur", "")
    named = receiver.isascii() and receiver.isdigit() and len(receiver) <= _LARGEST
    return Filters(
        receiver=int(receiver) if named else None,
        stage=query["tahap"] if query.get("tahap") in STAGES else None,
        age=Age(age) if age in set(Age) else None,
        late=query.get("terlambat") == "ya",
    )


def write_filters(wanted: Filters, **more: str | None) -> str:
    """Return the address of the board with these filters, and with what is asked for beside."""
    told = {
        "penerima": str(wanted.receiver) if wanted.receiver is not None else None,
        "tahap": wanted.stage,
        "umur": wanted.age.value if wanted.age else None,
        "terlambat": "ya" if wanted.late else None,
        **more,
    }
    query = urlencode({name: value for name, value in told.items() if value})
    return f"{PATH}?{query}" if query else PATH
