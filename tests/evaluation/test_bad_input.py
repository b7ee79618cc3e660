"""What does not make sense is refused with a sentence, and everything typed stays."""

from datetime import timedelta

import pytest

from netralitas.evaluation.commands import (
    NewDecision,
    NewMeeting,
    Plan,
    decide,
    finish_decision,
    hold,
    plan,
)
from netralitas.evaluation.domain import MeetingKind
from netralitas.evaluation.forms import LONGEST_DECISION, LONGEST_TITLE
from netralitas.refusals import Invalid, NotAllowed, NotVisible, RuleBroken
from tests.evaluation.conftest import Visits, held, planned
from tests.evaluation.test_meetings import REMINDER, act, decided, typed_day
from tests.make import Town, days_ago


async def test_a_meeting_without_anything_is_told_what_is_missing(
    town: Town, visit: Visits
) -> None:
    browser = await visit("sekar")
    form = (await browser.go("/evaluasi/rapat/baru")).form("/rapat/baru")
    page = await browser.send(form, {"title": "x" * (LONGEST_TITLE + 1), "place": "Aula"})
    assert page.status == 422
    assert f"paling banyak {LONGEST_TITLE} karakter" in page.text
    assert "Isi tanggal rapat." in page.text
    assert "Pilih pihak lain" in page.text
    assert page.form("/rapat/baru").values["place"] == ["Aula"]


async def test_a_meeting_is_not_held_before_the_day_it_is_planned_for(
    town: Town, visit: Visits
) -> None:
    browser = await visit("sekar")
    meeting = f"/evaluasi/rapat/{await planned(town, ago=-5)}"
    page = await act(browser, meeting, "pelaksanaan", **typed_day("held_on", 0))
    assert page.status == 422
    assert "ubah dahulu rencananya" in page.text
    page = await act(browser, meeting, "pelaksanaan", **typed_day("held_on", -5))
    assert page.status == 422
    assert "tidak boleh sesudah hari ini" in page.text
    page = await act(browser, meeting, "rencana", **typed_day("planned_on", 0))
    page = await act(browser, meeting, "pelaksanaan", **typed_day("held_on", 0))
    assert "Terlaksana" in page.text


async def test_a_meeting_is_held_once(town: Town, visit: Visits) -> None:
    browser = await visit("sekar")
    meeting = f"/evaluasi/rapat/{await planned(town)}"
    form = (await browser.go(f"{meeting}/pelaksanaan")).form("pelaksanaan")
    await browser.send(form)
    page = await browser.send(form)
    assert page.status == 409
    assert "sudah terlaksana" in page.text
    assert (await browser.go(f"{meeting}/pelaksanaan")).status == 409


async def test_a_decision_is_not_due_before_its_meeting(town: Town, visit: Visits) -> None:
    browser = await visit("sekar")
    meeting = f"/evaluasi/rapat/{await held(town, ago=3)}"
    office = str(town.offices["bkpsdm"])
    page = await act(
        browser, meeting, "keputusan", text=REMINDER, organisation=office, **typed_day("due_on", 4)
    )
    assert page.status == 422
    assert "tidak boleh sebelum rapat itu sendiri" in page.text
    assert page.form("keputusan").values["text"] == [REMINDER]


async def test_a_decision_too_long_twice_or_without_owner_is_refused(
    town: Town, visit: Visits
) -> None:
    browser = await visit("sekar")
    number = await held(town)
    meeting = f"/evaluasi/rapat/{number}"
    typed = {"organisation": str(town.offices["bkpsdm"]), **typed_day("due_on", 0)}
    page = await act(browser, meeting, "keputusan", text="x" * (LONGEST_DECISION + 1), **typed)
    assert page.status == 422
    assert f"paling banyak {LONGEST_DECISION} karakter" in page.text
    page = await act(browser, meeting, "keputusan", text="Tanpa pelaksana dan tenggat")
    assert page.status == 422
    for sentence in ("Pilih pelaksana keputusan.", "Isi tenggat keputusan."):
        assert sentence in page.text
    await decided(town, number)
    page = await act(browser, meeting, "keputusan", text=REMINDER, **typed)
    assert page.status == 422
    assert "sudah dicatat dalam rapat ini" in page.text


async def test_an_organisation_is_present_once(town: Town, visit: Visits) -> None:
    browser = await visit("sekar")
    meeting = f"/evaluasi/rapat/{await held(town)}"
    typed = {"organisation": str(town.offices["bkpsdm"]), "capacity": "Kepala"}
    await act(browser, meeting, "kehadiran", persons="2", **typed)
    page = await act(browser, meeting, "kehadiran", persons="3", **typed)
    assert page.status == 422
    assert "sudah dicatat" in page.text
    page = await act(browser, meeting, "kehadiran", persons="0", **typed)
    assert "antara 1 dan 500" in page.text


async def test_an_item_stands_on_the_agenda_once(town: Town, visit: Visits) -> None:
    browser = await visit("sekar")
    meeting = f"/evaluasi/rapat/{await planned(town)}"
    await act(browser, meeting, "acara", text="Pembukaan")
    page = await act(browser, meeting, "acara", text="Pembukaan")
    assert page.status == 422
    assert "sudah tercantum" in page.text


async def test_presence_and_decisions_wait_until_the_meeting_was_held(
    town: Town, visit: Visits
) -> None:
    browser = await visit("sekar")
    meeting = f"/evaluasi/rapat/{await planned(town)}"
    for name in ("kehadiran", "keputusan"):
        page = await browser.go(f"{meeting}/{name}")
        assert page.status == 409
        assert "setelah rapat terlaksana" in page.text


async def test_a_decision_is_not_done_ahead_of_its_meeting_or_of_today_nor_twice(
    town: Town,
) -> None:
    meeting = await held(town, ago=2)
    decision = await decided(town, meeting)
    for ago, sentence in ((3, "sebelum rapat"), (-1, "sesudah hari ini")):
        with pytest.raises(RuleBroken, match=sentence):
            await finish_decision(town.mira, meeting, decision, days_ago(ago))
    await finish_decision(town.mira, meeting, decision, days_ago(0))
    with pytest.raises(RuleBroken, match="sudah dicatat selesai"):
        await finish_decision(town.sekar, meeting, decision, days_ago(0))


async def test_what_is_not_there_is_not_found(town: Town, visit: Visits) -> None:
    meeting, other = await held(town), await held(town, title="Rapat lain")
    decision = await decided(town, meeting)
    with pytest.raises(NotVisible):
        await finish_decision(town.sekar, other, decision, days_ago(0))
    with pytest.raises(NotVisible):
        await hold(town.sekar, 999_999, days_ago(0))
    browser = await visit("sekar")
    for place in ("999999", f"{other}/keputusan/{decision}/penyelesaian", "999999/bahan"):
        assert (await browser.go(f"/evaluasi/rapat/{place}")).status == 404


async def test_nobody_meets_whom_they_cannot_meet(town: Town) -> None:
    for party in ("lain", "bkn", "kab"):
        with pytest.raises(Invalid):
            await plan(town.sekar, _with(town.offices[party]))
    with pytest.raises(Invalid):
        await plan(town.mira, _with(town.offices["bkn"]))
    with pytest.raises(NotAllowed):
        await plan(town.maya, _with(town.offices["kab"]))


async def test_a_decision_is_carried_out_by_a_reader_of_the_meeting(town: Town) -> None:
    meeting = await held(town)
    new = NewDecision(
        text=REMINDER, organisation=town.offices["bkn"], due_on=days_ago(0) + timedelta(days=1)
    )
    with pytest.raises(Invalid):
        await decide(town.sekar, meeting, new)


def _with(party: int) -> NewMeeting:
    planned_on = days_ago(0)
    return NewMeeting(
        kind=MeetingKind.INCIDENTAL,
        other_party=party,
        plan=Plan(title="Rapat", planned_on=planned_on, place="Aula"),
    )
