"""The report of an activity that was held, as it is printed and signed by both parties."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

import msgspec

from netralitas.access.domain import Actor
from netralitas.agreements.words import plain_day
from netralitas.database.connection import Connection
from netralitas.prevention import policy, words
from netralitas.prevention.activity_pages import DutyMark, PartyDuties
from netralitas.prevention.attending.domain import Presence
from netralitas.prevention.attending.queries.presence import attendance_of
from netralitas.prevention.attending.queries.quiz import test_result
from netralitas.prevention.domain import FileUse, Together
from netralitas.prevention.queries.activity import plan_facts
from netralitas.prevention.queries.files import ActivityFile, files_of
from netralitas.prevention.queries.opened import Opened, open_activity
from netralitas.prevention.queries.posts import Post, posts_of, speakers_of
from netralitas.prevention.queries.results import gain, party_duties, test_lines

_LAST: Final = "SELECT max(recorded_at) FROM event WHERE stream = $1"
_TITLE: Final = "Laporan kegiatan"
_NOT_KNOWN: Final = "\N{EN DASH}"

type_row = tuple[str, ...]


class PartyRows(msgspec.Struct, frozen=True, kw_only=True):
    """The duties of a party, each with what became of it."""

    party: str
    rows: tuple[type_row, ...]


class ReportPaper(msgspec.Struct, frozen=True, kw_only=True):
    """The report as its template prints it: rows of texts, sentences, and who signs."""

    title: str
    office: str
    letterhead: tuple[str, ...]
    footer: str
    subject: str
    facts: tuple[type_row, ...]
    invited: str
    attendance: tuple[type_row, ...]
    people: str
    speakers: tuple[type_row, ...]
    files: tuple[type_row, ...]
    photos: tuple[type_row, ...]
    posts: tuple[type_row, ...]
    duties: tuple[PartyRows, ...]
    tests: tuple[type_row, ...]
    tested: tuple[str, ...]
    outcome: str
    signatures: tuple[dict[str, str], ...]


async def report_paper(c: Connection, actor: Actor, activity: int) -> tuple[ReportPaper, datetime]:
    """Return the report of an activity and the moment of what it says last.

    As long as nothing more happens to the activity, the report is the same. Raises NotVisible, or
    RuleBroken for an activity that was not held.
    """
    opened = await open_activity(c, actor, activity)
    policy.hold_held(opened.activity)
    files = await files_of(c, activity)
    came = await attendance_of(c, activity)
    test = await test_result(c, activity)
    moved = gain(test)
    paper = ReportPaper(
        title=_TITLE,
        office=opened.facts["organiser"],
        letterhead=(),
        footer=f"{_TITLE}: {opened.title}",
        subject=opened.title,
        facts=tuple(_facts(opened)),
        invited=", ".join(opened.facts["invited"]),
        attendance=tuple(_attendance(came)),
        people=_people(came),
        speakers=tuple((one.name, one.capacity) for one in await speakers_of(c, activity)),
        files=tuple(_files(one for one in files if one.use is not FileUse.PHOTO)),
        photos=tuple(_files(one for one in files if one.use is FileUse.PHOTO)),
        posts=tuple(_post(one) for one in await posts_of(c, activity)),
        duties=tuple(_duties(party) for party in await party_duties(c, opened)),
        tests=tuple(
            (one.label, words.number(one.people), f"{one.mean}%") for one in test_lines(test)
        ),
        tested=(moved, words.TWO_GROUPS) if moved else (),
        outcome=opened.facts["outcome"] or "",
        signatures=tuple(_signatures(opened)),
    )
    return paper, await c.fetchval(_LAST, activity)


def _facts(opened: Opened) -> Iterable[type_row]:
    found = opened.activity
    yield "Jenis", str(words.KINDS[found.kind])
    yield "Tema", words.theme(found.theme)
    yield from plan_facts(opened)
    if opened.facts["agreement_title"]:
        yield "Kerja sama", opened.facts["agreement_title"]


def _attendance(came: Presence) -> Iterable[type_row]:
    for one in came.units:
        share = _NOT_KNOWN if one.share is None else f"{one.share}%"
        yield one.name, words.number(one.present), words.number(one.staff), share


def _people(came: Presence) -> str:
    guests = f" dan {words.number(came.guests)} tamu" if came.guests else ""
    units = f"{words.number(len(came.units))} unit kerja"
    return f"Hadir {words.number(came.people)} orang dari {units}{guests}."


def _files(files: Iterable[ActivityFile]) -> Iterable[type_row]:
    for one in files:
        about = words.about_file(one.media_type, one.size)
        yield one.title, f"{words.USES[one.use]}, {about}", one.digest


def _post(one: Post) -> type_row:
    reach = _NOT_KNOWN
    if one.reach is not None and one.reach_on is not None:
        reach = f"{words.number(one.reach)} per {plain_day(one.reach_on)}"
    return words.PLATFORMS[one.platform], one.address, plain_day(one.posted_on), reach


def _duties(party: PartyDuties) -> PartyRows:
    rows = tuple((duty.text, _became(duty)) for duty in party.duties)
    return PartyRows(party=party.party, rows=rows)


def _became(duty: DutyMark) -> str:
    """Return whether a duty was done and what shows it, a line for each."""
    if not duty.done:
        return "Tidak dilaksanakan"
    if not duty.proved:
        return "Dilaksanakan, belum ada buktinya"
    shown = [duty.note, *(f"Bukti: {proof.label}" for proof in duty.proofs)]
    return "\n".join(("Dilaksanakan", *filter(None, shown)))


def _signatures(opened: Opened) -> Iterable[dict[str, str]]:
    """Yield a place for each party to sign: of what was held alone, for the organiser only."""
    yield {"label": opened.facts["organiser"], "name": ""}
    if opened.activity.together is Together.JOINT:
        for other in opened.activity.others:
            yield {"label": opened.names[other], "name": ""}
