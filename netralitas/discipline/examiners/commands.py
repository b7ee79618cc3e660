"""Naming who examines, and ending it; whoever examines does not audit the case."""

from typing import Final

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.accounts.queries import desks_of
from netralitas.cases.commands import keep_out_in, tell_in
from netralitas.cases.domain import ExclusionGround
from netralitas.cases.queries import CaseView, view_case
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.discipline.examiners import store
from netralitas.discipline.examiners.domain import NewExaminer
from netralitas.discipline.examiners.words import BOTH, KNOWN
from netralitas.law.book import RuleBook
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken
from netralitas.workflow.posts import FOLLOW_UP

NAMED: Final = "discipline.examiner_named"
LEFT: Final = "discipline.examiner_left"
_RULE: Final = "examiner.auditor"


async def name_examiner(
    actor: Actor, case: int, proceeding: int, member: NewExaminer, *, book: RuleBook
) -> None:
    """Name a member of the body that examines a respondent; their own office alone reads it.

    One whose account is an auditor's alone sees the case on no channel any more. Raises RuleBroken
    (an auditor who also works on cases, one who is a member), NotAllowed, NotVisible.
    """
    async with writing(actor) as connection:
        await _held(connection, actor, case, proceeding, book)
        audits = await _audits(connection, proceeding, member)
        readers = (actor.organisation,)
        said = {"proceeding": proceeding, "body": member.body.value, "part": member.part.value}
        event = await tell_in(connection, actor, case, NAMED, readers, said)
        await store.add(connection, case, proceeding, event.id, member, readers)
        if audits and member.officer is not None:
            ground = ExclusionGround.EXAMINED
            await keep_out_in(connection, case, member.officer, ground, event.id, readers)


async def end_examiner(
    actor: Actor, case: int, proceeding: int, examiner: int, *, book: RuleBook
) -> None:
    """End a membership; it stays known who examined. Raises NotAllowed, NotVisible."""
    async with writing(actor) as connection:
        await _held(connection, actor, case, proceeding, book)
        said = {"proceeding": proceeding}
        event = await tell_in(connection, actor, case, LEFT, (actor.organisation,), said)
        if not await store.end(connection, examiner, proceeding, event.id):
            raise NotVisible


async def _held(
    connection: Connection, actor: Actor, case: int, proceeding: int, book: RuleBook
) -> CaseView:
    view = await view_case(connection, actor, case, now=clock.now(), book=book)
    found = view.proceeding(proceeding)
    if found.workflow != "discipline" or found.addressee != actor.organisation:
        raise NotVisible
    if FOLLOW_UP not in view.posts(found):
        raise NotAllowed("Pemeriksa dicatat oleh petugas tindak lanjut instansi penerima.")
    return view


async def _audits(connection: Connection, proceeding: int, member: NewExaminer) -> bool:
    """Say whether the member's account does nothing but look on, as an auditor."""
    if member.officer is None:
        return False
    if any(each.officer == member.officer for each in await store.present(connection, proceeding)):
        raise RuleBroken(KNOWN, rule=_RULE)
    desks = await desks_of(connection, member.officer, clock.now())
    roles = frozenset(role for desk in desks for role in desk.roles)
    if Role.AUDITOR in roles and roles != {Role.AUDITOR}:
        raise RuleBroken(BOTH, rule=_RULE)
    return Role.AUDITOR in roles
