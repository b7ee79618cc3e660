"""What was done here is told elsewhere by the fields of the other form, and comes out the same."""

from dataclasses import replace

import pytest

from netralitas.access.domain import Role
from netralitas.audit.domain import Moment, Precision
from netralitas.cases.corrections import (
    CorrectionRequest,
    confirm_correction,
    propose_correction,
)
from netralitas.cases.moving import Target
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.partners.filling import Filled, Unfillable, fill
from netralitas.partners.told import FOLLOWS, NOT_TOLD, told_by
from netralitas.refusals import NotVisible
from tests.discipline.handing import handed_over
from tests.make import Town, days_ago, forwarded_case, person, proceedings
from tests.partners.there import form
from tests.partners.touring import BOOK, Tour
from tests.partners.ways import receivers


async def test_every_step_of_a_follow_up_comes_out_as_it_was_made(town: Town) -> None:
    case = await handed_over(town, *map(person, range(1, 4)))
    tour = Tour(town.dewa, case, "discipline")
    assert await tour.every() == set()
    assert set(tour.told) == {move.code for move in receivers("discipline")}
    stays = {f"discipline.{code}" for code, told in tour.told.items() if told.not_told}
    assert stays == {name for name in NOT_TOLD if name.startswith("discipline.")}


async def test_every_answer_to_a_referral_comes_out_as_it_was_made(town: Town) -> None:
    case = (await forwarded_case(town, *map(person, range(1, 8)))).id
    both = replace(town.maya, roles=frozenset({Role.LIAISON, Role.FOLLOW_UP}))
    tour = Tour(both, case, "referral")
    assert await tour.every() == set()
    assert set(tour.told) == {move.code for move in receivers("referral")}
    assert not [told for told in tour.told.values() if told.not_told]


async def test_one_letter_on_several_people_is_told_as_one_act_in_the_other_side_s_ids(
    town: Town,
) -> None:
    case = (await forwarded_case(town, *map(person, range(1, 5)))).id
    tour = Tour(town.maya, case, "referral")
    first, *others = [row["id"] for row in await proceedings(case) if row["workflow"] == "referral"]
    await tour.step(
        first,
        "recommend",
        recommended="discipline_medium",
        others=[str(others[0])],
        recommended_second="discipline_light",
        others_second=[str(others[1]), str(others[2])],
    )
    told = tour.told["recommend"]
    assert told.proceedings == (first, *others)
    assert told.words == dict.fromkeys(others[1:], "discipline_light")
    async with reading(EVERYTHING) as c:
        assert [await told_by(c, each) for each in told.events] == [told] * 4
        opened = await c.fetch(
            "SELECT id FROM event WHERE stream = $1 AND name IN ('discipline.arrive',"
            " 'compliance.watch')",
            case,
        )
        assert len(opened) == 8
        assert {(await told_by(c, row["id"])).not_told for row in opened} == {FOLLOWS}
        [decided] = await c.fetch("SELECT id FROM event WHERE name = 'handling.decide_other_law'")
        for nothing in (0, 2**40):
            with pytest.raises(NotVisible):
                await told_by(c, nothing)
        assert (await told_by(c, decided["id"])).not_told is not None
    shape = form("recommend", others=range(901, 904), follow_up_office={"77": "Kantor lain"})
    there = dict(zip((first, *others), range(900, 904), strict=True))
    assert fill(shape, told, there) == Unfillable(labels=("Isian follow_up_office",))
    shape = form("recommend", others=range(901, 904), follow_up_office={"77": _name(town)})
    filled = fill(shape, told, there)
    assert isinstance(filled, Filled)
    assert filled.others == (901, 902, 903)
    chosen = [filled.fields[name] for name in ("others", "others_second", "follow_up_office")]
    assert chosen == [["901"], ["902", "903"], "77"]
    del there[others[2]]
    assert fill(shape, told, there) == Unfillable(labels=("Terapkan juga untuk",))


async def test_what_was_corrected_before_it_is_told_is_told_as_corrected(town: Town) -> None:
    case = await handed_over(town)
    tour = Tour(town.dewa, case, "discipline")
    [row] = [row for row in await proceedings(case) if row["workflow"] == "discipline"]
    await tour.step(row["id"], "receive")
    [event] = tour.told["receive"].events
    earlier = Moment.day(days_ago(0), "Asia/Jakarta")
    for happened in (replace(earlier, precision=Precision.AS_OF), earlier):
        at = Target(id=row["id"], version=(await _version(case, row["id"])))
        request = CorrectionRequest(
            case=case, target=at, event=event, happened=happened, reason="Tanda terima."
        )
        proposed = await propose_correction(town.rina, request)
        at = Target(id=row["id"], version=(await _version(case, row["id"])))
        event = await confirm_correction(town.sari, case, at, proposed, book=BOOK)
        async with reading(EVERYTHING) as c:
            told = await told_by(c, tour.told["receive"].events[0])
        assert told == replace(tour.told["receive"], happened=happened)


async def _version(case: int, proceeding: int) -> int:
    return int(next(row["version"] for row in await proceedings(case) if row["id"] == proceeding))


def _name(town: Town) -> str:
    return town.dewa.organisation_name
