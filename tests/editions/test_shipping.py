"""The law that comes with the product: brought once, brought anew, never over somebody's change."""

from datetime import date
from typing import Any

import pytest

from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.editions.commands import shipping
from netralitas.editions.commands.shipping import ship_law
from netralitas.editions.current import LAW
from netralitas.editions.queries import law_of
from netralitas.law import book
from netralitas.law.entries import Body, Key, committed
from tests.conftest import Database
from tests.editions.conftest import change, day_off, newest
from tests.make import Town

DAY = date(2026, 6, 24)
KEY = ("holiday", "2026-03-20")


def say(monkeypatch: pytest.MonkeyPatch, changes: dict[Key, Body | None]) -> None:
    """Make the committed files of a later version of the product say something else."""
    later = {**committed(), **changes}
    said = {key: body for key, body in later.items() if body is not None}
    monkeypatch.setattr(shipping, "committed", lambda: said)


async def test_the_first_edition_is_what_the_files_say(town: Town) -> None:
    assert await newest() == 1
    async with reading(EVERYTHING) as c:
        found = await law_of(c, 1)
    assert found.book.calendar() == book.load().calendar()
    assert town.hadi.everything is False


async def as_owner(clone: Database) -> None:
    """Open the engine anew as `migrate` has it."""
    await ENGINE.close()
    await ENGINE.open(clone.dsn("owner"))


async def test_brought_again_it_changes_nothing(engine: Database) -> None:
    await as_owner(engine)
    assert await ship_law() == 1
    assert await ship_law() == 1


async def test_a_later_version_of_the_product_brings_what_it_says_anew(
    engine: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await as_owner(engine)
    body: dict[str, Any] = {**committed()[KEY], "name": "Nama yang lebih tepat"}
    say(monkeypatch, {KEY: body, ("holiday", "2026-12-24"): None})
    assert await ship_law() == 2
    async with reading(EVERYTHING) as c:
        law = await LAW.follow(c)
    days = law.book.calendar().days
    assert days[date(2026, 3, 20)].name == "Nama yang lebih tepat"
    assert date(2026, 12, 24) not in days
    assert await ship_law() == 2


async def test_it_never_goes_over_what_an_administrator_has_said(
    town: Town, engine: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await change(town, day_off(date(2026, 3, 20), kind="libur_nasional", name="Diputuskan"))
    await as_owner(engine)
    say(monkeypatch, {KEY: {**committed()[KEY], "name": "Menurut versi baru"}})
    assert await ship_law() == 2, "nothing else changed, so there is no new edition"
    async with reading(EVERYTHING) as c:
        law = await LAW.follow(c)
    assert law.book.calendar().days[date(2026, 3, 20)].name == "Diputuskan"
