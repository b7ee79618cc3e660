"""What a page of a case shows of the installation that it came from: one statement."""

from typing import Final, Protocol

import msgspec

from netralitas.access.domain import Actor, Role
from netralitas.database.connection import Connection
from netralitas.partners import words
from netralitas.partners.domain import AnswerState
from netralitas.partners.pages import Exchanged, ExchangedLine
from netralitas.partners.standing import apart, process, state_said, step_said
from netralitas.web.parts import type_tone

__all__ = ["SETTLES", "Exchanged", "exchanged_of"]

SETTLES: Final = frozenset({Role.FOLLOW_UP, Role.LIAISON})
"""Who says of a case that a step was recorded at the sender by hand."""

_HELD: Final = frozenset({AnswerState.REFUSED, AnswerState.BY_HAND})

_ONE: Final = """
SELECT p.name, min(k.arrived_at) AS arrived_at, bool_or(k.gone_at IS NOT NULL) AS gone,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'state', a.state,
                   'problem', a.problem, 'sentence', a.sentence, 'name', e.name,
                   'version', e.workflow_version) ORDER BY a.id), '[]')
        FROM partner_answer a JOIN event e ON e.id = a.event
        WHERE a.case_file = $1 AND a.problem IS DISTINCT FROM 'not_told') AS answers,
       (SELECT coalesce(jsonb_agg(jsonb_build_object('workflow', q.workflow,
                   'version', q.workflow_version, 'here', q.state, 'there', l.remote_state,
                   'name', r.name) ORDER BY l.id), '[]')
        FROM partner_proceeding l JOIN proceeding q ON q.id = l.proceeding
        LEFT JOIN respondent r ON r.id = q.respondent
        WHERE l.case_file = $1 AND l.remote_state <> q.state
          AND NOT EXISTS (SELECT FROM partner_answer a WHERE a.proceeding = q.id
                          AND a.state IN ('waiting', 'refused', 'by_hand'))) AS apart
FROM partner_package k JOIN partner p ON p.id = k.partner
WHERE k.case_file = $1 AND k.state = 'entered' GROUP BY p.name
"""


class _Answer(msgspec.Struct, frozen=True, kw_only=True):
    id: int
    state: AnswerState
    problem: str | None
    sentence: str | None
    name: str
    version: int


class Case(Protocol):
    """A case, as far as it is asked about."""

    @property
    def id(self) -> int:
        """Return its number."""

    @property
    def owner(self) -> int:
        """Return the office that owns it."""


async def exchanged_of(c: Connection, actor: Actor, dossier: Case) -> Exchanged | None:
    """Return from where a case came and how its steps reach the sender; None: it is from here.

    Nothing is asked for the office that owns it: nobody of the sender works here.
    """
    if actor.organisation == dossier.owner:
        return None
    case = dossier.id
    row = await c.fetchrow(_ONE, case)
    if row is None:
        return None
    answers = msgspec.convert(row["answers"], list[_Answer])
    last, tone = _last(row["name"], answers)
    found = apart(row["apart"])
    return Exchanged(
        partner=row["name"],
        arrived_at=row["arrived_at"],
        last=last,
        tone=tone,
        lines=tuple(
            ExchangedLine(
                step=step_said(one.name, one.version),
                why=words.why(one.problem, one.sentence),
                settle=f"/perkara/{case}/mitra/{one.id}" if actor.roles & SETTLES else None,
            )
            for one in answers
            if one.state in _HELD
        ),
        apart=(
            *((words.GONE,) if row["gone"] else ()),
            *(
                f"{process(one)}: {state_said(one.workflow, one.version, one.there)}"
                for one in found
            ),
        ),
    )


def _last(partner: str, answers: list[_Answer]) -> tuple[str | None, type_tone]:
    """Return whether the last step has reached the sender."""
    if not answers:
        return None, "neutral"
    if any(one.state in _HELD for one in answers):
        return words.LAST_HELD.format(partner=partner), "late"
    if any(one.state is AnswerState.WAITING for one in answers):
        return words.LAST_WAITS.format(partner=partner), "waiting"
    return words.LAST_REACHED.format(partner=partner), "done"
