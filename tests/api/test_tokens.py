"""Tokens: made by an administrator, shown once, ended, and dead with whatever they hang on."""

import re
from dataclasses import replace
from datetime import timedelta

import asyncpg
import pytest

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.accounts.commands import administration
from netralitas.accounts.domain import AccountRefused
from netralitas.api.commands.tokens import end_token, make_token
from netralitas.api.domain import NewToken, Scope
from netralitas.api.queries.bearer import bearer_of
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.refusals import Invalid, NotAllowed, NotVisible
from netralitas.settings import Settings
from tests.accounts.conftest import owner_asks
from tests.accounts.test_cli import ask, environment
from tests.cases.conftest import Visits
from tests.conftest import Database
from tests.make import Town

__all__ = ["environment"]


def new(**changes: object) -> NewToken:
    """A token for a system that reads cases for a month."""
    values = {
        "name": "Aplikasi Contoh",
        "scopes": (Scope.CASES_READ,),
        "until": (clock.now() + timedelta(days=30)).date(),
        "roles": (Role.INVESTIGATOR,),
    }
    return NewToken(**(values | changes))  # type: ignore[arg-type]  # a test names real fields


async def test_an_administrator_makes_a_token_that_is_shown_once_and_ends_it(
    town: Town, visit: Visits, engine: Database
) -> None:
    browser = await visit("hadi")
    form = (await browser.go("/pengelolaan/token")).form()
    day = clock.now() + timedelta(days=30)
    until = {"until-day": str(day.day), "until-month": str(day.month), "until-year": str(day.year)}
    wrong = await browser.send(form, until, name="", scopes=["cases.read"])
    assert wrong.status == 422
    assert "Isi nama aplikasi." in wrong.text
    assert "Pilih peran aplikasi baru ini." in wrong.text
    made = await browser.send(
        form, until, name="SIMPEG", roles=["investigator"], scopes=["cases.read"]
    )
    [token] = re.findall(r"ntr_[A-Za-z0-9_-]{43}", made.html)
    bearer = await bearer_of(token, clock.now())
    assert bearer is not None
    assert (bearer.actor.name, bearer.actor.organisation) == ("SIMPEG", town.offices["kab"])
    assert bearer.scopes == {Scope.CASES_READ}
    [row] = await owner_asks(engine, "SELECT * FROM api_token")
    assert token not in str(dict(row))
    listed = await browser.go("/pengelolaan/token")
    assert token not in listed.html
    assert token[:12] in listed.text
    another = listed.form("/token")
    known = another.pick("system", "SIMPEG")
    again = await browser.send(another, until, system=known, name="Kedua", scopes=["cases.write"])
    assert again.status == 200
    ended = await browser.send(listed.form("/akhiri"))
    assert "Diakhiri" in ended.text
    systems = "SELECT FROM officer WHERE is_system AND login <> 'system'"
    assert len(await owner_asks(engine, systems)) == 1
    async with reading(EVERYTHING) as c:
        rows = await c.fetch("SELECT name FROM event ORDER BY id DESC LIMIT 2")
    assert [row["name"] for row in rows] == ["account.token_ended", "account.token_made"]


@pytest.mark.parametrize(
    "ending",
    [
        "UPDATE officer SET disabled_at = now() WHERE is_system AND login <> 'system'",
        "UPDATE desk SET valid_to = current_date - 1 WHERE title = 'Aplikasi'",
        "UPDATE organisation SET active_to = current_date - 1 WHERE code = 'kab'",
        "UPDATE api_token SET expires_at = now()",
        "UPDATE desk SET roles = '{commissioner}' WHERE title = 'Aplikasi'",
    ],
)
async def test_a_token_dies_with_whatever_it_hangs_on(
    town: Town, engine: Database, ending: str
) -> None:
    made = await make_token(town.hadi, town.offices["kab"], new())
    assert await bearer_of(made.token, clock.now()) is not None
    root = await asyncpg.connect(engine.dsn("postgres"))
    await root.execute(ending)
    await root.close()
    left = await bearer_of(made.token, clock.now())
    assert left is None or not left.actor.roles  # decisions are left to people


async def test_what_may_not_be_made_is_refused(town: Town, settings: Settings) -> None:
    kab = town.offices["kab"]
    late = (clock.now() + timedelta(days=400)).date()
    for changes in (
        {"until": late},
        {"until": clock.now().date() - timedelta(days=1)},
        {"roles": (Role.COMMISSIONER,)},
        {"roles": (Role.ADMINISTRATOR,)},
        {"roles": ()},
        {"scopes": ()},
        {"name": " "},
        {"desk": town.rina.desk},
    ):
        with pytest.raises(Invalid):
            await make_token(town.hadi, kab, new(**changes))
    with pytest.raises(NotAllowed):
        await make_token(town.rina, kab, new())
    with pytest.raises(AccountRefused):
        await make_token(town.hadi, town.offices["bkn"], new())
    made = await make_token(town.hadi, kab, new())
    async with reading(EVERYTHING) as c:
        login = await c.fetchval("SELECT login FROM officer WHERE name = 'Aplikasi Contoh'")
    with pytest.raises(AccountRefused):  # nobody may sign in as a system
        await administration.reset_password(
            login=login, password="kata sandi yang panjang", actor=town.hadi, settings=settings
        )
    with pytest.raises(AccountRefused):
        await end_token(replace(town.hadi, organisation=town.offices["bkn"]), made.id)
    for nothing in (0, made.id + 1, 2**40):
        with pytest.raises(NotVisible):
            await end_token(town.hadi, nothing)


async def test_the_command_line_makes_lists_and_ends_tokens(
    environment: dict[str, str], clone: Database
) -> None:
    place = ["organisation", "kab", "Bawaslu Kabupaten", "--kind", "bawaslu"]
    assert (await ask(environment, *place)).exit_code == 0
    until = (clock.now() + timedelta(days=300)).date().isoformat()
    named = ("--organisation", "kab", "--role", "auditor", "--scope", "figures.read")
    made = await ask(environment, "token", "add", "Dasbor", *named, "--until", until)
    assert made.exit_code == 0, made.output
    found = re.search(r"shown this once\): (ntr_[A-Za-z0-9_-]{43})\n", made.output)
    assert found is not None
    listed = await ask(environment, "token", "list", "--organisation", "kab")
    assert "Dasbor\tfigures.read\tuntil" in listed.output
    assert found[1] not in listed.output
    assert (await ask(environment, "token", "end", "1")).exit_code == 0
    listed = await ask(environment, "token", "list", "--organisation", "kab")
    assert "holds no more" in listed.output
    for wrong in (
        ("token", "end", "7"),
        ("token", "list", "--organisation", "nowhere"),
        ("token", "add", "Dasbor", *named, "--until", "2020-01-01"),
    ):
        assert (await ask(environment, *wrong)).exit_code == 2
