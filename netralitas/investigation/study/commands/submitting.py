"""Submitting: the last version becomes a paper, and the handling goes to the plenary by it."""

from typing import Final

from netralitas.access.domain import Actor
from netralitas.audit.domain import Moment
from netralitas.cases.answers import Answers, Paper
from netralitas.cases.commands import make_move_in
from netralitas.cases.moving import MoveRequest, Target
from netralitas.database.transactions import writing
from netralitas.documents.official.commands import Issue, issue_in
from netralitas.evidence.storage import Storage
from netralitas.investigation.study.commands.acts import desk_of
from netralitas.investigation.study.commands.paper import content_of
from netralitas.investigation.study.policy import SUBMITTED_FROM, missing
from netralitas.investigation.study.queries.people import people_of
from netralitas.investigation.study.store import recording_time
from netralitas.law.book import RuleBook
from netralitas.refusals import RuleBroken, Stale

PAPER: Final = "kajian"


async def submit(
    actor: Actor, case: int, version: int, *, book: RuleBook, storage: Storage
) -> None:
    """Submit the last version to the plenary: as a paper, by the move of the handling, or not.

    Raises RuleBroken naming all that is missing, Stale when it is no longer the last version.
    """
    async with writing(actor) as c:
        desk = await desk_of(c, actor, case, book, writes=True)
        handling = desk.view.dossier.handling()
        if handling.state != SUBMITTED_FROM:
            raise RuleBroken(
                "Kajian diajukan setelah klarifikasi selesai dan selagi perkara pada tahap kajian.",
                rule="study.state",
            )
        people = await people_of(c, case)
        lacking = missing(desk.study, [(each.id, each.called) for each in people])
        if lacking:
            raise RuleBroken(" ".join(lacking), rule="study.missing")
        latest = desk.study.latest
        if latest is None or latest.number != version:
            raise Stale
        content = await content_of(c, desk.view, desk.study, people)
        issue = Issue(case=case, paper=PAPER, content=content, on=desk.view.today)
        issued = await issue_in(c, actor, issue, storage=storage)
        paper = Paper(kind=issued.kind, title=issued.title, stored=issued.pdf)
        request = MoveRequest(
            case=case,
            targets=(Target(id=handling.id, version=handling.version),),
            move="submit_to_plenary",
            happened=Moment.time(await recording_time(c), desk.view.dossier.zone),
            answers=Answers(papers=(paper,)),
        )
        await make_move_in(c, actor, request, book=book)
