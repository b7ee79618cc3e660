"""What the register knows about a law, and how a law stands on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netralitas.law import words
from netralitas.law.domain import Certainty


class State(StrEnum):
    """How a law stands on a day; UNKNOWN where no source says it."""

    NOT_YET = "not_yet"
    IN_FORCE = "in_force"
    AMENDED = "amended"
    REPLACED = "replaced"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """One law; a number, day or gazette that no source states is absent.

    `id` is how it is cited, as in "UU 7/2017"; `further_numbers` are those of the other agencies
    of a joint decree; `spellings` name it beside its kind, number and year. `set_on` is the day it
    was made, `valid_from` and `valid_to` its first and last day in force. `relation_certainty`
    tells how sure `replaces` and `amends` are; `replaced_by` and `amended_by` are their other ends.
    `checked` is the month ("2026-11") in which a successor was last looked for and none was found.
    """

    id: str
    kind: str
    number: str
    year: int
    about: str
    certainty: Certainty
    source: str
    further_numbers: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()
    gazette: str | None = None
    set_on: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    replaces: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    relation_certainty: Certainty | None = None
    replaced_by: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    checked: str | None = None
    note: str = ""

    @property
    def begins(self) -> date | None:
        """Return the first day in force, or the day it was made where only that is known."""
        return self.valid_from or self.set_on

    def begun(self, on: date) -> bool | None:
        """Say whether it is law on the day `on`; None in its own year when the day is unknown."""
        if self.begins:
            return self.begins <= on
        return None if on.year == self.year else self.year < on.year


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a law stands on the day `on`.

    `by` names what replaced or amended it, `since` the day of it, None where unknown. UNKNOWN with
    `perhaps` says that this happened in that year, on a day that no source states. `certainty` is
    that of the replacement or amendment, or else of what is known about the law itself.
    """

    law: str
    on: date
    state: State
    certainty: Certainty
    perhaps: State | None = None
    by: tuple[str, ...] = ()
    since: date | None = None
    checked: str | None = None

    @property
    def sentence(self) -> str:
        """Return it in Indonesian, without a full stop; what needs confirmation is marked."""
        if self.by:
            said = self._changed()
        elif self.state is State.IN_FORCE and self.checked:
            said = f"{self.law} berlaku; pengganti tidak ditemukan (diperiksa {self.checked})"
        else:
            return f"{self.law} {_PLAIN[self.state]}"
        return said if self.certainty is Certainty.T else f"{said} (perlu konfirmasi)"

    def _changed(self) -> str:
        verb = "diubah" if State.AMENDED in {self.state, self.perhaps} else "diganti"
        said = f"{self.law} {verb} {_listed(self.by)}"
        if self.perhaps:
            return f"{said} dalam tahun {self.on.year}; hari mulainya tidak diketahui"
        return f"{said} sejak {words.day(self.since)}" if self.since else said


_PLAIN = {
    State.NOT_YET: "belum berlaku pada hari itu",
    State.IN_FORCE: "berlaku",
    State.REPLACED: "tidak berlaku lagi",
    State.UNKNOWN: "tidak diketahui keberlakuannya pada hari itu",
}


def _listed(names: tuple[str, ...]) -> str:
    if len(names) <= 2:
        return " dan ".join(names)
    return f"{', '.join(names[:-1])}, dan {names[-1]}"
