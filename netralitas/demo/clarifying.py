"""The clarification of one case: who is heard, to which session they come, what they say."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from netralitas.demo import recording
from netralitas.demo.inquiry import HOUR, Inquiry
from netralitas.investigation.clarification.commands import (
    add_answer,
    add_person,
    close_session,
    invite,
    note_absence,
    note_receipt,
)
from netralitas.investigation.clarification.domain import (
    Companion,
    Conduct,
    Delivery,
    HeardRole,
    Mode,
    NewPerson,
    Oath,
    Plan,
    Signed,
)

ROOM: Final = "Ruang klarifikasi, lantai 1"
_WRITING: Final = timedelta(minutes=10)

_LAST_PERSON: Final = "SELECT max(id) FROM heard_person WHERE case_file = $1"
_ENTRY: Final = "SELECT min(id) FROM vault_entry WHERE case_file = $1 AND subject = 'reporter'"
_VERSION: Final = "SELECT version FROM clarification_session WHERE id = $1"

_WENT_WELL: Final = Conduct(
    identity_checked=True,
    oath=Oath.SWORN,
    oath_reason=None,
    companion=Companion.NOBODY,
    read_back=True,
    signed=Signed.SIGNED,
    signed_reason=None,
    recorded=True,
)


class Clarifying(Inquiry):
    """An inquiry in which people are heard."""

    __slots__ = ()

    async def hear(self, at: datetime, role: HeardRole, respondent: int | None = None) -> int:
        """Return the id of somebody who is put on the list; a respondent by their ordinal."""
        case = self.case
        with await self.t.at(at):
            reports = role is HeardRole.REPORTER
            new = NewPerson(
                role=role,
                respondent=None if respondent is None else case.respondents[respondent - 1],
                vault_entry=await recording.value(_ENTRY, case.id) if reports else None,
            )
            await add_person(self.actor, case.id, new, book=self.t.book)
            person: int = await recording.value(_LAST_PERSON, case.id)
        return person

    async def invite(self, at: datetime, person: int, begins: datetime) -> int:
        """Return the id of the session of an hour to which somebody is invited."""
        plan = Plan(
            on=begins.date(),
            begins_at=begins,
            ends_at=begins + HOUR,
            mode=Mode.IN_PERSON,
            place=ROOM,
            officer=self.actor.officer,
        )
        with await self.t.at(at):
            return await invite(
                *(self.actor, self.case.id, person, plan),
                book=self.t.book,
                storage=self.t.clerk.storage,
            )

    async def received(self, at: datetime, session: int, how: Delivery) -> None:
        """Note that the invitation arrived."""
        with await self.t.at(at):
            await note_receipt(
                *(self.actor, self.case.id, session),
                how=how,
                on=at.date(),
                proof=None,
                book=self.t.book,
            )

    async def absent(self, at: datetime, session: int) -> None:
        """Note that nobody came."""
        with await self.t.at(at):
            await note_absence(self.actor, self.case.id, session, book=self.t.book)

    async def held(self, at: datetime, session: int, said: Mapping[str, str]) -> None:
        """Hold the session: questions with their answers, then the minutes, read and signed."""
        case = self.case.id
        with await self.t.at(at):
            for question, answer in said.items():
                await add_answer(*(self.actor, case, session, question, answer), book=self.t.book)
        with await self.t.at(at + _WRITING):
            seen = await recording.value(_VERSION, session)
            await close_session(
                *(self.actor, case, session, _WENT_WELL, seen),
                book=self.t.book,
                storage=self.t.clerk.storage,
            )
