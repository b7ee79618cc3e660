"""The page on which an administrator says where the office is reached, and who is on duty."""

from dataclasses import asdict

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may_see
from netralitas.database.connection import Connection
from netralitas.refusals import NotAllowed
from netralitas.service import queries, words
from netralitas.service.forms import DutyForm, ProfileForm
from netralitas.service.pages import ServicePage
from netralitas.web.parts import Crumb


async def service_page(
    c: Connection,
    actor: Actor,
    *,
    profile: ProfileForm | None = None,
    duty: DutyForm | None = None,
) -> ServicePage:
    """Return what the actor's office says, with the forms; NotAllowed but for its administrator."""
    may_see(actor, Permission.ADMINISTER)
    if actor.organisation_kind != "bawaslu":
        raise NotAllowed(words.ONLY_BAWASLU)
    told = await queries.profile_of(c, actor.organisation)
    return ServicePage(
        title=words.PROFILE,
        lead=words.PROFILE_LEAD,
        crumbs=(Crumb("Administrasi", "/administrasi"), Crumb(words.PROFILE)),
        profile=profile or ProfileForm.blank(values=asdict(told)),
        duties=(await queries.duties_of(c, actor.organisation)).get(actor.organisation, ()),
        duty=duty or DutyForm.blank(choices={"officer": await officer_choices(c, actor)}),
    )


async def officer_choices(c: Connection, actor: Actor) -> list[tuple[str, str]]:
    """Return who sits in the actor's office, to be picked from."""
    people = await queries.officers_of(c, actor.organisation, clock.now())
    return [(str(each.officer), each.name) for each in people]
