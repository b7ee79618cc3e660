"""Activities through their commands: what is kept, what is refused, who may."""

import asyncio
from datetime import timedelta

import pytest

from netralitas.cases.domain import Theme
from netralitas.database.transactions import reading
from netralitas.prevention.commands import (
    Target,
    cancel_activity,
    correct_record,
    hold_activity,
    plan_activity,
)
from netralitas.prevention.domain import (
    ActivityKind,
    Attendance,
    CancelReason,
    Record,
    Together,
)
from netralitas.refusals import Invalid, NotAllowed, NotVisible, RuleBroken, Stale
from tests.make import days_ago
from tests.prevention.world import Partners, duties, events, hold, plan, planned


async def present(partners: Partners, activity: int) -> dict[int, int]:
    """Who came, by unit."""
    async with reading(partners.rina) as c:
        rows = await c.fetch("SELECT unit, present FROM attendance WHERE activity = $1", activity)
    return {row["unit"]: row["present"] for row in rows}


async def test_a_plan_is_an_event_of_codes_and_ids_that_both_parties_read(
    partners: Partners,
) -> None:
    activity = await plan(partners)
    [event] = await events(activity)
    offices = partners.town.offices
    assert event["name"] == "activity.planned"
    assert event["details"]["others"] == [offices["bkpsdm"]]
    assert event["details"]["party"] == offices["kab"]
    assert set(event["readers"]) == {offices["kab"], offices["prov"], offices["bkpsdm"]}
    assert "Melati" not in str(event["details"])
    assert event["note"] is None


async def test_holding_records_attendance_and_duties_in_one_event(partners: Partners) -> None:
    activity = await plan(partners)
    ours, theirs = await duties(partners, "kab"), await duties(partners, "bkpsdm")
    await hold(partners, activity, dinas=30, camat=25, duties=(ours[0], theirs[0]))
    dinas, camat = partners.units["dinas"], partners.units["camat"]
    assert await present(partners, activity) == {dinas: 30, camat: 25}
    first, second = await events(activity)
    assert (first["name"], second["name"]) == ("activity.planned", "activity.held")
    counted = [{"unit": dinas, "present": 30}, {"unit": camat, "present": 25}]
    assert second["details"] == {
        "attendance": sorted(counted, key=lambda one: one["unit"]),
        "duties": sorted((ours[0], theirs[0])),
        "theme": "neutrality",
    }
    assert second["readers"] == first["readers"]


async def test_more_people_than_staff_are_refused_with_the_number_and_the_day(
    partners: Partners,
) -> None:
    activity = await plan(partners)
    with pytest.raises(Invalid) as refused:
        await hold(partners, activity, dinas=41, camat=25)
    [(name, [sentence])] = refused.value.errors.items()
    assert name == f"unit_{partners.units['dinas']}"
    assert "41 orang hadir, padahal pegawainya 40 orang" in sentence
    assert "Senin, 1 Juli 2024" in sentence
    assert await present(partners, activity) == {}
    assert len(await events(activity)) == 1


async def test_an_activity_is_held_once_and_a_cancelled_one_never(partners: Partners) -> None:
    held = await plan(partners)
    await hold(partners, held, dinas=3)
    with pytest.raises(RuleBroken, match="sudah tercatat terlaksana pada"):
        await hold(partners, held, version=2, dinas=4)
    with pytest.raises(RuleBroken, match="sudah tercatat terlaksana"):
        await cancel_activity(partners.rina, Target(activity=held, version=2), CancelReason.BUDGET)
    cancelled = await plan(partners)
    target = Target(activity=cancelled, version=1)
    await cancel_activity(partners.rina, target, CancelReason.EMERGENCY)
    with pytest.raises(RuleBroken, match="sudah dibatalkan"):
        await hold(partners, cancelled, version=2, dinas=3)
    with pytest.raises(RuleBroken, match="Kehadiran dibetulkan setelah"):
        await correct_record(partners.rina, Target(activity=cancelled, version=2), Record())
    assert [event["name"] for event in await events(cancelled)] == [
        "activity.planned",
        "activity.cancelled",
    ]


async def test_the_future_cannot_be_held(partners: Partners) -> None:
    activity = await plan(partners)
    with pytest.raises(Invalid) as refused:
        await hold(partners, activity, held_on=days_ago(-1), dinas=3)
    assert "tidak boleh sesudah hari ini" in refused.value.errors["held_on"][0]


async def test_duties_of_another_theme_or_agreement_are_refused(partners: Partners) -> None:
    activity = await plan(partners)
    [foreign, *_] = await duties(partners, "kab", Theme.MONEY_POLITICS)
    with pytest.raises(Invalid) as refused:
        await hold(partners, activity, dinas=3, duties=(foreign, 999_999))
    sentences = " ".join(refused.value.errors[""])
    assert "termasuk tema lain" in sentences
    assert "tidak ada dalam kerja sama" in sentences


async def test_what_is_held_alone_marks_no_duty_of_the_other_party(partners: Partners) -> None:
    activity = await plan(partners, together=Together.ALONE)
    ours, theirs = await duties(partners, "kab"), await duties(partners, "bkpsdm")
    with pytest.raises(Invalid) as refused:
        await hold(partners, activity, dinas=3, duties=(ours[0], theirs[1]))
    [(name, [sentence])] = refused.value.errors.items()
    assert name == f"duties_{partners.town.offices['bkpsdm']}"
    assert "milik pihak lain" in sentence
    await hold(partners, activity, dinas=3, duties=(ours[0],))


async def test_a_unit_counts_once_and_belongs_to_a_party(partners: Partners) -> None:
    activity = await plan(partners)
    twice = Attendance(unit=partners.units["dinas"], present=3)
    nobodys = Attendance(unit=999_999, present=3)
    said = Record(attendance=(twice, twice, nobodys))
    with pytest.raises(Invalid) as refused:
        await hold_activity(partners.rina, Target(activity=activity, version=1), days_ago(1), said)
    told = {name: sentences[0] for name, sentences in refused.value.errors.items()}
    assert "diisi dua kali" in told[f"unit_{twice.unit}"]
    assert "bukan unit kerja dari pihak" in told["unit_999999"]


async def test_only_what_reaches_people_from_afar_is_held_without_them(partners: Partners) -> None:
    training = await plan(partners, kind=ActivityKind.TRAINING)
    with pytest.raises(Invalid) as refused:
        await hold(partners, training)
    assert refused.value.errors == {"": ["Isi jumlah yang hadir sedikitnya untuk satu unit kerja."]}
    for kind in (ActivityKind.DISSEMINATION, ActivityKind.APPEAL):
        posts = await plan(partners, kind=kind)
        await hold(partners, posts)
        assert len(await events(posts)) == 2


async def test_a_correction_replaces_the_record_and_nothing_new_is_no_event(
    partners: Partners,
) -> None:
    activity = await plan(partners)
    await hold(partners, activity, dinas=30, camat=5)
    camat = Attendance(unit=partners.units["camat"], present=7)
    said = Record(attendance=(camat,))
    await correct_record(partners.dewa, Target(activity=activity, version=2), said)
    assert await present(partners, activity) == {camat.unit: 7}
    await correct_record(partners.dewa, Target(activity=activity, version=3), said)
    assert [event["name"] for event in await events(activity)] == [
        "activity.planned",
        "activity.held",
        "activity.attendance_recorded",
    ]


async def test_a_form_that_was_overtaken_is_stale_and_says_by_whom(partners: Partners) -> None:
    activity = await plan(partners)
    await hold(partners, activity, dinas=30)
    camat = Attendance(unit=partners.units["camat"], present=7)
    said = Record(attendance=(camat,))
    await correct_record(partners.dewa, Target(activity=activity, version=2), said)
    with pytest.raises(Stale) as refused:
        await correct_record(partners.rina, Target(activity=activity, version=2), Record())
    [sentence] = refused.value.changed
    assert "menjadi 7 orang hadir" in sentence
    assert "Dewa Santika" in sentence


async def test_of_two_who_record_at_once_one_is_refused(partners: Partners) -> None:
    activity = await plan(partners)
    done = await asyncio.gather(
        hold(partners, activity, dinas=30),
        hold(partners, activity, actor=partners.dewa, camat=5),
        return_exceptions=True,
    )
    assert [type(each) for each in done if each is not None] == [RuleBroken]
    assert len(await present(partners, activity)) == 1
    assert len(await events(activity)) == 2


async def test_the_other_party_records_a_joint_activity_and_only_watches_one_held_alone(
    partners: Partners,
) -> None:
    joint = await plan(partners)
    await hold(partners, joint, actor=partners.dewa, dinas=3)
    alone = await plan(partners, together=Together.ALONE)
    with pytest.raises(NotAllowed, match="kantor penyelenggaranya"):
        await hold(partners, alone, actor=partners.dewa, dinas=3)
    target = Target(activity=await plan(partners), version=1)
    with pytest.raises(NotAllowed, match="dibatalkan oleh kantor penyelenggara"):
        await cancel_activity(partners.dewa, target, CancelReason.BUDGET)


async def test_the_office_above_watches_and_an_outsider_finds_nothing(partners: Partners) -> None:
    activity = await plan(partners)
    with pytest.raises(NotAllowed, match="hanya melihatnya"):
        await hold(partners, activity, actor=partners.galih, dinas=3)
    with pytest.raises(NotVisible):
        await hold(partners, activity, actor=partners.lain, dinas=3)
    with pytest.raises(NotVisible):
        await hold(partners, 2**70, dinas=3)


@pytest.mark.parametrize("login", ["nita", "maya", "hadi"])
async def test_auditors_authorities_and_administrators_plan_nothing(
    partners: Partners, login: str
) -> None:
    with pytest.raises(NotAllowed):
        await plan(partners, partners.town.actors[login])


async def test_a_plan_that_contradicts_itself_is_refused(partners: Partners) -> None:
    pemda = partners.town.offices["bkpsdm"]
    for changes, name, said in (
        ({"planned_on": days_ago(-900)}, "planned_on", "lebih dari dua tahun"),
        ({"planned_on": days_ago(9000)}, "planned_on", "baru ditandatangani pada Selasa, 23 Agus"),
        ({"agreement": None}, "other", "Kegiatan bersama memerlukan pihak lain"),
        ({"other": pemda}, "other", "sudah ditentukan oleh kerja sama"),
        ({"agreement": 999_999}, "agreement", "kantor Anda bukan pihaknya"),
        ({"region": "77.77"}, "region", "tidak dikenal"),
    ):
        with pytest.raises(Invalid) as refused:
            await plan(partners, **changes)
        assert said in refused.value.errors[name][0]
    with pytest.raises(Invalid):
        await plan(partners, agreement=None, other=partners.town.offices["kab"])
    with pytest.raises(Invalid):
        await plan(partners, agreement=None, other=partners.town.offices["bkn"])
    with pytest.raises(Invalid):
        await plan(partners, partners.lain)


async def test_without_an_agreement_the_chosen_party_reads_and_records(partners: Partners) -> None:
    offices = partners.town.offices
    outside = planned(partners, agreement=None, other=offices["bkpsdm"])
    activity = await plan_activity(partners.lain, outside)
    [event] = await events(activity)
    assert set(event["readers"]) == {offices["lain"], offices["bkpsdm"]}
    await hold(partners, activity, actor=partners.dewa, dinas=3)
    with pytest.raises(NotVisible):
        await hold(partners, activity, version=2, dinas=3)


async def test_what_is_held_alone_without_anybody_is_the_offices_own(partners: Partners) -> None:
    own = planned(
        partners,
        agreement=None,
        together=Together.ALONE,
        planned_on=days_ago(0) + timedelta(days=30),
    )
    activity = await plan_activity(partners.rina, own)
    [event] = await events(activity)
    assert set(event["readers"]) == {partners.town.offices["kab"], partners.town.offices["prov"]}
    with pytest.raises(NotVisible):
        await hold(partners, activity, actor=partners.dewa)
    await hold(partners, activity)
