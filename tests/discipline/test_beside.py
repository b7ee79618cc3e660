"""The pages of the follow-up beside one another, for who may open them."""

import pytest

from netralitas.access.domain import Actor, Role
from netralitas.discipline.beside import BOARD, RECEIVERS, beside

SYSTEMS = "/impor/sistem-lain"


def somebody(role: Role, kind: str = "bawaslu") -> Actor:
    return Actor(
        officer=1,
        organisation=1,
        desk=1,
        name="Contoh",
        organisation_name="Kantor Contoh",
        organisation_kind=kind,
        roles=frozenset({role}),
        zone="Asia/Jakarta",
    )


@pytest.mark.parametrize(
    ("actor", "offered"),
    [
        (somebody(Role.INVESTIGATOR), True),
        (somebody(Role.FOLLOW_UP, "government"), True),
        (somebody(Role.COMMISSIONER), False),
        (somebody(Role.AUDITOR), False),
    ],
)
def test_what_other_systems_say_is_offered_to_who_imports_it(actor: Actor, offered: bool) -> None:
    assert (SYSTEMS in {tab.href for tab in beside(actor, BOARD)}) is offered


def test_the_page_one_is_on_is_marked_alone() -> None:
    shown = beside(somebody(Role.INVESTIGATOR), RECEIVERS)
    assert [tab.href for tab in shown if tab.current] == [RECEIVERS]
