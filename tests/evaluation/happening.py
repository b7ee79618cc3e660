"""What may still happen to a case after figures were taken."""

from netralitas.audit.domain import Moment
from netralitas.cases.corrections import CorrectionRequest, confirm_correction, propose_correction
from netralitas.cases.moving import Target
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import reading
from netralitas.law import book
from tests.make import ZONE, Town, proceedings


async def correct(town: Town, case: int) -> None:
    """Correct the day on which a case was received, by two people."""
    async with reading(EVERYTHING) as c:
        event = await c.fetchval("SELECT min(id) FROM event WHERE stream = $1", case)
        happened = await c.fetchval("SELECT happened_at FROM event WHERE id = $1", event)
    request = CorrectionRequest(
        case=case,
        target=await _handling(case),
        event=event,
        happened=Moment.time(happened.replace(minute=0, second=0, microsecond=0), ZONE),
        reason="Salah tulis.",
    )
    proposed = await propose_correction(town.rina, request)
    await confirm_correction(town.sari, case, await _handling(case), proposed, book=book.load())


async def _handling(case: int) -> Target:
    row = (await proceedings(case))[0]
    return Target(id=row["id"], version=row["version"])
