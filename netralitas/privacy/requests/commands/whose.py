"""Whose data a request is about: found in a case of the office, by a receipt, or by an account."""

from typing import Final

from netralitas.access.domain import Actor
from netralitas.database.connection import Connection
from netralitas.intake import codes
from netralitas.privacy.requests import words
from netralitas.privacy.requests.domain import About, NewRequest, Role
from netralitas.refusals import Invalid

_OWN: Final = "SELECT true FROM case_file WHERE id = $1 AND owner = $2"
_RESPONDENT: Final = "SELECT id FROM respondent WHERE case_file = $1 AND ordinal = $2"
_OF_CODE: Final = "SELECT case_file FROM receipt_code WHERE digest = $1"
_ENTRY: Final = """
SELECT id FROM vault_entry WHERE case_file = $1 AND subject = ANY ($2) ORDER BY id
OFFSET $3 LIMIT 1
"""
_ACCOUNT: Final = """
SELECT f.id FROM officer f
WHERE f.login = $1 AND EXISTS (
    SELECT FROM desk d WHERE d.officer = f.id AND d.organisation = $2)
"""
_SUBJECTS: Final = {
    Role.REPORTER: ["reporter", "informant"],
    Role.WITNESS: ["witness"],
}


async def whose_in(c: Connection, actor: Actor, new: NewRequest, secret: bytes) -> About:
    """Return the rows that hold the data; a receipt is known by its digest under `secret`.

    Raises Invalid beside the field: no such case of the office, nobody in that place, a code that
    is not of this case, an account without a desk here.
    """
    if new.role is Role.OFFICER:
        return About(officer=await _officer(c, actor, new.account))
    case = await _case(c, actor, new, secret)
    if case is None:
        return About()
    if new.role is Role.RESPONDENT and new.respondent is not None:
        found = await c.fetchval(_RESPONDENT, case, new.respondent)
        if found is None:
            raise Invalid({"respondent": [words.NO_RESPONDENT]})
        return About(case_file=case, respondent=found)
    if new.role in _SUBJECTS and (new.place is not None or new.code):
        return About(case_file=case, entry=await _entry(c, case, new))
    return About(case_file=case)


async def _case(c: Connection, actor: Actor, new: NewRequest, secret: bytes) -> int | None:
    case = new.case_file
    if new.code and new.role is Role.REPORTER:
        known = await c.fetchval(_OF_CODE, codes.digest(new.code, secret))
        if known is None or case not in {None, known}:
            raise Invalid({"code": [words.NO_CODE]})
        case = known
    if case is not None and await c.fetchval(_OWN, case, actor.organisation) is None:
        raise Invalid({"case_file": [words.NO_CASE]})
    return case


async def _entry(c: Connection, case: int, new: NewRequest) -> int:
    place = (new.place or 1) - 1
    found: int | None = await c.fetchval(_ENTRY, case, _SUBJECTS[new.role], place)
    if found is None:
        raise Invalid({"place": [words.NO_ENTRY]})
    return found


async def _officer(c: Connection, actor: Actor, account: str | None) -> int | None:
    if not account:
        return None
    found: int | None = await c.fetchval(_ACCOUNT, account, actor.organisation)
    if found is None:
        raise Invalid({"account": [words.NO_ACCOUNT]})
    return found
