"""In what the lists of two parties can differ about one respondent: pure."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_CURSOR: Final = re.compile(r"([01])\.([0-9]{1,18})\.([0-9]{1,18})")


class Gap(StrEnum):
    """One thing in which the lists differ."""

    NOT_FOLLOWED = "not_followed"
    NOT_RECOMMENDED = "not_recommended"
    OTHER_LEVEL = "other_level"
    NOT_REPORTED = "not_reported"
    SYSTEM_SAYS_ENDED = "system_says_ended"
    SYSTEM_SAYS_SANCTIONED = "system_says_sanctioned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """A place in the list: whether the differing ones are over, the case, the respondent."""

    alike: bool
    case: int
    respondent: int

    def __str__(self) -> str:
        """Return it as an address carries it."""
        return f"{int(self.alike)}.{self.case}.{self.respondent}"


BEGINNING: Final = Cursor(alike=False, case=0, respondent=0)


def read_cursor(text: str | None) -> Cursor:
    """Return the place that an address names, the beginning for anything else."""
    found = _CURSOR.fullmatch(text or "")
    if found is None:
        return BEGINNING
    return Cursor(alike=found[1] == "1", case=int(found[2]), respondent=int(found[3]))
