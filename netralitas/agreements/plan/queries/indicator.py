"""One indicator: each year and month of it, and what stands behind the figure."""

from collections.abc import Iterator, Mapping
from typing import Final

from netralitas.access.domain import Actor
from netralitas.agreements.plan import address, words
from netralitas.agreements.plan.domain import Countable, Item, KnownEntry, KnownFeed, Place
from netralitas.agreements.plan.pages import CountedLine, EntryLine, IndicatorPage, YearLine
from netralitas.agreements.plan.queries.counting import counted
from netralitas.agreements.plan.queries.kept import Plan, plan_of
from netralitas.agreements.plan.queries.overview import how
from netralitas.agreements.plan.reckoning import (
    Realised,
    by_month,
    by_year,
    indicator_at,
    type_month,
)
from netralitas.agreements.plan.schedule import cell_of, months_of
from netralitas.agreements.words import plain_day
from netralitas.database.connection import Connection
from netralitas.web.parts import Crumb, Link

_MOST: Final = 200
_ADDRESSES: Final[dict[Countable, str]] = {
    Countable.ACTIVITIES: "/pencegahan/kegiatan/{}",
    Countable.POSTS: "/pencegahan/kegiatan/{}/bahan",
    Countable.RELEASES: "/hasil/{}",
    Countable.MEETINGS: "/evaluasi/rapat/{}",
}
# What the reader sees of the dossiers that were counted.
_NUMBERS: Final = """
SELECT f.id, (SELECT n.printed FROM case_number n
              WHERE n.case_file = f.id AND n.kind <> 'foreign' ORDER BY n.id LIMIT 1) AS printed
FROM case_file f WHERE f.id = ANY ($1)
"""


async def indicator_page(
    c: Connection, agreement: int, path: tuple[int, str, int], actor: Actor, asked: tuple[int, int]
) -> IndicatorPage:
    """Return an indicator by the `path` of its address; NotVisible for one that is not there.

    `asked` are the present year, and the year of which everything counted is listed (0: the last
    one with anything). At the most seven statements.
    """
    plan = await plan_of(c, agreement, actor)
    place = address.place_of(plan.version, *path)
    indicator = indicator_at(plan.paper, place)
    feed = plan.feeds.get(place)
    items = await counted(c, agreement, (feed,)) if feed else ()
    entries = [entry for entry in plan.entries if entry.place == place]
    months = by_month(feed, items, entries)
    years = by_year(indicator, plan.paper.years, months, fed=feed is not None, until=asked[0])
    chosen = asked[1] or max((item.on.year for item in items), default=asked[0])
    own = [item for item in items if item.on.year == chosen]
    line = plan.paper.plan[place.row - 1]
    here = address.indicator(agreement, place)
    lines, hidden = await _lines(c, feed, own) if feed else ((), 0)
    return IndicatorPage(
        crumbs=(
            Crumb("Kerja sama", "/kerja-sama"),
            Crumb(plan.title, f"/kerja-sama/{agreement}"),
            Crumb("Rencana kerja", address.plan(agreement)),
            Crumb(words.ASPECTS[place.aspect]),
        ),
        title=indicator.text,
        caption=f"{words.ASPECTS[place.aspect]} · {line.activity or line.programme}",
        unit=indicator.unit,
        how=how(plan, place, months),
        told=f"Ditautkan {plain_day(feed.on)} oleh {feed.officer}." if feed else "",
        definition=words.definition(feed.feed) if feed else "",
        doubt=_doubt(indicator.unit, feed),
        years=tuple(_years(plan, place, years, months, here)) if feed or indicator.unit else (),
        chosen=str(chosen) if feed else "",
        counted=lines[:_MOST],
        more=max(0, len(lines) - _MOST),
        hidden=hidden,
        entries=tuple(_entry(entry, here, keeps=plan.keeps) for entry in entries),
        moves=_moves(plan, here, feed, countable=bool(indicator.unit), entered=bool(months)),
        end=f"{here}/pengakhiran" if plan.keeps and feed else "",
    )


def _doubt(unit: str, feed: KnownFeed | None) -> str:
    """Return a sentence where the paper counts in another unit than what feeds it."""
    if feed is None or not unit or words.UNITS[feed.feed.kind] in unit.lower():
        return ""
    return f"Satuan pada naskah “{unit}”, sedangkan yang dihitung {words.UNITS[feed.feed.kind]}."


def _years(
    plan: Plan,
    place: Place,
    years: Mapping[int, Realised],
    months: Mapping[type_month, int],
    here: str,
) -> Iterator[YearLine]:
    line = plan.paper.plan[place.row - 1]
    for year, said in years.items():
        cell = cell_of(plan.paper.years, line.schedule, year)
        meant = months_of(cell)
        told = sorted(
            (month, amount) for (each, month), amount in months.items() if each == year and month
        )
        outside = [words.month(month) for month, _ in told if meant and month not in meant]
        yield YearLine(
            year=str(year),
            href=f"{here}?tahun={year}#dihitung",
            schedule=cell,
            target=words.NOTHING if said.target is None else words.number(said.target),
            amount=words.NOTHING if said.amount is None else words.number(said.amount),
            percent=words.NOTHING if said.percent is None else f"{words.number(said.percent)}%",
            months=", ".join(f"{words.month(month)} {words.number(n)}" for month, n in told),
            outside=", ".join(outside),
        )


async def _lines(
    c: Connection, feed: KnownFeed, items: list[Item]
) -> tuple[tuple[CountedLine, ...], int]:
    """Return what was counted, and how much more of cases that the reader does not open."""
    kind = feed.feed.kind
    cases = {item.case_file for item in items if item.case_file}
    if not cases:
        return tuple(_counted(kind, item) for item in items), 0
    rows = await c.fetch(_NUMBERS, list(cases))
    seen = {row["id"]: row["printed"] or f"Perkara {row['id']}" for row in rows}
    lines = tuple(
        CountedLine(
            on=plain_day(item.on), text=seen[item.case_file], href=f"/perkara/{item.case_file}"
        )
        for item in items
        if item.case_file in seen
    )
    return lines, len(items) - len(lines)


def _counted(kind: Countable, item: Item) -> CountedLine:
    return CountedLine(
        on=plain_day(item.on),
        text=item.title or "Hasil penanganan yang diumumkan",
        href=_ADDRESSES[kind].format(item.key),
    )


def _entry(entry: KnownEntry, here: str, *, keeps: bool) -> EntryLine:
    said = entry.said
    when = f"{words.month(said.month)} {said.year}" if said.month else str(said.year)
    return EntryLine(
        when=when,
        amount=words.number(said.amount),
        source=said.source,
        told=f"Diisi {plain_day(entry.on)} oleh {entry.officer}",
        file=f"{here}/isian/{entry.id}/bukti" if entry.file else "",
        withdraw=f"{here}/isian/{entry.id}/penarikan" if keeps and not entry.withdrawn else "",
        withdrawn=entry.withdrawn,
    )


def _moves(
    plan: Plan, here: str, feed: KnownFeed | None, *, countable: bool, entered: bool
) -> tuple[Link, ...]:
    """Return what may be done with an indicator: it is fed, or entered by hand, never both."""
    if not plan.keeps or feed is not None:
        return ()
    moves = [] if entered else [Link(label="Tautkan ke catatan sistem", href=f"{here}/tautan")]
    if countable:
        moves.append(Link(label="Isi realisasi", href=f"{here}/isian"))
    return tuple(moves)
