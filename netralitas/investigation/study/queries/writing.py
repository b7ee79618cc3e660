"""What a study is written from, and who may write and comment."""

from dataclasses import dataclass
from datetime import date

from netralitas.access.domain import Post
from netralitas.cases.queries import CaseView, title
from netralitas.database.connection import Connection
from netralitas.documents.queries import Document
from netralitas.investigation.study import words
from netralitas.investigation.study.domain import Study
from netralitas.investigation.study.policy import (
    DRAFTED_IN,
)
from netralitas.investigation.study.queries.people import People, evidence_of, people_of
from netralitas.investigation.study.store import study_of
from netralitas.law.laws import State
from netralitas.web.parts import Crumb
from netralitas.workflow.posts import COMMISSIONER, INVESTIGATOR

_TITLE = "Kajian dugaan pelanggaran"
_STALE = frozenset({State.REPLACED, State.AMENDED})
_SECTIONS = tuple((each.value, said) for each, said in words.SECTIONS.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """All that the form of a version asks about: the study, the people, the evidence."""

    view: CaseView
    study: Study
    people: tuple[People, ...]
    evidence: tuple[Document, ...]

    @property
    def state(self) -> str:
        """Return the state of the handling."""
        return self.view.dossier.handling().state

    @property
    def posts(self) -> frozenset[Post]:
        """Return the posts in which the reader acts on the handling."""
        return self.view.posts(self.view.dossier.handling())

    @property
    def writes(self) -> bool:
        """Say whether the reader writes versions, in this state."""
        return INVESTIGATOR in self.posts and self.state in DRAFTED_IN

    @property
    def comments(self) -> bool:
        """Say whether the reader comments and reads as the second, in this state."""
        return bool(self.posts & {INVESTIGATOR, COMMISSIONER}) and self.state in DRAFTED_IN

    @property
    def base(self) -> str:
        """Return the address of the case."""
        return f"/perkara/{self.view.dossier.id}"

    @property
    def act_on(self) -> date:
        """Return the day on which laws had to be in force: that of the act, else today."""
        return self.view.dossier.act_on or self.view.today

    def crumbs(self, *more: Crumb) -> tuple[Crumb, ...]:
        """Return the way to the study and beyond."""
        here = Crumb("Kajian", f"{self.base}/kajian") if more else Crumb("Kajian")
        return (Crumb("Perkara", "/perkara"), Crumb(title(self.view), self.base), here, *more)


async def writing_of(c: Connection, view: CaseView) -> Writing:
    """Return what a study is written from."""
    case = view.dossier.id
    return Writing(
        view=view,
        study=await study_of(c, case),
        people=await people_of(c, case),
        evidence=await evidence_of(c, case),
    )
