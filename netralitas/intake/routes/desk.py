"""The desk: taking in a report, a finding or first information."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency, Provide
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import reading
from netralitas.evidence.storage import Storage
from netralitas.intake.arriving import as_evidence, still_arriving
from netralitas.intake.commands import take_in_handed
from netralitas.intake.desk import (
    again,
    blank,
    desk_page,
    only_the_window,
    parse,
)
from netralitas.intake.desk_page import CHECKING, PATH, DeskPage
from netralitas.intake.domain import Evidence
from netralitas.intake.drafts import drafts_of
from netralitas.intake.queries import choices_for, known_of_address
from netralitas.intake.routes.entered import Entered, entered
from netralitas.intake.sealing import ReceiptSealer, Seals
from netralitas.law.book import RuleBook
from netralitas.refusals import Invalid, RuleBroken
from netralitas.vault.cipher import Keys
from netralitas.web.fragments import is_fragment, see_other
from netralitas.web.visit import Visit

DESK: Final = "intake/desk.html"
WINDOW: Final = "intake/_window.html"


def provide_seals(
    sealer: NamedDependency[NipSealer],
    vault_keys: NamedDependency[Keys],
    receipts: NamedDependency[ReceiptSealer],
    draft_keys: NamedDependency[Keys],
) -> Seals:
    """Return them together, as the dependency `seals`."""
    return Seals(nips=sealer, identities=vault_keys, receipts=receipts, drafts=draft_keys)


SEALS: Final = {"seals": Provide(provide_seals, sync_to_thread=False)}


class DeskController(Controller):
    """`/perkara/baru`: one page on which a matter is taken in."""

    path = PATH
    include_in_schema = False
    dependencies = SEALS

    @get()
    async def show(
        self,
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        draft_keys: NamedDependency[Keys],
    ) -> Response[str]:
        """Show the form of the kind of matter that the address names, and the officer's drafts."""
        may(visit.actor, Permission.TAKE_IN)
        async with reading(visit.actor) as c:
            choices, region = await choices_for(c, visit.actor, asking=True)
            drafts = await drafts_of(c, visit.actor, draft_keys)
            known = await known_of_address(c, visit.asked.get("alamat", ""))
        whole = blank(visit.asked.get("jenis"), visit.actor, choices, region, known)
        content = desk_page(whole, book.at(region or ""), visit.actor.zone, drafts=drafts)
        return await visit.page(DESK, content)

    @post()
    async def take(
        self,
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        seals: NamedDependency[Seals],
        storage: NamedDependency[Storage],
    ) -> Response[str] | Redirect:
        """Take it in and go to its receipt, or say what is wrong and keep what was typed."""
        form = await entered(visit, storage, seals.drafts)
        evidence = _evidence(form)
        try:
            handed = form.whole.handed(visit.actor.zone, seals.nips, evidence, form.token)
            case = await take_in_handed(
                visit.actor, handed, book=book, keys=seals.identities, receipts=seals.receipts
            )
        except (Invalid, RuleBroken) as refused:
            status = again(form.whole, refused)
            return await visit.page(DESK, form.page(book), status=status)
        return see_other(f"/perkara/{case}/tanda-terima")


class WindowController(Controller):
    """`/perkara/baru/batas-waktu`: until when a report could be made; nothing is taken in."""

    path = CHECKING
    include_in_schema = False

    @get()
    async def look(
        self, visit: NamedDependency[Visit], book: NamedDependency[RuleBook]
    ) -> Response[str] | Redirect:
        """Show that part of the desk, for the dates in the address; by itself it is no page."""
        may(visit.actor, Permission.TAKE_IN)
        async with reading(visit.actor) as c:
            choices, region = await choices_for(c, visit.actor)
        whole = only_the_window(parse("laporan", visit.asked, visit.actor, choices))
        content: DeskPage = desk_page(whole, book.at(region or ""), visit.actor.zone)
        if not is_fragment(visit.request):
            return see_other(PATH)
        return await visit.page(WINDOW, content)

    @post()
    async def check(
        self,
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
        draft_keys: NamedDependency[Keys],
        storage: NamedDependency[Storage],
    ) -> Response[str]:
        """Show the desk again with everything typed, and what its dates mean."""
        form = await entered(visit, storage, draft_keys)
        only_the_window(form.whole)
        status = 200 if form.whole.valid else 422
        return await visit.page(DESK, form.page(book), status=status)


def _evidence(form: Entered) -> tuple[Evidence, ...]:
    """Return the files of the draft with what was said of each; a file still arriving is wrong."""
    for sentence in still_arriving(form.files):
        form.whole.matter.refuse("evidence", sentence)
    said = {number: each.read_value("title") for number, each in form.whole.evidence.items()}
    return as_evidence(form.files, said)
