"""Whatever is sent to any form of both sites: an answer for people, and nothing typed is lost."""

import re
from dataclasses import asdict, replace
from pathlib import Path

import httpx
import pytest

from netralitas.app import create_app
from netralitas.intake.envelope import OfficeKeys
from netralitas.public_app import PublicSite
from tests.access import world as world_module
from tests.access.matrix import ROWS
from tests.access.visitors import OFFICERS, PHASES, Row
from tests.access.walking import (
    OF_THE_LAW,
    STATIC_FILE,
    in_order,
    quiet,
    settings,
    signed_in_everybody,
    world,
)
from tests.access.world import ABSENT, World
from tests.public.conftest import Seconds, office, seconds, site, visitor
from tests.public.reporting import ANSWERS, Somebody
from tests.security.forms_at_length import Found, try_all

__all__ = ["office", "quiet", "seconds", "site", "visitor", "world"]

PHASE = 3
"""Of a case whose study is being written: most of its forms are open then."""

ENDS_IT = ("/keluar", "/demo/orang")
BIG_EVERY = 16  # of so many forms one gets ten megabytes too


@pytest.fixture(autouse=True)
def few_phases(monkeypatch: pytest.MonkeyPatch) -> None:
    """No later case is needed."""
    monkeypatch.setattr(world_module, "PHASES", PHASES[: PHASE + 1])


def sender(row: Row) -> str:
    """Who gets furthest with a form: whoever is told what is missing in it."""
    return next((who for who in OFFICERS if row.expected(who, PHASE) == 422), "investigator")


async def test_no_form_of_the_staff_fails_or_loses_what_was_typed(
    world: World, tmp_path: Path
) -> None:
    app = create_app(replace(settings(tmp_path), upload_megabytes=5), open_engine=False)
    alike = {"elsewhere": 1, "release": "x", "file": STATIC_FILE, "draft": 1, "report": 1}
    names = {**asdict(world.places[PHASES[PHASE]]), **alike, "ordinal": 1, **OF_THE_LAW}
    names["absent"] = ABSENT
    found = Found()
    async with app.lifespan(), signed_in_everybody(app, world.actors) as clients:
        posts = [row for row in in_order(ROWS) if row.method == "POST" and row.path not in ENDS_IT]
        for place, row in enumerate(posts):
            client, path = clients[sender(row)], row.path.format(**names)
            await try_all(client, path, found, big=place % BIG_EVERY == 0)
    assert found.wrong == []
    assert len(posts) > 150
    assert found.kept > 100
    assert found.statuses[422] > 150, found
    assert found.statuses[413] > 0


async def test_no_form_of_the_public_fails_or_loses_what_was_typed(
    visitor: httpx.AsyncClient, site: PublicSite, office: OfficeKeys, seconds: Seconds
) -> None:
    routes = [route.path for route in site.app.routes if "POST" in getattr(route, "methods", ())]
    asked = [f"/lapor/{key}" for key in ANSWERS] + ["/lapor/anda", "/lapor/nama"]
    paths = {*asked, *(re.sub(r"\{[^}]*\}", "1", path) for path in routes)}
    found = Found()
    for path in sorted(paths):
        seconds.now += 3600  # nobody waits for having tried the form before
        if path.startswith("/lapor/") and (await visitor.get("/lapor/kejadian")).status_code != 200:
            await Somebody(visitor).begin()
        await try_all(visitor, path, found, big=True)
    assert found.wrong == []
    assert len(paths) > 20
    assert found.kept > 10, found
    assert found.statuses[422] > 50
    assert found.statuses[413] >= len(paths) // 2
