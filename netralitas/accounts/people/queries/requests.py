"""Invitations and resets as administrators see them: a list, and each of them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.accounts.people import store, words
from netralitas.accounts.people.commands.confirming import Handed
from netralitas.accounts.people.domain import OPEN, Established, Request, RequestKind, RequestState
from netralitas.accounts.people.forms import ConfirmForm, EstablishedForm
from netralitas.accounts.people.pages import CodePage, RequestLine, RequestPage, RequestsPage
from netralitas.accounts.people.queries.desks import period
from netralitas.accounts.people.queries.listing import (
    ADMINISTRATION,
    ON_A_PAGE,
    PATH,
    PERSON_PATH,
    REQUESTS_PATH,
)
from netralitas.accounts.people.queries.scope import offices
from netralitas.accounts.words import role_names
from netralitas.database.connection import Connection, Row
from netralitas.law.words import day
from netralitas.refusals import NotVisible
from netralitas.web.forms import Form
from netralitas.web.parts import Crumb, Pages

_LIST: Final = """
SELECT r.id, r.kind, r.state, r.asked_at, r.expires_at, o.name AS office,
       coalesce(f.name, r.name) AS who
FROM account_request r JOIN organisation o ON o.id = r.organisation
LEFT JOIN officer f ON f.id = r.officer
WHERE r.organisation = ANY ($1::integer[]) AND r.id < $2
ORDER BY r.id DESC LIMIT $3
"""
_ONE: Final = """
SELECT r.id, r.kind, r.state, r.organisation, r.officer, r.login, r.name, r.email, r.title, r.roles,
       r.valid_from, r.valid_to, r.new_password, r.new_factor, r.asked_at, r.proposed_by,
       r.confirmed_by, r.expires_at, r.established, o.name AS office,
       coalesce(f.name, r.name) AS who, coalesce(f.login, r.login) AS signs_in,
       p.name AS proposer, s.name AS second
FROM account_request r JOIN organisation o ON o.id = r.organisation
LEFT JOIN officer f ON f.id = r.officer LEFT JOIN officer p ON p.id = r.proposed_by
LEFT JOIN officer s ON s.id = r.confirmed_by
WHERE r.id = $1 AND r.organisation = ANY ($2::integer[])
"""
_CRUMBS: Final = (ADMINISTRATION, Crumb(words.TITLE, PATH))


async def requests_page(
    c: Connection, actor: Actor, query: Mapping[str, str], now: datetime
) -> RequestsPage:
    """Return the requests of the actor's offices, the newest first, paged by the address."""
    scope = await offices(c, actor.organisation)
    typed = query.get("sebelum", "")
    before = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else 2**31 - 1
    rows = await c.fetch(_LIST, list(scope), before, ON_A_PAGE + 1)
    later = None
    if len(rows) > ON_A_PAGE:
        later = f"{REQUESTS_PATH}?sebelum={rows[ON_A_PAGE - 1]['id']}"
    return RequestsPage(
        title=words.REQUESTS,
        lead=words.REQUESTS_LEAD,
        crumbs=(*_CRUMBS, Crumb(words.REQUESTS)),
        lines=tuple(_line(row, now) for row in rows[:ON_A_PAGE]),
        pages=Pages(earlier=REQUESTS_PATH if typed else None, later=later),
    )


async def request_page(
    c: Connection, actor: Actor, request: int, now: datetime, form: Form | None = None
) -> RequestPage:
    """Return a request with the form by which it is confirmed, or why not by this reader.

    Raises NotVisible outside the actor's offices.
    """
    scope = await offices(c, actor.organisation)
    row = await c.fetchrow(_ONE, request, list(scope)) if 0 < request < 2**31 else None
    if row is None:
        raise NotVisible
    found = store.request_of(row)
    note = await _note(c, actor, found, now)
    confirms = found.state is RequestState.PROPOSED and not _involved(actor, found)
    invited = found.kind is RequestKind.INVITATION
    blank = ConfirmForm.blank() if invited else EstablishedForm.blank()
    begin = None
    if found.state is RequestState.ASKED and found.officer not in actor.hands:
        begin = f"{PERSON_PATH}/{found.officer}/ganti"
    return RequestPage(
        title=f"{words.KINDS[found.kind]} {words.number(request)}",
        crumbs=(*_CRUMBS, Crumb(words.REQUESTS, REQUESTS_PATH), Crumb(words.number(request))),
        href=f"{REQUESTS_PATH}/{request}",
        state=_state(row, now),
        rows=tuple(_facts(row, found, ZoneInfo(actor.zone))),
        form=(form or blank) if confirms else None,
        button=words.CONFIRM_INVITED if invited else words.CONFIRM_RESET,
        note=note,
        begin=begin,
        withdraws=found.state in OPEN,
    )


def code_page(handed: Handed, actor: Actor, base_url: str) -> CodePage:
    """Return the page that shows the code, this once."""
    return CodePage(
        title=words.CODE_TITLE,
        crumbs=(
            *_CRUMBS,
            Crumb(words.REQUESTS, REQUESTS_PATH),
            Crumb(words.number(handed.request)),
        ),
        address=f"{base_url.rstrip('/')}{words.REDEEM}",
        login=handed.login,
        code=handed.code,
        until=_until(handed.expires_at, ZoneInfo(actor.zone)),
        mailed=handed.mailed,
        invited=handed.kind is RequestKind.INVITATION,
    )


def _involved(actor: Actor, found: Request) -> bool:
    return found.proposed_by in actor.hands or found.officer in actor.hands


async def _note(c: Connection, actor: Actor, found: Request, now: datetime) -> str | None:
    """Return why this reader does not confirm, and who could."""
    if found.state is not RequestState.PROPOSED:
        return None
    but = actor.hands | {each for each in (found.officer, found.proposed_by) if each}
    people, here = await store.confirmers(c, found.organisation, frozenset(but), now)
    if not _involved(actor, found):
        return None
    why = words.OWN_RESET if found.officer in actor.hands else words.TWO_PERSONS
    if not people:
        return f"{why} {words.NO_SECOND.format(number=found.id)}"
    return why if here else f"{why} {words.ABOVE_ONLY}"


def _state(row: Row, now: datetime) -> str:
    if row["state"] == RequestState.CONFIRMED and row["expires_at"] <= now:
        return words.EXPIRED
    return words.STATES[RequestState(row["state"])]


def _line(row: Row, now: datetime) -> RequestLine:
    return RequestLine(
        href=f"{REQUESTS_PATH}/{row['id']}",
        number=words.number(row["id"]),
        kind=words.KINDS[RequestKind(row["kind"])],
        who=row["who"] or words.FORGOTTEN,
        office=row["office"],
        state=_state(row, now),
        at=row["asked_at"],
    )


def _facts(row: Row, found: Request, zone: ZoneInfo) -> list[tuple[str, str]]:
    facts = [("Untuk", row["who"] or words.FORGOTTEN), ("Instansi", row["office"])]
    if row["signs_in"]:
        facts.append(("Nama pengguna", row["signs_in"]))
    if found.kind is RequestKind.INVITATION:
        facts += [("Sebutan tugas", found.title or ""), ("Peran", role_names(found.roles))]
        if found.valid_from or found.valid_to:
            first = found.valid_from or found.asked_at.astimezone(zone).date()
            facts.append(("Hari", period(first, found.valid_to)))
        if found.email:
            facts.append(("Surel dinas", found.email))
    else:
        chosen = ((found.new_password, "kata sandi"), (found.new_factor, "faktor kedua"))
        facts.append(("Yang diganti", " dan ".join(said for holds, said in chosen if holds)))
    facts.append(("Diajukan oleh", row["proposer"] or words.BY_OWNER))
    if row["second"]:
        facts.append(("Disetujui oleh", row["second"]))
    if row["established"]:
        facts.append(("Dipastikan dengan", words.ESTABLISHED[Established(row["established"])]))
    if found.expires_at and found.state is RequestState.CONFIRMED:
        facts.append(("Kode berlaku sampai", _until(found.expires_at, zone)))
    return facts


def _until(at: datetime, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{day(local.date())} pukul {local:%H.%M}"
