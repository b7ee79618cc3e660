"""The second of two administrators: an address is the person's own, and may let them in."""

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts import store as accounts
from netralitas.accounts.commands.charge import officer_in_charge
from netralitas.accounts.events import happened
from netralitas.accounts.people import words
from netralitas.accounts.people.domain import Established
from netralitas.accounts.people.queries.person import mail_set_by
from netralitas.database.transactions import writing
from netralitas.refusals import RuleBroken


async def confirm_mail(actor: Actor, login: str, address: str, *, established: Established) -> None:
    """Hold that the address which another administrator set is vouched for.

    From then on whoever a provider says has it can sign in. Raises RuleBroken for who set it, whose
    it is, or when it changed meanwhile; AccountRefused with the problem.
    """
    may(actor, Permission.ADMINISTER)
    async with writing(actor) as c:
        officer = await officer_in_charge(c, actor, login)
        if actor.hands & {officer, await mail_set_by(c, officer)}:
            raise RuleBroken(
                words.MAIL_TWO_PERSONS,
                rule="account.two_persons",
                remedy=words.TWO_PERSONS_REMEDY,
            )
        if not await accounts.confirm_mail(c, officer, address, actor.hands):
            raise RuleBroken(words.MAIL_CHANGED, rule="account.mail_as_seen")
        await happened(
            c, actor, "account.mail_confirmed", officer=officer, established=established.value
        )
