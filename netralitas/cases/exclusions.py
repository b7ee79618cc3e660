"""Conflict of interest: an officer who is excluded from a case sees it on no channel any more."""

from dataclasses import replace
from typing import Final

from netralitas.access.domain import Actor, Role
from netralitas.access.policy import Permission
from netralitas.cases.change import Change
from netralitas.cases.domain import ExclusionGround
from netralitas.cases.dossier import lock_case
from netralitas.cases.events import case_event
from netralitas.cases.presence import hold
from netralitas.cases.record import enter
from netralitas.database.connection import Connection
from netralitas.database.transactions import writing
from netralitas.refusals import NotAllowed, RuleBroken

EXCLUDED: Final = "case.officer_excluded"
LIFTED: Final = "case.exclusion_lifted"

_EXCLUDE = """
INSERT INTO exclusion (case_file, officer, ground, event, readers) VALUES ($1, $2, $3, $4, $5)
"""
_LIFT = "DELETE FROM exclusion WHERE case_file = $1 AND officer = $2"
_EXISTING = "SELECT true FROM exclusion WHERE case_file = $1 AND officer = $2"


async def exclude(
    actor: Actor, case: int, officer: int, ground: ExclusionGround, reason: str
) -> None:
    """Exclude an officer from a case, with the ground and a reason; the exclusion is an event.

    A commissioner excludes anybody of the office; everybody may exclude themselves. Raises
    NotAllowed, RuleBroken (already excluded), NotVisible.
    """
    async with writing(actor) as connection:
        dossier = await lock_case(connection, case)
        handling = dossier.handling()
        hold(actor, dossier, Permission.EXCLUDE, handling)
        if officer != actor.officer and Role.COMMISSIONER not in actor.roles:
            raise NotAllowed("Pengecualian pejabat lain ditetapkan oleh anggota Bawaslu.")
        if await connection.fetchval(_EXISTING, case, officer):
            raise RuleBroken("Pejabat ini sudah dikecualikan dari perkara ini.", rule="exclusion")
        event = replace(
            case_event(actor, dossier, handling.readers, EXCLUDED),
            details={"officer": officer, "ground": ground.value},
            note=reason,
        )
        recorded, _ = await enter(connection, dossier.head, [Change(event=event)])
        await keep_out(connection, case, officer, ground, recorded[0].id, handling.readers)


async def keep_out(
    connection: Connection,
    case: int,
    officer: int,
    ground: ExclusionGround,
    event: int,
    readers: tuple[int, ...],
) -> None:
    """Hold that the officer sees the case on no channel any more, by an event that says so."""
    await connection.execute(_EXCLUDE, case, officer, ground, event, list(readers))


async def lift_exclusion(actor: Actor, case: int, officer: int, reason: str) -> None:
    """Let an officer see a case again, who turned out to be in no conflict; it is an event.

    A commissioner of the office decides that, and never about themselves. Raises NotAllowed,
    RuleBroken (not excluded), NotVisible.
    """
    async with writing(actor) as connection:
        dossier = await lock_case(connection, case)
        handling = dossier.handling()
        hold(actor, dossier, Permission.EXCLUDE, handling)
        if Role.COMMISSIONER not in actor.roles:
            raise NotAllowed("Pencabutan pengecualian ditetapkan oleh anggota Bawaslu.")
        if not await connection.fetchval(_EXISTING, case, officer):
            raise RuleBroken("Pejabat ini tidak dikecualikan dari perkara ini.", rule="exclusion")
        event = replace(
            case_event(actor, dossier, handling.readers, LIFTED),
            details={"officer": officer},
            note=reason,
        )
        await enter(connection, dossier.head, [Change(event=event)])
        await connection.execute(_LIFT, case, officer)
