"""`/alamat/{n}`: one address, and what is done with it."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect, Stream

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.evidence.storage import Storage
from netralitas.evidence.web.commands import (
    ask_capture,
    link_case,
    note_taken_down,
    refer_address,
)
from netralitas.evidence.web.forms import LinkForm, ReferralForm, TakenDownForm
from netralitas.evidence.web.queries import address_page, file_of, recent_cases, seen_address
from netralitas.evidence.web.queries.lines import CRUMBS, PATH
from netralitas.evidence.web.routes.sending import answered, sent, type_answer
from netralitas.web.form_page import FORM_PAGE, FormPage
from netralitas.web.forms import Form
from netralitas.web.fragments import is_fragment, see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit

_WORDS: Final = {
    "rujukan": (
        "Catat permintaan penurunan",
        (
            "Temuan yang berasal dari dinas komunikasi dikembalikan kepada dinas itu; temuan"
            " sendiri dimintakan kepada platform."
        ),
    ),
    "turun": (
        "Catat halaman turun",
        "Tangkap dahulu halamannya bila belum: yang sudah turun tidak dapat ditangkap lagi.",
    ),
    "perkara": (
        "Hubungkan dengan perkara",
        (
            "Pilih perkara temuan yang dibuka dari alamat ini. Tangkapan alamat ini, juga yang"
            " kemudian, menjadi bukti perkara itu."
        ),
    ),
}


class AddressController(Controller):
    """One address of the register."""

    path = f"{PATH}/{{number:int}}"
    include_in_schema = False

    @get()
    async def show(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the address with its captures; to htmx the captures alone."""
        part = "_captures" if is_fragment(visit.request) else "address"
        before, done = visit.asked.get("sebelum", ""), visit.asked.get("tercatat", "")
        return await visit.show(
            Permission.SEE_WEB_REGISTER,
            f"web_evidence/{part}.html",
            lambda c: address_page(c, visit.actor, number, before, done),
        )

    @post("/tangkapan")
    async def capture(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Redirect:
        """Have the page captured, and show how far it is."""
        await ask_capture(visit.actor, number)
        return see_other(f"{PATH}/{number}?tercatat=tangkapan")

    @get("/tangkapan/{capture:int}/{name:str}")
    async def download(
        self,
        number: FromPath[int],
        capture: FromPath[int],
        name: FromPath[str],
        visit: NamedDependency[Visit],
        storage: NamedDependency[Storage],
    ) -> Stream:
        """Send a file of a capture."""
        may(visit.actor, Permission.SEE_WEB_REGISTER)
        async with reading(visit.actor) as c:
            await seen_address(c, number)
            found = await file_of(c, capture, name, address=number)
        return await sent(visit, storage, found, capture)

    @get("/rujukan")
    async def ask_referral(
        self, number: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Show the form of a request to take the page down."""
        return await _asked(visit, number, "rujukan", ReferralForm.blank())

    @post("/rujukan")
    async def refer(self, number: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Keep the request, or say what is wrong."""
        await _held(visit, number)
        form = ReferralForm.parse(await visit.typed(), today=visit.today)

        async def doing() -> None:
            await refer_address(visit.actor, number, form.said())

        page = _page(number, "rujukan", form)
        return await answered(visit, page, doing(), f"{PATH}/{number}?tercatat=rujukan")

    @get("/turun")
    async def ask_taken_down(
        self, number: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Show the form that says since when the page is gone."""
        form = TakenDownForm.blank(values={"done_on": visit.today})
        return await _asked(visit, number, "turun", form)

    @post("/turun")
    async def take_down(self, number: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Keep it, or say what is wrong."""
        await _held(visit, number)
        form = TakenDownForm.parse(await visit.typed(), today=visit.today)

        async def doing() -> None:
            form.require()
            await note_taken_down(visit.actor, number, form.done_on)

        page = _page(number, "turun", form)
        return await answered(visit, page, doing(), f"{PATH}/{number}?tercatat=turun")

    @get("/perkara")
    async def ask_case(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the cases to choose from."""
        choices = await _cases(visit, number)
        return await _asked(visit, number, "perkara", LinkForm.blank(choices=choices))

    @post("/perkara")
    async def link(self, number: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Link the address with a case, or say what is wrong."""
        choices = await _cases(visit, number)
        form = LinkForm.parse(await visit.typed(), choices=choices)

        async def doing() -> None:
            form.require()
            await link_case(visit.actor, number, int(form.case))

        page = _page(number, "perkara", form)
        return await answered(visit, page, doing(), f"{PATH}/{number}?tercatat=perkara")


async def _asked(visit: Visit, number: int, name: str, form: Form) -> Response[str]:
    await _held(visit, number)
    return await visit.page(FORM_PAGE, _page(number, name, form))


async def _held(visit: Visit, number: int) -> None:
    """Hold that the address is seen, and that its reader keeps the register."""
    may(visit.actor, Permission.SEE_WEB_REGISTER)
    async with reading(visit.actor) as c:
        await seen_address(c, number)
    may(visit.actor, Permission.KEEP_WEB_REGISTER)


async def _cases(visit: Visit, number: int) -> dict[str, list[tuple[str, str]]]:
    await _held(visit, number)
    async with reading(visit.actor) as c:
        return {"case": await recent_cases(c, visit.actor)}


def _page(number: int, name: str, form: Form) -> FormPage:
    title, lead = _WORDS[name]
    here = f"{PATH}/{number}"
    return FormPage(
        crumbs=(*CRUMBS, Crumb(f"Alamat {number}", here), Crumb(title)),
        title=title,
        lead=lead,
        action=f"{here}/{name}",
        back=here,
        button=title,
        form=form,
        fields=tuple(form.fields),
        selects=("case", "asked_of"),
    )
