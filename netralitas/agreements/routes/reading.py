"""The register of agreements, one agreement, and the calculator of an early end."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission, may, refusal
from netralitas.agreements import alarm_words
from netralitas.agreements.dates import Alarm, notice_before
from netralitas.agreements.forms import EndForm
from netralitas.agreements.pages import CalculatorPage
from netralitas.agreements.paper import Paper
from netralitas.agreements.queries import Asked, agreement_page, latest_texts, register_page
from netralitas.agreements.routes.sheet import PATH, crumbs
from netralitas.database.transactions import reading
from netralitas.law.book import RuleBook
from netralitas.law.domain import Zone
from netralitas.law.refusals import OutOfRange
from netralitas.refusals import NotVisible
from netralitas.web.parts import Crumb
from netralitas.web.visit import Visit


class AgreementsController(Controller):
    """`/kerja-sama`: what the parties agreed on, and what became of it."""

    path = "/kerja-sama"
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], book: NamedDependency[RuleBook]
    ) -> Response[str]:
        """Show every agreement that the person's office takes part in."""
        zone, keeps = Zone(visit.actor.zone), _keeps(visit)
        return await visit.show(
            Permission.SEE_AGREEMENTS,
            "agreements/register.html",
            lambda c: register_page(c, visit.today, book.calendar(), zone, keeps=keeps),
        )

    @get("/{number:int}")
    async def show_one(
        self,
        number: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Show one agreement: its stage, dates, text, and the duties of its parties."""
        asked = Asked(
            actor=visit.actor, today=visit.today, calendar=book.calendar(), keeps=_keeps(visit)
        )
        return await visit.show(
            Permission.SEE_AGREEMENTS,
            "agreements/agreement.html",
            lambda c: agreement_page(c, number, asked),
        )


class CalculatorController(Controller):
    """`/kerja-sama/{id}/perhitungan`: by when an end before its time must be told."""

    path = "/kerja-sama/{number:int}/perhitungan"
    include_in_schema = False

    @get()
    async def count(
        self,
        number: FromPath[int],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> Response[str]:
        """Ask for the day that is meant, and show the last day to tell of it."""
        may(visit.actor, Permission.SEE_AGREEMENTS)
        async with reading(visit.actor) as c:
            written = (await latest_texts(c, number)).get(number) if number < 2**31 else None
        if written is None:
            raise NotVisible
        form = EndForm.parse(visit.asked) if visit.asked else EndForm()
        found = None
        if visit.asked and form.valid:
            found = _counted(form, written.paper, book, Zone(visit.actor.zone))
        page = CalculatorPage(
            crumbs=(*crumbs(number, written.paper.title), Crumb("Pengakhiran lebih awal")),
            title="Hitung pemberitahuan pengakhiran",
            action=f"{PATH}/{number}/perhitungan",
            form=form,
            rule=_rule(written.paper),
            found=alarm_words.deadline(found, visit.today) if found else None,
        )
        return await visit.page("agreements/calculator.html", page, status=_status(form))


def _counted(form: EndForm, paper: Paper, book: RuleBook, zone: Zone) -> Alarm | None:
    try:
        return notice_before(paper, form.ends, book.calendar(), zone)
    except OutOfRange:
        form.refuse("ends", "Tanggal ini di luar kalender.")
        return None


def _rule(paper: Paper) -> str:
    """Return what the text says of an early end, else of an end at all."""
    for subject in ("early_termination", "termination"):
        for notice in paper.notices:
            if subject in notice.subjects and notice.at:
                said = {at: each.text for at, each in paper.sentences()}.get(notice.at, "")
                return f"{said} ({notice.at})".strip()
    return ""


def _status(form: EndForm) -> int:
    return 422 if form.errors else 200


def _keeps(visit: Visit) -> bool:
    return refusal(visit.actor, Permission.KEEP_AGREEMENTS) is None
