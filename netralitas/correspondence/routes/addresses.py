"""`/surat/alamat`: how the offices are reached, from a day until another."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath
from litestar.response import Redirect

from netralitas.access.policy import Permission, may
from netralitas.correspondence.address import ADDRESSES, PATH, read_id
from netralitas.correspondence.domain import AddressKind
from netralitas.correspondence.forms import AddressForm, EndForm
from netralitas.correspondence.offices import NewAddress, add_address, end_address
from netralitas.correspondence.pages import LetterFormPage
from netralitas.correspondence.queries.addresses import address_facts, addresses_page, offices_of
from netralitas.database.transactions import reading
from netralitas.refusals import Invalid
from netralitas.web.forms import Form
from netralitas.web.fragments import see_other
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit

_FORM = "correspondence/form.html"
_NEW = "Tambah alamat"
_END = "Akhiri alamat"
_LARGEST_OFFICE = 2**31 - 1


class AddressController(Controller):
    """The addresses of the offices."""

    path = ADDRESSES
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the addresses of all offices, or of the one that the address names."""
        office = read_id(visit.asked.get("instansi", ""))
        known = office if office and office <= _LARGEST_OFFICE else None
        after = read_id(visit.asked.get("setelah", ""))
        return await visit.show(
            Permission.SEE_LETTERS,
            "correspondence/addresses.html",
            lambda c: addresses_page(c, visit.actor, known, after, visit.today),
        )

    @get("/baru")
    async def ask(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form of a new address."""
        may(visit.actor, Permission.KEEP_ADDRESSES)
        values = {"valid_from": visit.today, "replaces": True}
        form = AddressForm.blank(values=values, choices=await _offices(visit), today=visit.today)
        return await visit.page(_FORM, _new(form))

    @post("/baru")
    async def add(self, visit: NamedDependency[Visit]) -> Response[str] | Redirect:
        """Record a new address."""
        may(visit.actor, Permission.KEEP_ADDRESSES)
        typed = await visit.typed()
        form = AddressForm.parse(typed, choices=await _offices(visit), today=visit.today)
        if form.valid:
            try:
                await add_address(visit.actor, _address(form))
            except Invalid as refusal:
                _say(form, refusal)
            else:
                return see_other(f"{ADDRESSES}?instansi={form.organisation}")
        return await visit.page(_FORM, _new(form), status=422)

    @get("/{address:int}/akhir")
    async def ask_end(self, address: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form that ends an address."""
        lead = await _ending(visit, address)
        form = EndForm.blank(values={"on": visit.today}, today=visit.today)
        return await visit.page(_FORM, _end(form, address, lead))

    @post("/{address:int}/akhir")
    async def end(
        self, address: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str] | Redirect:
        """Record from when on the address no longer holds."""
        lead = await _ending(visit, address)
        form = EndForm.parse(await visit.typed(), today=visit.today)
        if form.valid:
            try:
                await end_address(visit.actor, address, form.on)
            except Invalid as refusal:
                _say(form, refusal)
            else:
                return see_other(ADDRESSES)
        return await visit.page(_FORM, _end(form, address, lead), status=422)


async def _offices(visit: Visit) -> dict[str, tuple[tuple[str, str], ...]]:
    async with reading(visit.actor) as c:
        return {"organisation": await offices_of(c)}


async def _ending(visit: Visit, address: int) -> str:
    """Return which address is about to end; NotVisible where none of that id holds."""
    may(visit.actor, Permission.KEEP_ADDRESSES)
    async with reading(visit.actor) as c:
        facts = await address_facts(c, address)
    return "; ".join(f"{fact.label}: {fact.value}" for fact in facts)


def _address(form: AddressForm) -> NewAddress:
    return NewAddress(
        organisation=int(form.organisation),
        kind=AddressKind(form.kind),
        value=form.value,
        valid_from=form.valid_from,
        told_on=form.told_on,
        told_by=form.told_by,
        replaces=form.replaces,
    )


def _say(form: Form, refusal: Invalid) -> None:
    form.refuse_all(refusal.errors)


def _new(form: Form) -> LetterFormPage:
    return _page(
        _NEW,
        "Alamat lama tetap tercatat dengan masa berlakunya.",
        f"{ADDRESSES}/baru",
        form,
        selects=("organisation",),
    )


def _end(form: Form, address: int, lead: str) -> LetterFormPage:
    return _page(_END, f"{lead}.", f"{ADDRESSES}/{address}/akhir", form)


def _page(
    title: str, lead: str, action: str, form: Form, *, selects: tuple[str, ...] = ()
) -> LetterFormPage:
    return LetterFormPage(
        crumbs=(Crumb("Surat", PATH), Crumb("Alamat instansi", ADDRESSES), Crumb(title)),
        title=title,
        lead=lead,
        action=action,
        back=ADDRESSES,
        button=title,
        form=form,
        fields=tuple(form.fields),
        selects=selects,
    )
