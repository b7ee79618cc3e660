"""Whoever leaves hands the open work of a desk over, all of it on its day, each with its event."""

from datetime import timedelta

import pytest

from netralitas import clock
from netralitas.accounts.people.commands.handing import (
    Order,
    cancel_handover,
    hand_over_what_is_due,
    order_handover,
    work_of,
)
from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.refusals import Invalid, NotVisible
from tests.make import Town, make_case
from tests.people.conftest import Visits, told, value

_OF = "SELECT investigator FROM case_file WHERE id = $1"


async def test_open_cases_go_to_the_successor_but_those_they_must_not_see(
    town: Town, visit: Visits
) -> None:
    first, second = await make_case(town), await make_case(town)
    shut = await make_case(town)
    await exclude(
        town.bagas, shut.id, town.bagas.officer, ExclusionGround.RELATED, "Saudara kandung."
    )
    async with reading(town.hadi) as c:
        assert (await work_of(c, town.offices["kab"], town.rina.officer)).cases == 3
    hadi = await visit("hadi")
    href = f"/pengelolaan/akun/orang/{town.rina.officer}/meja/{town.rina.desk}/serah-terima"
    page = await hadi.go(href)
    assert "Ikut berpindah: 3 perkara terbuka" in page.text
    form = page.form("/serah-terima")
    today = clock.now().date()
    day = {f"on-{part}": str(getattr(today, part)) for part in ("day", "month", "year")}
    done = await hadi.send(form, day, successor=form.pick("successor", "Bagas"))
    assert "Pekerjaan diserahterimakan kepada Bagas Wiratama" in done.text
    for case in (first.id, second.id):
        assert await value(_OF, case) == town.bagas.officer
    assert await value(_OF, shut.id) == town.rina.officer
    events = "SELECT count(*) FROM event WHERE name = 'case.successor_named' AND stream = $1"
    assert await value(events, first.id) == 1
    assert await value(
        "SELECT bool_and(investigator = $1) FROM worklist_item WHERE case_file = $2",
        *(town.bagas.officer, second.id),
    )
    [handed] = await told("account.handover_done")
    assert handed.details["cases"] == 2
    assert (
        "diserahterimakan kepada petugas lain"
        in (await (await visit("bagas")).go(f"/perkara/{first.id}")).text
    )


async def test_what_is_ordered_for_a_later_day_waits_for_it_and_may_be_cancelled(
    town: Town,
) -> None:
    case = await make_case(town)
    on = clock.now().date() + timedelta(days=3)
    order = Order(desk=town.rina.desk, successor=town.bagas.desk, on=on)
    assert not await order_handover(town.hadi, order)
    with pytest.raises(Invalid):
        await order_handover(town.nadia, order)
    waiting = await value("SELECT max(id) FROM desk_handover")
    assert isinstance(waiting, int)
    await cancel_handover(town.hadi, town.rina.desk, waiting)
    with pytest.raises(NotVisible):
        await cancel_handover(town.hadi, town.rina.desk, waiting)
    assert not await order_handover(town.hadi, order)
    async with writing(EVERYTHING) as c:
        await hand_over_what_is_due(c)
    assert await value(_OF, case.id) == town.rina.officer
    with clock.at(clock.now() + timedelta(days=3)):
        async with writing(EVERYTHING) as c:
            await hand_over_what_is_due(c)
    assert await value(_OF, case.id) == town.bagas.officer


async def test_only_a_colleague_with_a_role_of_the_desk_takes_over(town: Town) -> None:
    today = clock.now().date()
    for successor in (town.rina.desk, town.nita.desk, town.galih.desk, 99_999):
        with pytest.raises(Invalid) as refused:
            await order_handover(
                town.hadi, Order(desk=town.rina.desk, successor=successor, on=today)
            )
        assert list(refused.value.errors) == ["successor"]
    late = Order(desk=town.rina.desk, successor=town.bagas.desk, on=today - timedelta(days=1))
    with pytest.raises(Invalid) as past:
        await order_handover(town.hadi, late)
    assert list(past.value.errors) == ["on"]
    with pytest.raises(NotVisible):
        await order_handover(town.hadi, Order(desk=99_999, successor=town.bagas.desk, on=today))
