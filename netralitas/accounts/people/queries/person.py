"""One person as their administrator sees them: account, desks, history; never a secret."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

import msgspec

from netralitas.access.domain import Actor
from netralitas.accounts.people import words
from netralitas.accounts.people.pages import HistoryLine, PersonPage
from netralitas.accounts.people.queries.desks import desk_lines, desk_rows
from netralitas.accounts.people.queries.listing import ADMINISTRATION, PATH, PERSON_PATH
from netralitas.accounts.people.queries.listing import REQUESTS_PATH as REQUESTS
from netralitas.accounts.people.queries.scope import offices, type_offices
from netralitas.accounts.words import EVENTS
from netralitas.database.connection import Connection, Row
from netralitas.refusals import NotVisible
from netralitas.web.parts import Crumb, Link, type_tone

_PERSON: Final = """
SELECT f.id, f.name, f.login, f.email, f.email_set_by,
       s.name AS superior, f.superior AS superior_id,
       f.disabled_at IS NOT NULL AS disabled, f.password IS NULL AS waiting,
       (SELECT count(*) FROM session x JOIN desk d ON d.id = x.desk
        WHERE d.officer = f.id AND x.revoked_at IS NULL AND x.expires_at > $2) AS sessions,
       EXISTS (SELECT FROM second_factor x WHERE x.officer = f.id)
           OR EXISTS (SELECT FROM passkey x WHERE x.officer = f.id) AS factor,
       (SELECT max(r.id) FROM account_request r
        WHERE r.officer = f.id AND r.state IN ('asked', 'proposed')) AS request
FROM officer f LEFT JOIN officer s ON s.id = f.superior
WHERE f.id = $1 AND NOT f.is_system
"""
_MAIL_SET_BY: Final = "SELECT email_set_by FROM officer WHERE id = $1"
_HISTORY: Final = """
SELECT e.recorded_at, e.name, a.name AS actor
FROM event e JOIN officer a ON a.id = e.actor
WHERE e.kind = 'account' AND e.details ->> 'officer' = $1
ORDER BY e.id DESC LIMIT 30
"""


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A person in the scope of an administrator; `managed`: every desk lies in it."""

    row: Row
    desks: list[Row]
    scope: type_offices
    managed: bool

    @property
    def href(self) -> str:
        """Return where their page is."""
        return f"{PERSON_PATH}/{self.row['id']}"

    @property
    def crumbs(self) -> tuple[Crumb, ...]:
        """Return the way to a form about them; a title names nobody."""
        return (
            ADMINISTRATION,
            Crumb(words.TITLE, PATH),
            Crumb(words.PERSON, self.href),
        )


async def mail_set_by(c: Connection, officer: int) -> int | None:
    """Return which administrator alone set an officer's address; None: it is vouched for."""
    found: int | None = await c.fetchval(_MAIL_SET_BY, officer)
    return found


async def see_person(c: Connection, actor: Actor, officer: int, now: datetime) -> Seen:
    """Return a person who has or had a desk in an office that the actor manages; NotVisible."""
    row = await c.fetchrow(_PERSON, officer, now) if 0 < officer < 2**31 else None
    scope = await offices(c, actor.organisation)
    desks = await desk_rows(c, [officer]) if row is not None else []
    held = {desk["organisation"] for desk in desks}
    if row is None or not held & set(scope):
        raise NotVisible
    return Seen(row=row, desks=desks, scope=scope, managed=held <= set(scope))


async def person_page(c: Connection, actor: Actor, officer: int, now: datetime) -> PersonPage:
    """Return the page of a person; NotVisible outside the actor's offices."""
    seen = await see_person(c, actor, officer, now)
    row = seen.row
    today = now.astimezone(ZoneInfo(actor.zone)).date()
    shown = [desk for desk in seen.desks if desk["organisation"] in seen.scope]
    base = f"{seen.href}/meja"
    history = await c.fetch(_HISTORY, str(officer))
    state, tone = _standing(row)
    return PersonPage(
        title=words.PERSON,
        crumbs=(ADMINISTRATION, Crumb(words.TITLE, PATH), Crumb(words.PERSON)),
        href=seen.href,
        name=row["name"],
        login=row["login"],
        email=row["email"],
        superior=row["superior"],
        state=state,
        tone=tone,
        sessions=row["sessions"],
        factor=row["factor"],
        alone=words.MAIL_ALONE if row["email"] and row["email_set_by"] else None,
        ways=_ways(seen, actor),
        enable=seen.managed and row["disabled"],
        note=_note(seen, actor),
        request=_request(row["request"]),
        desks=await desk_lines(c, shown, today, base, f"{seen.href}/wakil", managed=seen.managed),
        history=tuple(
            HistoryLine(
                at=each["recorded_at"],
                sentence=EVENTS.get(each["name"], words.CHANGED),
                by=each["actor"],
            )
            for each in history
        ),
    )


def _standing(row: Row) -> tuple[str, type_tone]:
    if row["disabled"]:
        return "Dinonaktifkan", "neutral"
    return ("Belum membuat kata sandi", "waiting") if row["waiting"] else ("Aktif", "done")


def _ways(seen: Seen, actor: Actor) -> tuple[Link, ...]:
    if not seen.managed:
        return ()
    own = seen.row["id"] == actor.officer
    alone = seen.row["email"] and seen.row["email_set_by"]
    ways = [
        Link(label="Tambah penugasan", href=f"{seen.href}/penugasan"),
        Link(label="Ubah surel", href=f"{seen.href}/surel"),
        Link(label="Ubah atasan langsung", href=f"{seen.href}/atasan"),
    ]
    if alone and not actor.hands & {seen.row["id"], alone}:
        ways.insert(2, Link(label="Setujui surel", href=f"{seen.href}/surel-disetujui"))
    if not own:
        ways.append(Link(label="Ganti kata sandi atau faktor kedua", href=f"{seen.href}/ganti"))
        if not seen.row["disabled"]:
            ways.append(Link(label="Nonaktifkan akun", href=f"{seen.href}/nonaktif"))
    return tuple(ways)


def _note(seen: Seen, actor: Actor) -> str | None:
    if not seen.managed:
        return words.NOT_IN_CHARGE
    return words.OWN_ACCOUNT if seen.row["id"] == actor.officer else None


def _request(number: int | None) -> Link | None:
    if number is None:
        return None
    return Link(
        label=words.OPEN_REQUEST.format(number=words.number(number)), href=f"{REQUESTS}/{number}"
    )
