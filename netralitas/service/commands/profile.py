"""What an administrator says of the service of an office: where it is reached, who is on duty."""

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.events import happened
from netralitas.database.transactions import writing
from netralitas.refusals import Invalid, NotAllowed, NotVisible
from netralitas.service import store, words
from netralitas.service.domain import Profile


async def set_profile(actor: Actor, told: Profile) -> None:
    """Hold that the actor's office is reached so; everybody reads it within a minute."""
    _hold_office(actor)
    async with writing(actor) as c:
        await store.set_profile(c, actor.organisation, told)
        await happened(c, actor, "service.profile_set", organisation=actor.organisation)


async def add_duty(actor: Actor, post: str, hours: str, officer: int | None) -> int:
    """Return the id of a new line of the roster; with an `officer` everybody reads their name.

    Raises NotAllowed, Invalid for an officer who does not sit in the office.
    """
    _hold_office(actor)
    async with writing(actor) as c:
        people = await store.officers_of(c, actor.organisation, clock.now())
        if officer is not None and officer not in {each.officer for each in people}:
            raise Invalid({"officer": ["Pilih petugas dari daftar."]})
        added = await store.add_duty(c, actor.organisation, post, hours, officer)
        await happened(c, actor, "service.duty_added", duty=added, named=officer is not None)
    return added


async def drop_duty(actor: Actor, duty: int) -> None:
    """Take a line off the roster of the actor's office; NotAllowed, NotVisible."""
    _hold_office(actor)
    async with writing(actor) as c:
        if not 0 < duty < 2**31 or not await store.drop_duty(c, actor.organisation, duty):
            raise NotVisible
        await happened(c, actor, "service.duty_dropped", duty=duty)


def _hold_office(actor: Actor) -> None:
    """Hold that an administrator of Bawaslu acts; NotAllowed else."""
    may(actor, Permission.ADMINISTER)
    if actor.organisation_kind != "bawaslu":
        raise NotAllowed(words.ONLY_BAWASLU)
