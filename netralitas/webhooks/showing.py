"""The receivers of an office and their messages, for administrators: topics, never contents."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may_see
from netralitas.database.connection import Connection, Row
from netralitas.refusals import NotVisible
from netralitas.web.parts import Crumb, Pages
from netralitas.webhooks import words
from netralitas.webhooks.domain import DeliveryState, Problem, ReceiverState, Topic
from netralitas.webhooks.forms import ReceiverForm
from netralitas.webhooks.messages import message_id, trial_id
from netralitas.webhooks.pages import (
    DeliveryLine,
    NewReceiverPage,
    ReceiverLine,
    ReceiverPage,
    ReceiversPage,
)

PATH: Final = "/pengelolaan/webhook"
ON_A_PAGE: Final = 25
_MOST: Final = 200
_LARGEST: Final = 2**63 - 1
_HOME: Final = Crumb("Administrasi", "/administrasi")

_LIST: Final = """
SELECT r.id, r.name, r.url, r.topics, r.state,
       (SELECT count(*) FROM webhook_delivery d
        WHERE d.receiver = r.id AND d.state = 'dead') AS dead
FROM webhook_receiver r WHERE r.organisation = $1
ORDER BY r.state = 'ended', r.id LIMIT $2
"""
_ONE: Final = """
SELECT id, name, url, topics, state, reason, made_at, next_at,
       CASE WHEN old_until > $3 THEN old_until END AS old_until
FROM webhook_receiver WHERE id = $1 AND organisation = $2
"""
_WAITS: Final = """
SELECT problem, tries FROM webhook_delivery
WHERE receiver = $1 AND state = 'waiting'
"""
_DELIVERIES: Final = """
SELECT d.id, d.event, e.hash, d.name, d.state, d.tries, d.status, d.problem, d.made_at, d.last_at
FROM webhook_delivery d LEFT JOIN event e ON e.id = d.event
WHERE d.receiver = $1 AND d.id < $2 ORDER BY d.id DESC LIMIT $3
"""
_FAILED: Final = """
SELECT d.id, d.event, e.hash, d.name, d.state, d.tries, d.status, d.problem, d.made_at, d.last_at
FROM webhook_delivery d LEFT JOIN event e ON e.id = d.event
WHERE d.receiver = $1 AND d.id < $2 AND d.state <> 'delivered' ORDER BY d.id DESC LIMIT $3
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """What of a receiver is looked at: which messages, when, and its secret where it is new."""

    query: Mapping[str, str]
    now: datetime
    secret: str | None = None


async def receivers_page(c: Connection, actor: Actor) -> ReceiversPage:
    """Return the receivers of the actor's office; one statement."""
    rows = await c.fetch(_LIST, actor.organisation, _MOST)
    return ReceiversPage(
        title=words.TITLE,
        lead=words.LEAD,
        crumbs=(_HOME, Crumb(words.TITLE)),
        lines=tuple(_receiver(row) for row in rows),
        new=f"{PATH}/baru",
    )


def new_page(form: ReceiverForm) -> NewReceiverPage:
    """Return the page of the form of a new receiver."""
    return NewReceiverPage(
        title=words.NEW,
        lead=words.NEW_LEAD,
        crumbs=(_HOME, Crumb(words.TITLE, PATH), Crumb(words.NEW)),
        form=form,
        action=f"{PATH}/baru",
        back=PATH,
    )


async def receiver_page(
    c: Connection, actor: Actor, receiver: int, looking: Looking
) -> ReceiverPage:
    """Return one receiver with its messages; three statements. Raises NotAllowed, NotVisible."""
    may_see(actor, Permission.ADMINISTER)
    row = (
        await c.fetchrow(_ONE, receiver, actor.organisation, looking.now)
        if 0 < receiver < 2**31
        else None
    )
    if row is None:
        raise NotVisible
    waiting = await c.fetchrow(_WAITS, receiver)
    only_failed = looking.query.get("hanya") == "gagal"
    before = _before(looking.query.get("sebelum", ""))
    statement = _FAILED if only_failed else _DELIVERIES
    rows = await c.fetch(statement, receiver, before, ON_A_PAGE + 1)
    state = ReceiverState(row["state"])
    said, tone = words.STATES[state]
    alive = state is not ReceiverState.ENDED
    return ReceiverPage(
        title=row["name"],
        crumbs=(_HOME, Crumb(words.TITLE, PATH), Crumb(row["name"])),
        href=f"{PATH}/{receiver}",
        url=row["url"],
        topics=tuple(words.TOPICS[Topic(topic)] for topic in row["topics"]),
        state=said,
        tone=tone,
        reason=words.PROBLEMS[Problem(row["reason"])] if row["reason"] else None,
        made_at=row["made_at"],
        old_until=row["old_until"],
        waits=_waits(waiting) if alive else None,
        next_at=row["next_at"] if state is ReceiverState.ACTIVE and waiting else None,
        secret=looking.secret,
        only_failed=only_failed,
        lines=tuple(_delivery(each, receiver, alive=alive) for each in rows[:ON_A_PAGE]),
        pages=_pages(rows, receiver, only_failed=only_failed, first=before == _LARGEST),
        pauses=state is ReceiverState.ACTIVE,
        goes_on=state in {ReceiverState.PAUSED, ReceiverState.STOPPED} or bool(waiting and alive),
        alive=alive,
    )


def _receiver(row: Row) -> ReceiverLine:
    said, tone = words.STATES[ReceiverState(row["state"])]
    return ReceiverLine(
        href=f"{PATH}/{row['id']}",
        name=row["name"],
        host=urlsplit(row["url"]).hostname or "",
        topics=", ".join(words.TOPICS[Topic(topic)] for topic in row["topics"]),
        state=said,
        tone=tone,
        dead=row["dead"],
    )


def _waits(row: Row | None) -> str | None:
    if row is None:
        return None
    return f"{words.PROBLEMS[Problem(row['problem'])]} Sudah dicoba {row['tries']} kali."


def _delivery(row: Row, receiver: int, *, alive: bool) -> DeliveryLine:
    state = DeliveryState(row["state"])
    said, tone = words.DELIVERIES[state]
    dead = state is DeliveryState.DEAD
    problem = words.PROBLEMS[Problem(row["problem"])] if row["problem"] else ""
    status = f"HTTP {row['status']}" if row["status"] else ""
    return DeliveryLine(
        id=message_id(row["event"], row["hash"]) if row["hash"] else trial_id(row["id"]),
        about=words.about(row["name"]),
        state=said,
        tone=tone,
        tries=row["tries"],
        answer=" ".join(filter(None, (status, problem))),
        at=row["last_at"] or row["made_at"],
        again=f"{PATH}/{receiver}/kiriman/{row['id']}/ulang" if dead and alive else None,
    )


def _pages(rows: list[Row], receiver: int, *, only_failed: bool, first: bool) -> Pages:
    kept = "hanya=gagal&" if only_failed else ""
    place = f"{PATH}/{receiver}"
    more = len(rows) > ON_A_PAGE
    return Pages(
        earlier=None if first else f"{place}?{kept.rstrip('&')}".rstrip("?"),
        later=f"{place}?{kept}sebelum={rows[ON_A_PAGE - 1]['id']}" if more else None,
    )


def _before(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else _LARGEST
