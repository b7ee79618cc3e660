"""Recovery codes: made ten at a time, and what follows when one is used."""

from netralitas import clock
from netralitas.accounts.events import happened
from netralitas.accounts.second_factor import recovery, store, words
from netralitas.accounts.second_factor.commands.enrolling import Bearer, hold_shown
from netralitas.accounts.second_factor.queries import held_by
from netralitas.accounts.telling import tell_officer
from netralitas.database.transactions import writing
from netralitas.refusals import RuleBroken


async def make_codes(bearer: Bearer) -> tuple[str, ...]:
    """Return ten new recovery codes of the bearer, in the place of all earlier ones.

    Only their digests are kept, so they can be shown this once. Raises RuleBroken without a second
    factor, StepUpNeeded when it was not shown lately.
    """
    now, made = clock.now(), recovery.new_codes()
    async with writing(bearer.session.actor) as c:
        if not (await held_by(c, bearer.officer)).any:
            raise RuleBroken(words.NO_FACTOR_YET)
        await hold_shown(c, bearer, now)
        digests = [recovery.digest_of(code, bearer.settings) for code in made]
        await store.replace_recovery(c, bearer.officer, digests, now)
        await happened(c, bearer.session.actor, "account.recovery_codes_made")
        await tell_officer(c, bearer.officer, bearer.settings)
    return made
