"""What other systems say, recorded for tests through the command."""

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.audit.domain import Moment
from netralitas.cases.queries import view_case
from netralitas.database.transactions import reading
from netralitas.law import book
from netralitas.referral.external.commands import Told, record_external
from netralitas.referral.external.domain import ExternalStanding, ExternalSystem, ExternalWord
from tests.make import days_ago


async def say_different_things(actor: Actor, case: int) -> None:
    """Let two systems say of the first respondent what does not agree."""
    for system, standing, number in (
        (ExternalSystem.SBT, ExternalStanding.VERIFICATION, "SBT-2026-0117"),
        (ExternalSystem.IDIS, ExternalStanding.SANCTIONED, ""),
    ):
        word = ExternalWord(
            system=system,
            number=number,
            standing=standing,
            said="Sedang diverifikasi oleh petugas" if number else "",
            as_of=Moment.day(days_ago(5)),
            according_to="Layar yang dilihat petugas",
        )
        async with reading(actor) as c:
            view = await view_case(c, actor, case, now=clock.now(), book=book.load())
        (first, *_) = view.dossier.respondents
        await record_external(view, Told(respondent=first.id, word=word))
