"""The pages of the internet that the parties oversee together: who does what by when."""

from collections.abc import Iterator
from datetime import date

from netralitas.agreements.domain import RecordKind
from netralitas.agreements.pages import RecordLine, RecordSection, RecordsPage
from netralitas.agreements.paper import Paper
from netralitas.agreements.queries.records import way
from netralitas.agreements.queries.register import PATH
from netralitas.agreements.records.content import STEPS, done_on, steps_of
from netralitas.agreements.records.values import Record, WebPage
from netralitas.agreements.store.records import records_of
from netralitas.agreements.words import caption_of, cited
from netralitas.database.connection import Connection
from netralitas.evidence.web.domain import Category, Platform
from netralitas.evidence.web.words import CATEGORIES, PLATFORMS
from netralitas.law.words import day
from netralitas.web.parts import Crumb, Link


async def content_page(
    c: Connection, agreement: int, paper: Paper, today: date, *, keeps: bool
) -> RecordsPage:
    """Return the pages that are shared, those that need something first; one statement."""
    kept = await records_of(c, agreement, (RecordKind.PAGE, RecordKind.PAGE_STEP))
    here = f"{PATH}/{agreement}"
    pages = [(each, each.entry) for each in reversed(kept) if isinstance(each.entry, WebPage)]
    pages.sort(key=lambda pair: "done" in done_on(pair[0].id, kept))
    return RecordsPage(
        crumbs=(Crumb("Kerja sama", PATH), Crumb(paper.title, here), Crumb("Konten internet")),
        title="Pengawasan konten internet",
        caption=caption_of(paper),
        sections=(
            RecordSection(
                title="Halaman",
                nothing="Belum ada halaman",
                hint="Para pihak membagikan halaman yang diawasi bersama, lalu mencatat siapa"
                " menangkap, meminta penurunan, menjawab, dan kapan halaman turun.",
                about=_agreed(paper),
                lines=tuple(
                    _page(here, each, entry, (paper, kept, today), keeps=keeps)
                    for each, entry in pages
                ),
                way=way("Bagikan halaman", f"{here}/konten/baru", keeps=keeps),
            ),
        ),
    )


def _agreed(paper: Paper) -> str:
    """Return what the text says first of oversight of the internet; "" where it says nothing."""
    found = (at for at, each in paper.sentences() if "konten internet" in each.text.casefold())
    at = next(found, "")
    return cited(paper, at) if at else ""


def _page(
    here: str,
    record: Record,
    entry: WebPage,
    known: tuple[Paper, tuple[Record, ...], date],
    *,
    keeps: bool,
) -> RecordLine:
    paper, kept, today = known
    done = done_on(record.id, kept)
    late = any(
        step.due_on and step.due_on < today and step.step not in done
        for _, step in steps_of(record.id, kept)
    )
    gone = "done" in done
    way_on = Link(label="Catat langkah", href=f"{here}/catatan/{record.id}/langkah")
    category, platform = CATEGORIES[Category(entry.category)], PLATFORMS[Platform(entry.platform)]
    return RecordLine(
        title=f"{category}, {platform}",
        on=f"Ditemukan {_by(paper, entry.party)} {day(record.on)}",
        texts=(entry.url, *_steps(paper, record, kept, today)),
        state="Turun" if gone else "Terlewat" if late else "Ditangani",
        tone="done" if gone else "late" if late else "waiting",
        ways=(way_on,) if keeps and not gone else (),
    )


def _steps(paper: Paper, record: Record, kept: tuple[Record, ...], today: date) -> Iterator[str]:
    """Yield each step: who did it and when, or by when it is due."""
    done = done_on(record.id, kept)
    for each, step in steps_of(record.id, kept):
        who = _by(paper, step.party)
        if step.due_on is None:
            yield f"{STEPS[step.step]} {who}: {day(each.on)}, dicatat {each.officer}."
        elif step.step not in done:
            over = ", terlewat" if step.due_on < today else ""
            yield f"{STEPS[step.step]} {who}: paling lambat {day(step.due_on)}{over}."


def _by(paper: Paper, party: int) -> str:
    return f"oleh {paper.parties[party - 1].called.lower()}"
