"""Changes of accounts: who may change what, what is refused, and what is recorded."""

from datetime import date
from typing import Any

import msgspec
import pytest
from argon2 import PasswordHasher

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.accounts import passwords
from netralitas.accounts.commands import administration, signing
from netralitas.accounts.commands.signing import Doorway
from netralitas.accounts.domain import (
    AccountRefused,
    NewOrganisation,
    OrganisationKind,
    Problem,
    Seat,
)
from netralitas.accounts.words import EVENTS, KINDS, PROBLEMS, ROLES
from netralitas.refusals import NotAllowed
from tests.accounts.conftest import (
    PASSWORD,
    SETTINGS,
    People,
    add_officer,
    auditor_asks,
    owner_asks,
)
from tests.conftest import Database


def administrator(officer: int, organisation: int, kind: str = "bawaslu") -> Actor:
    return Actor(
        officer=officer,
        organisation=organisation,
        desk=0,
        name="Admin",
        organisation_name="Kantor",
        organisation_kind=kind,
        roles=frozenset({Role.ADMINISTRATOR}),
        stepped_up_at=clock.now(),
    )


def seat(organisation: int, *roles: Role, title: str = "Staf") -> Seat:
    return Seat(organisation=organisation, title=title, roles=roles or (Role.INVESTIGATOR,))


async def add(
    actor: Actor,
    organisation: int,
    login: str = "baru",
    name: str = "Nama",
    password: str = PASSWORD,
    seated: Seat | None = None,
) -> int:
    return await administration.add_officer(
        login=login, name=name, password=password, seat=seated or seat(organisation), actor=actor
    )


async def test_the_system_account_is_made_once(people: People, engine: Database) -> None:
    again = await administration.as_system()
    assert again == people.system
    assert again.everything
    [row] = await owner_asks(engine, "SELECT count(*) FROM stream WHERE kind = 'accounts'")
    assert row[0] == 1


async def test_the_first_account_event_opens_the_stream_by_itself(engine: Database) -> None:
    await administration.as_system()
    [row] = await owner_asks(engine, "SELECT version FROM stream WHERE kind = 'accounts'")
    assert row["version"] == 0


@pytest.mark.parametrize("login", ["", "ab", "rina besar", "a" * 65, "-rina", "ri\nna", "ŗina"])
async def test_a_malformed_login_is_refused(people: People, login: str) -> None:
    with pytest.raises(AccountRefused) as caught:
        await add(people.system, people.regency, login)
    assert caught.value.problem is Problem.LOGIN_MALFORMED


async def test_a_login_is_given_out_once_in_any_spelling(people: People) -> None:
    with pytest.raises(AccountRefused) as caught:
        await add(people.system, people.regency, " RINA ")
    assert caught.value.problem is Problem.LOGIN_TAKEN


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"password": "terlalu"}, Problem.PASSWORD_SHORT),
        ({"name": "  "}, Problem.NAME_MISSING),
        ({"seated": Seat(organisation=3, title="Staf", roles=())}, Problem.ROLES_MISSING),
        ({"seated": seat(3, title=" ")}, Problem.NAME_MISSING),
        ({"seated": seat(999_999)}, Problem.ORGANISATION_UNKNOWN),
        (
            {
                "seated": Seat(
                    organisation=3,
                    title="Staf",
                    roles=(Role.AUDITOR,),
                    valid_from=date(2024, 1, 2),
                    valid_to=date(2024, 1, 2),
                )
            },
            Problem.PERIOD_REVERSED,
        ),
    ],
)
async def test_an_account_with_something_wrong_is_not_made(
    people: People, engine: Database, changed: dict[str, Any], problem: Problem
) -> None:
    with pytest.raises(AccountRefused) as caught:
        await add(people.system, people.regency, **changed)
    assert caught.value.problem is problem
    assert caught.value.reason == PROBLEMS[problem]
    assert await owner_asks(engine, "SELECT 1 FROM officer WHERE login = 'baru'") == []


async def test_only_administrators_change_accounts(people: People) -> None:
    officer = Actor(
        officer=people.rina,
        organisation=people.regency,
        desk=1,
        name="Rina",
        organisation_name="Kantor",
        organisation_kind="bawaslu",
        roles=frozenset(Role) - {Role.ADMINISTRATOR},
    )
    with pytest.raises(NotAllowed):
        await add(officer, people.regency)
    with pytest.raises(NotAllowed):
        await administration.disable(login="dewi", actor=officer)
    with pytest.raises(NotAllowed):
        await administration.set_roles(
            login="rina", organisation=people.regency, roles={Role.AUDITOR}, actor=officer
        )


async def test_an_administrator_changes_their_own_office_and_those_below(people: People) -> None:
    above = administrator(people.rina, people.province)
    assert await add(above, people.regency, "satu")
    below = administrator(people.rina, people.regency)
    with pytest.raises(AccountRefused) as caught:
        await add(below, people.province, "dua")
    assert caught.value.problem is Problem.ORGANISATION_UNKNOWN


async def test_an_administrator_cannot_take_over_an_account_of_the_other_party(
    people: People,
) -> None:
    other = administrator(people.rina, people.authority, "authority")
    with pytest.raises(AccountRefused):
        await administration.add_desk(login="rina", seat=seat(people.authority), actor=other)
    with pytest.raises(AccountRefused):
        await administration.reset_password(
            login="rina", password=PASSWORD, actor=other, settings=SETTINGS
        )
    with pytest.raises(AccountRefused):
        await administration.disable(login="rina", actor=other)


async def test_an_account_with_a_desk_above_is_out_of_reach_from_below(people: People) -> None:
    below = administrator(people.rina, people.regency)
    with pytest.raises(AccountRefused) as caught:
        await administration.disable(login="dewi", actor=below)  # she sits in the province too
    assert caught.value.problem is Problem.LOGIN_UNKNOWN


async def test_an_organisation_stands_below_its_administrators(people: People) -> None:
    below = administrator(people.rina, people.regency)
    new = NewOrganisation(code="panwascam", name="Panwascam", kind=OrganisationKind.BAWASLU)
    with pytest.raises(AccountRefused):
        await administration.add_organisation(new, actor=below)
    under = NewOrganisation(
        code="panwascam", name="Panwascam", kind=OrganisationKind.BAWASLU, superior=people.regency
    )
    assert await administration.add_organisation(under, actor=below)
    with pytest.raises(AccountRefused) as caught:
        await administration.add_organisation(under, actor=below)
    assert caught.value.problem is Problem.CODE_TAKEN


async def test_the_system_account_cannot_be_changed(people: People) -> None:
    with pytest.raises(AccountRefused) as caught:
        await administration.reset_password(
            login="system", password=PASSWORD, actor=people.system, settings=SETTINGS
        )
    assert caught.value.problem is Problem.SYSTEM_ACCOUNT


async def test_a_desk_is_added_once(people: People) -> None:
    with pytest.raises(AccountRefused) as caught:
        await administration.add_desk(login="rina", seat=seat(people.regency), actor=people.system)
    assert caught.value.problem is Problem.DESK_TAKEN


async def test_roles_are_set_at_a_desk_that_exists(people: People) -> None:
    with pytest.raises(AccountRefused) as caught:
        await administration.set_roles(
            login="rina", organisation=people.province, roles={Role.AUDITOR}, actor=people.system
        )
    assert caught.value.problem is Problem.DESK_MISSING


async def test_every_change_is_recorded_with_ids_only(people: People, engine: Database) -> None:
    await administration.set_roles(
        login="rina",
        organisation=people.regency,
        roles={Role.AUDITOR, Role.SECRETARY},
        actor=people.system,
    )
    await administration.reset_password(
        login="rina", password=PASSWORD, actor=people.system, settings=SETTINGS
    )
    await administration.disable(login="rina", actor=people.system)
    events = await auditor_asks(engine, "SELECT name, canonical, details FROM event ORDER BY id")
    names = [event["name"] for event in events]
    assert names[-3:] == ["account.roles_set", "account.password_reset", "account.disabled"]
    assert "account.organisation_added" in names
    assert "account.officer_added" in names
    assert "account.desk_added" in names
    assert set(names) <= set(EVENTS)
    for event in events:
        for name in (b"rina", b"dewi", b"nama", b"kantor", PASSWORD.encode()):
            assert name not in event["canonical"].lower()
    assert msgspec.json.decode(events[-3]["details"])["roles"] == ["auditor", "secretary"]


async def test_a_password_of_old_parameters_is_hashed_anew_at_sign_in(
    people: People, engine: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    [before] = await owner_asks(engine, "SELECT password FROM officer WHERE login = 'rina'")
    stronger = PasswordHasher(time_cost=2, memory_cost=64)
    monkeypatch.setattr(passwords, "_HASHER", stronger)
    doorway = Doorway(address="x", settings=SETTINGS)
    await signing.sign_in(login="rina", password=PASSWORD, doorway=doorway)
    [after] = await owner_asks(engine, "SELECT password FROM officer WHERE login = 'rina'")
    assert before["password"] != after["password"]
    assert not passwords.outdated(after["password"])


def test_every_role_kind_and_problem_has_words() -> None:
    assert set(ROLES) == set(Role)
    assert set(KINDS) == set(OrganisationKind)
    assert set(PROBLEMS) == set(Problem)


async def test_officers_of_the_same_moment_get_events_one_after_another(
    people: People, engine: Database
) -> None:
    for number in range(3):
        await add_officer(people.system, f"orang-{number}", people.regency, Role.AUDITOR)
    rows = await auditor_asks(
        engine,
        "SELECT e.version FROM event e JOIN stream s ON s.id = e.stream "
        "WHERE s.kind = 'accounts' ORDER BY e.id",
    )
    assert [row["version"] for row in rows] == list(range(1, len(rows) + 1))
