"""A deputy sits at a desk of their own with what was lent, marked, and never as a second person."""

from datetime import date, timedelta
from typing import Any

import asyncpg
import pytest

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.accounts.commands import administration
from netralitas.accounts.people.commands.deputies import end_deputy, name_deputy
from netralitas.accounts.people.commands.desks import end_desk
from netralitas.accounts.people.commands.proposing import begin_reset
from netralitas.accounts.people.domain import Deputyship
from netralitas.cases.corrections import hold_second_person
from netralitas.cases.noting import note
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.refusals import Invalid, NotAllowed, NotVisible, RuleBroken
from tests.conftest import Database
from tests.make import Town, make_case
from tests.people.conftest import Visits, owner_does, told, value

OWN = "/akun/perwakilan"


def wanted(town: Town, **changes: Any) -> Deputyship:  # noqa: ANN401 - fields by name
    today = clock.now().date()
    values: dict[str, Any] = {
        "principal_desk": town.rina.desk,
        "deputy": town.nita.officer,
        "roles": (Role.INVESTIGATOR,),
        "first": today,
        "last": today + timedelta(days=6),
    }
    return Deputyship(**{**values, **changes})


async def seated(town: Town, visit: Visits, desk: int) -> Actor:
    """Who sits at the deputy's desk, as a request finds them."""
    browser = await visit("nita")
    page = await browser.go("/meja")
    chosen = await browser.send(page.form("/meja"), desk=str(desk))
    assert chosen.status == 200, chosen.text
    assert "mewakili Rina Paramita" in chosen.text
    async with reading(EVERYTHING) as c:
        row = await c.fetchrow("SELECT * FROM desk WHERE id = $1", desk)
    return Actor(
        officer=row["officer"],
        organisation=row["organisation"],
        desk=desk,
        name="Nita Rahmadani",
        organisation_name="",
        organisation_kind="bawaslu",
        roles=frozenset(map(Role, row["roles"])),
        principal=town.rina.officer,
        principal_name="Rina Paramita",
        bound=frozenset({town.rina.officer}),
    )


async def test_who_goes_on_leave_names_a_deputy_who_acts_marked_as_such(
    town: Town, visit: Visits
) -> None:
    case = await make_case(town)
    rina = await visit("rina")
    page = await rina.go(OWN)
    form = (await rina.go(page.link("Tunjuk wakil"))).form("/wakil")
    assert "commissioner" not in str(form.options["roles"])
    missing = await rina.send(form)
    assert missing.status == 422
    today = clock.now().date()
    days = {
        f"{name}-{part}": str(getattr(day, part))
        for name, day in (("first", today), ("last", today + timedelta(days=6)))
        for part in ("day", "month", "year")
    }
    done = await rina.send(form, days, deputy=form.pick("deputy", "Nita"), roles=["investigator"])
    assert done.address == OWN
    assert "Wakil: Nita Rahmadani" in done.text
    desk = await value("SELECT id FROM desk WHERE principal = $1", town.rina.desk)
    assert isinstance(desk, int)
    nita = await seated(town, visit, desk)
    async with writing(nita) as c:
        await note(c, nita, case.id, "case.message_written")
    async with reading(EVERYTHING) as c:
        details = await c.fetchval("SELECT details FROM event WHERE name = 'case.message_written'")
    assert details == {"on_behalf_of": town.rina.officer}
    told_on_case = await (await visit("nita")).go(f"/perkara/{case.id}")
    assert "Nita Rahmadani, mewakili Rina Paramita" in told_on_case.text
    [named] = await told("account.deputy_named")
    assert "Nita" not in str(named.details)


async def test_where_two_persons_are_needed_both_are_one(town: Town, visit: Visits) -> None:
    desk = await name_deputy(town.rina, wanted(town))
    nita = await seated(town, visit, desk)
    for proposer in (town.rina.officer, town.nita.officer):
        with pytest.raises(NotAllowed):
            hold_second_person(nita, proposer)
    hold_second_person(nita, town.bagas.officer)
    rina = await visit("rina")  # and she is told apart from her deputy no more
    async with reading(EVERYTHING) as c:
        bound = await c.fetchval(
            "SELECT count(*) FROM desk x JOIN desk y ON y.id = x.principal"
            " WHERE y.officer = $1 AND x.officer = $2",
            *(town.rina.officer, town.nita.officer),
        )
    assert bound == 1
    assert (await rina.go("/beranda")).status == 200


async def test_an_administrators_deputy_is_no_second_administrator(town: Town) -> None:
    bound = frozenset({town.rina.officer})
    hadi = Actor(**{name: getattr(town.hadi, name) for name in Actor.__slots__} | {"bound": bound})
    with pytest.raises(RuleBroken) as refused:
        await begin_reset(hadi, "rina", password=True, factor=False)
    assert refused.value.rule == "account.two_persons"


def _refusals(town: Town) -> list[tuple[str, Deputyship]]:
    today = clock.now().date()
    ago = today - timedelta(days=1)
    return [
        ("deputy", wanted(town, deputy=town.rina.officer)),
        ("deputy", wanted(town, deputy=town.galih.officer)),
        ("roles", wanted(town, roles=())),
        ("roles", wanted(town, roles=(Role.SECRETARY,))),
        ("roles", wanted(town, principal_desk=town.sari.desk, roles=(Role.COMMISSIONER,))),
        ("roles", wanted(town, principal_desk=town.hadi.desk, roles=(Role.ADMINISTRATOR,))),
        ("roles", wanted(town, deputy=town.bagas.officer)),
        ("last", wanted(town, first=today, last=ago)),
        ("last", wanted(town, first=ago)),
        ("last", wanted(town, last=today + timedelta(days=400))),
        ("last", wanted(town, first=date(2000, 1, 1), last=date(2000, 1, 2))),
    ]


async def test_a_deputy_who_does_not_fit_is_refused_beside_the_field(town: Town) -> None:
    for field, request in _refusals(town):
        with pytest.raises(Invalid) as refused:
            await name_deputy(town.hadi if field != "x" else town.rina, request)
        assert list(refused.value.errors) == [field], request
    await name_deputy(town.hadi, wanted(town))
    with pytest.raises(Invalid):
        await name_deputy(town.hadi, wanted(town))


async def test_only_the_owner_their_superior_and_administrators_name_a_deputy(
    town: Town, visit: Visits
) -> None:
    with pytest.raises(NotAllowed):
        await name_deputy(town.bagas, wanted(town))
    with pytest.raises(NotVisible):
        await name_deputy(town.dewa, wanted(town))
    desk = await name_deputy(town.omar, wanted(town))
    with pytest.raises(NotAllowed):
        await end_deputy(town.bagas, desk)
    await end_deputy(town.nita, desk)
    assert (await (await visit("bagas")).go(f"{OWN}/{town.rina.desk}/wakil")).status == 404
    async with writing(EVERYTHING) as c:
        await c.execute(
            "UPDATE officer SET superior = $1 WHERE id = $2",
            *(town.sari.officer, town.rina.officer),
        )
    await name_deputy(town.sari, wanted(town))
    assert "Rina Paramita" in (await (await visit("sari")).go(OWN)).text


async def test_a_deputy_has_no_more_than_the_desk_they_stand_in_for(
    town: Town, engine: Database
) -> None:
    desk = await name_deputy(town.rina, wanted(town))
    held = "SELECT roles FROM desk WHERE id = $1"
    with pytest.raises(asyncpg.PostgresError, match="NE063"):
        await owner_does(engine, f"UPDATE desk SET roles = '{{auditor}}' WHERE id = {desk}")
    await administration.set_roles(
        login="rina",
        organisation=town.offices["kab"],
        roles=[Role.SECRETARY],
        actor=town.hadi,
    )
    assert await value(held, desk) == []
    today = clock.now().date()
    await end_desk(town.hadi, town.rina.desk, today + timedelta(days=2))
    ends = "SELECT valid_to FROM desk WHERE id = $1"
    assert await value(ends, desk) == today + timedelta(days=3)
    await administration.disable(login="rina", actor=town.hadi)
    assert await value(ends, desk) == today
