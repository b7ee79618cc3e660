"""Acts on a study, each one transaction with its event on the case."""

from dataclasses import dataclass
from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Field
from netralitas.cases.commands import tell_in
from netralitas.cases.queries import CaseView, view_case
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.investigation.study import store, words
from netralitas.investigation.study.domain import Content, Section, Study, Verdict
from netralitas.investigation.study.policy import hold_drafting, hold_resolver, hold_second
from netralitas.law.book import RuleBook
from netralitas.refusals import NotAllowed, NotVisible, Stale
from netralitas.workflow.posts import COMMISSIONER, INVESTIGATOR

SAVED: Final = "study.version_saved"
COMMENTED: Final = "study.commented"
RESOLVED: Final = "study.comment_resolved"
READ: Final = "study.second_reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A study about to be acted on: its case as the actor sees it, and how it stands."""

    connection: Connection
    actor: Actor
    view: CaseView
    study: Study

    @property
    def readers(self) -> tuple[int, ...]:
        """Return who reads the handling, and with it the study."""
        return self.view.dossier.handling().readers

    async def tell(self, name: str, details: dict[str, object]) -> store.Made:
        """Record the event on the case and return what hangs on it; the case is locked then."""
        case = self.view.dossier.id
        told = await tell_in(self.connection, self.actor, case, name, self.readers, details)
        return store.Made(
            case=case,
            officer=self.actor.officer,
            event=told.id,
            at=clock.now(),
            readers=self.readers,
        )


async def save_version(
    actor: Actor, case: int, content: Content, *, base: int, book: RuleBook
) -> int:
    """Return the number of the new version that says `content`, written over version `base`.

    Raises Stale when another version came between, RuleBroken before registration and from the
    plenary on, NotAllowed, NotVisible.
    """
    async with writing(actor) as c:
        desk = await desk_of(c, actor, case, book, writes=True)
        number = base + 1
        made = await desk.tell(SAVED, {"version": number})
        desk = await desk_of(c, actor, case, book, writes=True)  # under the lock of the case
        if desk.study.number != base:
            raise Stale
        await store.add_version(c, made, number, content)
    return number


async def add_comment(
    actor: Actor, case: int, section: Section, text: str, *, book: RuleBook
) -> None:
    """Say something of a section; it stands against submitting until it is settled."""
    async with writing(actor) as c:
        desk = await desk_of(c, actor, case, book)
        made = await desk.tell(COMMENTED, {"section": section.value})
        await store.add_comment(c, made, section, text)


async def resolve_comment(actor: Actor, case: int, comment: int, *, book: RuleBook) -> None:
    """Settle a comment; RuleBroken for an author of the study who did not make it."""
    async with writing(actor) as c:
        desk = await desk_of(c, actor, case, book)
        found = next((each for each in desk.study.comments if each.id == comment), None)
        if found is None:
            raise NotVisible
        hold_resolver(actor.officer, found.officer, desk.study.authors)
        await desk.tell(RESOLVED, {"section": found.section.value})
        await store.resolve(c, case, comment, actor.officer, clock.now())


async def read_second(
    actor: Actor, case: int, version: int, verdict: Verdict, reason: str | None, *, book: RuleBook
) -> None:
    """Approve or return the last version as the second person.

    Raises Stale when it is no longer the last, RuleBroken for an author of any version.
    """
    async with writing(actor) as c:
        desk = await desk_of(c, actor, case, book)
        hold_second(actor.hands, desk.study.authors)
        made = await desk.tell(READ, {"version": version, "verdict": verdict.value})
        desk = await desk_of(c, actor, case, book)
        if desk.study.number != version or version == 0:
            raise Stale
        await store.add_reading(c, made, version, verdict, reason)


async def desk_of(
    c: Connection, actor: Actor, case: int, book: RuleBook, *, writes: bool = False
) -> Desk:
    """Return the study for who may act on it, while it is written; NotAllowed, NotVisible else."""
    view = await view_case(c, actor, case, now=clock.now(), book=book)
    if Field.STUDY_DRAFT not in view.seen:
        raise NotVisible
    handling = view.dossier.handling()
    held = view.posts(handling)
    if writes and INVESTIGATOR not in held:
        raise NotAllowed(words.WRITER)
    if held.isdisjoint({INVESTIGATOR, COMMISSIONER}):
        raise NotAllowed(words.READER)
    hold_drafting(handling.state)
    return Desk(connection=c, actor=actor, view=view, study=await store.study_of(c, case))
