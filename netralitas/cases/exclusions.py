"""Conflict of interest: an officer who is excluded from a case sees it on no channel any more."""

from dataclasses import replace

from netralitas.access.domain import Actor, Role
from netralitas.access.policy import Permission
from netralitas.cases.change import Change
from netralitas.cases.domain import ExclusionGround
from netralitas.cases.dossier import lock_case
from netralitas.cases.events import case_event
from netralitas.cases.presence import hold
from netralitas.cases.record import enter
from netralitas.database.transactions import writing
from netralitas.refusals import NotAllowed, RuleBroken

_EXCLUDE = """
INSERT INTO exclusion (case_file, officer, ground, event, readers) VALUES ($1, $2, $3, $4, $5)
"""
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
            case_event(actor, dossier, handling.readers, "case.officer_excluded"),
            details={"officer": officer, "ground": ground.value},
            note=reason,
        )
        recorded, _ = await enter(connection, dossier.head, [Change(event=event)])
        await connection.execute(
            _EXCLUDE, case, officer, ground, recorded[0].id, list(handling.readers)
        )
