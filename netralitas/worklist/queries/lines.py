"""From rows of the worklist to lines of a page: what the reader may see, alike ones as one."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache, lru_cache
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import (
    Field,
    Phase,
    Relation,
    fields_visible,
    part_of,
    phase_of,
    posts,
)
from netralitas.cases.queries.steps import move_address
from netralitas.database.connection import Row
from netralitas.law.book import load
from netralitas.workflow.domain import Move
from netralitas.workflows import workflow
from netralitas.worklist import words
from netralitas.worklist.pages import Line
from netralitas.worklist.standing import standing

# Only what runs on respondents can stand alike. Through the cases' proceedings, of which there are
# few, so that the walk along the index of the list stays what it is.
_ALIKE: Final = """
FROM proceeding p
JOIN proceeding q ON q.case_file = p.case_file AND q.workflow = p.workflow AND q.state = p.state
    AND q.addressee IS NOT DISTINCT FROM p.addressee
    AND q.respondent IS NOT NULL AND p.respondent IS NOT NULL
JOIN worklist_item x ON x.proceeding = q.id
"""
ONE_FOR_ALL: Final = f"""
(workflow = 'handling' OR NOT EXISTS (
    SELECT {_ALIKE}
    WHERE p.id = worklist_item.proceeding AND q.id < p.id
      AND x.organisation = worklist_item.organisation
      AND x.next_due IS NOT DISTINCT FROM worklist_item.next_due))
"""  # noqa: S608 - constant text
"""Of items that stand alike (case, state, addressee and deadline are the same) only the first."""

# While an office is merely watched, the follow-up itself stands on the list: the pressure line is
# work only once that is late, or once somebody was reminded.
WORTH_SHOWING: Final = f"""
{ONE_FOR_ALL} AND (workflow <> 'compliance' OR state <> 'watching' OR EXISTS (
    SELECT FROM proceeding p
    JOIN proceeding q ON q.case_file = p.case_file AND q.workflow = 'discipline'
    JOIN worklist_item x ON x.proceeding = q.id AND x.organisation = worklist_item.organisation
    WHERE p.id = worklist_item.proceeding AND x.next_due < now()))
"""
"""The items that lists show: one for all that stand alike, and pressure where it is called for."""

DETAILS: Final = f"""
SELECT w.proceeding, w.case_file, w.workflow, w.state, w.next_due, w.rule,
       coalesce(alike.since, w.since) AS since,
       p.since_precision, p.workflow_version, p.addressee, p.respondent, f.subject, f.owner,
       o.name AS investigator, a.name AS authority, n.printed,
       CASE WHEN p.respondent IS NULL
           THEN (SELECT count(*) FROM respondent r WHERE r.case_file = w.case_file)
           ELSE alike.amount END AS respondents
FROM picked w
JOIN proceeding p ON p.id = w.proceeding
JOIN LATERAL (
    SELECT count(*) AS amount, min(x.since) AS since {_ALIKE}
    WHERE p.id = w.proceeding AND w.workflow <> 'handling'
      AND x.organisation = w.organisation AND x.next_due IS NOT DISTINCT FROM w.next_due
) alike ON true
JOIN case_file f ON f.id = w.case_file
JOIN officer o ON o.id = w.investigator
LEFT JOIN organisation a ON a.id = p.addressee
LEFT JOIN LATERAL (
    SELECT printed FROM case_number
    WHERE case_file = w.case_file AND kind IN ('register', 'receipt')
    ORDER BY kind = 'register' DESC, id DESC LIMIT 1
) n ON true
"""  # noqa: S608 - constant text
"""What a line needs beside the items in `picked`, each of which speaks for those that stand alike;
the caller gives the order.
"""

NOT_ACCEPTED: Final = frozenset({"forwarded", "arrived"})
"""States in which the addressed office has not received what was handed to it."""


def relation_to(actor: Actor, owner: int, addressee: int | None, state: str) -> Relation:
    """Return where an actor stands towards a proceeding that row security let through.

    An authority reads on in the follow-up that it recommended, which is addressed to another.
    """
    if actor.organisation == owner:
        return Relation.OWNER
    if addressee == actor.organisation:
        return Relation.RECEIVER_ASKED if state in NOT_ACCEPTED else Relation.RECEIVER
    return Relation.SUPERIOR if actor.organisation_kind == "bawaslu" else Relation.RECEIVER


def fields_of(actor: Actor, row: Row) -> frozenset[Field]:
    """Return the parts of the case that the actor sees in the phase of this proceeding.

    None at all where the proceeding belongs to a part that is not shown to them.
    """
    towards = relation_to(actor, row["owner"], row["addressee"], row["state"])
    phase = _phase(row["workflow"], row["workflow_version"], row["state"])
    seen = fields_visible(actor, towards, phase)
    return seen if part_of(row["workflow"]) in seen else frozenset()


def lines(actor: Actor, rows: Iterable[Row], now: datetime) -> tuple[Line, ...]:
    """Return the lines of the rows in their order, without what the actor sees nothing of."""
    return tuple(_lines(actor, rows, now))


def _lines(actor: Actor, rows: Iterable[Row], now: datetime) -> Iterator[Line]:
    for row in rows:
        if seen := fields_of(actor, row):
            yield _line(actor, row, seen, now)


@lru_cache(maxsize=1024)
def rule_label(code: str | None) -> str | None:
    """Return the name of the deadline that a rule sets: "Kajian awal"."""
    book = load()
    return book.versions(code)[-1].label if code in book.codes() and code else code


def _line(actor: Actor, row: Row, seen: frozenset[Field], now: datetime) -> Line:
    code, state, due = row["workflow"], row["state"], row["next_due"]
    own = posts(actor, relation_to(actor, row["owner"], row["addressee"], state))
    stands = standing(code, row["workflow_version"], state, own, row["authority"])
    left = words.left(due, now, actor.zone)
    return Line(
        href=f"/perkara/{row['case_file']}",
        number=row["printed"] or words.NO_NUMBER,
        subject=row["subject"] if Field.SUMMARY in seen else words.HIDDEN,
        respondents=row["respondents"],
        process=stands.process,
        stage=stands.stage,
        waits=stands.waits,
        waits_since=words.since(row["since"], now, actor.zone, row["since_precision"]),
        left=left.words,
        tone=left.tone,
        due=due,
        rule=rule_label(row["rule"]),
        investigator=row["investigator"],
        step=stands.step,
        act=_form(row, stands.move),
    )


def _form(row: Row, move: Move | None) -> str:
    """Return where the next step is made: its form, the case where there is more than one form."""
    alone = row["respondent"] is None or row["respondents"] == 1
    if move is None or not (alone or move.batch):
        return f"/perkara/{row['case_file']}"
    form = move_address(row["case_file"], row["proceeding"], move.code)
    return f"{form}?terlapor=semua" if move.batch else form


@cache
def _phase(code: str, version: int, state: str) -> Phase:
    if code != "handling":
        return Phase.REFERRED
    return phase_of(workflow(code, version).state(state).phase, referred=False)
