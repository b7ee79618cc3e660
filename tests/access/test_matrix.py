"""The whole access matrix, walked over HTTP by people who really signed in."""

import re
from collections.abc import Iterator
from pathlib import Path

from litestar import Litestar

from netralitas.app import create_app
from netralitas.web.static import digest
from tests.access.matrix import DEMO_ONLY, ROWS, VARIANTS
from tests.access.visitors import PHASES, VISITORS
from tests.access.walking import SHORT, quiet, settings, visits, walk, world
from tests.access.world import World
from tests.conftest import Database

__all__ = ["quiet", "world"]

API = "/api/v1"
"""Walked with tokens, by a matrix of its own: `tests/api/matrix.py`."""


def shape(path: str) -> str:
    """An address without the names of its parts: "/perkara/{}/langkah/{}/{}"."""
    return re.sub(r"\{[^}]*\}", "{}", path.replace(digest(), "{}"))


def served(app: Litestar) -> Iterator[tuple[str, str]]:
    """Every route of the application: method and shape."""
    for route in app.routes:
        if shape(route.path) in DEMO_ONLY or route.path.startswith(API):
            continue
        for method in getattr(route, "methods", ()):
            if method in {"GET", "POST", "PUT", "PATCH", "DELETE"}:
                yield method, shape(route.path)


def test_every_route_has_its_row_and_every_row_its_route(tmp_path: Path) -> None:
    app = create_app(settings(tmp_path), open_engine=False)
    written = {(row.method, shape(row.path)) for row in ROWS}
    assert written == set(served(app))


def test_no_route_has_two_rows_and_every_visitor_exists() -> None:
    written = [(row.method, row.path) for row in (*ROWS, *VARIANTS)]
    assert len(written) == len(set(written))
    assert all(set(row.answers) <= set(VISITORS) for row in (*ROWS, *VARIANTS))
    lists = [each for row in ROWS for each in row.answers.values() if isinstance(each, tuple)]
    assert {len(each) for each in lists} == {len(PHASES)}


def test_a_short_walk_asks_everybody_everything_and_everybody_in_every_phase() -> None:
    made = list(visits(SHORT))
    asked = {(row.method, row.path, visitor) for row, visitor, _ in made}
    assert len(asked) == len((*ROWS, *VARIANTS)) * len(VISITORS)
    told = {
        (row.method, row.path, visitor): answer
        for row in (*ROWS, *VARIANTS)
        for visitor, answer in row.answers.items()
        if isinstance(answer, tuple)
    }
    walked = {(row.method, row.path, visitor, phase) for row, visitor, phase in made}
    assert {(*each, phase) for each in told for phase in range(len(PHASES))} <= walked
    alike = {(visitor, phase) for row, visitor, phase in made if row.about}
    assert alike == {(visitor, phase) for visitor in VISITORS for phase in range(len(PHASES))}


async def test_everybody_gets_the_answer_that_is_written(
    world: World, engine: Database, tmp_path: Path
) -> None:
    wrong = await walk(world, engine, tmp_path, least=SHORT)
    assert not wrong, "\n".join(wrong)
