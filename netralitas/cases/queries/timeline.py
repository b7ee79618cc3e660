"""The timeline of a case: what happened, newest entry first, in sentences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

import msgspec

from netralitas.access.policy import Field, Permission, Relation, part_of
from netralitas.audit.domain import EventKind, Moment, Precision
from netralitas.cases import words
from netralitas.cases.domain import LATE_ENTRY_DAYS
from netralitas.cases.found_words import is_found, told
from netralitas.cases.queries.entry_words import details_in_words
from netralitas.cases.queries.file import CaseView
from netralitas.cases.queries.people import Respondent
from netralitas.database.connection import Connection, Row
from netralitas.law.domain import Zone
from netralitas.law.words import moment
from netralitas.web.parts import Tab, type_tone
from netralitas.workflows import WORKFLOWS

PAGE: Final = 60  # events on one page of the timeline
_DECLARED: Final = frozenset(declared.code for declared in WORKFLOWS)
_LAST: Final = 2**31 - 1
_TOLD: Final = (EventKind.MOVE, EventKind.FACT)

KINDS: Final = {"langkah": "Langkah", "fakta": "Fakta", "koreksi": "Koreksi"}

# What an event is about is read first, behind OFFSET: row security lets no cast into an index, and
# without it every event of the log would be read for one page.
_EVENTS = """
SELECT e.id, e.version, e.kind, e.name, e.workflow_version, e.proceeding, e.corrects, e.precision,
       e.happened_on, e.happened_at, e.zone, e.recorded_at, e.facts, e.details, e.actor,
       a.name AS actor_name, e.organisation,
       (SELECT b.name FROM officer b WHERE b.id = (e.details ->> 'on_behalf_of')::integer)
           AS behalf_name, o.name AS organisation_name, n.text AS note,
       e.commitment IS NOT NULL AS noted, n.event IS NOT NULL AS readable, p.respondent,
       (SELECT c.id FROM event c WHERE c.corrects = e.id) AS corrected_by,
       t.id AS about, t.name AS about_name, t.workflow_version AS about_version,
       t.precision AS about_precision, t.happened_on AS about_on, t.happened_at AS about_at,
       t.zone AS about_zone
FROM event e
JOIN officer a ON a.id = e.actor
JOIN organisation o ON o.id = e.organisation
LEFT JOIN event_note n ON n.event = e.id
LEFT JOIN proceeding p ON p.id = e.proceeding
CROSS JOIN LATERAL (
    SELECT coalesce(e.corrects, (e.details ->> 'corrects')::bigint) AS id OFFSET 0) told
LEFT JOIN event t ON t.id = told.id
CROSS JOIN LATERAL (SELECT CASE
    WHEN e.kind = 'correction' OR e.name = 'case.correction_proposed' THEN 'koreksi'
    WHEN e.kind = 'move' THEN 'langkah' ELSE 'fakta' END AS sort) s
WHERE e.stream = $1 AND e.version < $2 AND ($3::text IS NULL OR s.sort = $3)
ORDER BY e.version DESC LIMIT $4
"""


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """Whom an entry concerns, and where its time can be corrected."""

    id: int
    name: str | None
    correct: str | None


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the timeline; several respondents' equal events are one line."""

    when: str
    machine: str
    recorded: str | None
    sentence: str
    who: str
    details: tuple[str, ...]
    subjects: tuple[Subject, ...]
    note: str | None
    tone: type_tone
    exceptional: bool
    corrected_by: int | None
    corrects: int | None


class Timeline(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the timeline with its views by kind; `older` leads on."""

    tabs: tuple[Tab, ...]
    entries: tuple[Entry, ...]
    older: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which part of the timeline is asked for: a kind, and only what was entered before.

    `just_done`: the reader comes from a form whose event is the latest. `most` events are a
    page, where not the usual number.
    """

    kind: str | None = None
    before: int | None = None
    most: int | None = None
    just_done: bool = False


async def timeline_of(
    connection: Connection, view: CaseView, respondents: Sequence[Respondent], wanted: Wanted
) -> Timeline:
    """Return the events that the reader may see, with a link to those before them."""
    case = view.dossier.id
    before, most = wanted.before or _LAST, wanted.most or PAGE
    rows = await connection.fetch(_EVENTS, case, before, wanted.kind, most + 1)
    shown = [row for row in rows[:most] if may_see(view, row["name"], row["about_name"])]
    names = {person.id: person.name for person in respondents}
    more = len(rows) > most
    leading = _leading(shown)
    return Timeline(
        tabs=_tabs(case, wanted.kind),
        entries=tuple(
            _entry(view, list(alike), names, leading) for _, alike in groupby(shown, key=_sameness)
        ),
        older=_older(case, wanted.kind, rows[most - 1]["version"]) if more else None,
    )


_BESIDE: Final = {
    "plenary": Field.HANDLING,
    "study": Field.STUDY_DRAFT,
    "correspondence": Field.LETTERS,
}
"""Of events that no workflow declares: to which part of a case they belong."""


def may_see(view: CaseView, name: str, about: str | None) -> bool:
    """Say whether the reader sees an event of this name; `about` is the event that it corrects."""
    told = (name, about or "")
    if name == "case.officer_excluded":
        return Field.EXCLUSIONS in view.seen
    beside = _BESIDE.get(name.partition(".")[0])
    if beside is not None:
        return beside in view.seen
    if name.startswith("case.deadline_"):
        return Field.CLOCKS in view.seen
    if any(each.startswith("handling.") for each in told):
        return Field.HANDLING in view.seen or Field.INTAKE in view.seen
    workflows = {each.partition(".")[0] for each in told} & _DECLARED
    return all(part_of(workflow) in view.seen for workflow in workflows)


def _sameness(row: Row) -> tuple[object, ...]:
    """Return what makes events of one act on several respondents one line; else its own id."""
    if row["respondent"] is None or row["corrected_by"] is not None or row["about"] is not None:
        return (row["id"],)
    moment = (row["precision"], row["happened_on"], row["happened_at"])
    found = (tuple(row["facts"]), row["details"].get("found"))
    return (row["name"], row["recorded_at"], row["actor"], *moment, *found)


def _act(row: Row) -> tuple[object, ...]:
    """Return what the events of one act have in common, whichever proceedings they are of.

    What came from an old register was entered together and is many acts.
    """
    if is_found(row["name"]):
        return (row["id"],)
    return (row["recorded_at"], row["actor"])


def _leading(rows: Sequence[Any]) -> dict[tuple[object, ...], str]:
    """Return of which workflow the first event of each act is; the others came along with it."""
    return {_act(row): _workflow(row) for row in rows}  # the newest first: the first event wins


def _workflow(row: Row) -> str:
    name: str = row["name"]
    return name.partition(".")[0]


def _moment(row: Row, prefix: str = "happened_") -> Moment:
    of = "about_" if prefix == "about_" else ""
    return Moment(
        precision=Precision(row[f"{of}precision"]),
        on=row[f"{prefix}on"],
        at=row[f"{prefix}at"],
        zone=row[f"{of}zone"],
    )


def _entry(
    view: CaseView,
    alike: Sequence[Any],
    names: Mapping[int, str],
    leading: Mapping[tuple[object, ...], str],
) -> Entry:
    """Return an entry; one that another act brought along leaves its details to that."""
    row = alike[0]
    brought_along = leading[_act(row)] != _workflow(row)
    happened = _moment(row)
    subjects = tuple(_subject(view, each, names) for each in alike)
    unsaid = {} if any(subject.name for subject in subjects) else names
    said = () if brought_along else details_in_words(view, row["details"], unsaid)
    if row["about"] is not None:
        said = (_correction(row, happened), *said)
    return Entry(
        when=words.when(happened),
        machine=str(happened.on or row["recorded_at"].date()),
        recorded=_recorded(view, row, happened),
        sentence=told(row["name"], row["workflow_version"], row["facts"], row["details"]),
        who=_who(row),
        details=said,
        subjects=subjects,
        note=_note(view, row),
        tone=_tone(row),
        exceptional=bool(row["details"].get("exceptional")),
        corrected_by=row["corrected_by"],
        corrects=row["about"],
    )


def _who(row: Row) -> str:
    standing_in = f", mewakili {row['behalf_name']}" if row["behalf_name"] else ""
    return f"{row['actor_name']}{standing_in}, {row['organisation_name']}"


def _note(view: CaseView, row: Row) -> str | None:
    """Return the officer's words for those who read notes, and for the office that wrote them."""
    own = view.towards is Relation.RECEIVER and row["organisation"] == view.actor.organisation
    if not row["noted"] or not row["readable"] or not (own or Field.NOTES in view.seen):
        return None
    note: str | None = row["note"]
    return note or "Catatan sudah dihapus; buktinya tetap utuh."


def _correction(row: Row, happened: Moment) -> str:
    """Return which event is corrected, from when to when."""
    about = words.sentence(row["about_name"], row["about_version"]).rstrip(".")
    if row["kind"] == EventKind.FACT:
        said = row["details"]
        happened = msgspec.convert(
            {name: said[name] for name in ("precision", "on", "at", "zone")}, Moment
        )
    before = words.when(_moment(row, "about_"))
    return f"“{about}”: {words.when(happened)}, semula tercatat {before}."


def _recorded(view: CaseView, row: Row, happened: Moment) -> str | None:
    """Return when it was entered, where that is not the day on which it happened."""
    zone = Zone(view.dossier.zone)
    entered = row["recorded_at"].astimezone(zone.tz)
    exact = happened.precision in {Precision.DAY, Precision.TIME}
    if exact and happened.on == entered.date():
        return None
    late = exact and happened.on and (entered.date() - happened.on).days > LATE_ENTRY_DAYS
    how = "dicatat terlambat," if late and row["kind"] in _TOLD else "dicatat"
    return f"{how} {moment(row['recorded_at'], zone)}"


def _subject(view: CaseView, row: Row, names: Mapping[int, str]) -> Subject:
    correctable = row["facts"] and row["corrected_by"] is None and view.may(Permission.CORRECT)
    address = f"/perkara/{view.dossier.id}/koreksi/{row['id']}"
    return Subject(
        id=row["id"],
        name=names.get(row["respondent"] or 0),
        correct=address if correctable else None,
    )


def _tone(row: Row) -> type_tone:
    if row["kind"] == EventKind.CORRECTION or row["name"] == "case.correction_proposed":
        return "soon"
    return "done" if row["kind"] == EventKind.MOVE else "neutral"


def _tabs(case: int, kind: str | None) -> tuple[Tab, ...]:
    every = Tab(label="Semua", href=f"/perkara/{case}#kronologi", current=kind is None)
    return (
        every,
        *(
            Tab(label=label, href=f"/perkara/{case}?jejak={code}#kronologi", current=kind == code)
            for code, label in KINDS.items()
        ),
    )


def _older(case: int, kind: str | None, version: int) -> str:
    chosen = f"jejak={kind}&" if kind else ""
    return f"/perkara/{case}?{chosen}sebelum={version}#kronologi"
