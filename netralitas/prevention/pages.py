"""What the pages of prevention show: one struct each, the whole context of its template."""

from datetime import date

import msgspec

from netralitas.prevention.domain import ActivityState
from netralitas.prevention.figures import Count
from netralitas.web.parts import Crumb, Happening, Pages, type_tone


class FilterChoice(msgspec.Struct, frozen=True, kw_only=True):
    """One drop-down of the filters: its name in the address, options as value and words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """Held against plan, in words and as two bars (hundredths of the longest beside it)."""

    words: str
    planned: int
    held: int
    planned_width: int
    held_width: int


class ThemeLine(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the plans of one theme in the year."""

    label: str
    measure: Measure
    count: Count


class MonthLine(msgspec.Struct, frozen=True, kw_only=True):
    """One month: held against plan of each theme shown, and of all of them."""

    label: str
    themes: tuple[str, ...]
    measure: Measure
    count: Count

    @property
    def empty(self) -> bool:
        """Say whether nothing was planned for it nor held in it."""
        return self.count == Count()


class PlaceLine(msgspec.Struct, frozen=True, kw_only=True):
    """One sub-district: held against plan, and people who came."""

    label: str
    measure: Measure
    count: Count


class UnitLine(msgspec.Struct, frozen=True, kw_only=True):
    """A unit that was reached: its staff, activities, and the share that came at least."""

    name: str
    region: str
    staff: int
    counted_on: date
    activities: int
    most: int
    share: int | None


class ActivityLine(msgspec.Struct, frozen=True, kw_only=True):
    """One activity of a list; `held_on` None while it was not held."""

    href: str
    title: str
    theme: str
    kind: str
    planned_on: date
    held_on: date | None
    region: str
    organiser: str
    state: str
    tone: type_tone
    people: int | None


class Dashboard(msgspec.Struct, frozen=True, kw_only=True):
    """A year of prevention: plan and what was held, whom it reached, whom it did not.

    `covered` and `uncovered` are all units that the reader's office knows of.
    """

    year: int
    filters: tuple[FilterChoice, ...]
    filtered: bool
    query: str
    total: Count
    measure: Measure
    theme_names: tuple[str, ...]
    themes: tuple[ThemeLine, ...]
    months: tuple[MonthLine, ...]
    places: tuple[PlaceLine, ...]
    covered: tuple[UnitLine, ...]
    uncovered: tuple[UnitLine, ...]
    staff: int
    upcoming: tuple[ActivityLine, ...]
    waiting_href: str
    list_href: str
    may_plan: bool

    @property
    def empty(self) -> bool:
        """Say whether nothing was planned nor held in what is shown."""
        return self.total == Count()


class ActivitiesPage(msgspec.Struct, frozen=True, kw_only=True):
    """The activities of a year, the latest first; `filtered` when something is left out."""

    filters: tuple[FilterChoice, ...]
    filtered: bool
    lines: tuple[ActivityLine, ...]
    pages: Pages
    may_plan: bool
    crumbs: tuple[Crumb, ...]


class PresentLine(msgspec.Struct, frozen=True, kw_only=True):
    """How many of a unit came, of how many who work there."""

    name: str
    region: str
    present: int
    staff: int
    share: int | None


class DutyMark(msgspec.Struct, frozen=True, kw_only=True):
    """A duty of the theme, and whether it was done with this activity."""

    text: str
    done: bool


class PartyDuties(msgspec.Struct, frozen=True, kw_only=True):
    """The duties of one party for the theme of the activity."""

    party: str
    duties: tuple[DutyMark, ...]

    @property
    def done(self) -> int:
        """Return how many were done with this activity."""
        return sum(duty.done for duty in self.duties)


class Ways(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader can do with an activity now: addresses of forms, None where not."""

    hold: str | None = None
    correct: str | None = None
    cancel: str | None = None


class ActivityPage(msgspec.Struct, frozen=True, kw_only=True):
    """One activity: its plan, who came, which duties were done, what came of it, its history."""

    title: str
    caption: str
    done: str | None
    state: str
    tone: type_tone
    stands: ActivityState
    plan: tuple[tuple[str, str], ...]
    agreement: tuple[str, str] | None
    present: tuple[PresentLine, ...]
    people: int
    parties: tuple[PartyDuties, ...]
    history: tuple[Happening, ...]
    ways: Ways
    crumbs: tuple[Crumb, ...]
