"""The worklist page: its filters as the address has them, and the lines they leave."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.cases.words import REGIMES, SOURCES
from netralitas.database.connection import Connection
from netralitas.web.parts import Pages, Tab
from netralitas.worklist import words
from netralitas.worklist.address import address, filters_of, read_filters
from netralitas.worklist.pages import FilterChoice, WorklistPage
from netralitas.worklist.queries.closed import closed_page
from netralitas.worklist.queries.items import items_page

PATH: Final = "/perkara"


async def worklist_page(
    c: Connection, actor: Actor, query: Mapping[str, str], now: datetime
) -> WorklistPage:
    """Return one page of the worklist, or of the finished cases, as the address asks for it."""
    wanted = read_filters(query)
    kept = filters_of(query)
    find = closed_page if wanted.closed else items_page
    lines, following = await find(c, actor, wanted, query.get("setelah"), now)
    return WorklistPage(
        tabs=_tabs(kept, wanted.closed, mine=wanted.mine),
        filters=tuple(_choices(query, closed=wanted.closed)),
        kept=tuple((name, kept[name]) for name in ("milik", "selesai") if name in kept),
        lines=lines,
        pages=Pages(
            earlier=address(PATH, kept) if query.get("setelah") else None,
            later=address(PATH, kept, setelah=following) if following else None,
            shown=f"{len(lines)} baris di halaman ini" if following else None,
        ),
        may_take_in=refusal(actor, Permission.TAKE_IN) is None,
        sees_archive=refusal(actor, Permission.SEE_ARCHIVE) is None,
        may_see_addresses=refusal(actor, Permission.SEE_WEB_REGISTER) is None,
        may_import=refusal(actor, Permission.IMPORT_STAFF) is None,
        filtered=any(name != "selesai" for name in kept),
        closed=wanted.closed,
    )


def _tabs(kept: Mapping[str, str], closed: bool, *, mine: bool) -> tuple[Tab, ...]:  # noqa: FBT001 - read right beside its name
    alike = {name: kept[name] for name in ("sumber", "rezim") if name in kept}
    running = {**kept, "selesai": None}
    return (
        Tab(
            label="Semua yang berjalan",
            href=address(PATH, {}, **{**running, "milik": None}),
            current=not closed and not mine,
        ),
        Tab(
            label="Tugas saya",
            href=address(PATH, {}, **{**running, "milik": "saya"}),
            current=not closed and mine,
        ),
        Tab(label="Selesai", href=address(PATH, alike, selesai="ya"), current=closed),
    )


def _choices(query: Mapping[str, str], *, closed: bool) -> Iterable[FilterChoice]:
    if not closed:
        stages = [(word, stage.label) for word, stage in words.STAGES.items()]
        processes = [(word, words.process_label(code)) for word, code in words.PROCESSES.items()]
        yield _choice(query, "tenggat", "Tenggat", words.DUE_LABELS.items())
        yield _choice(query, "tahap", "Tahap", stages)
        yield _choice(query, "proses", "Proses", processes)
    sources = [(word, SOURCES[source]) for word, source in words.SOURCE_FILTERS.items()]
    regimes = [(word, REGIMES[regime]) for word, regime in words.REGIME_FILTERS.items()]
    yield _choice(query, "sumber", "Sumber", sources)
    yield _choice(query, "rezim", "Rezim", regimes)


def _choice(
    query: Mapping[str, str],
    name: str,
    label: str,
    options: Iterable[tuple[str, str]],
) -> FilterChoice:
    offered = (("", "Semua"), *options)
    chosen = query.get(name, "")
    known = chosen if chosen in {value for value, _ in offered} else ""
    return FilterChoice(name=name, label=label, options=offered, chosen=known)
