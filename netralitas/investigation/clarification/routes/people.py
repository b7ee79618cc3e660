"""`/perkara/{id}/klarifikasi`: who is heard, and the invitations."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.cases.queries import CaseView
from netralitas.database.transactions import reading
from netralitas.evidence.storage import Storage
from netralitas.investigation.clarification import words
from netralitas.investigation.clarification.commands import add_person, invite
from netralitas.investigation.clarification.domain import Person
from netralitas.investigation.clarification.forms import InvitationForm, PersonForm
from netralitas.investigation.clarification.policy import invitation_rule
from netralitas.investigation.clarification.queries import (
    clarification_page,
    officers,
    people_to_choose,
    person_seen,
)
from netralitas.investigation.clarification.routes.acting import (
    SHEET,
    Layout,
    Sheet,
    type_answer,
)
from netralitas.law.words import limit

_PERSON = Layout(
    title="Tambah orang yang diklarifikasi",
    lead="Terlapor dipilih dari perkara, ahli ditulis dengan namanya. Pelapor, pemberi informasi,"
    " dan saksi dicatat dengan kedudukannya saja; identitasnya tetap di brankas.",
    button="Tambah orang",
    path="/orang",
    selects=("respondent", "vault_entry"),
)


class ClarificationController(Controller):
    """Who is heard in a case."""

    path = "/perkara/{case:int}/klarifikasi"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def show(self, sheet: NamedDependency[Sheet]) -> Response[str]:
        """Show everybody who is heard, with their sessions."""
        async with reading(sheet.actor) as c:
            content = await clarification_page(c, await sheet.seen(c))
        return await sheet.page("investigation/clarification.html", content)

    @get("/orang")
    async def ask_person(self, sheet: NamedDependency[Sheet]) -> Response[str]:
        """Ask who is to be heard."""
        async with reading(sheet.actor) as c:
            view = await sheet.kept(c)
            choices = await people_to_choose(c, view)
        return await sheet.ask(view, PersonForm.blank(choices=choices), _PERSON)

    @post("/orang")
    async def add_person(self, sheet: NamedDependency[Sheet]) -> type_answer:
        """Put them on the list."""
        async with reading(sheet.actor) as c:
            view = await sheet.kept(c)
            choices = await people_to_choose(c, view)
        form = PersonForm.parse(await sheet.typed(), choices=choices)
        return await sheet.answer(
            view,
            form,
            _PERSON,
            lambda: add_person(sheet.actor, sheet.case, form.person, book=sheet.book),
        )


class InvitationController(Controller):
    """The invitation of one of them."""

    path = "/perkara/{case:int}/klarifikasi/orang/{person:int}/undangan"
    dependencies = SHEET
    include_in_schema = False

    @get()
    async def ask(self, person: FromPath[int], sheet: NamedDependency[Sheet]) -> Response[str]:
        """Ask when, where and by whom."""
        view, invited, choices = await _inviting(sheet, person)
        form = InvitationForm.blank(choices=choices, values={"officer": str(sheet.actor.officer)})
        return await sheet.ask(view, form, _layout(view, invited))

    @post()
    async def invite(
        self,
        person: FromPath[int],
        sheet: NamedDependency[Sheet],
        storage: NamedDependency[Storage],
    ) -> type_answer:
        """Issue the invitation and plan the session."""
        view, invited, choices = await _inviting(sheet, person)
        form = InvitationForm.parse(await sheet.typed(), choices=choices, today=view.today)
        return await sheet.answer(
            view,
            form,
            _layout(view, invited),
            lambda: invite(
                *(sheet.actor, sheet.case, person, form.plan(view.dossier.zone)),
                book=sheet.book,
                storage=storage,
            ),
        )


async def _inviting(
    sheet: Sheet, person: int
) -> tuple[CaseView, Person, dict[str, list[tuple[str, str]]]]:
    async with reading(sheet.actor) as c:
        view = await sheet.kept(c)
        invited = await person_seen(c, view, person)
        found = await officers(c, view)
    return view, invited, {"officer": found, "recorder": found}


def _layout(view: CaseView, person: Person) -> Layout:
    rule = invitation_rule(view.book, view.dossier.regime, view.today)
    said = words.NO_RULE if rule is None else f"{limit(rule)} {rule.article}."
    return Layout(
        title=f"Undangan klarifikasi: {person.short}",
        lead="Undangan diterbitkan dengan nomor dan tanggal hari ini, dan jamnya tercatat di"
        " kalender klarifikasi. Satu petugas, satu tempat, dan satu orang tidak dapat berada dalam"
        " dua sesi sekaligus.",
        button="Terbitkan undangan",
        path=f"/orang/{person.id}/undangan",
        selects=("officer", "recorder", "ground"),
        known=(("Yang diundang", person.label),),
        notes=(said, words.only_online(view.dossier.regime)),
    )
