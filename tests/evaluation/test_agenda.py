"""The agenda proposed from what is open, and the minutes of what was said about it."""

from dataclasses import replace

import pytest

from netralitas.evaluation.commands import NewMeeting, Plan, freeze, keep_minutes, plan
from netralitas.evaluation.domain import MeetingKind
from netralitas.refusals import RuleBroken
from tests.conftest import Database
from tests.evaluation.conftest import Visits, bring_log_up_to_date, held, planned
from tests.evaluation.test_meetings import act, decided
from tests.make import Town, days_ago, forwarded_case
from tests.prevention.world import make_partners

UNITS = "3 dari 3 unit kerja belum terjangkau sosialisasi"
PROMISES = "1 keputusan rapat terdahulu melewati tenggatnya"


@pytest.fixture
async def meeting(town: Town, engine: Database) -> int:
    """A meeting to come, after one whose promise was not kept and a referral without answer."""
    partners = await make_partners(town)
    await forwarded_case(town)
    await bring_log_up_to_date(engine)
    earlier = await held(town, ago=30, title="Rapat pertama")
    await decided(town, earlier, due_in=-10)
    await freeze(town.sekar, earlier)
    new = NewMeeting(
        kind=MeetingKind.PERIODIC,
        other_party=town.offices["bkpsdm"],
        plan=Plan(title="Rapat kedua", planned_on=days_ago(-3), place="Aula"),
        agreement=partners.agreement,
    )
    return await plan(town.sekar, new)


async def test_what_is_open_is_proposed_and_taken_over_one_by_one_or_all_at_once(
    town: Town, visit: Visits, meeting: int
) -> None:
    browser = await visit("sekar")
    page = await browser.go(f"/evaluasi/rapat/{meeting}/usulan")
    for sentence in (UNITS, PROMISES, "belum dijawab, yang terlama sejak", "dalam rencana kerja"):
        assert sentence in page.text
    page = await browser.send(page.form("/usulan/units"))
    assert page.text.count("Di acara") == 1
    assert "/usulan/units" not in [form.action for form in page.forms]
    page = await browser.send(page.form("/usulan"))
    assert page.address == f"/evaluasi/rapat/{meeting}"
    assert page.text.count("(dari catatan)") > 3
    assert page.text.count(UNITS) == 2, "the point and its removal, once each"
    again = await browser.go(f"/evaluasi/rapat/{meeting}/usulan")
    assert "Masukkan" not in again.text


async def test_each_party_is_proposed_what_it_sees_itself(
    town: Town, visit: Visits, meeting: int
) -> None:
    page = await (await visit("mira")).go(f"/evaluasi/rapat/{meeting}/usulan")
    assert PROMISES in page.text
    assert "Badan Kepegawaian Negara belum dijawab" not in page.text


async def test_a_proposal_nobody_made_changes_nothing(
    town: Town, visit: Visits, meeting: int
) -> None:
    browser = await visit("sekar")
    form = (await browser.go(f"/evaluasi/rapat/{meeting}/usulan")).form("/usulan/units")
    page = await browser.send(replace(form, action=form.action.replace("units", "rumor")))
    assert "Di acara" not in page.text
    assert "(dari catatan)" not in (await browser.go(f"/evaluasi/rapat/{meeting}")).text


async def test_an_agenda_is_no_longer_prepared_once_the_meeting_was_held(
    town: Town, visit: Visits
) -> None:
    meeting = await held(town)
    assert (await (await visit("sekar")).go(f"/evaluasi/rapat/{meeting}/usulan")).status == 409


async def test_minutes_are_kept_of_a_meeting_that_was_held(town: Town, visit: Visits) -> None:
    with pytest.raises(RuleBroken, match="setelah rapat terlaksana"):
        await keep_minutes(town.sekar, await planned(town), "Terlalu dini.")
    browser = await visit("sekar")
    meeting = f"/evaluasi/rapat/{await held(town)}"
    empty = await act(browser, meeting, "notulen", text="")
    assert (empty.status, "Isi notulen rapat." in empty.text) == (422, True)
    await act(browser, meeting, "notulen", text="Baris satu.\nBaris dua.")
    assert "Baris satu." in (await browser.go(meeting)).text
    again = await browser.go(f"{meeting}/notulen")
    assert again.form("/notulen").values["text"] == ["Baris satu.\nBaris dua."]
