"""Entering an agreement, and writing its text."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.accounts.queries import organisations, readers_for
from netralitas.agreements.commands import enter_agreement, rewrite_text
from netralitas.agreements.forms import (
    EnterForm,
    PlanRowForm,
    ProvisionForm,
    RewriteForm,
    values_of,
)
from netralitas.agreements.paper import Paper
from netralitas.agreements.queries import visible_agreements
from netralitas.agreements.routes.sheet import (
    PATH,
    Layout,
    answer,
    ask,
    kept,
    type_answer,
)
from netralitas.database.transactions import reading
from netralitas.refusals import Invalid, RuleBroken
from netralitas.web.form_page import FORM_PAGE, FormPage, refused_on
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit

type_choices = dict[str, list[tuple[str, str]]]

_FIRST: Final = ("own", "other", "third", "fourth", "parent")
_LATER: Final = ("third_", "fourth_")
"""What further parties say of themselves is asked once the agreement is there."""
_POINTS: Final = Layout(
    title="Ubah pokok naskah",
    lead="Setiap perubahan menjadi versi baru; versi lama tetap tersimpan.",
    button="Simpan pokok naskah",
    name="naskah",
)
_PROVISION: Final = Layout(
    title="Tambah ketentuan",
    lead="Tulis satu ketentuan seperti bunyinya di naskah. Ketentuan yang menjadi tugas dicentang"
    " pihaknya, supaya pelaksanaannya dapat ditagih.",
    button="Tambah ketentuan",
    name="ketentuan",
)
_PLAN: Final = Layout(
    title="Tambah baris rencana kerja",
    lead="Satu kegiatan dengan tugas masing-masing pihak, jadwal, dan indikatornya.",
    button="Tambah baris",
    name="rencana",
    selects=("theme",),
)


class EnterController(Controller):
    """`/kerja-sama/baru`: an agreement at its first stage."""

    path = "/kerja-sama/baru"
    include_in_schema = False

    @get()
    async def ask(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form."""
        choices = await _choices(visit.actor)
        own = {"own": choices["own"][0][0]}
        return await visit.page(
            FORM_PAGE, _enter_page(EnterForm.blank(values=own, choices=choices))
        )

    @post()
    async def enter(self, visit: NamedDependency[Visit]) -> type_answer:
        """Enter the agreement and go to it."""
        form = EnterForm.parse(await visit.typed(), choices=await _choices(visit.actor))
        if not form.valid:
            return await visit.page(FORM_PAGE, _enter_page(form), status=422)
        try:
            paper = form.written(form.blank_paper())
            parent = int(form.parent) if form.parent else None
            added = await enter_agreement(visit.actor, paper, parent)
        except (Invalid, RuleBroken) as refused:
            return await visit.page(FORM_PAGE, _enter_page(form), status=refused_on(form, refused))
        return see_other(f"{PATH}/{added}")


class PointsController(Controller):
    """`/kerja-sama/{id}/naskah`: the points of the text."""

    path = "/kerja-sama/{number:int}/naskah"
    include_in_schema = False

    @get()
    async def ask(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the points as they stand."""
        seen = await kept(visit, number)
        return await ask(
            visit, number, seen, RewriteForm.blank(values=values_of(seen.paper)), _POINTS
        )

    @post()
    async def write(self, number: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Write another version."""
        seen = await kept(visit, number)
        form = RewriteForm.parse(await visit.typed())
        return await answer(
            *(visit, number, seen, form, _POINTS),
            doing=lambda: rewrite_text(visit.actor, number, form.version, form.written),
        )


class ProvisionController(Controller):
    """`/kerja-sama/{id}/ketentuan`: another sentence of an article."""

    path = "/kerja-sama/{number:int}/ketentuan"
    include_in_schema = False

    @get()
    async def ask(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form."""
        seen = await kept(visit, number)
        form = ProvisionForm.blank(choices=parties_of(seen.paper, "owed_by"))
        return await ask(visit, number, seen, form, _PROVISION)

    @post()
    async def add(self, number: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Add it as another version."""
        seen = await kept(visit, number)
        choices = parties_of(seen.paper, "owed_by")
        form = ProvisionForm.parse(await visit.typed(), choices=choices)
        return await answer(
            *(visit, number, seen, form, _PROVISION),
            doing=lambda: rewrite_text(visit.actor, number, form.version, form.added_to),
        )


class PlanController(Controller):
    """`/kerja-sama/{id}/rencana`: another row of the work plan."""

    path = "/kerja-sama/{number:int}/rencana"
    include_in_schema = False

    @get()
    async def ask(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form."""
        return await ask(visit, number, await kept(visit, number), PlanRowForm(), _PLAN)

    @post()
    async def add(self, number: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Add it as another version."""
        seen = await kept(visit, number)
        form = PlanRowForm.parse(await visit.typed())
        return await answer(
            *(visit, number, seen, form, _PLAN),
            doing=lambda: rewrite_text(visit.actor, number, form.version, form.added_to),
        )


def parties_of(paper: Paper, field: str) -> type_choices:
    """Return the parties of a paper to tick, by their places."""
    return {
        field: [
            (str(place), f"{party.called.capitalize()}: {party.name}")
            for place, party in enumerate(paper.parties, start=1)
        ]
    }


async def _choices(actor: Actor) -> type_choices:
    may(actor, Permission.KEEP_AGREEMENTS)
    async with reading(actor) as c:
        chain = await readers_for(c, actor.organisation)
        found = [(str(each.id), each.name, each.id) for each in await organisations(c)]
        parents = await visible_agreements(c)
    names = {identity: name for _, name, identity in found}
    others = [(key, name) for key, name, identity in found if identity != actor.organisation]
    return {
        "own": [(str(each), names[each]) for each in chain if each in names],
        "other": others,
        "third": others,
        "fourth": others,
        "parent": [(str(identity), title) for identity, title in parents.items()],
    }


def _enter_page(form: EnterForm) -> FormPage:
    return FormPage(
        wide=True,
        crumbs=(Crumb("Kerja sama", PATH), Crumb("Daftarkan kerja sama")),
        title="Daftarkan kerja sama",
        lead="Kerja sama dimulai pada tahap penjajakan. Nomor dan penanda tangan boleh diisi"
        " kemudian; ketentuan dan rencana kerja ditambahkan pada halamannya.",
        action=f"{PATH}/baru",
        back=PATH,
        button="Daftarkan kerja sama",
        form=form,
        fields=(
            *_FIRST,
            *(name for name in form.fields if name not in _FIRST and not name.startswith(_LATER)),
        ),
        selects=_FIRST,
    )
