"""A system of an office is nobody whom administrators look after: it has tokens and no password."""

from datetime import timedelta

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.api.commands.tokens import make_token
from netralitas.api.domain import NewToken, Scope
from tests.make import Town, stepped_up
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
    officer = await value("SELECT id FROM officer WHERE login LIKE 'mesin-%'")
    login = str(await value("SELECT login FROM officer WHERE id = $1", officer))
    hadi = await visit("hadi")
    assert name not in (await hadi.go(LIST)).text
    assert (await hadi.go(f"{LIST}/orang/{officer}")).status == 404
    asking = await guest.go("/masuk/lupa")
    await guest.send(asking.form("/masuk/lupa"), login=login)
    assert await value("SELECT count(*) FROM account_request") == 0
