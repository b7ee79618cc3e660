"""The pages of the two forms of a partner."""

from netralitas.access.domain import Actor
from netralitas.accounts.domain import OrganisationKind
from netralitas.accounts.queries import organisations
from netralitas.database.transactions import reading
from netralitas.partners import words
from netralitas.partners.forms import PartnerForm, TokenForm
from netralitas.partners.showing import HOME, PATH
from netralitas.web.form_page import FormPage
from netralitas.web.parts import Crumb

type_choices = dict[str, tuple[tuple[str, str], ...]]


async def senders(actor: Actor) -> type_choices:
    """Return the offices of Bawaslu to be picked from."""
    async with reading(actor) as c:
        found = await organisations(c, OrganisationKind.BAWASLU)
    return {"sender": tuple((str(one.id), one.name) for one in found)}


def new_page(form: PartnerForm) -> FormPage:
    """Return the form of a new partner."""
    return FormPage(
        crumbs=(*HOME, Crumb(words.NEW)),
        title=words.NEW,
        lead=words.NEW_LEAD,
        action=f"{PATH}/baru",
        back=PATH,
        button=words.NEW,
        form=form,
        fields=("name", "address", "sender", "token"),
        selects=("sender",),
    )


def token_page(form: TokenForm, partner: int) -> FormPage:
    """Return the form of another token."""
    return FormPage(
        crumbs=(*HOME, Crumb(words.REPLACE)),
        title=words.REPLACE,
        lead=words.REPLACE_LEAD,
        action=f"{PATH}/{partner}/token",
        back=f"{PATH}/{partner}",
        button=words.REPLACE,
        form=form,
        fields=("token",),
    )
