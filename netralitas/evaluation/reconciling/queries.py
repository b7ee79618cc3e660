"""The reconciliation of a meeting's parties, as far as the reader follows the cases."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Field
from netralitas.cases.domain import SanctionLevel
from netralitas.database.connection import Connection, Row
from netralitas.discipline.queries import rows as said
from netralitas.discipline.sanctions import compare
from netralitas.discipline.words import COMPARISONS
from netralitas.evaluation.queries.lines import address
from netralitas.evaluation.queries.meeting import Seen, see
from netralitas.evaluation.reconciling import words
from netralitas.evaluation.reconciling.domain import BEGINNING, Cursor, Gap, read_cursor
from netralitas.evaluation.reconciling.pages import PersonLine, ReconciliationPage
from netralitas.evaluation.reconciling.sight import places
from netralitas.evaluation.reconciling.statement import AMOUNTS, PERSONS
from netralitas.referral.external.domain import ExternalStanding, ExternalSystem
from netralitas.referral.external.words import STANDINGS, SYSTEMS
from netralitas.web.formats import plain_date
from netralitas.web.parts import Crumb, Link, Pages
from netralitas.web.table_file import type_cell
from netralitas.workflows import workflow

PAGE: Final = 50
WHOLE: Final = 20_000
"""The most respondents that a file holds."""

type_rows = list[Sequence[type_cell]]


async def reconciliation_page(
    c: Connection, actor: Actor, meeting: int, place: str | None
) -> ReconciliationPage:
    """Return a page of the respondents of whom both parties read; three statements.

    Raises NotVisible for who is none of the meeting's readers.
    """
    seen = await see(c, actor, meeting)
    after = read_cursor(place)
    amounts = await c.fetchrow(AMOUNTS, *_reader(actor, seen))
    rows = await c.fetch(PERSONS, *_reader(actor, seen), *_span(after, PAGE + 1))
    path = address(meeting, "rekonsiliasi")
    shown = rows[:PAGE]
    return ReconciliationPage(
        crumbs=(*seen.crumbs, Crumb(words.TITLE)),
        meeting=seen.meeting.title,
        parties=(seen.row["organiser"], seen.row["other_party"]),
        people=amounts["people"],
        differing=amounts["differing"],
        lines=tuple(_line(actor, row) for row in shown),
        pages=Pages(
            earlier=path if after != BEGINNING else None,
            later=f"{path}?setelah={_place(shown[-1])}" if len(rows) > PAGE else None,
        ),
        files=tuple(
            Link(label=f"Unduh {kind.upper()}", href=f"{path}.{kind}") for kind in ("xlsx", "csv")
        ),
    )


async def reconciliation_rows(c: Connection, actor: Actor, meeting: int) -> type_rows:
    """Return the whole reconciliation as a table, its heads first; NotVisible as the page."""
    seen = await see(c, actor, meeting)
    rows = await c.fetch(PERSONS, *_reader(actor, seen), *_span(BEGINNING, WHOLE))
    return [words.HEADS, *(_cells(_line(actor, row)) for row in rows)]


def _reader(actor: Actor, seen: Seen) -> tuple[object, ...]:
    """Return what both parties and the reader's place in them are: the first three parameters."""
    return list(seen.meeting.parties), list(places(actor)), actor.organisation


def _span(after: Cursor, most: int) -> tuple[object, ...]:
    return after.alike, after.case, after.respondent, most


def _place(row: Row) -> Cursor:
    return Cursor(alike=not row["gaps"], case=row["case_file"], respondent=row["respondent"])


def _line(actor: Actor, row: Row) -> PersonLine:
    seen = said.seen_by(actor, row)
    recommended = said.recommended_of(row)
    imposed = said.imposed_of(row)
    # What is Bawaslu's own is not recorded where Bawaslu finds none; others only cannot read it.
    without = words.NOTHING if actor.organisation_kind == "bawaslu" else words.NOT_READ
    return PersonLine(
        href=f"/perkara/{row['case_file']}",
        number=said.number_of(row),
        name=said.name_of(row, seen),
        forwarded=_day(row["sent_on"]) if row["sent"] else without,
        forwarded_by=_letter(row["sent_by"], seen, without),
        referral=_state("referral", row["referral_version"], row["referral_state"]) or without,
        recommended=_dated(recommended, row["recommended_on"] or row["answered_on"]),
        recommended_by=_letter(row["recommended_by"], seen, words.NOTHING),
        systems=tuple(_system(*each) for each in row["systems"] or ()),
        follow_up=_state("discipline", row["discipline_version"], row["discipline_state"])
        or words.NOTHING,
        imposed=_dated(imposed, row["imposed_on"]),
        gaps=tuple(_gap(Gap(gap), row) for gap in row["gaps"]),
    )


def _gap(gap: Gap, row: Row) -> str:
    if gap is Gap.OTHER_LEVEL:
        return COMPARISONS[compare(said.level_of(row), SanctionLevel(row["imposed"]))]
    return words.GAPS[gap]


def _state(code: str, version: int | None, state: str | None) -> str | None:
    if version is None or state is None:
        return None
    return workflow(code, version).state(state).label


def _system(system: str, number: str, standing: str) -> str:
    named = f"{SYSTEMS[ExternalSystem(system)]} {number}".strip()
    return f"{named}: {STANDINGS[ExternalStanding(standing)]}"


def _letter(printed: str | None, seen: frozenset[Field], without: str) -> str:
    if Field.LETTERS not in seen:
        return words.HIDDEN_LETTER
    return printed or without


def _dated(told: str | None, on: date | None) -> str:
    if told is None:
        return words.NOTHING
    return f"{told}, {_day(on)}"


def _day(on: date | None) -> str:
    return plain_date(on) if on else words.DAY_UNKNOWN


def _cells(line: PersonLine) -> Sequence[type_cell]:
    return (
        *(line.number, line.name, line.forwarded, line.forwarded_by, line.referral),
        *(line.recommended, line.recommended_by, "; ".join(line.systems), line.follow_up),
        *(line.imposed, "; ".join(line.gaps) or words.AGREES),
    )
