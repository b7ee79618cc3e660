"""`/perkara/{id}/identitas`: identities of a case, while somebody may read them; erasing them."""

from collections import Counter
from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.domain import Actor
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.refusals import RuleBroken
from netralitas.settings import Settings
from netralitas.vault import words
from netralitas.vault.cipher import Keys
from netralitas.vault.domain import Identity, Subject
from netralitas.vault.erasing import Erasable, erasable, erase_identities
from netralitas.vault.forms import ErasureForm
from netralitas.vault.opening import Opened, read_identities
from netralitas.vault.pages import ErasurePage, IdentityPage, OpenedIdentity
from netralitas.vault.queries import Entry
from netralitas.web.fragments import page, see_other
from netralitas.web.frame import Frame
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit

TEMPLATE: Final = "vault/identities.html"
ERASURE: Final = "vault/erasure.html"

type_answer = Response[str] | Redirect


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


class ErasureController(Controller):
    """Identities of a case that a commissioner erases, without having read them."""

    path = "/perkara/{number:int}/identitas/penghapusan"
    include_in_schema = False

    @get()
    async def ask(
        self,
        number: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Show which there are."""
        found = await erasable(visit.actor, number, book=book)
        form = ErasureForm.blank(choices=_choices(found, visit.actor))
        return await visit.page(ERASURE, _erasure(number, found, form))

    @post()
    async def erase(
        self,
        number: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> type_answer:
        """Erase those that were chosen, for the reason that was given."""
        found = await erasable(visit.actor, number, book=book)
        form = ErasureForm.parse(await visit.typed(), choices=_choices(found, visit.actor))
        if form.valid:
            chosen = [int(entry) for entry in form.entries]
            try:
                await erase_identities(visit.actor, number, chosen, form.reason, book=book)
                return see_other(f"/perkara/{number}?tercatat=1")
            except RuleBroken as refusal:
                form.refuse("entries", refusal.reason)
        return await visit.page(ERASURE, _erasure(number, found, form), status=422)


def _page(case: int, opened: Opened, minutes: int, zone: Zone) -> IdentityPage:
    return IdentityPage(
        crumbs=(Crumb("Perkara", "/perkara"), Crumb("Perkara ini", f"/perkara/{case}")),
        case=case,
        identities=tuple(_identity(*each, zone) for each in opened.identities),
        notes=words.notes(opened.until, minutes, zone),
    )


def _identity(entry: Entry, identity: Identity | None, zone: Zone) -> OpenedIdentity:
    given = ((label, getattr(identity, name, None)) for name, label in words.LABELS.items())
    return OpenedIdentity(
        subject=words.SUBJECTS[entry.subject],
        lines=tuple((label, value) for label, value in given if value),
        erased=words.erased(entry.erased_at, zone) if entry.erased_at else None,
    )


def _choices(found: Erasable, actor: Actor) -> dict[str, list[tuple[str, str]]]:
    """Return the entries as options; of several witnesses each has its number."""
    places: Counter[Subject] = Counter()
    options = []
    for entry in found.entries:
        places[entry.subject] += 1
        said = words.stored(entry.subject, entry.stored_at, Zone(actor.zone), places[entry.subject])
        options.append((str(entry.id), said))
    return {"entries": options}


def _erasure(case: int, found: Erasable, form: ErasureForm) -> ErasurePage:
    return ErasurePage(
        crumbs=(
            Crumb("Perkara", "/perkara"),
            Crumb(found.title, f"/perkara/{case}"),
            Crumb("Hapus identitas"),
        ),
        case=case,
        form=form if found.entries else None,
    )


CONTROLLERS = (IdentityController, ErasureController)
