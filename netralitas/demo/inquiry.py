"""One case as its investigators write it: studies, people who are heard, sessions, papers.

Everything goes through the product's own commands, at moments of the past.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from netralitas.access.domain import Actor
from netralitas.cases.answers import LetterAnswer
from netralitas.demo import recording
from netralitas.demo.telling import CaseTold, Teller
from netralitas.documents.official.commands import Content as PaperContent
from netralitas.documents.official.commands import Issue, issue_paper
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
from netralitas.investigation.preliminary.commands import finish_study, save_study, tell_reporter
from netralitas.investigation.preliminary.domain import Study as PreliminaryStudy
from netralitas.investigation.study.commands import (
    add_comment,
    read_second,
    resolve_comment,
    save_version,
    submit,
)
from netralitas.investigation.study.domain import Content, Section, Verdict

ROOM: Final = "Ruang klarifikasi, lantai 1"
HOUR: Final = timedelta(hours=1)
_BLOCKED: Final = timedelta(minutes=10)

_LAST_PERSON: Final = "SELECT max(id) FROM heard_person WHERE case_file = $1"
_ENTRY: Final = "SELECT min(id) FROM vault_entry WHERE case_file = $1 AND subject = 'reporter'"
_NUMBER: Final = """
SELECT printed FROM case_number WHERE case_file = $1 AND kind IN ('register', 'receipt')
ORDER BY kind = 'receipt', id LIMIT 1
"""
_COMMENT: Final = "SELECT max(id) FROM study_comment WHERE case_file = $1"
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


@dataclass(slots=True, kw_only=True)
class Inquiry:
    """The investigation of one case by `who`, an investigator of its office."""

    t: Teller
    case: CaseTold
    who: str
    _drafts: int = field(default=0, init=False)
    _versions: int = field(default=0, init=False)

    async def save_preliminary(self, at: datetime, study: PreliminaryStudy) -> None:
        """Save a preliminary study that is not finished yet."""
        with await self.t.at(at):
            self._drafts = await save_study(
                *(self._actor, self.case.id, study, self._drafts), book=self.t.book
            )

    async def finish_preliminary(self, at: datetime, study: PreliminaryStudy) -> None:
        """Finish the preliminary study: its paper, and the move of its result."""
        with await self.t.at(at):
            await finish_study(
                *(self._actor, self.case.id, study, self._drafts),
                book=self.t.book,
                storage=self.t.clerk.storage,
            )

    async def tell_reporter(self, at: datetime) -> None:
        """Send the letter that says what the report lacks."""
        with await self.t.at(at):
            await tell_reporter(
                *(self._actor, self.case.id, "whatsapp"),
                book=self.t.book,
                storage=self.t.clerk.storage,
            )

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
            await add_person(self._actor, case.id, new, book=self.t.book)
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
            officer=self._actor.officer,
        )
        with await self.t.at(at):
            return await invite(
                *(self._actor, self.case.id, person, plan),
                book=self.t.book,
                storage=self.t.clerk.storage,
            )

    async def received(self, at: datetime, session: int, how: Delivery) -> None:
        """Note that the invitation arrived."""
        with await self.t.at(at):
            await note_receipt(
                *(self._actor, self.case.id, session),
                how=how,
                on=at.date(),
                proof=None,
                book=self.t.book,
            )

    async def absent(self, at: datetime, session: int) -> None:
        """Note that nobody came."""
        with await self.t.at(at):
            await note_absence(self._actor, self.case.id, session, book=self.t.book)

    async def held(self, at: datetime, session: int, said: Mapping[str, str]) -> None:
        """Hold the session: questions with their answers, then the minutes, read and signed."""
        case = self.case.id
        with await self.t.at(at):
            for question, answer in said.items():
                await add_answer(*(self._actor, case, session, question, answer), book=self.t.book)
        with await self.t.at(at + _BLOCKED):
            seen = await recording.value(_VERSION, session)
            await close_session(
                *(self._actor, case, session, _WENT_WELL, seen),
                book=self.t.book,
                storage=self.t.clerk.storage,
            )

    async def write(self, at: datetime, content: Content) -> None:
        """Save the next version of the study."""
        with await self.t.at(at):
            self._versions = await save_version(
                *(self._actor, self.case.id, content), base=self._versions, book=self.t.book
            )

    async def comment(self, at: datetime, reader: str, section: Section, text: str) -> None:
        """Let a reader say something about a section."""
        with await self.t.at(at):
            actor = self.t.stepped_up(reader)
            await add_comment(actor, self.case.id, section, text, book=self.t.book)

    async def approve(self, at: datetime, reader: str, *, settles: Sequence[str] = ()) -> None:
        """Let the second reader approve the last version; `settles`: who settles the comment."""
        with await self.t.at(at):
            for each in settles:
                comment = await recording.value(_COMMENT, self.case.id)
                await resolve_comment(
                    self.t.stepped_up(each), self.case.id, comment, book=self.t.book
                )
            await read_second(
                *(self.t.stepped_up(reader), self.case.id, self._versions),
                *(Verdict.APPROVED, None),
                book=self.t.book,
            )

    async def submit(self, at: datetime) -> None:
        """Submit the study to the plenary, as a paper."""
        with await self.t.at(at):
            await submit(
                *(self._actor, self.case.id, self._versions),
                book=self.t.book,
                storage=self.t.clerk.storage,
            )

    async def issue(
        self, at: datetime, paper: str, write: Callable[[str], PaperContent]
    ) -> LetterAnswer:
        """Issue a letter about the case, written by its number, and return it for a move."""
        number = await recording.value(_NUMBER, self.case.id)
        content = write(number)
        with await self.t.at(at):
            asked = Issue(case=self.case.id, paper=paper, content=content, on=at.date())
            issued = await issue_paper(self._actor, asked, storage=self.t.clerk.storage)
        return LetterAnswer(
            printed=issued.number or number,
            dated_on=at.date(),
            subject=content.subject,
            method="hand",
            sent_on=at.date(),
            copies=content.copies,
        )

    @property
    def _actor(self) -> Actor:
        return self.t.stepped_up(self.who)
