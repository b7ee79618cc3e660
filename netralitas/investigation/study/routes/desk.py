"""A visit to the study of one case: who may do what there, and what said no."""

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Final

from litestar import Response
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Field
from netralitas.cases.queries import view_case
from netralitas.database.transactions import reading
from netralitas.investigation.study import words
from netralitas.investigation.study.policy import hold_drafting
from netralitas.investigation.study.queries import (
    Writing,
    writing_of,
)
from netralitas.law.entries import LawData
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken, Stale
from netralitas.web.visit import MakeFrame, Visit, type_request
from netralitas.workflow.posts import COMMISSIONER, INVESTIGATOR

type_answer = Response[str] | Redirect

_PAGE: Final = "investigation/study.html"
_WRITE: Final = "investigation/write_study.html"
_VERSION: Final = "investigation/study_version.html"
_NEWER: Final = "Versi kajian yang lebih baru sudah disimpan sejak Anda membuka halaman ini."


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk(Visit):
    """A visit to the study of one case, with the law that is in force."""

    law: LawData
    case: int

    @property
    def back(self) -> str:
        """Return the address of the study."""
        return f"/perkara/{self.case}/kajian"

    async def look(self) -> Writing:
        """Return the study as the actor sees it; NotVisible to who reads no drafts."""
        async with reading(self.actor) as c:
            view = await view_case(c, self.actor, self.case, now=clock.now(), book=self.law.book)
            if Field.STUDY_DRAFT not in view.seen:
                raise NotVisible
            return await writing_of(c, view)

    async def written(self) -> Writing:
        """Return the study for who writes it; NotAllowed, RuleBroken else."""
        found = await self.look()
        if INVESTIGATOR not in found.posts:
            raise NotAllowed(words.WRITER)
        hold_drafting(found.state)
        return found

    async def commented(self) -> Writing:
        """Return the study for who comments on it and reads it; NotAllowed, RuleBroken else."""
        found = await self.look()
        if found.posts.isdisjoint({INVESTIGATOR, COMMISSIONER}):
            raise NotAllowed(words.READER)
        hold_drafting(found.state)
        return found

    async def refused(self, doing: Awaitable[object]) -> tuple[int, tuple[str, ...]] | None:
        """Return status and sentences of what said no; None when it is done."""
        try:
            await doing
        except RuleBroken as refusal:
            return 409, (refusal.reason,)
        except Stale:
            return 409, (_NEWER,)
        return None


async def provide_desk(
    request: type_request,
    actor: NamedDependency[Actor],
    law: NamedDependency[LawData],
    make_frame: NamedDependency[MakeFrame],
    case: FromPath[int],
) -> Desk:
    """Return the visit to the study that the address names."""
    return Desk(actor=actor, law=law, request=request, make_frame=make_frame, case=case)
