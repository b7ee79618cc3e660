"""A request is recorded, decided by another, and its data are handed over once."""

import io
import zipfile
from datetime import datetime
from typing import Any, Final

import msgspec

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, hold_stepped_up, may
from netralitas.accounts.events import happened
from netralitas.accounts.queries import readers_for
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.documents.rendering import render
from netralitas.privacy.requests import words
from netralitas.privacy.requests.domain import Decided, NewRequest
from netralitas.privacy.requests.queries import (
    Request,
    data_of_officer,
    data_of_respondent,
    request_in,
)
from netralitas.refusals import Invalid, NotAllowed, RuleBroken

_ADD: Final = """
INSERT INTO data_request (organisation, right_asked, role, case_file, respondent, letter,
                          received_on, established, asked, answer_by, recorded_by, recorded_at,
                          readers)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id
"""
_OWN: Final = "SELECT true FROM case_file WHERE id = $1 AND owner = $2"
_RESPONDENT: Final = "SELECT id FROM respondent WHERE case_file = $1 AND ordinal = $2"
_LOCK: Final = "SELECT id FROM data_request WHERE id = $1 FOR UPDATE"
_DECIDE: Final = """
UPDATE data_request SET decided = $2, reason = $3, held_back = $4, decided_by = $5, decided_at = $6
WHERE id = $1
"""
_HANDED: Final = "UPDATE data_request SET handed_at = $2 WHERE id = $1"


async def record_request(actor: Actor, new: NewRequest) -> int:
    """Return the id of a request that waits for a decision; `respondent` is their number.

    Raises NotAllowed, Invalid (no such case of the office, no such respondent).
    """
    may(actor, Permission.KEEP_DATA_REQUESTS)
    async with writing(actor) as c:
        respondent = await _respondent(c, actor, new)
        request: int = await c.fetchval(
            _ADD,
            *(actor.organisation, new.right.value, new.role.value, new.case_file, respondent),
            *(new.letter, new.received_on, new.established, new.asked, new.answer_by),
            *(actor.officer, clock.now(), list(await readers_for(c, actor.organisation))),
        )
        await happened(c, actor, "data_request.recorded", request=request)
        return request


async def decide_request(
    actor: Actor, request: int, decided: Decided, reason: str, held_back: str | None
) -> None:
    """Hold that the request is decided, once, by somebody else than who recorded it.

    Raises NotAllowed, NotVisible, RuleBroken.
    """
    async with writing(actor) as c:
        found = await _own(c, actor, request)
        if found.decided is not None:
            raise RuleBroken(words.DECIDED_ALREADY, rule="data_request.decided")
        if found.recorded_by == actor.officer:
            raise RuleBroken(words.BY_SELF, rule="data_request.two_people")
        said = (decided.value, reason, held_back, actor.officer, clock.now())
        await c.execute(_DECIDE, request, *said)
        await happened(c, actor, "data_request.decided", request=request, decided=decided.value)


async def hand_over(actor: Actor, request: int) -> bytes:
    """Return the data of the respondent as a ZIP, once; it stands on record that they were taken.

    Raises NotAllowed, NotVisible, StepUpNeeded, RuleBroken (not granted, taken already).
    """
    now = clock.now()
    async with writing(actor) as c:
        found = await _own(c, actor, request)
        if found.handed_at is not None:
            raise RuleBroken(words.HANDED_ALREADY, rule="data_request.handed")
        if not found.can_be_handed or found.respondent is None:
            raise RuleBroken(words.NOTHING_TO_HAND, rule="data_request.nothing")
        hold_stepped_up(actor, now)
        data = await data_of_respondent(c, found.respondent)
        content = await _packed(actor, data, found, now)
        await c.execute(_HANDED, request, now)
        await happened(c, actor, "data_request.handed", request=request)
        return content


async def own_data(actor: Actor) -> bytes:
    """Return the officer's own data as JSON; it stands on record that they took them."""
    async with writing(actor) as c:
        data = await data_of_officer(c, actor)
        await happened(c, actor, "officer.own_data")
        return msgspec.json.format(msgspec.json.encode(data), indent=2)


async def _respondent(c: Connection, actor: Actor, new: NewRequest) -> int | None:
    if new.case_file is None:
        return None
    if await c.fetchval(_OWN, new.case_file, actor.organisation) is None:
        raise Invalid({"case_file": [words.NO_CASE]})
    if new.respondent is None:
        return None
    found: int | None = await c.fetchval(_RESPONDENT, new.case_file, new.respondent)
    if found is None:
        raise Invalid({"respondent": [words.NO_RESPONDENT]})
    return found


async def _own(c: Connection, actor: Actor, request: int) -> Request:
    may(actor, Permission.KEEP_DATA_REQUESTS)
    await c.execute(_LOCK, request)
    found = await request_in(c, request)
    if found.organisation != actor.organisation:
        raise NotAllowed(words.NO_CASE)
    return found


async def _packed(actor: Actor, data: dict[str, Any], found: Request, now: datetime) -> bytes:
    """Return a ZIP with the data for programs and for people."""
    facts = [
        (label, str(data[name]))
        for name, label in _LABELS.items()
        if data.get(name) not in (None, "")
    ]
    held = " ".join(filter(None, (words.HELD_BACK, found.held_back)))
    sheet = {
        "title": "Data pribadi atas permintaan",
        "office": actor.organisation_name,
        "footer": f"Permintaan {found.id}",
        "letterhead": (),
        "facts": (("Permintaan", found.letter), *facts),
        "said": held,
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        whole = {**data, "held_back": held}
        archive.writestr("data.json", msgspec.json.format(msgspec.json.encode(whole), indent=2))
        archive.writestr("data.pdf", await render("own_data", sheet, now))
    return packed.getvalue()


_LABELS: Final = {
    "name": "Nama",
    "nip_last": "NIP, empat angka terakhir",
    "position": "Jabatan",
    "unit": "Unit kerja",
    "employer": "Instansi",
    "grade": "Golongan",
    "act_on": "Tanggal kejadian",
}
