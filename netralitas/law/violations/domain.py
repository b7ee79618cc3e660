"""What an item of the catalogue of violations is, an edition of it, and a conflict of sources."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from netralitas.language import phrase
from netralitas.law.domain import Certainty
from netralitas.law.refusals import UnknownViolation

INDICATION: Final = phrase("indikasi; keputusan pejabat yang berwenang yang menentukan")


class Phase(StrEnum):
    """When the act is this violation; it belongs to the item, not to the list it stands in."""

    BEFORE_CANDIDACY = "bakal_calon"
    CANDIDACY = "calon"
    AROUND_CAMPAIGN = "sebelum_selama_sesudah"
    ANY_TIME = "kapan_saja"
    UNSAID = "tidak_ditentukan"


class Level(StrEnum):
    """How heavy the sources say the act weighs; DISMISSAL is no punishment of PP 94/2021."""

    MORAL = "moral"
    MEDIUM = "sedang"
    HEAVY = "berat"
    DISMISSAL = "ptdh"
    TASK_FORCE = "satgas"


PHASES: Final = {
    Phase.BEFORE_CANDIDACY: "sebelum penetapan calon",
    Phase.CANDIDACY: "sesudah penetapan calon",
    Phase.AROUND_CAMPAIGN: "sebelum, selama, dan sesudah kampanye",
    Phase.ANY_TIME: "kapan saja",
    Phase.UNSAID: "waktunya tidak ditentukan",
}
LEVELS: Final = {
    Level.MORAL: phrase("sanksi moral, dengan pernyataan tertutup atau terbuka"),
    Level.MEDIUM: phrase("hukuman disiplin sedang"),
    Level.HEAVY: phrase("hukuman disiplin berat"),
    Level.DISMISSAL: phrase(
        "pemberhentian tidak dengan hormat (bukan hukuman disiplin PP 94/2021)"
    ),
    Level.TASK_FORCE: phrase("dibahas dan diputuskan oleh Satgas"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where something was read: `key` as in the data file, `address` as noted by its reader."""

    key: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """An article behind an item; a limit that is None is the item's own."""

    article: str
    certainty: Certainty
    valid_from: date | None = None
    valid_to: date | None = None

    def in_force(self, on: date) -> bool:
        """Say whether the article carries the item on the day `on`."""
        return _within(on, self.valid_from, self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What another source says of the items in `concerns`, what is taken instead, and why."""

    code: str
    about: str
    concerns: tuple[str, ...]
    said: str
    said_by: tuple[Source, ...]
    taken: str
    taken_from: tuple[Source, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One item of an edition.

    `person` is who is supported, None where the item names nobody. An item has `clauses` or says
    in `no_clause` why none could be given. `certainty` is that of the act, the person and the
    phase; the level has its own. `valid_to` is the last day in force, None while none is known.
    """

    code: str
    edition: str
    act: str
    person: str | None
    phase: Phase
    level: Level
    level_certainty: Certainty
    clauses: tuple[Clause, ...]
    no_clause: str
    certainty: Certainty
    sources: tuple[Source, ...]
    conflicts: tuple[Conflict, ...]
    valid_from: date
    valid_to: date | None

    @property
    def indication(self) -> str:
        """Return what stands beside the level wherever it is shown."""
        return INDICATION

    @property
    def uncertain(self) -> bool:
        """Say whether the act, its level or its article still needs a lawyer's confirmation."""
        said = (self.certainty, self.level_certainty, *(c.certainty for c in self.clauses))
        return not self.clauses or any(certainty is not Certainty.T for certainty in said)

    def clauses_on(self, on: date) -> tuple[Clause, ...]:
        """Return the articles behind the item on the day `on`."""
        return tuple(clause for clause in self.clauses if clause.in_force(on))


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The catalogue of one joint decree; `law` is its name in the register of laws.

    `checked` is the month ("2026-11") in which a successor was last looked for.
    """

    code: str
    law: str
    title: str
    valid_from: date
    valid_to: date | None
    checked: str
    certainty: Certainty
    sources: tuple[Source, ...]
    note: str
    violations: tuple[Violation, ...]
    conflicts: tuple[Conflict, ...]

    def in_force(self, on: date) -> bool:
        """Say whether this is the catalogue of the day `on`."""
        return _within(on, self.valid_from, self.valid_to)

    def violation(self, code: str) -> Violation:
        """Return the item of the code; raise UnknownViolation."""
        for item in self.violations:
            if item.code == code:
                return item
        raise UnknownViolation(code)


def _within(on: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= on) and (last is None or on <= last)
