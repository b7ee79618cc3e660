"""From rows of the worklist to lines of a page: what the reader may see, alike ones as one."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Field, Phase, Relation, fields_visible, phase_of, posts
from netralitas.law.book import load
from netralitas.workflows import workflow
from netralitas.worklist import words
from netralitas.worklist.pages import Line

DETAILS: Final = """
SELECT w.proceeding, w.case_file, w.workflow, w.state, w.since, w.next_due, w.rule,
       p.workflow_version, p.addressee, f.subject, f.owner, o.name AS investigator,
       a.name AS authority, n.printed,
       (SELECT count(*) FROM respondent r WHERE r.case_file = w.case_file) AS respondents
FROM picked w
JOIN proceeding p ON p.id = w.proceeding
JOIN case_file f ON f.id = w.case_file
JOIN officer o ON o.id = w.investigator
LEFT JOIN organisation a ON a.id = p.addressee
LEFT JOIN LATERAL (
    SELECT printed FROM case_number
    WHERE case_file = w.case_file AND kind IN ('register', 'receipt')
    ORDER BY kind = 'register' DESC, id DESC LIMIT 1
) n ON true
"""
"""What a line needs beside the items in `picked`; the caller gives the order."""

type_row = Any  # asyncpg ships no types


def relation_to(actor: Actor, owner: int, addressee: int | None, state: str) -> Relation:
    """Return where an actor stands towards a proceeding that row security let through."""
    if actor.organisation == owner:
        return Relation.OWNER
    if addressee == actor.organisation:
        return Relation.RECEIVER_ASKED if state == "forwarded" else Relation.RECEIVER
    return Relation.SUPERIOR


def fields_of(actor: Actor, row: type_row) -> frozenset[Field]:
    """Return the parts of the case that the actor sees in the phase of this proceeding."""
    towards = relation_to(actor, row["owner"], row["addressee"], row["state"])
    return fields_visible(actor, towards, _phase(row))


def lines(actor: Actor, rows: Iterable[type_row], now: datetime) -> tuple[Line, ...]:
    """Return the lines of the rows in their order; same case, workflow, state and due: one line."""
    alike: dict[tuple[object, ...], list[type_row]] = {}
    for row in rows:
        if fields_of(actor, row):
            names = ("case_file", "workflow", "state", "next_due", "addressee")
            alike.setdefault(tuple(row[name] for name in names), []).append(row)
    return tuple(_line(actor, group, now) for group in alike.values())


def rule_label(code: str | None) -> str | None:
    """Return the name of the deadline that a rule sets: "Kajian awal"."""
    book = load()
    return book.versions(code)[-1].label if code in book.codes() and code else code


def _line(actor: Actor, group: Sequence[type_row], now: datetime) -> Line:
    row = group[0]
    declared = workflow(row["workflow"], row["workflow_version"])
    state = declared.state(row["state"])
    towards = relation_to(actor, row["owner"], row["addressee"], row["state"])
    left = words.left(row["next_due"], now, actor.zone)
    begun = min(found["since"] for found in group)
    seen = fields_of(actor, row)
    return Line(
        href=f"/perkara/{row['case_file']}",
        number=row["printed"] or words.NO_NUMBER,
        subject=row["subject"] if Field.SUMMARY in seen else words.HIDDEN,
        respondents=len(group) if row["workflow"] == "referral" else row["respondents"],
        process=declared.label,
        stage=state.label,
        waits=words.ball(row["workflow"], state, row["authority"]),
        waits_since=words.since(begun, now, actor.zone),
        left=left.words,
        tone=left.tone,
        due=row["next_due"],
        rule=rule_label(row["rule"]),
        investigator=row["investigator"],
        step=words.next_step(declared, row["state"], posts(actor, towards)),
    )


def _phase(row: type_row) -> Phase:
    if row["workflow"] != "handling":
        return Phase.REFERRED
    declared = workflow(row["workflow"], row["workflow_version"])
    return phase_of(declared.state(row["state"]).phase, referred=False)
