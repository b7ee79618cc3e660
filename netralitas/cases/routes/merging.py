"""`/perkara/{id}/penggabungan` and `/pemisahan`: cases become one matter, or one becomes two."""

from dataclasses import dataclass
from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect
from msgspec.structs import replace

from netralitas.access.policy import Permission
from netralitas.cases.forms import MergeForm, SplitForm, UndoForm
from netralitas.cases.merging.joining import MergeRequest, merge, undo_merger
from netralitas.cases.merging.parting import SplitRequest, split
from netralitas.cases.merging.rules import Refusal
from netralitas.cases.pages import FormPage
from netralitas.cases.queries import (
    CaseView,
    merge_refusal,
    movable_of,
    number_of,
    numbered,
    split_refusal,
)
from netralitas.cases.queries.joined import is_gone
from netralitas.cases.routes.desk import DESK, Desk, type_request
from netralitas.cases.routes.small import changed_since, crumbs, done_or_refused, look, say, shown
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading
from netralitas.refusals import NotVisible, RuleBroken, Stale
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.parts import Link

type_answer = Response[str] | Redirect


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What one of the forms does: its words, the end of its address, its fields in order."""

    title: str
    lead: str
    noun: str
    fields: tuple[str, ...]


_MERGING: Final = Doing(
    title="Gabungkan ke perkara lain",
    lead="Penanganan perkara ini dilanjutkan di perkara tujuan. Nomor, dokumen, dan tanda terimanya"
    " tetap; tenggatnya berhenti dihitung. Pelapor melihat status perkara tujuan. Penggabungan"
    " dapat dibatalkan.",
    noun="penggabungan",
    fields=("number", "respondents", "reason"),
)
_UNDOING: Final = Doing(
    title="Batalkan penggabungan",
    lead="Perkara ini ditangani sendiri lagi seperti sebelum digabung, dan tenggatnya dihitung"
    " kembali. Terlapor yang ikut dipindahkan kembali ke perkara ini.",
    noun="penggabungan/pembatalan",
    fields=("reason",),
)
_SPLITTING: Final = Doing(
    title="Pisahkan sebagian terlapor",
    lead="Terlapor yang dipilih dilanjutkan di perkara baru dengan tanggal, uraian, tahap, dan"
    " tenggat yang sama. Perkara baru mendapat nomor sendiri dan mencatat nomor perkara ini."
    " Dokumen dan pelapor tetap di perkara ini.",
    noun="pemisahan",
    fields=("respondents", "reason"),
)
_UNKNOWN: Final = "Nomor ini tidak ditemukan di antara perkara kantor Anda. Periksa penulisannya."


class MergingController(Controller):
    """A case goes on in another one."""

    path = "/perkara/{case:int}/penggabungan"
    dependencies = DESK
    include_in_schema = False

    @get()
    async def ask(
        self, request: type_request, case: FromPath[int], desk: NamedDependency[Desk]
    ) -> Response[str]:
        """Show the form, with the number of the case that the address names."""
        view, people = await look(desk, case, movable_of)
        values: dict[str, object] = {"version": view.dossier.handling().version}
        values["number"] = await _named(desk, view, request.query_params.get("ke", ""))
        form = MergeForm.blank(values=values, choices={"respondents": people})
        return await shown(_merge_page(view, form), desk)

    @post()
    async def record(
        self, request: type_request, case: FromPath[int], desk: NamedDependency[Desk]
    ) -> type_answer:
        """Merge, and show the case, which says where it goes on."""
        view, people = await look(desk, case, movable_of)
        form = MergeForm.parse(await request.form(), choices={"respondents": people})
        into = None
        if form.valid:
            async with reading(desk.actor) as c:
                into = await numbered(c, view, form.number)
            if into is None:
                form.refuse("number", _UNKNOWN)
        if not form.valid or into is None:
            return await shown(_merge_page(view, form), desk, status=422)
        wanted = MergeRequest(
            case=case,
            version=form.version,
            into=into,
            respondents=tuple(map(int, form.respondents or ())),
            reason=form.reason,
        )
        try:
            answer = await done_or_refused(form, merge(desk.actor, wanted), f"/perkara/{case}")
        except Stale:
            return await _changed(view, form, _merge_page(view, form), desk)
        return answer or await shown(_merge_page(view, form), desk, status=422)


class UndoingController(Controller):
    """A merger is undone."""

    path = "/perkara/{case:int}/penggabungan/pembatalan"
    dependencies = DESK
    include_in_schema = False

    @get()
    async def ask(self, case: FromPath[int], desk: NamedDependency[Desk]) -> Response[str]:
        """Show the form."""
        view, _ = await look(desk, case, _merged)
        form = UndoForm.blank(values={"version": view.dossier.handling().version})
        return await shown(_undo_page(view, form), desk)

    @post()
    async def record(
        self, request: type_request, case: FromPath[int], desk: NamedDependency[Desk]
    ) -> type_answer:
        """Undo it, and show the case, which is handled by itself again."""
        view, _ = await look(desk, case, _merged)
        form = UndoForm.parse(await request.form())
        if not form.valid:
            return await shown(_undo_page(view, form), desk, status=422)
        doing = undo_merger(desk.actor, case, form.version, form.reason, book=desk.book)
        try:
            answer = await done_or_refused(form, doing, f"/perkara/{case}")
        except Stale:
            return await _changed(view, form, _undo_page(view, form), desk)
        return answer or await shown(_undo_page(view, form), desk, status=422)


class SplittingController(Controller):
    """Some respondents go on in a case of their own."""

    path = "/perkara/{case:int}/pemisahan"
    dependencies = DESK
    include_in_schema = False

    @get()
    async def ask(self, case: FromPath[int], desk: NamedDependency[Desk]) -> Response[str]:
        """Show the form."""
        view, people = await look(desk, case, movable_of)
        values = {"version": view.dossier.handling().version}
        form = SplitForm.blank(values=values, choices={"respondents": people})
        return await shown(_split_page(view, form), desk)

    @post()
    async def record(
        self, request: type_request, case: FromPath[int], desk: NamedDependency[Desk]
    ) -> type_answer:
        """Split, and show the new case."""
        view, people = await look(desk, case, movable_of)
        form = SplitForm.parse(await request.form(), choices={"respondents": people})
        if not form.valid:
            return await shown(_split_page(view, form), desk, status=422)
        wanted = SplitRequest(
            case=case,
            version=form.version,
            respondents=tuple(map(int, form.respondents)),
            reason=form.reason,
        )
        try:
            return see_other(f"/perkara/{await split(desk.actor, wanted)}")
        except RuleBroken as refusal:
            say(form, refusal)
        except Stale:
            return await _changed(view, form, _split_page(view, form), desk)
        return await shown(_split_page(view, form), desk, status=422)


async def _merged(_: Connection, view: CaseView) -> None:
    """Hold that there is a merger to undo, for who may."""
    view.hold(Permission.MERGE)
    if not is_gone(view):
        raise NotVisible


async def _named(desk: Desk, view: CaseView, claimed: str) -> str | None:
    """Return the number of the case that a link names, where the reader sees one."""
    if not claimed.isascii() or not claimed.isdecimal() or len(claimed) > 18:
        return None
    async with reading(desk.actor) as c:
        return await number_of(c, view, int(claimed))


async def _changed(view: CaseView, form: Form, page: FormPage, desk: Desk) -> Response[str]:
    """Return the form once more, with what others did on the case since it was shown."""
    handling = view.dossier.handling()
    changed = await changed_since(view, handling.id, form.read_value("version"))
    page.hidden["version"] = str(handling.version)
    again = FormPage(
        **{name: getattr(page, name) for name in page.__struct_fields__}
        | {"changed": changed, "stale": True}
    )
    return await shown(again, desk, status=409)


def _merge_page(view: CaseView, form: MergeForm) -> FormPage:
    page = _page(view, form, _MERGING, merge_refusal(view))
    kept = [name for name in page.fields if name != "respondents" or form.field(name).options]
    alike = Link(label="Lihat perkara yang mirip", href=f"/perkara/{view.dossier.id}/kemiripan")
    return replace(page, fields=tuple(kept), instead=alike)


def _undo_page(view: CaseView, form: UndoForm) -> FormPage:
    return _page(view, form, _UNDOING)


def _split_page(view: CaseView, form: SplitForm) -> FormPage:
    return _page(view, form, _SPLITTING, split_refusal(view))


def _page(view: CaseView, form: Form, doing: Doing, refusal: Refusal | None = None) -> FormPage:
    base = f"/perkara/{view.dossier.id}"
    return FormPage(
        crumbs=crumbs(view, doing.title),
        title=doing.title,
        lead=doing.lead,
        action=f"{base}/{doing.noun}",
        back=base,
        button=doing.title,
        form=form,
        fields=doing.fields,
        hidden={"version": form.field("version").value},
        blocked=refusal.sentence if refusal else None,
    )
