"""A system of an office is nobody whom administrators look after: it has tokens and no password."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import asyncpg
import pytest

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.accounts.commands import administration
from netralitas.accounts.commands.machines import seat_machine_in
from netralitas.accounts.domain import AccountRefused, Seat
from netralitas.accounts.people.queries.desks import colleagues
from netralitas.api.commands.tokens import make_token
from netralitas.api.domain import NewToken, Scope
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.settings import Settings
from tests.conftest import Database
from tests.make import Town, add_person, stepped_up
from tests.pages import Browser
from tests.people.conftest import Visits, value

LIST = "/pengelolaan/akun"


async def test_a_system_is_no_person_and_gets_no_password(
    town: Town, visit: Visits, guest: Browser
) -> None:
    name = "Aplikasi kepegawaian"
    until = (clock.now() + timedelta(days=30)).date()
    new = NewToken(name=name, scopes=(Scope.CASES_READ,), until=until, roles=(Role.INVESTIGATOR,))
    await make_token(stepped_up(town.actors["hadi"]), town.offices["kab"], new)
    officer = await value("SELECT id FROM officer WHERE is_system AND login <> 'system'")
    login = str(await value("SELECT login FROM officer WHERE id = $1", officer))
    hadi = await visit("hadi")
    assert name not in (await hadi.go(LIST)).text
    assert (await hadi.go(f"{LIST}/orang/{officer}")).status == 404
    asking = await guest.go("/masuk/lupa")
    await guest.send(asking.form("/masuk/lupa"), login=login)
    assert await value("SELECT count(*) FROM account_request") == 0


async def test_what_is_a_system_is_said_by_its_row_and_not_by_its_name(
    town: Town, visit: Visits, engine: Database
) -> None:
    async with writing(EVERYTHING) as c:
        person = await add_person(
            *(c, town.offices, "mesin-ketik", "Marlina Sinaga", "kab", Role.INVESTIGATOR)
        )
        # As the release before adds one: the row does not say what it is.
        old = await c.fetchval(
            "INSERT INTO officer (login, name) VALUES ('mesin-0123456789abcdef', 'SIMPEG lama')"
            " RETURNING id"
        )
    hadi = await visit("hadi")
    assert "Marlina Sinaga" in (await hadi.go(LIST)).text
    assert (await hadi.go(f"{LIST}/orang/{person.officer}")).status == 200
    assert await value("SELECT is_system FROM officer WHERE id = $1", old)
    assert await value("SELECT is_system FROM officer WHERE login = 'system'")
    root = await asyncpg.connect(engine.dsn("postgres"))
    with pytest.raises(asyncpg.CheckViolationError):
        await root.execute("UPDATE officer SET password = 'x' WHERE id = $1", old)
    await root.close()
    with pytest.raises(AccountRefused):
        await administration.reset_password(
            login="mesin-0123456789abcdef",
            password="kata sandi yang panjang",
            actor=await administration.as_system(),
            settings=Settings(),
        )


async def test_nothing_is_handed_over_or_lent_to_a_system(town: Town) -> None:
    async with writing(EVERYTHING) as c:
        seat = Seat(organisation=town.offices["kab"], title="Aplikasi", roles=(Role.INVESTIGATOR,))
        system = await administration.ensure_system(c)
        today = clock.today(ZoneInfo(system.zone))
        desk = await seat_machine_in(c, name="SIMPEG", seat=seat, begins=today, actor=system)
        found = await colleagues(c, town.offices["kab"], 0, today)
    names = {row["name"] for row in found}
    assert desk not in {row["desk"] for row in found}
    assert town.rina.name in names
