"""What a rule of time is: its number, unit, start, direction, and how sure each of them is."""

from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from zoneinfo import ZoneInfo


class Certainty(StrEnum):
    """How sure a source is; anything but T is shown as "perlu konfirmasi".

    T: read in the text of the law or form; S: second-hand; WEAK_S: a data set that does not rest
    on the text; M: commonly stated, in no text found; I: inferred.
    """

    T = "T"
    S = "S"
    WEAK_S = "weak S"
    M = "M"
    I = "I"  # noqa: E741 - the letter is the tag itself, as printed beside every source


class Unit(StrEnum):
    """What is counted; FIXED_DATE counts nothing, the date is named in a letter."""

    WORKDAY = "workday"
    CALENDAR = "calendar"
    HOURS = "hours"
    MONTH = "month"
    FIXED_DATE = "fixed_date"


class Direction(StrEnum):
    """On which side of the computed moment an act is in time."""

    NOT_LATER_THAN = "not_later_than"
    NOT_EARLIER_THAN = "not_earlier_than"
    EXACTLY = "exactly"


class Side(StrEnum):
    """Whether the number is counted after the start or back from it."""

    AFTER = "after"
    BEFORE = "before"


class Regime(StrEnum):
    """Under which procedure a case is handled; the first word of its rule codes."""

    PEMILU = "pemilu"
    PEMILIHAN = "pemilihan"
    OUTSIDE = "luar_tahapan"


class Zone(StrEnum):
    """The three times of Indonesia: `Zone["WIB"]` by name, `Zone("Asia/Jakarta")` as stored.

    `tz` is the time zone; `day_begins` and `day_ends` are the first and last second of a day in it.
    """

    WIB = "Asia/Jakarta"
    WITA = "Asia/Makassar"
    WIT = "Asia/Jayapura"

    tz: ZoneInfo
    day_begins: time
    day_ends: time

    def __init__(self, key: str) -> None:
        """Prepare the zone's edges of a day, which every deadline needs."""
        self.tz = ZoneInfo(key)
        self.day_begins = time(0, 0, tzinfo=self.tz)
        self.day_ends = time(23, 59, 59, tzinfo=self.tz)


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A fact from which the rule could also be counted, and who reads it so."""

    fact: str
    label: str
    basis: str
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class RegimeNote:
    """What is said about a regime as a whole, such as where cases outside the stages go."""

    regime: Regime
    label: str
    note: str
    source: str
    certainty: Certainty


_FLIPPED = {
    Direction.NOT_LATER_THAN: Direction.NOT_EARLIER_THAN,
    Direction.NOT_EARLIER_THAN: Direction.NOT_LATER_THAN,
    Direction.EXACTLY: Direction.EXACTLY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One version of a rule of time.

    `start` is the code of the fact in use; other readings stand in `alternative_starts`. `number`
    is None only for FIXED_DATE. `inclusive` counts the day of the start as the first one.
    `roll_over` moves a last day that is no working day to the next working day. `cutoff` is local
    time on the last day, None its end. `per_letter` says that a letter's own deadline prevails,
    `analog` that the article governs another agency. `valid_to` is the last day in force; None on
    either side means that no such date was found.

    `extendable`: a letter may put more time on it, up to `maximum` in all (None: no source gives
    one). Where the law itself extends a limit by a step, `extended_as` is the rule that holds then.
    `added` is how much of the number was put on in one case; no data says so.
    """

    code: str
    version: int
    label: str
    number: int | None
    unit: Unit
    unit_certainty: Certainty
    direction: Direction
    start: str
    start_label: str
    start_certainty: Certainty
    article: str
    source: str
    certainty: Certainty
    side: Side = Side.AFTER
    alternative_starts: tuple[Start, ...] = ()
    inclusive: bool = False
    roll_over: bool = False
    cutoff: time | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    per_letter: bool = False
    analog: bool = False
    note: str = ""
    extendable: bool = False
    maximum: int | None = None
    extended_as: str = ""
    added: int = 0

    def __post_init__(self) -> None:
        """Refuse a rule that nobody could apply or check, with ValueError."""
        fault = _fault(self)
        if fault:
            raise ValueError(f"{self.code}: {fault}")

    @property
    def uncertain(self) -> bool:
        """Say whether the number, the unit or the start still needs a lawyer's confirmation."""
        sure = (self.certainty, self.unit_certainty, self.start_certainty)
        return self.analog or any(certainty is not Certainty.T for certainty in sure)

    def in_force(self, on: date) -> bool:
        """Say whether this version is the law on the day `on`."""
        begun = self.valid_from is None or self.valid_from <= on
        return begun and (self.valid_to is None or on <= self.valid_to)

    def lengthened(self, units: int) -> "Rule":
        """Return the rule with so many units more on its number, as one case was given them.

        Without any it is the rule itself. ValueError for a rule that has nothing to put them on: a
        fixed date, a count backwards.
        """
        if not units:
            return self
        if self.number is None or self.side is Side.BEFORE:
            raise ValueError(f"{self.code}: nothing can be added to it")
        return replace(self, number=self.number + units, added=self.added + units)

    def backwards(self, *, start: str, start_label: str) -> "Rule":
        """Return the same limit read from its other end, the fact `start`.

        "The examination at most 7 working days after the letter", read from the examination, is
        "the letter not earlier than 7 working days before it".
        """
        side = Side.BEFORE if self.side is Side.AFTER else Side.AFTER
        return replace(
            self,
            side=side,
            direction=_FLIPPED[self.direction],
            start=start,
            start_label=start_label,
            alternative_starts=(),
        )


def _fault(rule: Rule) -> str | None:
    """Return what is wrong with the rule, in a sentence, or None."""
    named = ("code", "label", "start", "start_label", "article", "source")
    missing = [name for name in named if not getattr(rule, name).strip()]
    if missing:
        return f"{', '.join(missing)} must not be empty"
    if rule.valid_from and rule.valid_to and rule.valid_to < rule.valid_from:
        return "it ends before it begins"
    return _fault_of_count(rule)


def _fault_of_count(rule: Rule) -> str | None:
    if rule.unit is Unit.FIXED_DATE and rule.number is not None:
        return "a fixed date has no number"
    if rule.unit is not Unit.FIXED_DATE and (rule.number is None or rule.number < 1):
        return "the number must be 1 or more"
    if rule.inclusive and rule.unit not in {Unit.WORKDAY, Unit.CALENDAR}:
        return "only a count of days can include its first day"
    return _fault_of_extension(rule) or _fault_of_end(rule)


def _fault_of_extension(rule: Rule) -> str | None:
    if rule.extendable and (rule.number is None or rule.side is Side.BEFORE):
        return "only a number counted forwards can be extended"
    if rule.extendable and rule.extended_as:
        return "what the law extends by a step is extended by nothing else"
    if rule.maximum is not None and rule.maximum < (rule.number or 0) - rule.added:
        return "its maximum is less than its number"
    if rule.added < 0 or rule.added >= (rule.number or 1):
        return "what was added is a part of the number"
    return None


def _fault_of_end(rule: Rule) -> str | None:
    if rule.cutoff is not None and rule.unit is Unit.HOURS:
        return "hours end at their minute, not at a cut-off"
    if rule.cutoff is not None and rule.direction is Direction.EXACTLY:
        return "what happens exactly on a day has the whole day"
    plain = rule.unit in {Unit.CALENDAR, Unit.MONTH} and rule.side is Side.AFTER
    if rule.roll_over and not plain:
        return "only calendar days and months counted forwards roll over"
    return None
