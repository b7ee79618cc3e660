"""What was done here is told elsewhere by the fields of the other form, and comes out the same."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netralitas.access.domain import Role
from netralitas.audit.domain import Moment, Precision
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.partners.filling import FROM_THE_OFFICE, Filled, Unfillable, fill
from netralitas.partners.told import FOLLOWS, NOT_TOLD, Told, told_by
from netralitas.refusals import NotVisible
from tests.discipline.handing import handed_over
from tests.make import Town, forwarded_case, person, proceedings
from tests.partners.touring import Tour
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


def _name(town: Town) -> str:
    return town.dewa.organisation_name


def form(code: str, *, others: range, follow_up_office: dict[str, str]) -> dict[str, Any]:
    """The form of a recommendation as another installation describes it."""
    people = [{"value": str(one), "label": "Terlapor"} for one in others]
    offices = [{"value": one, "label": said} for one, said in follow_up_office.items()]
    words = [{"value": one, "label": one} for one in ("discipline_medium", "discipline_light")]
    return {
        "label": code,
        "fields": [
            field("happened", "happened"),
            field("letter_in_subject", "text", required=True, maximum=200),
            field("follow_up_office", "choice", offices, required=True),
            field("recommended", "choice", words),
            field("others", "choices", people),
            field("recommended_second", "choice", words),
            field("others_second", "choices", people),
            field("reason", "paragraph", maximum=4000),
        ],
    }


def field(
    name: str,
    kind: str,
    options: list[dict[str, str]] | None = None,
    *,
    required: bool = False,
    maximum: int | None = None,
) -> dict[str, Any]:
    """A field of another installation's form."""
    told = {"name": name, "kind": kind, "label": f"Isian {name}", "options": options or []}
    return {**told, "required": required, "maximum": maximum}


STEP = Told(
    workflow="discipline",
    workflow_version=2,
    code="summon",
    events=(5,),
    proceedings=(7,),
    happened=Moment.day(date(2026, 3, 2)),
    internal=True,
    note="Terlapor sedang cuti.",
)
REASON = field("reason", "paragraph", maximum=50)


@pytest.mark.parametrize(
    ("precision", "sent"),
    [
        (Precision.DAY, {"happened": "2026-03-02"}),
        (Precision.AS_OF, {"happened": "2026-03-02", "happened-precision": "as_of"}),
        (Precision.MONTH, {"happened-month": "3", "happened-year": "2026"}),
        (Precision.YEAR, {"happened-year": "2026"}),
        (Precision.UNKNOWN, {"happened-precision": "unknown"}),
    ],
)
def test_when_it_happened_is_told_as_exactly_as_it_is_known(
    precision: Precision, sent: dict[str, str]
) -> None:
    on = None if precision is Precision.UNKNOWN else date(2026, 3, 2)
    told = replace(STEP, happened=Moment(precision=precision, on=on))
    assert fill({"fields": []}, told, {7: 1}) == Filled(fields=sent)


def test_the_office_s_own_words_stay_with_it_until_the_other_form_asks_for_them() -> None:
    assert fill({"fields": [REASON]}, STEP, {7: 1}, date(2026, 3, 3)) == Filled(
        fields={"happened": "2026-03-02"}
    )
    late = fill({"fields": [REASON]}, replace(STEP, note=None), {7: 1}, date(2026, 3, 30))
    assert isinstance(late, Unfillable)  # the sentence is longer than this form takes
    longer = {"fields": [{**REASON, "maximum": 4000}]}
    late = fill(longer, STEP, {7: 1}, date(2026, 3, 30))
    assert isinstance(late, Filled)
    assert late.fields["reason"] == FROM_THE_OFFICE
    asked = fill({"fields": [{**REASON, "required": True}]}, STEP, {7: 1})
    assert isinstance(asked, Filled)
    assert asked.fields["reason"] == "Terlapor sedang cuti."
    passable = field("overrides", "choices", [{"value": "exam_gap_kept", "label": "Jarak"}])
    ground = field("override_basis", "text", maximum=200)
    passed = replace(
        STEP, overrides=frozenset({"exam_gap_kept", "unknown_here"}), ground="Surat cuti"
    )
    filled = fill({"fields": [REASON, passable, ground]}, passed, {7: 1})
    assert isinstance(filled, Filled)
    assert filled.fields == {
        "overrides": ["exam_gap_kept"],
        "override_basis": "Surat cuti",
        "reason": "Terlapor sedang cuti.",
        "happened": "2026-03-02",
    }


def test_a_paper_is_sent_where_it_is_required_and_what_is_not_known_needs_a_person() -> None:
    digest = "a" * 64
    team = field("team_decree", "file")
    told = replace(STEP, papers={"team_decree": digest}, fields={"imposed": "post_lowered"})
    kept = fill({"fields": [team]}, told, {7: 1})
    assert isinstance(kept, Filled)
    assert not kept.papers
    sent = fill({"fields": [{**team, "required": True}]}, told, {7: 1})
    assert isinstance(sent, Filled)
    assert sent.papers == {"team_decree": digest}
    minutes = field("exam_minutes", "file", required=True)
    imposed = field("imposed", "choice", [{"value": "other", "label": "Lain"}])
    assert fill({"fields": [minutes, imposed]}, told, {7: 1}) == Unfillable(
        labels=("Isian exam_minutes", "Isian imposed")
    )
