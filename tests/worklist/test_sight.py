"""What is counted and asked for is what the lines show."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.database.transactions import reading
from netralitas.workflow.domain import Holder
from netralitas.workflows import WORKFLOWS
from netralitas.worklist.domain import Filters, Span
from netralitas.worklist.queries.due import bell_counts
from netralitas.worklist.queries.home import other_side, own_side
from netralitas.worklist.queries.items import pick
from netralitas.worklist.queries.lines import fields_of
from netralitas.worklist.queries.sight import reads_summaries, sight
from tests.cases.conftest import Visits
from tests.discipline.handing import in_hand
from tests.make import Town, forwarded_case, make_case, person

OFFICE, OTHER = 1, 2
KINDS = ("bawaslu", "authority", "government")
CODES = {declared.code for declared in WORKFLOWS}


def officer(*roles: Role, kind: str = "bawaslu") -> Actor:
    """Somebody with these roles at an office of this kind."""
    return Actor(
        officer=7,
        organisation=OFFICE,
        desk=1,
        name="Nama",
        organisation_name="Kantor",
        organisation_kind=kind,
        roles=frozenset(roles),
    )


def shown(actor: Actor, place: str, key: tuple[str, int, str]) -> bool:
    """What the lines say of a proceeding there."""
    code, version, state = key
    row = {
        "workflow": code,
        "workflow_version": version,
        "state": state,
        "owner": OFFICE if place == "owner" else OTHER,
        "addressee": OFFICE if place == "addressee" else None,
    }
    return bool(fields_of(actor, row))


states = st.sampled_from(
    [
        (declared.code, declared.version, state.code)
        for declared in WORKFLOWS
        for state in declared.states
        if not state.final
    ]
)


@given(st.frozensets(st.sampled_from(Role)), st.sampled_from(KINDS), states, st.booleans())
def test_what_is_asked_for_is_exactly_what_the_lines_show(
    roles: frozenset[Role], kind: str, key: tuple[str, int, str], further: bool
) -> None:
    actor = officer(*roles, kind=kind)
    near = "owner" if kind == "bawaslu" else "addressee"
    place = "further" if further else near
    found = sight(actor)
    code, _, state = key
    asked = code in found.whole or (
        code in found.partly and f"{place}.{code}.{state}" in found.places
    )
    assert asked == shown(actor, place, key)


def test_an_investigator_needs_the_case_for_almost_no_workflow() -> None:
    found = sight(officer(Role.INVESTIGATOR))
    assert found.partly == ("identity_access",)
    assert set(found.whole) == CODES - {"identity_access"}


def test_a_field_observer_sees_the_handling_of_their_own_office_only() -> None:
    found = sight(officer(Role.SUPERVISOR))
    assert (found.whole, found.partly) == ((), ("handling",))
    assert {key.split(".")[0] for key in found.places} == {"owner"}


@pytest.mark.parametrize(
    ("role", "kind", "reads"),
    [
        (Role.SECRETARY, "bawaslu", False),
        (Role.SECRETARY, "government", False),
        (Role.PUBLISHER, "government", False),
        (Role.PUBLISHER, "bawaslu", True),
        (Role.SUPERVISOR, "bawaslu", True),
        (Role.LIAISON, "authority", True),
    ],
)
def test_who_reads_what_cases_are_about_is_said_by_the_policy(
    role: Role, kind: str, *, reads: bool
) -> None:
    assert reads_summaries(officer(role, kind=kind)) is reads


@pytest.mark.parametrize("kind", [*KINDS, "other"])
def test_every_holder_is_either_of_the_own_side_or_of_the_others(kind: str) -> None:
    own, others = set(own_side(kind)), set(other_side(kind))
    assert not own & others
    assert own | others == {holder.value for holder in Holder}


def test_the_follow_up_is_the_work_of_the_employer_and_of_nobody_else() -> None:
    mine = [kind for kind in KINDS if Holder.FOLLOW_UP.value in own_side(kind)]
    assert mine == ["government"]


async def test_the_bell_does_not_count_what_a_field_observer_cannot_see(
    town: Town, visit: Visits
) -> None:
    await in_hand(town, days=60)
    page = await (await visit("wulan")).go("/beranda")
    assert "bell__count" not in page.html
    assert "bell__count" in (await (await visit("rina")).go("/beranda")).html
    await make_case(town, received=20)
    page = await (await visit("wulan")).go("/beranda")
    assert re.search(r'bell__count">1<', page.html)
    assert page.html.count('class="agenda__item') == 1


async def test_lines_that_nobody_shows_take_no_place_of_those_that_are_shown(
    town: Town, visit: Visits
) -> None:
    for _ in range(8):
        await in_hand(town, days=90)
    case = await make_case(town, received=20)
    wulan = await visit("wulan")
    for address in ("/beranda", "/perkara", "/perkara?tenggat=terlambat"):
        assert f"/perkara/{case.id}" in (await wulan.go(address)).html, address


async def test_a_superior_office_counts_by_role_what_it_sees_of_the_cases_below(
    town: Town,
) -> None:
    await make_case(town, received=20)
    observer = replace(town.galih, roles=frozenset({Role.SUPERVISOR}))
    for actor, amount in ((town.galih, 1), (observer, 0)):
        async with reading(actor) as c:
            assert (await bell_counts(c, actor, clock.now())).due == amount


async def test_who_has_no_page_of_deadlines_has_none_counted(town: Town) -> None:
    await make_case(town, received=20)
    actor = replace(town.nita, roles=frozenset({Role.PUBLISHER}))
    async with reading(actor) as c:
        assert (await bell_counts(c, actor, clock.now())).due == 0


async def test_a_list_can_be_asked_for_what_some_hold(town: Town) -> None:
    await make_case(town, received=20)
    away = await forwarded_case(town, person(1), received=20)
    wanted = Filters(holders=(Holder.AUTHORITY.value,))
    async with reading(town.rina) as c:
        rows = await pick(c, town.rina, wanted, Span(), None, 10)
    assert [row["case_file"] for row in rows] == [away.id]
