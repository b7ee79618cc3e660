"""The demo is told twice, once after it was killed: both times the same cases."""

import asyncio
from pathlib import Path
from typing import Final

import asyncpg
import httpx
import pytest

from tests.demo.conftest import ask, type_ask
from tests.demo.test_demo import become
from tests.programs import copy_demo, demo
from tests.security.crawler import SAME_ORIGIN

__all__ = ["ask"]

pytestmark = pytest.mark.soak

CASES: Final = """
SELECT f.subject, p.workflow, p.state, coalesce(r.name, '')
FROM proceeding p JOIN case_file f ON f.id = p.case_file
LEFT JOIN respondent r ON r.id = p.respondent
ORDER BY 1, 2, 3, 4
"""


def test_a_demo_that_is_reset_tells_the_same_cases_and_knows_no_old_session(
    made_demo: Path, demo_folder: Path, ask: type_ask
) -> None:
    data = copy_demo(made_demo, demo_folder / "reset")
    with demo(data) as first:
        first.wait_until_it_serves()
        with httpx.Client(base_url=first.address, headers=SAME_ORIGIN) as client:
            become(client, "Rina Paramita")
            cookie = client.cookies["netralitas"]
        first.end()
    with demo(data, "--reset") as second:
        second.wait_until_it_serves()
        with httpx.Client(base_url=second.address, cookies={"netralitas": cookie}) as client:
            assert client.get("/beranda").status_code == 303
        again = asyncio.run(_cases(second.settings().owner_dsn))
    assert again == [tuple(row) for row in ask(CASES)]


async def _cases(dsn: str) -> list[tuple[str, ...]]:
    connection = await asyncpg.connect(dsn)
    try:
        await connection.execute("SET netralitas.everything = 'yes'")
        return [tuple(row) for row in await connection.fetch(CASES)]
    finally:
        await connection.close()
