"""Making duties of a text ready to be ticked by activities of prevention."""

from netralitas.access.domain import Actor
from netralitas.agreements import store
from netralitas.agreements.commands.opening import opened
from netralitas.agreements.duties import of_theme, owed
from netralitas.agreements.stages import BEFORE_SIGNING
from netralitas.cases.domain import Theme
from netralitas.refusals import Invalid, RuleBroken


async def tick_duty(actor: Actor, agreement: int, at: str, theme: Theme) -> None:
    """Let activities of a theme do the duty that stands at a place of the text.

    Raises RuleBroken before the signing, and where the theme has it; Invalid for another place.
    """
    async with opened(actor, agreement) as now:
        if now.now.stage in BEFORE_SIGNING:
            raise RuleBroken("Tugas dilaksanakan setelah kerja sama ditandatangani.")
        found = next((each for each in owed(now.paper) if each.at == at), None)
        if found is None:
            raise Invalid({"at": ["Pilih lagi tugasnya dari daftar."]})
        duties = tuple(of_theme(now.paper, theme, found.text, found.parties))
        if not await store.add_duties(now.connection, agreement, duties):
            raise RuleBroken("Tugas ini sudah dapat ditandai untuk tema itu.")
        await now.happened("agreement.duty_added", theme=theme.value)
