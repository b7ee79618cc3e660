"""`/referensi`: the law as it stands in this application, for everybody who is signed in."""

from litestar import Controller, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.law.entries import LawData
from netralitas.legislation import addresses
from netralitas.legislation.form_pages import CitationPage, LawPage, LawsPage
from netralitas.legislation.queries.calendar import calendar_page, read_year, regions_offered
from netralitas.legislation.queries.home import reference_page
from netralitas.legislation.queries.hours import hours_page
from netralitas.legislation.queries.rules import rule_page, rules_page
from netralitas.legislation.queries.sanctions import sanctions_page
from netralitas.legislation.queries.violations import violation_page, violations_page
from netralitas.web.visit import Visit


async def _shown(visit: Visit, template: str, content: object, status: int = 200) -> Response[str]:
    """Return a page of the law, for who may read the law."""
    may(visit.actor, Permission.READ_LAW)
    return await visit.page(f"legislation/{template}.html", content, status=status)


class ReferenceController(Controller):
    """`/referensi`: what there is, and sanctions, which are not edited here."""

    path = addresses.HOME
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show the parts of the reference with their counts."""
        return await _shown(visit, "home", reference_page(law))

    @get("/sanksi")
    async def show_sanctions(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the kinds of sanction by level."""
        return await _shown(visit, "sanctions", sanctions_page())


class RulesController(Controller):
    """`/referensi/aturan`: the rules of time."""

    path = addresses.RULES
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show every rule by procedure."""
        return await _shown(visit, "rules", rules_page(law, visit.today))

    @get("/{code:str}")
    async def show_one(
        self, code: FromPath[str], visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show one rule with its versions; 404 for an unknown code."""
        return await _shown(visit, "rule", rule_page(law, code, visit.today))


class CalendarController(Controller):
    """`/referensi/kalender`: the days off of a year."""

    path = addresses.CALENDAR
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show the year that the address asks for, of the nation or of a region."""
        async with reading(visit.actor) as c:
            regions = await regions_offered(c, law)
        year = read_year(visit.asked.get("tahun"), visit.today)
        content = calendar_page(law, year, visit.asked.get("wilayah", ""), regions)
        return await _shown(visit, "calendar", content)


class HoursController(Controller):
    """`/referensi/jam-layanan`: when offices receive people and papers."""

    path = addresses.HOURS
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show the hours of every office that has told them."""
        return await visit.show(
            Permission.READ_LAW,
            "legislation/hours.html",
            lambda c: hours_page(c, law, visit.today),
        )


class ViolationsController(Controller):
    """`/referensi/pelanggaran`: the catalogue of violations."""

    path = addresses.VIOLATIONS
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show every edition of the catalogue."""
        return await _shown(visit, "violations", violations_page(law))

    @get("/{code:str}")
    async def show_one(
        self, code: FromPath[str], visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show one item; 404 for an unknown code."""
        return await _shown(visit, "violation", violation_page(law, code))


class LawsController(Controller):
    """`/referensi/peraturan`: the register of laws."""

    path = addresses.LAWS
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show the register, or what was found for the words in the address."""
        content = LawsPage.of(law, visit.asked, visit.today)
        return await _shown(visit, "laws", content, 200 if content.form.valid else 422)

    @get("/{name:str}")
    async def show_one(
        self, name: FromPath[str], visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show one law as it stands today, or on the day in the address; 404 for an unknown one."""
        content = LawPage.of(law, name, visit.asked, visit.today)
        return await _shown(visit, "law", content, 200 if content.form.valid else 422)


class CitationController(Controller):
    """`/referensi/kutipan`: which laws a citation names, and how they stood."""

    path = addresses.CITATION
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show the question, and the answer to what stands in the address."""
        content = CitationPage.of(law, visit.asked, visit.today)
        return await _shown(visit, "citation", content, 200 if content.form.valid else 422)


CONTROLLERS = (
    ReferenceController,
    RulesController,
    CalendarController,
    HoursController,
    ViolationsController,
    LawsController,
    CitationController,
)
