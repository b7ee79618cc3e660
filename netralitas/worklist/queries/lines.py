"""From rows of the worklist to lines of a page: what the reader may see, alike ones as one."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Field, Phase, Relation, fields_visible, phase_of, posts
from netralitas.law.book import load
from netralitas.workflows import workflow
from netralitas.worklist import words
from netralitas.worklist.pages import Line

# A handling is alone in its case; only referrals can stand alike. Through the cases' proceedings,
# of which there are few, so that the walk along the index of the list stays what it is.
_ALIKE: Final = """
FROM proceeding p
JOIN proceeding q ON q.case_file = p.case_file AND q.workflow = p.workflow AND q.state = p.state
    AND q.addressee IS NOT DISTINCT FROM p.addressee
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

DETAILS: Final = f"""
SELECT w.proceeding, w.case_file, w.workflow, w.state, w.next_due, w.rule,
       coalesce(alike.since, w.since) AS since,
       p.workflow_version, p.addressee, f.subject, f.owner, o.name AS investigator,
       a.name AS authority, n.printed,
       CASE w.workflow WHEN 'handling'
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
    """Return the lines of the rows in their order, without what the actor sees nothing of."""
    return tuple(_line(actor, row, now) for row in rows if fields_of(actor, row))


def rule_label(code: str | None) -> str | None:
    """Return the name of the deadline that a rule sets: "Kajian awal"."""
    book = load()
    return book.versions(code)[-1].label if code in book.codes() and code else code


def _line(actor: Actor, row: type_row, now: datetime) -> Line:
    declared = workflow(row["workflow"], row["workflow_version"])
    state = declared.state(row["state"])
    towards = relation_to(actor, row["owner"], row["addressee"], row["state"])
    left = words.left(row["next_due"], now, actor.zone)
    seen = fields_of(actor, row)
    return Line(
        href=f"/perkara/{row['case_file']}",
        number=row["printed"] or words.NO_NUMBER,
        subject=row["subject"] if Field.SUMMARY in seen else words.HIDDEN,
        respondents=row["respondents"],
        process=declared.label,
        stage=state.label,
        waits=words.ball(row["workflow"], state, row["authority"]),
        waits_since=words.since(row["since"], now, actor.zone),
        left=left.words,
        tone=left.tone,
        due=row["next_due"],
        rule=rule_label(row["rule"]),
        investigator=row["investigator"],
        step=words.next_step(declared, row["state"], posts(actor, towards), row["authority"]),
    )


def _phase(row: type_row) -> Phase:
    if row["workflow"] != "handling":
        return Phase.REFERRED
    declared = workflow(row["workflow"], row["workflow_version"])
    return phase_of(declared.state(row["state"]).phase, referred=False)
