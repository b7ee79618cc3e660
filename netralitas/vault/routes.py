"""`/perkara/{id}/identitas`: the identities of a case, while somebody may read them."""

from typing import Final

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.domain import Actor
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.settings import Settings
from netralitas.vault import words
from netralitas.vault.cipher import Keys
from netralitas.vault.domain import Identity, Subject
from netralitas.vault.opening import Opened, read_identities
from netralitas.vault.pages import IdentityPage, OpenedIdentity
from netralitas.web.fragments import page
from netralitas.web.frame import Frame
from netralitas.web.parts import Crumb

TEMPLATE: Final = "vault/identities.html"


class IdentityController(Controller):
    """The identities of a case, for the person who opened them."""

    path = "/perkara/{number:int}/identitas"
    include_in_schema = False

    @get()
    async def show(
        self,
        number: FromPath[int],
        actor: NamedDependency[Actor],
        frame: NamedDependency[Frame],
        book: NamedDependency[RuleBook],
        settings: NamedDependency[Settings],
        vault_keys: NamedDependency[Keys],
    ) -> Response[str]:
        """Show them, and keep on record that they were shown."""
        minutes = settings.identity_minutes
        opened = await read_identities(actor, number, book=book, keys=vault_keys, minutes=minutes)
        content = _page(number, opened, minutes, Zone(actor.zone))
        return page(TEMPLATE, content, frame=frame)


def _page(case: int, opened: Opened, minutes: int, zone: Zone) -> IdentityPage:
    return IdentityPage(
        crumbs=(Crumb("Perkara", "/perkara"), Crumb("Perkara ini", f"/perkara/{case}")),
        case=case,
        identities=tuple(_identity(*entry) for entry in opened.identities),
        notes=words.notes(opened.until, minutes, zone),
    )


def _identity(subject: Subject, identity: Identity) -> OpenedIdentity:
    given = ((label, getattr(identity, name)) for name, label in words.LABELS.items())
    return OpenedIdentity(
        subject=words.SUBJECTS[subject],
        lines=tuple((label, value) for label, value in given if value),
    )


CONTROLLERS = (IdentityController,)
