"""What others ask: superiors, receivers of a day, desks, persons of the demo."""

from datetime import date, datetime, timedelta

import pytest

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.accounts import queries
from netralitas.accounts.commands import administration
from netralitas.accounts.domain import NewOrganisation, OrganisationKind, Seat
from netralitas.database.transactions import NOBODY, reading
from netralitas.law.domain import Zone
from tests.accounts.conftest import PASSWORD, People, owner_asks
from tests.conftest import Database

KASN_ENDS = date(2024, 8, 24)


async def test_readers_are_the_owner_and_everybody_above(people: People) -> None:
    async with reading(NOBODY) as c:
        assert await queries.readers_for(c, people.regency) == (people.regency, people.province)
        assert await queries.readers_for(c, people.province) == (people.province,)
        assert await queries.readers_for(c, 999_999) == ()


async def test_a_circle_of_superiors_ends(people: People, engine: Database) -> None:
    await owner_asks(
        engine,
        "UPDATE organisation SET superior = $1 WHERE id = $2",
        *(people.regency, people.province),
    )
    async with reading(NOBODY) as c:
        found = await queries.readers_for(c, people.regency)
    assert set(found) == {people.regency, people.province}


@pytest.mark.parametrize(
    ("on", "valid"),
    [
        (KASN_ENDS - timedelta(days=1), {"kasn", "bkn"}),
        (KASN_ENDS, {"bkn", "pengganti"}),
        (KASN_ENDS + timedelta(days=365), {"bkn", "pengganti"}),
    ],
)
async def test_receivers_are_those_that_exist_on_the_day(
    people: People, on: date, valid: set[str]
) -> None:
    for code, begins, ends in (("kasn", None, KASN_ENDS), ("pengganti", KASN_ENDS, None)):
        new = NewOrganisation(
            code=code,
            name=code,
            kind=OrganisationKind.AUTHORITY,
            active_from=begins,
            active_to=ends,
        )
        await administration.add_organisation(new, actor=people.system)
    async with reading(NOBODY) as c:
        assert {each.code for each in await queries.valid_receivers(c, on)} == valid


async def test_bawaslu_and_the_system_receive_nothing_and_the_system_is_in_no_list(
    people: People,
) -> None:
    async with reading(NOBODY) as c:
        assert [each.id for each in await queries.valid_receivers(c, date(2024, 1, 1))] == [
            people.authority
        ]
        assert {each.id for each in await queries.organisations(c)} == {
            *(people.province, people.regency, people.authority),
        }
        offices = await queries.organisations(c, OrganisationKind.BAWASLU)
    assert {each.id for each in offices} == {people.province, people.regency}


async def test_a_desk_is_held_by_the_calendar_of_its_own_place(people: People) -> None:
    new = NewOrganisation(code="papua", name="Papua", kind=OrganisationKind.BAWASLU, zone=Zone.WIT)
    papua = await administration.add_organisation(new, actor=people.system)
    officer = await administration.add_officer(
        login="yosef",
        name="Yosef",
        password=PASSWORD,
        seat=Seat(
            organisation=papua,
            title="Staf",
            roles=(Role.INVESTIGATOR,),
            valid_from=date(2024, 9, 2),
            valid_to=date(2024, 9, 4),
        ),
        actor=people.system,
    )

    async def held(moment: datetime) -> bool:
        async with reading(NOBODY) as c:
            return bool(await queries.desks_of(c, officer, moment))

    tz = Zone.WIT.tz
    assert not await held(datetime(2024, 9, 1, 23, 59, tzinfo=tz))
    assert await held(datetime(2024, 9, 2, 0, 0, tzinfo=tz))
    assert await held(datetime(2024, 9, 3, 23, 59, tzinfo=tz))
    assert not await held(datetime(2024, 9, 4, 0, 0, tzinfo=tz))


async def test_persons_of_the_demo_are_those_who_can_sit_down(people: People) -> None:
    async with reading(NOBODY) as c:
        before = await queries.demo_persons(c, clock.today(Zone.WIB.tz))
    await administration.disable(login="dewi", actor=people.system)
    async with reading(NOBODY) as c:
        after = await queries.demo_persons(c, clock.today(Zone.WIB.tz))
    assert len(before) == 3
    assert [(seat.name.split()[0], seat.title) for seat in after] == [("Nama", "Staf")]
