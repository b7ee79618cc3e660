"""Why a piece of evidence is used: asked before a download or a playing; and what is said of it."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas import clock
from netralitas.cases.queries import CaseView, title, view_case
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading, writing
from netralitas.evidence.exhibits import words
from netralitas.evidence.exhibits.commands import describe_in, hold_may_add, use_in
from netralitas.evidence.exhibits.domain import Purpose, Use
from netralitas.evidence.exhibits.forms import DescribeForm, UseForm, facts_in
from netralitas.evidence.exhibits.pages import UsePage
from netralitas.evidence.exhibits.queries import exhibit
from netralitas.evidence.exhibits.queries.found import exhibit_row, facts_of
from netralitas.evidence.views import VIEWED
from netralitas.law.book import RuleBook
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit

type_answer = Response[str] | Redirect

_LEAD: Final = (
    "Setiap pemakaian bukti dicatat: siapa, kapan, dan untuk apa. Catatannya tidak dapat dihapus."
)
_WAYS: Final = {
    "unduhan": (Use.DOWNLOADED, "Unduh berkas asli", "berkas"),
    "salinan": (Use.COPIED, "Unduh salinan lihat", "salinan.jpg"),
    "pemutaran": (Use.PLAYED, "Putar rekaman", ""),
}
"""For each way: what stands on record, what the button says, where it leads."""


class UseController(Controller):
    """`/perkara/{id}/bukti/{n}/{way}`: the purpose, then the file."""

    path = "/perkara/{case:int}/bukti/{ordinal:int}"
    include_in_schema = False

    @get(["/unduhan", "/salinan", "/pemutaran"])
    async def ask(
        self,
        case: FromPath[int],
        ordinal: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Ask what for."""
        way = visit.request.url.path.rsplit("/", 1)[1]
        async with reading(visit.actor) as c:
            view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
            await _usable(c, view, ordinal, way)
        return await visit.page("evidence/use.html", _asking(view, ordinal, way, UseForm.blank()))

    @post(["/unduhan", "/salinan", "/pemutaran"])
    async def use(
        self,
        case: FromPath[int],
        ordinal: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> type_answer:
        """Keep on record what for, and lead to it."""
        way = visit.request.url.path.rsplit("/", 1)[1]
        form = UseForm.parse(await visit.typed())
        async with writing(visit.actor) as c:
            view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
            await _usable(c, view, ordinal, way)
            if form.valid:
                found = await exhibit(c, view, ordinal)
                purpose = Purpose(form.purpose)
                await use_in(c, view, found, _WAYS[way][0], purpose, form.note)
        if not form.valid:
            return await visit.page(
                "evidence/use.html", _asking(view, ordinal, way, form), status=422
            )
        goal = _WAYS[way][2]
        place = f"/{goal}" if goal else "#lihat"
        return see_other(f"/perkara/{case}/bukti/{ordinal}{place}")

    @get("/keterangan")
    async def ask_facts(
        self,
        case: FromPath[int],
        ordinal: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Show what is said of it, to be said better."""
        async with reading(visit.actor) as c:
            view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
            found = await exhibit(c, view, ordinal)
            hold_may_add(view)
            known = await facts_of(c, found)
        form = DescribeForm.blank(values=known)
        return await visit.page("evidence/use.html", _describing(view, ordinal, form))

    @post("/keterangan")
    async def describe(
        self,
        case: FromPath[int],
        ordinal: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> type_answer:
        """Hold what was typed."""
        form = DescribeForm.parse(await visit.typed())
        async with writing(visit.actor) as c:
            view = await view_case(c, visit.actor, case, now=clock.now(), book=book)
            found = await exhibit(c, view, ordinal)
            hold_may_add(view)
            if form.valid:
                try:
                    await describe_in(c, view, found, facts_in(form))
                except RuleBroken as refusal:
                    form.refuse("obtained_on", refusal.reason)
        if form.valid:
            return see_other(f"/perkara/{case}/bukti/{ordinal}")
        return await visit.page("evidence/use.html", _describing(view, ordinal, form), status=422)


async def _usable(c: Connection, view: CaseView, ordinal: int, way: str) -> None:
    """Hold that the evidence can be used this way; NotVisible, NotAllowed for malware."""
    row = await exhibit_row(c, view, ordinal)
    if row["scan"] == "infected":
        raise NotAllowed(words.INFECTED)
    kind = row["media_type"]
    if way == "salinan" and kind not in VIEWED:
        raise NotVisible
    if way == "pemutaran" and kind.partition("/")[0] not in {"video", "audio"}:
        raise NotVisible


def _crumbs(view: CaseView, ordinal: int, last: str) -> tuple[Crumb, ...]:
    base = f"/perkara/{view.dossier.id}"
    return (
        Crumb("Perkara", "/perkara"),
        Crumb(title(view), base),
        Crumb("Bukti", f"{base}/bukti"),
        Crumb(words.name(ordinal), f"{base}/bukti/{ordinal}"),
        Crumb(last),
    )


def _asking(view: CaseView, ordinal: int, way: str, form: Form) -> UsePage:
    label, back = _WAYS[way][1], f"/perkara/{view.dossier.id}/bukti/{ordinal}"
    return UsePage(
        crumbs=_crumbs(view, ordinal, label),
        title=f"{label} {words.name(ordinal)}",
        lead=_LEAD,
        action=f"{back}/{way}",
        back=back,
        button=label,
        form=form,
    )


def _describing(view: CaseView, ordinal: int, form: Form) -> UsePage:
    back = f"/perkara/{view.dossier.id}/bukti/{ordinal}"
    return UsePage(
        crumbs=_crumbs(view, ordinal, "Keterangan"),
        title=f"Keterangan {words.name(ordinal)}",
        lead="Berkas dan sidiknya tidak berubah; yang diubah hanya keterangan tentangnya.",
        action=f"{back}/keterangan",
        back=back,
        button="Simpan keterangan",
        form=form,
    )
