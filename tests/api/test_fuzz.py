"""Whatever is sent to the API: no failure of ours, and every answer is one that is described."""

from tests.api.conftest import Machines
from tests.api.fuzzing import fuzz

EXAMPLES = 4
"""Of each operation; `make soak` asks for more."""


async def test_whatever_is_sent_is_answered_as_described(machines: Machines) -> None:
    statuses = await fuzz(machines, EXAMPLES)
    assert {name for name, found in statuses.items() if not found & {200, 201}} == set()
    assert len(statuses) == 30
