"""Who came, noted by list; tests on paper: what holds in the database afterwards."""

from datetime import timedelta

import pytest

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.prevention.attending import commands
from netralitas.prevention.attending.domain import Phase
from netralitas.prevention.attending.queries import attendees_of
from netralitas.prevention.attending.queries import test_result as result_of
from netralitas.refusals import Invalid, NotAllowed, NotVisible, RuleBroken, Stale
from tests.make import days_ago
from tests.prevention.attending.room import NIP_ONE, TEST, names, person, present, with_test
from tests.prevention.world import Partners, events, hold, plan


async def test_people_of_the_list_raise_the_count_and_never_lower_it(partners: Partners) -> None:
    activity = await plan(partners)
    camat, rsud = partners.units["camat"], partners.units["rsud"]
    await hold(partners, activity, camat=5)
    listed = {row: person(f"Orang {row}", camat) for row in (1, 2)}
    await commands.list_people(partners.rina, activity, {**listed, 7: person("Tamu", None)})
    await commands.list_people(partners.rina, activity, {1: person("Perawat", rsud)})
    presence = await present(activity)
    counted = {one.unit: (one.present, one.named) for one in presence.units}
    assert counted == {camat: (5, 2), rsud: (1, 1)}
    assert (presence.people, presence.named, presence.guests) == (6, 3, 1)
    last = (await events(activity))[-1]
    assert last["name"] == "activity.people_noted"
    assert last["details"]["attendance"] == [
        {"unit": camat, "present": 5},
        {"unit": rsud, "present": 1},
    ]
    assert last["readers"] == (await events(activity))[0]["readers"]


async def test_a_row_that_cannot_be_keeps_all_rows_out_and_is_named(partners: Partners) -> None:
    activity = await plan(partners)
    rsud = partners.units["rsud"]
    ten = {row: person(f"Perawat {row}", rsud) for row in range(1, 11)}
    await commands.list_people(partners.rina, activity, ten)
    wrong = {
        2: person("perawat 3", rsud),
        3: person("Perawat 11", rsud),
        4: person("Tamu Baru", None),
        5: person("Orang Asing", 999_999),
    }
    with pytest.raises(Invalid) as refused:
        await commands.list_people(partners.rina, activity, wrong)
    assert list(refused.value.errors) == ["name_2", "unit_3", "unit_5"]
    assert "hanya berpegawai 10 orang" in refused.value.errors["unit_3"][0]
    assert len(await names(activity)) == 10
    with pytest.raises(Invalid, match="perbaiki"):
        await commands.list_people(partners.rina, activity, {})


async def test_the_same_number_is_the_same_person_under_any_name(partners: Partners) -> None:
    activity = await plan(partners)
    dinas = partners.units["dinas"]
    await commands.list_people(partners.dewa, activity, {1: person("Ani", dinas, NIP_ONE)})
    again = {1: person("A. Contoh, S.Pd.", None, NIP_ONE)}
    with pytest.raises(Invalid) as refused:
        await commands.list_people(partners.rina, activity, again)
    assert "NIP atau namanya sama" in refused.value.errors["name_1"][0]
    with pytest.raises(Stale):
        await commands.import_people(partners.rina, activity, list(again.values()))


async def test_a_wrong_line_is_taken_off_with_whom_it_counted(partners: Partners) -> None:
    activity = await plan(partners)
    dinas = partners.units["dinas"]
    people = {1: person("Ani", dinas), 2: person("Tamu", None)}
    await commands.list_people(partners.rina, activity, people)
    async with reading(EVERYTHING) as c:
        ids = [one.id for one in await attendees_of(c, activity)]
    for number in ids:
        await commands.remove_person(partners.rina, activity, number)
    assert await names(activity) == []
    assert (await present(activity)).units == ()
    with pytest.raises(NotVisible):
        await commands.remove_person(partners.rina, activity, ids[0])


@pytest.mark.parametrize("login", ["nita", "lain", "maya"])
async def test_only_who_records_activities_of_the_parties_notes_who_came(
    partners: Partners, login: str
) -> None:
    activity = await plan(partners)
    actor: Actor = getattr(partners, login)
    with pytest.raises((NotAllowed, NotVisible)):
        await commands.list_people(actor, activity, {1: person("Ani", None)})
    with pytest.raises((NotAllowed, NotVisible)):
        await commands.write_questions(actor, activity, TEST)
    with pytest.raises((NotAllowed, NotVisible)):
        await commands.close_door(actor, activity)


async def test_nobody_is_present_before_the_day_but_the_page_and_the_test_can_be_prepared(
    partners: Partners,
) -> None:
    activity = await plan(partners, planned_on=days_ago(-3))
    with pytest.raises(RuleBroken, match="mulai hari kegiatan"):
        await commands.list_people(partners.rina, activity, {1: person("Ani", None)})
    await with_test(partners, activity)
    opens = clock.now() + timedelta(days=3)
    await commands.open_door(partners.rina, activity, opens, opens + timedelta(hours=3))
    with pytest.raises(Invalid):
        await commands.open_door(partners.rina, activity, opens, opens)


async def test_papers_and_their_mean_are_told_and_fix_the_questions(partners: Partners) -> None:
    activity = await plan(partners)
    with pytest.raises(RuleBroken, match="belum mempunyai soal"):
        await commands.note_papers(partners.rina, activity, Phase.BEFORE, 3, 3)
    await with_test(partners, activity)
    async with reading(EVERYTHING) as c:
        assert await result_of(c, activity) is None
    await commands.note_papers(partners.rina, activity, Phase.BEFORE, 30, 10)
    await commands.note_papers(partners.rina, activity, Phase.BEFORE, 3, 2)  # instead of those
    await commands.note_papers(partners.rina, activity, Phase.AFTER, 5, 9)
    with pytest.raises(Invalid) as refused:
        await commands.note_papers(partners.rina, activity, Phase.AFTER, 5, 11)
    assert "paling banyak 10" in refused.value.errors["points"][0]
    with pytest.raises(RuleBroken, match="tidak dapat diubah"):
        await commands.write_questions(partners.rina, activity, TEST[:1])
    async with reading(EVERYTHING) as c:
        result = await result_of(c, activity)
    assert result is not None
    assert result.before is not None
    assert result.after is not None
    assert (result.before.people, result.before.mean) == (3, 33)
    assert (result.after.people, result.after.mean, result.gain) == (5, 90, 57)
    for phase in Phase:
        await commands.remove_papers(partners.rina, activity, phase)
    with pytest.raises(NotVisible):
        await commands.remove_papers(partners.rina, activity, Phase.AFTER)
    await commands.write_questions(partners.rina, activity, TEST[:1])
