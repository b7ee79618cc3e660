"""Addresses and captures as tests make them."""

from dataclasses import replace
from typing import Any

import asyncpg

from netralitas.evidence.web.commands import add_address
from netralitas.evidence.web.domain import Category, Finder, NewAddress, Platform
from netralitas.settings import Settings
from netralitas.work import make_worker
from tests.cases.test_interests import all_done
from tests.conftest import Database
from tests.evidence.web.serving import Site
from tests.make import Town, days_ago

ACCOUNT = "akun.kepala.dinas"


async def entered(town: Town, url: str, **changes: Any) -> int:  # noqa: ANN401 - fields by name
    """An address in the register, entered by Rina."""
    new = NewAddress(
        url=url,
        platform=Platform.FACEBOOK,
        category=Category.ASN_SUPPORT,
        finder=Finder.BAWASLU,
        seen_on=days_ago(2),
        account=ACCOUNT,
        note="Unggahan dengan simbol jari.",
    )
    return await add_address(town.rina, replace(new, **changes))


def letting(settings: Settings, *sites: Site, **changes: Any) -> Settings:  # noqa: ANN401 - as above
    """Settings by which these sites on loopback may be captured."""
    return replace(settings, capture_allow=",".join(each.place for each in sites), **changes)


async def work_done(engine: Database, settings: Settings) -> None:
    """Let the worker do every job that waits, those that were given back too."""
    while True:
        await all_done(engine, make_worker(settings))
        root = await asyncpg.connect(engine.dsn("postgres"))
        try:
            again = await root.execute("UPDATE job SET due_at = now() WHERE tries > 0")
        finally:
            await root.close()
        if again.endswith(" 0"):
            return


async def rows(engine: Database, statement: str, *values: object) -> list[Any]:
    """What stands in the database, as it stands there."""
    root = await asyncpg.connect(engine.dsn("postgres"))
    try:
        return list(await root.fetch(statement, *values))
    finally:
        await root.close()
