"""One case as its investigators write it: studies and papers.

Everything goes through the product's own commands, at moments of the past.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from netralitas.access.domain import Actor
from netralitas.cases.answers import LetterAnswer
from netralitas.demo import recording
from netralitas.demo.telling import CaseTold, Teller
from netralitas.documents.official.commands import Content as PaperContent
from netralitas.documents.official.commands import Issue, issue_paper
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

HOUR: Final = timedelta(hours=1)

_NUMBER: Final = """
SELECT printed FROM case_number WHERE case_file = $1 AND kind IN ('register', 'receipt')
ORDER BY kind = 'receipt', id LIMIT 1
"""
_COMMENT: Final = "SELECT max(id) FROM study_comment WHERE case_file = $1"


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
                *(self.actor, self.case.id, study, self._drafts), book=self.t.book
            )

    async def finish_preliminary(self, at: datetime, study: PreliminaryStudy) -> None:
        """Finish the preliminary study: its paper, and the move of its result."""
        with await self.t.at(at):
            await finish_study(
                *(self.actor, self.case.id, study, self._drafts),
                book=self.t.book,
                storage=self.t.clerk.storage,
            )

    async def tell_reporter(self, at: datetime) -> None:
        """Send the letter that says what the report lacks."""
        with await self.t.at(at):
            await tell_reporter(
                *(self.actor, self.case.id, "whatsapp"),
                book=self.t.book,
                storage=self.t.clerk.storage,
            )

    async def write(self, at: datetime, content: Content) -> None:
        """Save the next version of the study."""
        with await self.t.at(at):
            self._versions = await save_version(
                *(self.actor, self.case.id, content), base=self._versions, book=self.t.book
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
                *(self.actor, self.case.id, self._versions),
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
            issued = await issue_paper(self.actor, asked, storage=self.t.clerk.storage)
        return LetterAnswer(
            printed=issued.number or number,
            dated_on=at.date(),
            subject=content.subject,
            method="hand",
            sent_on=at.date(),
            copies=content.copies,
        )

    @property
    def actor(self) -> Actor:
        """Return who investigates, whose second factor counts as shown."""
        return self.t.stepped_up(self.who)
