"""A step that was made here as it is to be told elsewhere: its answers by the fields of its form.

No id of ours is among them: proceedings are named apart, to be replaced by those of the other side;
offices by their names. Nothing of the vault is read. What is the office's own stays here: the notes
of its working steps, the way of their letters, where a letter is kept, and every paper that the
other side does not ask for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from netralitas.audit.domain import Moment, Precision
from netralitas.database.connection import Connection, Row
from netralitas.partners.told_answers import letter_fields, office_ids, said_in, word_in
from netralitas.refusals import NotVisible
from netralitas.workflow.domain import Move
from netralitas.workflows import workflow

NOT_TOLD: Final[Mapping[str, str]] = {
    "discipline.keep_decree": (
        "Salinan surat keputusan tetap disimpan di instansi yang menindaklanjuti."
    ),
}
"""Steps that are not told, by the name of their event, and why."""

FOLLOWS: Final = "Mengikuti langkah lain yang sudah disampaikan."
OWN: Final = "Langkah ini tidak termasuk penyerahan perkara."

_TOLD_OF: Final = frozenset({"referral", "discipline", "compliance"})
_GROUND: Final = "\nDasar: "

# All events of one act share who made it and when it was recorded; the first of them leads.
_ACT: Final = """
SELECT e.id, e.name, e.workflow, e.workflow_version, e.proceeding, e.details, n.text AS note
FROM event asked JOIN event e ON e.stream = asked.stream AND e.kind = 'move'
     AND e.recorded_at = asked.recorded_at AND e.actor = asked.actor
LEFT JOIN event_note n ON n.event = e.id
WHERE asked.id = $1 AND asked.kind = 'move' ORDER BY e.id
"""
# What was corrected before it is told is told as corrected.
_WHEN: Final = """
WITH RECURSIVE said AS (
    SELECT id, precision, happened_on, happened_at, zone FROM event WHERE id = $1
    UNION ALL
    SELECT c.id, c.precision, c.happened_on, c.happened_at, c.zone
    FROM event c JOIN said ON c.corrects = said.id
)
SELECT precision, happened_on, happened_at, zone FROM said ORDER BY id DESC LIMIT 1
"""
_LETTERS: Final = """
SELECT direction, printed, dated_on, subject, method, sent_on, received_on, proof,
       ARRAY(SELECT c.name FROM letter_copy c WHERE c.letter = l.id ORDER BY c.id) AS copies
FROM letter l WHERE l.event = $1 ORDER BY l.id
"""
_OFFICES: Final = "SELECT id, name FROM organisation WHERE id = ANY ($1::integer[])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One act on one proceeding, or on several at once.

    `events` and `proceedings` are ours, in the order of the act. `internal`: a working step of the
    office, whose `note` is told only where it has to be. `fields` are texts as a form takes them,
    by field; `offices` names of offices by field; `words` what was recommended in each proceeding
    where the word is not that of the first; `overrides` requirements that were passed over, on the
    `ground`; `papers` the SHA-256 of each by field. `not_told`: why it stays here, None where it is
    to be told.
    """

    workflow: str
    workflow_version: int
    code: str
    events: tuple[int, ...]
    proceedings: tuple[int, ...]
    happened: Moment
    internal: bool
    note: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    offices: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[int, str] = field(default_factory=dict)
    overrides: frozenset[str] = frozenset()
    ground: str | None = None
    papers: Mapping[str, str] = field(default_factory=dict)
    not_told: str | None = None


async def told_by(connection: Connection, event: int) -> Told:
    """Return the whole act of a move's event as it is to be told; NotVisible for no such event.

    Of an act on several proceedings every event gives the same answer; when it happened is said as
    corrected so far.
    """
    rows = await connection.fetch(_ACT, event)
    asked = next((row for row in rows if row["id"] == event), None)
    if asked is None:
        raise NotVisible
    alike = [row for row in rows if row["name"] == asked["name"]]
    lead, move = alike[0], _declared(alike[0])
    note, ground = _parted(lead)
    return Told(
        workflow=lead["workflow"],
        workflow_version=lead["workflow_version"],
        code=move.code,
        events=tuple(row["id"] for row in alike),
        proceedings=tuple(row["proceeding"] for row in alike),
        happened=await _moment(connection, lead["id"]),
        internal=move.internal,
        note=note,
        fields=said_in(lead["details"]) | await _letters(connection, lead["id"], move),
        offices=await _offices(connection, lead["details"]),
        words=_own_words(alike),
        overrides=frozenset(lead["details"].get("overrides", ())),
        ground=ground,
        papers={one["kind"]: one["digest"] for one in lead["details"].get("documents", ())},
        not_told=_why_not(rows[0], lead),
    )


def _declared(row: Row) -> Move:
    code = row["name"].partition(".")[2]
    return workflow(row["workflow"], row["workflow_version"]).move(code)


async def _moment(connection: Connection, event: int) -> Moment:
    row = await connection.fetchrow(_WHEN, event)
    return Moment(
        precision=Precision(row["precision"]),
        on=row["happened_on"],
        at=row["happened_at"],
        zone=row["zone"],
    )


def _why_not(first: Row, lead: Row) -> str | None:
    """Return why a step is not told; what another step opens or brings, it does elsewhere too."""
    if first["name"] != lead["name"]:
        leading = _declared(first)
        found = {f"{one.workflow}.{one.move}" for one in (*leading.opens, *leading.brings)}
        if lead["name"] in found:
            return FOLLOWS
    if lead["workflow"] not in _TOLD_OF:
        return OWN
    return NOT_TOLD.get(lead["name"])


def _parted(row: Row) -> tuple[str | None, str | None]:
    """Return the note, and the ground on which a requirement was passed over, typed apart."""
    note: str | None = row["note"]
    if note is None or not row["details"].get("overrides"):
        return note, None
    reason, _, ground = note.rpartition(_GROUND)
    return (reason, ground) if reason else (note, None)


def _own_words(rows: list[Row]) -> dict[int, str]:
    """Return what is recommended where it is not what the first proceeding is recommended."""
    first = word_in(rows[0]["details"])
    found = {row["proceeding"]: word_in(row["details"]) for row in rows}
    return {one: word for one, word in found.items() if word is not None and word != first}


async def _letters(connection: Connection, event: int, move: Move) -> dict[str, str]:
    rows = await connection.fetch(_LETTERS, event)
    found: dict[str, str] = {}
    for row in rows:
        found |= letter_fields(row, whole=not move.internal)
    return found


async def _offices(connection: Connection, details: Mapping[str, object]) -> dict[str, str]:
    named = office_ids(details)
    if not named:
        return {}
    names = dict(await connection.fetch(_OFFICES, list(named.values())))
    return {name: names[one] for name, one in named.items() if one in names}
