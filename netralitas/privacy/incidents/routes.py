"""`/insiden-data`: failures to protect personal data, and the hours within which they are told."""

from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas import clock
from netralitas.access.policy import Permission, may
from netralitas.database.connection import Connection
from netralitas.database.transactions import reading
from netralitas.law.domain import Zone
from netralitas.privacy.incidents import words
from netralitas.privacy.incidents.commands import (
    add_measure,
    close_incident,
    record_incident,
    tell,
)
from netralitas.privacy.incidents.domain import NoteKind
from netralitas.privacy.incidents.forms import CloseForm, IncidentForm, MeasureForm, ToldForm
from netralitas.privacy.incidents.letter import notice
from netralitas.privacy.incidents.pages import HOME, incident_page, list_page
from netralitas.privacy.incidents.queries import incident_in, incidents, notes_of
from netralitas.privacy.routes import Kept, KeptController
from netralitas.settings import Settings
from netralitas.web.form_answers import answered, shown, type_answer
from netralitas.web.forms import Form
from netralitas.web.headers import SANDBOX
from netralitas.web.parts import Crumb
from netralitas.web.register import ENTRY, RegisterPage, Sheet, before
from netralitas.web.visit import Visit

_TOLD: Final = {"subjek": NoteKind.PEOPLE_TOLD, "lembaga": NoteKind.AGENCY_TOLD}
_NEW: Final = Sheet(
    title=words.NEW,
    lead=words.NEW_LEAD,
    action=f"{HOME}/baru",
    back=HOME,
    crumbs=(Crumb(words.TITLE, HOME),),
)


async def _listed(c: Connection, visit: Visit) -> RegisterPage:
    found, more = await incidents(c, before(visit))
    return list_page(found, more, clock.now(), Zone(visit.actor.zone))


async def _record(visit: Visit, form: IncidentForm, _: Settings) -> str:
    """Record the failure: its hours run."""
    return f"{HOME}/{await record_incident(visit.actor, form.new(visit.actor.zone))}"


class IncidentsController(KeptController):
    """The register, and its entries as they are read."""

    path = HOME
    kept = Kept(
        permission=Permission.KEEP_INCIDENTS,
        sheet=_NEW,
        form=IncidentForm,
        day="on",
        listed=_listed,
        record=_record,
    )

    @get("/{incident:int}")
    async def one(self, incident: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show a failure with what was done."""
        may(visit.actor, Permission.KEEP_INCIDENTS)
        async with reading(visit.actor) as c:
            found = await incident_in(c, incident)
            notes = await notes_of(c, incident)
        return await visit.page(ENTRY, incident_page(visit.actor, found, notes, clock.now()))

    @get("/{incident:int}/surat-subjek.pdf")
    async def to_people(
        self, incident: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[bytes]:
        """Send the notice to the people concerned."""
        return await _letter(visit, incident, "Subjek data")

    @get("/{incident:int}/surat-lembaga.pdf")
    async def to_agency(
        self, incident: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[bytes]:
        """Send the notice to the agency."""
        return await _letter(visit, incident, "Lembaga pelindungan data pribadi")


class IncidentStepsController(Controller):
    """What is done about one failure."""

    path = f"{HOME}/{{incident:int}}"
    include_in_schema = False

    @get("/tindakan")
    async def ask_measure(
        self, incident: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Ask what was done."""
        return await _asked(visit, incident, "tindakan", MeasureForm.blank())

    @post("/tindakan")
    async def measure(self, incident: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Record it."""
        sheet = await _sheet(visit, incident, "tindakan")
        form = MeasureForm.parse(await visit.typed())

        async def doing() -> str:
            await add_measure(visit.actor, incident, form.text, form.people)
            return f"{HOME}/{incident}"

        return await answered(visit, sheet, form, doing)

    @get(["/subjek", "/lembaga"])
    async def ask_told(
        self, incident: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Ask when they were told."""
        form = ToldForm.blank(values={"on": visit.today})
        return await _asked(visit, incident, _last(visit), form)

    @post(["/subjek", "/lembaga"])
    async def told(self, incident: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Record that they were told."""
        sheet = await _sheet(visit, incident, _last(visit))
        form = ToldForm.parse(await visit.typed(), today=visit.today)

        async def doing() -> str:
            at = form.moment(visit.actor.zone)
            await tell(visit.actor, incident, _TOLD[_last(visit)], at, form.text)
            return f"{HOME}/{incident}"

        return await answered(visit, sheet, form, doing)

    @get("/penutupan")
    async def ask_closing(
        self, incident: FromPath[int], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Ask for the conclusion."""
        return await _asked(visit, incident, "penutupan", CloseForm.blank())

    @post("/penutupan")
    async def close(self, incident: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Close it."""
        sheet = await _sheet(visit, incident, "penutupan")
        form = CloseForm.parse(await visit.typed())

        async def doing() -> str:
            await close_incident(visit.actor, incident, form.text)
            return f"{HOME}/{incident}"

        return await answered(visit, sheet, form, doing)


def _last(visit: Visit) -> str:
    return visit.request.url.path.rsplit("/", 1)[1]


async def _asked(visit: Visit, incident: int, place: str, form: Form) -> Response[str]:
    return await shown(visit, await _sheet(visit, incident, place), form)


async def _sheet(visit: Visit, incident: int, place: str) -> Sheet:
    """Return what stands around a form about a failure of the office; NotAllowed, NotVisible."""
    may(visit.actor, Permission.KEEP_INCIDENTS)
    async with reading(visit.actor) as c:
        await incident_in(c, incident)
    here = f"{HOME}/{incident}"
    said = {"tindakan": (words.MEASURE, words.MEASURE_LEAD)}
    said["penutupan"] = (words.CLOSE, words.CLOSE_LEAD)
    said |= {name: (words.TOLD[kind], words.TOLD_LEAD) for name, kind in _TOLD.items()}
    title, lead = said[place]
    crumbs = (Crumb(words.TITLE, HOME), Crumb(f"{words.TITLE} {incident}", here))
    return Sheet(title=title, lead=lead, action=f"{here}/{place}", back=here, crumbs=crumbs)


async def _letter(visit: Visit, incident: int, to: str) -> Response[bytes]:
    may(visit.actor, Permission.KEEP_INCIDENTS)
    async with reading(visit.actor) as c:
        found = await incident_in(c, incident)
        notes = await notes_of(c, incident)
    content = await notice(found, notes, to, clock.now(), Zone(visit.actor.zone))
    headers = {
        "Content-Disposition": f'attachment; filename="insiden-{incident}.pdf"',
        "Content-Security-Policy": SANDBOX,
    }
    return Response(content, media_type="application/pdf", headers=headers)


CONTROLLERS = (IncidentsController, IncidentStepsController)
