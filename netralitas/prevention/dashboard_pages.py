"""What the dashboard, the coverage and the map show: one struct each, for its template."""

from datetime import date

import msgspec

from netralitas.charts.queries import ShownChart
from netralitas.prevention.figures import Count
from netralitas.prevention.pages import ActivityLine, FilterChoice
from netralitas.web.parts import Crumb, Tab, type_tone


class Measure(msgspec.Struct, frozen=True, kw_only=True):
    """Held against plan, in words and as two bars (hundredths of the longest beside it)."""

    words: str
    planned: int
    held: int
    planned_width: int
    held_width: int


class CountLine(msgspec.Struct, frozen=True, kw_only=True):
    """A theme, a kind or a sub-district: held against plan, and people who came."""

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


class UnitLine(msgspec.Struct, frozen=True, kw_only=True):
    """A unit: its staff, invitations, activities, and how many of it were reached at least."""

    name: str
    region: str
    staff: int
    counted_on: date
    invited: int
    activities: int
    most: int
    reached: int
    share: int | None


class ReachTotal(msgspec.Struct, frozen=True, kw_only=True):
    """All units together: how many there are, and in a sentence how much of them was reached."""

    units: int
    sentence: str


class SpentLine(msgspec.Struct, frozen=True, kw_only=True):
    """What activities that were held cost, by who paid; `told` of them say it."""

    label: str
    activities: int
    told: int
    amount: int


class GainLine(msgspec.Struct, frozen=True, kw_only=True):
    """Tests before and after of a theme; `rise` in words."""

    label: str
    activities: int
    people_before: int
    people_after: int
    before: int
    after: int
    rise: str


class Dashboard(msgspec.Struct, frozen=True, kw_only=True):
    """A year of prevention: plan and what was held, whom it reached, whom it did not, its cost.

    `covered` and `uncovered` are all units that the reader's office knows of. `said` names what is
    shown, for paper and files.
    """

    year: int
    said: str
    tabs: tuple[Tab, ...]
    filters: tuple[FilterChoice, ...]
    further: tuple[FilterChoice, ...]
    filtered: bool
    query: str
    total: Count
    measure: Measure
    theme_names: tuple[str, ...]
    themes: tuple[CountLine, ...]
    kinds: tuple[CountLine, ...]
    months: tuple[MonthLine, ...]
    places: tuple[CountLine, ...]
    covered: tuple[UnitLine, ...]
    uncovered: tuple[UnitLine, ...]
    reach: ReachTotal
    spent: tuple[SpentLine, ...]
    gains: tuple[GainLine, ...]
    upcoming: tuple[ActivityLine, ...]
    waiting_href: str
    list_href: str
    may_plan: bool
    charts: tuple[ShownChart, ...] = ()

    @property
    def empty(self) -> bool:
        """Say whether nothing was planned nor held in what is shown."""
        return self.total == Count()

    @property
    def narrowed(self) -> bool:
        """Say whether one of the further filters is used."""
        return any(choice.chosen for choice in self.further)


class CoverageLine(msgspec.Struct, frozen=True, kw_only=True):
    """A group that is large enough: staff, coverage, respondents, these per thousand in words.

    `together` names the units of it where there are several.
    """

    label: str
    place: str
    together: tuple[str, ...]
    staff: int
    covered: int | None
    respondents: int
    per_thousand: str


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """Respondents of a theme and year beside the coverage of their units.

    `total` None where so few work in all units that nothing is shown. `placed` respondents are
    known by the place of the act alone, `nowhere` cannot be matched.
    """

    year: int
    theme: str
    tabs: tuple[Tab, ...]
    filters: tuple[FilterChoice, ...]
    filtered: bool
    query: str
    threshold: int
    total: CoverageLine | None
    districts: tuple[CoverageLine, ...]
    units: tuple[CoverageLine, ...]
    placed: int
    nowhere: int
    crumbs: tuple[Crumb, ...]
    charts: tuple[ShownChart, ...] = ()


class PartShown(msgspec.Struct, frozen=True, kw_only=True):
    """One part of the definition: its name, what it is, and its weight in hundredths."""

    label: str
    sentence: str
    weight: int


class Tile(msgspec.Struct, frozen=True, kw_only=True):
    """A group on the map: its score from 0 to 100, the word for it, its parts in their order."""

    label: str
    together: tuple[str, ...]
    staff: int
    score: int
    degree: str
    tone: type_tone
    shade: str
    parts: tuple[int | None, ...]


class TileDistrict(msgspec.Struct, frozen=True, kw_only=True):
    """A sub-district on the map with its groups, the most vulnerable first."""

    whole: Tile
    tiles: tuple[Tile, ...]


class VulnerabilityMap(msgspec.Struct, frozen=True, kw_only=True):
    """The map of a year and theme, and the definition that made it."""

    year: int
    theme: str
    tabs: tuple[Tab, ...]
    filters: tuple[FilterChoice, ...]
    filtered: bool
    query: str
    threshold: int
    version: int
    parts: tuple[PartShown, ...]
    districts: tuple[TileDistrict, ...]
    nowhere: int
    crumbs: tuple[Crumb, ...]
