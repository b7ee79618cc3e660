"""Published outcomes as tables: made of the protected records alone. Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from netralitas.cases.words import REGIMES, SOURCES, THEMES
from netralitas.public.opendata import schema
from netralitas.public.opendata.domain import Table, type_cell, type_row
from netralitas.public.outcomes import address
from netralitas.publication.domain import Ending, ProtectedOutcome
from netralitas.publication.queries import PublicRelease, Published
from netralitas.publication.words import ENDINGS, GROUPS, LEVELS, STAGES, reason


def tables_of(published: Published, site: str) -> tuple[Table, ...]:
    """Return the outcomes that hold, their totals, and the register of corrections.

    Rows are sorted by what they say, so that their order tells nothing of when or in which case
    something was published. `site` is where the pages are.
    """
    outcomes = _sorted(
        _outcome(release, record) for release in published.current for record in release.records
    )
    ended = (*published.corrected, *published.withdrawn)
    return (
        Table(described=schema.OUTCOMES, rows=outcomes),
        Table(described=schema.YEARS, rows=_years(outcomes)),
        Table(
            described=schema.CORRECTIONS,
            rows=_sorted(_ended(release, site) for release in ended),
        ),
    )


def _outcome(release: PublicRelease, record: ProtectedOutcome) -> type_row:
    return (
        *(record.year, release.region, release.party),
        schema.code(REGIMES[record.regime]),
        schema.code(SOURCES[record.source]),
        schema.code(THEMES[record.theme]),
        schema.code(GROUPS[record.group]),
        schema.code(STAGES[record.stage]),
        schema.code(LEVELS[record.level]) if record.level else None,
        f"{record.since:%Y-%m}" if record.since else None,
        record.months,
    )


def _years(outcomes: Sequence[type_row]) -> tuple[type_row, ...]:
    """Return how many outcomes there are of each year, office, stage and level."""
    names = [column.name for column in schema.OUTCOMES.columns]
    kept = [names.index(column.name) for column in schema.YEARS.columns[:-1]]
    counted = Counter(tuple(row[place] for place in kept) for row in outcomes)
    return _sorted((*alike, amount) for alike, amount in counted.items())


def _ended(release: PublicRelease, site: str) -> type_row:
    return (
        *(release.ended_on, release.published_on, release.party),
        schema.code(ENDINGS[release.ending or Ending.WITHDRAWN]),
        schema.code(reason(release.reason)),
        release.note,
        f"{site}{address(release.code)}",
        f"{site}{address(release.replaced_by)}" if release.replaced_by else None,
    )


def _sorted(rows: Iterator[type_row]) -> tuple[type_row, ...]:
    return tuple(sorted(rows, key=lambda row: tuple(map(_rank, row))))


def _rank(cell: type_cell) -> tuple[int, str]:
    """Return by what a cell is sorted: nothing first, numbers by their size."""
    if cell is None:
        return (0, "")
    return (cell, "") if isinstance(cell, int) else (1, _text(cell))


def _text(cell: str | date) -> str:
    return cell if isinstance(cell, str) else cell.isoformat()
