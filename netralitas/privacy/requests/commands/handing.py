"""The data of whom a request is about leave once, in a file under a password.

The password is shown once and kept nowhere; its digest says which one was made last. The file is
made when it is fetched with that password, and is kept nowhere either.
"""

import hmac
import secrets
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

import msgspec

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import hold_stepped_up
from netralitas.accounts.events import happened
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.intake import codes
from netralitas.privacy.requests import words
from netralitas.privacy.requests.commands.packing import packed
from netralitas.privacy.requests.commands.recording import own_in
from netralitas.privacy.requests.queries.data import (
    acts_of,
    data_of_entry,
    data_of_officer,
    data_of_respondent,
)
from netralitas.privacy.requests.queries.register import Request
from netralitas.refusals import NotVisible, RuleBroken
from netralitas.vault.opening import Opening, hold_opened_in, one_identity_in

_MADE: Final = "UPDATE data_request SET password_digest = $2 WHERE id = $1"
_HANDED: Final = """
UPDATE data_request SET handed_at = $2, sealed_digest = $3, password_digest = NULL WHERE id = $1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """The sealed file, and its SHA-256 in hexadecimal."""

    content: bytes
    digest: str


async def make_password(actor: Actor, request: int, opening: Opening) -> str:
    """Return the password under which the data will be sealed; one made before fits no more.

    Raises NotAllowed, NotVisible, StepUpNeeded, RuleBroken (not granted, taken already), and of a
    reporter or a witness what `one_identity_in` raises.
    """
    async with writing(actor) as c:
        found = await _to_be_handed(c, actor, request)
        if found.entry is not None and found.case_file is not None:
            await hold_opened_in(c, actor, found.case_file, opening)
        password = codes.make(secrets.token_bytes(codes.CHANCE_BYTES))
        await c.execute(_MADE, request, _digest(password))
        await happened(c, actor, "data_request.password_made", request=request)
        return password


async def hand_over(actor: Actor, request: int, password: str, opening: Opening) -> Handed:
    """Return the data as a sealed ZIP, once; it stands on record that they were taken.

    An identity is opened for whoever asked for that and was allowed it by another, and for nobody
    else. Raises what `make_password` raises, and RuleBroken (not the password made last).
    """
    now = clock.now()
    async with writing(actor) as c:
        found = await _to_be_handed(c, actor, request)
        if not hmac.compare_digest(found.password_digest or b"", _digest(password)):
            raise RuleBroken(words.NOT_THE_LAST, rule="data_request.password")
        content = await packed(actor, await _data(c, actor, found, opening), found, password, now)
        digest = sha256(content).hexdigest()
        await c.execute(_HANDED, request, now, digest)
        await happened(c, actor, "data_request.handed", request=request, file=digest)
        return Handed(content=content, digest=digest)


async def _to_be_handed(c: Connection, actor: Actor, request: int) -> Request:
    found = await own_in(c, actor, request)
    if found.handed_at is not None:
        raise RuleBroken(words.HANDED_ALREADY, rule="data_request.handed")
    if not found.can_be_handed:
        raise RuleBroken(words.NOTHING_TO_HAND, rule="data_request.nothing")
    hold_stepped_up(actor, clock.now())
    return found


async def _data(c: Connection, actor: Actor, found: Request, opening: Opening) -> dict[str, Any]:
    """Return the data of the one person that a request is about."""
    if found.respondent is not None:
        return await data_of_respondent(c, found.respondent)
    if found.about_officer is not None:
        data = await data_of_officer(c, found.about_officer)
        return {**data, "acts_done": await acts_of(c, found.about_officer)}
    if found.entry is None or found.case_file is None:
        raise NotVisible
    identity = await one_identity_in(c, actor, found.case_file, found.entry, opening)
    said: dict[str, Any] = msgspec.to_builtins(identity)
    return {**said, **await data_of_entry(c, found.entry)}


def _digest(password: str) -> bytes:
    """Return by what a password of 95 bits of chance is known again, however it was typed."""
    return sha256(codes.in_groups(password).encode(errors="replace")).digest()
