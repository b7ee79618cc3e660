"""Days off and years: the list, and the forms that change them."""

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.access.policy import Permission, may
from netralitas.database.transactions import reading
from netralitas.editions import addresses
from netralitas.editions.domain import Entry, EntryKind
from netralitas.editions.form_pages import holiday_page, withdraw_page, year_page
from netralitas.editions.forms import HolidayForm, WithdrawForm, YearForm
from netralitas.editions.forms.calendar import decrees_of
from netralitas.editions.queries import entries
from netralitas.editions.routes.acting import TEMPLATE, propose_it, type_answer
from netralitas.editions.shapes import calendar_year
from netralitas.editions.showing import calendar_page, region_choices, type_pairs
from netralitas.law.entries import Body, LawData
from netralitas.legislation.queries.calendar import LAST_YEAR, read_year
from netralitas.refusals import NotVisible
from netralitas.web.visit import Visit


class CalendarController(Controller):
    """`/administrasi/hukum/kalender`: a year of days off, loaded and settled."""

    path = addresses.CALENDAR
    include_in_schema = False

    @get()
    async def show(
        self, visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show the days off of the year in the address."""
        year = read_year(visit.asked.get("tahun"), visit.today)
        return await visit.show(
            Permission.CHANGE_LAW, "editions/calendar.html", lambda c: calendar_page(c, law, year)
        )

    @get("/{year:int}/muat")
    async def show_loading(
        self, year: FromPath[int], visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show the form that loads the year after the last one."""
        _hold_next(visit, law, year)
        return await visit.page(TEMPLATE, year_page(YearForm.blank(), year, loading=True))

    @post("/{year:int}/muat")
    async def load(
        self, year: FromPath[int], visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> type_answer:
        """Propose it, or say what is wrong."""
        _hold_next(visit, law, year)
        form = YearForm.parse(await visit.typed())
        return await propose_it(
            visit,
            form,
            lambda: (form.entry(year, provisional=True),),
            lambda: year_page(form, year, loading=True),
        )

    @get("/{year:int}/pasti")
    async def show_settling(
        self, year: FromPath[int], visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show the form that says that the days off of a year are sure."""
        body = await _standing(visit, law, EntryKind.YEAR, str(year))
        form = YearForm.blank(values=decrees_of(calendar_year(body)))
        return await visit.page(TEMPLATE, year_page(form, year, loading=False))

    @post("/{year:int}/pasti")
    async def settle(
        self, year: FromPath[int], visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> type_answer:
        """Propose it, or say what is wrong."""
        await _standing(visit, law, EntryKind.YEAR, str(year))
        form = YearForm.parse(await visit.typed())
        return await propose_it(
            visit,
            form,
            lambda: (form.entry(year, provisional=False),),
            lambda: year_page(form, year, loading=False),
        )


class HolidayController(Controller):
    """`/administrasi/hukum/hari-libur`: one day off, added or withdrawn."""

    path = addresses.HOLIDAY
    include_in_schema = False

    @get()
    async def show(self, visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form of a day off."""
        form = HolidayForm.blank(choices={"region": await _regions(visit)})
        return await visit.page(TEMPLATE, holiday_page(form))

    @post()
    async def add(self, visit: NamedDependency[Visit]) -> type_answer:
        """Propose it, or say what is wrong."""
        choices = {"region": await _regions(visit)}
        form = HolidayForm.parse(await visit.typed(), choices=choices)
        return await propose_it(visit, form, form.entries, lambda: holiday_page(form))

    @get("/{key:str}/cabut")
    async def show_withdrawal(
        self, key: FromPath[str], visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> Response[str]:
        """Show the day and ask why it is no day off; 404 for one that is not known."""
        body = await _standing(visit, law, EntryKind.HOLIDAY, key)
        return await visit.page(TEMPLATE, withdraw_page(WithdrawForm.blank(), key, body))

    @post("/{key:str}/cabut")
    async def withdraw(
        self, key: FromPath[str], visit: NamedDependency[Visit], law: NamedDependency[LawData]
    ) -> type_answer:
        """Propose it, or say what is wrong."""
        body = await _standing(visit, law, EntryKind.HOLIDAY, key)
        form = WithdrawForm.parse(await visit.typed())
        withdrawn = Entry(kind=EntryKind.HOLIDAY, key=key, body=None)
        return await propose_it(
            visit, form, lambda: (withdrawn,), lambda: withdraw_page(form, key, body)
        )


async def _regions(visit: Visit) -> type_pairs:
    may(visit.actor, Permission.CHANGE_LAW)
    async with reading(visit.actor) as c:
        return await region_choices(c)


async def _standing(visit: Visit, law: LawData, kind: EntryKind, key: str) -> Body:
    """Return what the edition in force says of a thing; raises NotVisible when it is nothing."""
    may(visit.actor, Permission.CHANGE_LAW)
    async with reading(visit.actor) as c:
        body = (await entries(c, law.edition)).get((kind, key))
    if body is None:
        raise NotVisible
    return body


def _hold_next(visit: Visit, law: LawData, year: int) -> None:
    """Hold that it is the year after the last one that is loaded."""
    may(visit.actor, Permission.CHANGE_LAW)
    if year != law.book.calendar().last_year + 1 or year > LAST_YEAR:
        raise NotVisible
