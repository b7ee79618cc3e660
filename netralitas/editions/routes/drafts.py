"""The preview of a change, and its saving."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission, may, may_see
from netralitas.editions import addresses
from netralitas.editions.commands.changing import save
from netralitas.editions.forms import SaveForm
from netralitas.editions.forms.saving import EVERY_QUESTION, to_confirm
from netralitas.editions.previewing import preview_page
from netralitas.editions.queries import preview
from netralitas.editions.routes.acting import type_answer
from netralitas.law.entries import LawData
from netralitas.refusals import Invalid, RuleBroken, Stale
from netralitas.web.fragments import see_other
from netralitas.web.visit import Visit

_TEMPLATE = "editions/preview.html"
_CONFIRM = "law.confirm."


class DraftController(Controller):
    """`/administrasi/hukum/usulan/{id}`: what a change would do, and the button that does it."""

    path = f"{addresses.DRAFT}/{{draft:int}}"
    include_in_schema = False

    @get()
    async def show(
        self, draft: FromPath[int], visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show it; 404 for the draft of somebody else."""
        may_see(visit.actor, Permission.CHANGE_LAW)
        return await _page(visit, law, draft)

    @post()
    async def save(
        self, draft: FromPath[int], visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> type_answer:
        """Put it into force, or say what is still to be confirmed or has changed meanwhile."""
        may(visit.actor, Permission.CHANGE_LAW)
        sent = SaveForm.parse(await visit.typed(), choices=EVERY_QUESTION)
        try:
            edition = await save(
                visit.actor, draft, previewed=sent.previewed, confirmed=sent.answered
            )
        except (Invalid, RuleBroken, Stale) as refused:
            return await _page(visit, law, draft, sent=sent, refused=refused)
        return see_other(addresses.asked(addresses.LAW, tersimpan=edition))


async def _page(
    visit: Visit,
    law: LawData,
    draft: int,
    *,
    sent: SaveForm | None = None,
    refused: Invalid | RuleBroken | Stale | None = None,
) -> Response[str]:
    """Return the preview as it stands now, with what was ticked and refused."""
    found = await preview(visit.actor, draft)
    form = SaveForm.blank(
        values={
            "previewed": found.edition,
            "confirmed": tuple(sorted(sent.answered)) if sent and sent.valid else None,
        },
        choices={"confirmed": to_confirm(found.questions)},
    )
    status = 200
    if isinstance(refused, Invalid):
        status = 422
        for sentence, _ in sent.error_list if sent else ():
            form.refuse("", sentence)
    elif isinstance(refused, RuleBroken):
        asked = (refused.rule or "").startswith(_CONFIRM)
        status = 422 if asked else 409
        form.refuse("confirmed" if asked else "", refused.reason)
    elif refused is not None:
        status = 409
    content = await preview_page(
        visit.actor,
        found,
        form,
        law=law,
        after=visit.asked.get("setelah"),
        stale=isinstance(refused, Stale),
    )
    return await visit.page(_TEMPLATE, content, status=status)
