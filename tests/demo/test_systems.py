"""What other systems say in the demo: one case of which two of them say different things."""

from tests.demo.conftest import type_ask

_TOLD = """
SELECT x.system FROM external_record x JOIN event e ON e.id = x.event
WHERE e.name = 'referral.external_recorded' ORDER BY x.system
"""


def test_two_systems_say_different_things_of_one_case(ask: type_ask) -> None:
    assert [row["system"] for row in ask(_TOLD)] == ["idis", "sbt"]
