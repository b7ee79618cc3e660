"""Schemathesis at length over the whole API: no failure of ours, every answer as described."""

import time

import pytest

from netralitas.settings import DEMO_SECRET, Settings
from tests.api.conftest import Machines, machines, site, statements, town, visit
from tests.api.fuzzing import fuzz
from tests.soak.conftest import Tell, part_of

__all__ = ["machines", "site", "statements", "town", "visit"]

pytestmark = pytest.mark.soak

EXAMPLES = part_of(60, least=5)


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Those of the town's site, but a token may ask as often as it likes."""
    return Settings(
        data=tmp_path_factory.mktemp("site"),
        demo=True,
        secret_vault=DEMO_SECRET,
        secret_index=DEMO_SECRET,
        secret_log=DEMO_SECRET,
        secret_receipt=DEMO_SECRET,
        base_url="http://netralitas.test",
        api_per_minute=999_999_999,
    )


async def test_the_api_answers_whatever_is_sent_for_minutes(
    machines: Machines,
    tell: Tell,
) -> None:
    begun = time.perf_counter()
    statuses = await fuzz(machines, EXAMPLES)
    assert {name for name, found in statuses.items() if not found & {200, 201}} == set()
    tell("API: requests generated", f"{len(statuses) * EXAMPLES:,}")
    tell("API: seconds for them", f"{time.perf_counter() - begun:.0f}")
