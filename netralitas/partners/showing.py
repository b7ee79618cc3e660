"""The partners of an office, for administrators: what waits for whom, never what is in a case."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.database.connection import Connection, Row
from netralitas.partners import words
from netralitas.partners.domain import AnswerState, PartnerState, Place
from netralitas.partners.pages import (
    AnswerLine,
    ApartLine,
    CaseLine,
    HeldLine,
    PartnerLine,
    PartnerPage,
    PartnersPage,
)
from netralitas.partners.standing import Apart, process, state_said, step_said
from netralitas.refusals import NotVisible
from netralitas.web.parts import Crumb

PATH: Final = "/pengelolaan/mitra"
HOME: Final = (Crumb("Administrasi", "/administrasi"), Crumb(words.TITLE, PATH))
_MOST: Final = 50

_LIST: Final = """
SELECT p.id, p.name, p.address, s.name AS sender, p.state,
       (SELECT count(*) FROM partner_answer a
        WHERE a.partner = p.id AND a.state IN ('refused', 'by_hand'))
       + (SELECT count(*) FROM partner_package k WHERE k.partner = p.id AND k.state = 'held')
       AS open
FROM partner p JOIN organisation s ON s.id = p.sender WHERE p.organisation = $1
ORDER BY p.state = 'ended', p.id LIMIT 200
"""
_ONE: Final = """
SELECT p.name, p.address, s.name AS sender, p.state, p.reason, p.made_at, p.pulled_at, p.next_at,
       p.failures, (SELECT count(*) FROM partner_answer a
                    WHERE a.partner = p.id AND a.state = 'waiting') AS waiting
FROM partner p JOIN organisation s ON s.id = p.sender WHERE p.id = $1 AND p.organisation = $2
"""
_HELD: Final = """
SELECT id, remote, problem, encode(about, 'hex') AS about, sentence, tries, next_at
FROM partner_package WHERE partner = $1 AND state = 'held' ORDER BY id LIMIT $2
"""
_ANSWERS: Final = """
SELECT a.id, a.case_file, a.state, a.problem, a.sentence, coalesce(a.last_at, a.made_at) AS at,
       e.name, e.workflow_version AS version
FROM partner_answer a JOIN event e ON e.id = a.event
WHERE a.partner = $1 AND a.state IN ('waiting', 'refused', 'by_hand')
ORDER BY a.state = 'waiting', a.id LIMIT $2
"""
_APART: Final = """
SELECT l.case_file, q.workflow, q.workflow_version AS version, q.state AS here,
       l.remote_state AS there
FROM partner_proceeding l JOIN proceeding q ON q.id = l.proceeding
WHERE l.partner = $1 AND l.remote_state <> q.state
  AND NOT EXISTS (SELECT FROM partner_answer a WHERE a.proceeding = q.id
                  AND a.state IN ('waiting', 'refused', 'by_hand'))
ORDER BY l.id LIMIT $2
"""
_CASES: Final = """
SELECT case_file, min(arrived_at) AS arrived_at FROM partner_package
WHERE partner = $1 AND state = 'entered' AND case_file IS NOT NULL
GROUP BY case_file ORDER BY case_file DESC LIMIT $2
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What came of trying the connection just now: as whom we are known there, or why not."""

    place: Place | None = None
    refused: str | None = None


async def partners_page(c: Connection, actor: Actor) -> PartnersPage:
    """Return the partners of the actor's office; one statement."""
    return PartnersPage(
        title=words.TITLE,
        lead=words.LEAD,
        crumbs=(HOME[0], Crumb(words.TITLE)),
        lines=tuple(_line(row) for row in await c.fetch(_LIST, actor.organisation)),
        new=f"{PATH}/baru",
    )


async def partner_page(c: Connection, actor: Actor, partner: int, tried: Tried) -> PartnerPage:
    """Return one partner; five statements. Raises NotAllowed, NotVisible."""
    may(actor, Permission.ADMINISTER)
    known = 0 < partner < 2**31
    row = await c.fetchrow(_ONE, partner, actor.organisation) if known else None
    if row is None:
        raise NotVisible
    state = PartnerState(row["state"])
    said, tone = words.STATES[state]
    alive = state is not PartnerState.ENDED
    return PartnerPage(
        title=row["name"],
        crumbs=(*HOME, Crumb(row["name"])),
        href=f"{PATH}/{partner}",
        address=row["address"],
        sender=row["sender"],
        state=said,
        tone=tone,
        reason=words.problem(row["reason"]) or None,
        made_at=row["made_at"],
        pulled_at=row["pulled_at"],
        next_at=row["next_at"] if state is PartnerState.ACTIVE and row["failures"] else None,
        waiting=row["waiting"],
        tried=_connected(tried.place),
        refused=tried.refused,
        held=tuple(
            _held(each, partner, alive=alive) for each in await c.fetch(_HELD, partner, _MOST)
        ),
        answers=tuple(
            _answer(each, partner, alive=alive) for each in await c.fetch(_ANSWERS, partner, _MOST)
        ),
        apart=tuple(_apart(each) for each in await c.fetch(_APART, partner, _MOST)),
        cases=tuple(_case(each) for each in await c.fetch(_CASES, partner, _MOST)),
        pauses=state is PartnerState.ACTIVE,
        goes_on=state in {PartnerState.PAUSED, PartnerState.STOPPED} or bool(row["failures"]),
        alive=alive,
    )


def _connected(place: Place | None) -> str | None:
    if place is None:
        return None
    return words.CONNECTED.format(system=place.system, organisation=place.organisation)


def _line(row: Row) -> PartnerLine:
    said, tone = words.STATES[PartnerState(row["state"])]
    return PartnerLine(
        href=f"{PATH}/{row['id']}",
        name=row["name"],
        host=urlsplit(row["address"]).hostname or "",
        sender=row["sender"],
        state=said,
        tone=tone,
        open=row["open"],
    )


def _held(row: Row, partner: int, *, alive: bool) -> HeldLine:
    return HeldLine(
        number=row["remote"],
        why=words.why(row["problem"], row["sentence"]),
        paper=row["about"],
        tries=row["tries"],
        next_at=row["next_at"],
        again=f"{PATH}/{partner}/paket/{row['id']}/ulang" if alive else None,
    )


def _answer(row: Row, partner: int, *, alive: bool) -> AnswerLine:
    state = AnswerState(row["state"])
    said, tone = words.ANSWERS[state]
    place = f"{PATH}/{partner}/langkah/{row['id']}"
    refused = alive and state is not AnswerState.WAITING
    return AnswerLine(
        step=step_said(row["name"], row["version"]),
        case=words.case(row["case_file"]),
        href=f"/perkara/{row['case_file']}",
        why=words.why(row["problem"], row["sentence"]),
        state=said,
        tone=tone,
        at=row["at"],
        again=f"{place}/ulang" if refused else None,
        settle=f"{place}/selesai" if alive else None,
    )


def _apart(row: Row) -> ApartLine:
    found = dict(row)
    case = found.pop("case_file")
    one = Apart(**found)
    return ApartLine(
        case=words.case(case),
        href=f"/perkara/{case}",
        process=process(one),
        here=state_said(one.workflow, one.version, one.here),
        there=state_said(one.workflow, one.version, one.there),
    )


def _case(row: Row) -> CaseLine:
    case = row["case_file"]
    return CaseLine(href=f"/perkara/{case}", name=words.case(case), arrived_at=row["arrived_at"])
