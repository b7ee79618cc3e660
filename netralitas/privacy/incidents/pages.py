"""The pages of the register of failures, in words."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from netralitas.access.domain import Actor
from netralitas.law.domain import Zone
from netralitas.law.words import moment
from netralitas.privacy.incidents import words
from netralitas.privacy.incidents.domain import NoteKind, Standing, standing
from netralitas.privacy.incidents.queries import Incident, Note
from netralitas.web.formats import number
from netralitas.web.parts import Crumb, Link, Pages
from netralitas.web.register import Cell, EntryPage, RegisterPage, Rows

HOME: Final = "/insiden-data"


def list_page(
    found: Sequence[Incident], more: int | None, now: datetime, zone: Zone
) -> RegisterPage:
    """Return the register, with how the hours of each stand."""
    return RegisterPage(
        title=words.TITLE,
        lead=words.LEAD,
        crumbs=(Crumb(words.TITLE),),
        acts=(Link(label=words.NEW, href=f"{HOME}/baru"),),
        rows=Rows(
            caption=words.TITLE,
            heads=("Insiden", "Diketahui", "#Orang", "Subjek data", "Lembaga", "Keadaan"),
            rows=tuple(_row(each, now, zone) for each in found),
            pages=Pages(later=f"{HOME}?sebelum={more}" if more else None),
            empty_title=words.NONE_YET,
            empty=words.NONE_SAID,
        ),
    )


def _row(one: Incident, now: datetime, zone: Zone) -> tuple[Cell, ...]:
    people = words.UNKNOWN if one.people is None else number(one.people)
    stands = Cell(text=words.OPEN, tone="waiting")
    if one.closed_at is not None:
        stands = Cell(text=words.CLOSED, tone="done")
    return (
        Cell(text=f"{words.TITLE} {one.id}", href=f"{HOME}/{one.id}"),
        Cell(text=moment(one.discovered_at, zone)),
        Cell(text=people),
        *(
            Cell(text=words.hours(one.discovered_at, now, where, zone), tone=words.TONES[where])
            for where in _both(one, now)
        ),
        stands,
    )


def incident_page(actor: Actor, one: Incident, notes: Sequence[Note], now: datetime) -> EntryPage:
    """Return one failure: its hours, what is known, what was done, what may be done."""
    zone, here = Zone(actor.zone), f"{HOME}/{one.id}"
    stands = _both(one, now)
    late = one.closed_at is None and Standing.LATE in stands
    return EntryPage(
        title=f"{words.TITLE} {one.id}",
        crumbs=(Crumb(words.TITLE, HOME), Crumb(f"{words.TITLE} {one.id}")),
        standing=words.OPEN if one.closed_at is None else words.CLOSED,
        tone="waiting" if one.closed_at is None else "done",
        warning=words.UNTOLD if late else None,
        acts=tuple(_acts(actor, one, here)),
        facts=tuple(_facts(one, stands, now, zone)),
        rows=Rows(
            caption=words.HISTORY,
            heads=("Apa", "Uraian", "Oleh", "Kapan"),
            rows=tuple(
                (
                    Cell(text=words.NOTES[note.kind]),
                    Cell(text=note.text),
                    Cell(text=note.officer),
                    Cell(text=moment(note.written_at, zone)),
                )
                for note in notes
            ),
            empty_title=words.NO_NOTES,
            empty=words.NO_NOTES_SAID,
        ),
    )


def _both(one: Incident, now: datetime) -> tuple[Standing, Standing]:
    told = (one.told_people_at, one.told_agency_at)
    people, agency = (standing(one.discovered_at, each, now) for each in told)
    return people, agency


def _acts(actor: Actor, one: Incident, here: str) -> Iterator[Link]:
    if one.closed_at is None:
        yield Link(label=words.MEASURE, href=f"{here}/tindakan")
        if one.told_people_at is None:
            yield Link(label=words.TOLD[NoteKind.PEOPLE_TOLD], href=f"{here}/subjek")
        if one.told_agency_at is None:
            yield Link(label=words.TOLD[NoteKind.AGENCY_TOLD], href=f"{here}/lembaga")
        if one.reported_by != actor.officer:
            yield Link(label=words.CLOSE, href=f"{here}/penutupan")
    for name, label in words.LETTERS.items():
        yield Link(label=label, href=f"{here}/{name}.pdf")


def _facts(
    one: Incident, stands: tuple[Standing, Standing], now: datetime, zone: Zone
) -> Iterator[tuple[str, str]]:
    yield "Diketahui", moment(one.discovered_at, zone)
    for label, where in zip(("Subjek data", "Lembaga"), stands, strict=True):
        yield label, words.hours(one.discovered_at, now, where, zone)
    yield "Apa yang terjadi", one.happened
    yield "Jenis data", one.data
    yield "Orang yang terkena", words.UNKNOWN if one.people is None else number(one.people)
    yield "Dicatat", f"{one.reporter}, {moment(one.reported_at, zone)}"
    if one.closer and one.closed_at:
        yield "Ditutup", f"{one.closer}, {moment(one.closed_at, zone)}"
