"""Announced, moved, cancelled: what the public is told is never what was left out."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.prevention import policy
from netralitas.prevention.commands import (
    Target,
    announce_activity,
    cancel_activity,
    move_activity,
)
from netralitas.prevention.domain import (
    Activity,
    ActivityKind,
    ActivityState,
    CancelReason,
    Fund,
    Move,
    Together,
)
from netralitas.refusals import Invalid, NotAllowed, RuleBroken
from tests.make import days_ago
from tests.prevention.conftest import Visits
from tests.prevention.test_policy import activities
from tests.prevention.world import Partners, events, hold, plan

SOON, LATER = days_ago(-10), days_ago(-17)
NOTICE = "Terbuka untuk seluruh ASN kecamatan."


def at(activity: int, version: int) -> Target:
    return Target(activity=activity, version=version)


async def test_an_announced_activity_keeps_both_days_and_can_still_be_cancelled(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners, planned_on=SOON, begins_at=time(9), ends_at=time(11, 30))
    rina = await visit("rina")
    page = await rina.go(f"/pencegahan/kegiatan/{activity}")
    assert "09.00 sampai 11.30 WIB" in page.text
    form = (await rina.go(page.link("Umumkan kegiatan"))).form("/pengumuman")
    page = await rina.send(form, notice=NOTICE)
    assert "Agenda publik menampilkannya" in page.text
    assert NOTICE in page.text
    assert "Umumkan kegiatan" not in page.links
    form = (await rina.go(page.link("Pindahkan"))).form("/pemindahan")
    assert form.values["begins_at"] == ["09.00"]
    again = await rina.send(form)
    assert again.status == 422
    assert "Ubah salah satu" in again.text
    page = await rina.send(form, {"planned_on-day": LATER.day, "planned_on-month": LATER.month})
    told = [(event["name"], event["details"].get("planned_on")) for event in await events(activity)]
    days = [day.isoformat() for day in (SOON, SOON, LATER)]
    names = ("activity.planned", "activity.announced", "activity.moved")
    assert told == list(zip(names, days, strict=True))
    assert "Kegiatan dipindahkan dari" in page.text
    assert "Diumumkan</strong>" in page.html
    form = (await rina.go(page.link("Batalkan kegiatan"))).form("/pembatalan")
    assert "Dibatalkan</strong>" in (await rina.send(form, reason="stages")).html


async def test_what_was_held_is_not_moved_and_what_is_over_is_not_announced(
    partners: Partners, visit: Visits
) -> None:
    held = await plan(partners)
    with pytest.raises(Invalid) as refused:
        await announce_activity(partners.rina, at(held, 1), None)
    assert "sudah lewat" in refused.value.errors[""][0]
    await hold(partners, held, dinas=3)
    with pytest.raises(RuleBroken) as moved:
        await move_activity(partners.rina, at(held, 2), Move(planned_on=SOON))
    assert "harinya tidak dapat dipindahkan lagi" in moved.value.reason
    page = await (await visit("rina")).go(f"/pencegahan/kegiatan/{held}/pemindahan")
    assert page.status == 409
    assert "sudah terlaksana pada" in page.text
    theirs = await plan(partners, planned_on=SOON)
    with pytest.raises(NotAllowed):
        await announce_activity(partners.dewa, at(theirs, 1), None)
    await announce_activity(partners.rina, at(theirs, 1), None)
    with pytest.raises(RuleBroken, match="sudah diumumkan"):
        await announce_activity(partners.rina, at(theirs, 2), None)
    with pytest.raises(Invalid) as past:
        await move_activity(partners.rina, at(theirs, 2), Move(planned_on=days_ago(1)))
    assert "sudah lewat" in past.value.errors["planned_on"][0]
    await cancel_activity(partners.rina, at(theirs, 2), CancelReason.MERGED)


async def test_a_change_of_service_hours_is_announced_a_day_before_with_its_clause(
    partners: Partners,
) -> None:
    alone: dict[str, Any] = {
        "kind": ActivityKind.HOURS_CHANGE,
        "theme": None,
        "together": Together.ALONE,
        "agreement": None,
    }
    with pytest.raises(Invalid) as themed:
        await plan(partners, kind=ActivityKind.HOURS_CHANGE)
    assert "tidak bertema" in themed.value.errors["theme"][0]
    today = await plan(partners, planned_on=days_ago(0), **alone)
    with pytest.raises(Invalid) as late:
        await announce_activity(partners.rina, at(today, 1), "Loket tutup pukul 14.00.")
    assert "Pasal 8 ayat (4)" in late.value.errors[""][0]
    assert "bukan ketentuan undang-undang" in late.value.errors[""][0]
    tomorrow = await plan(partners, planned_on=days_ago(-1), **alone)
    with pytest.raises(Invalid) as silent:
        await announce_activity(partners.rina, at(tomorrow, 1), None)
    assert set(silent.value.errors) == {"notice"}
    await announce_activity(partners.rina, at(tomorrow, 1), "Loket tutup pukul 14.00.")
    with pytest.raises(Invalid) as moved:
        await move_activity(partners.rina, at(tomorrow, 2), Move(planned_on=days_ago(0)))
    assert "paling lambat satu hari" in moved.value.errors["planned_on"][0]


async def test_a_plan_says_hours_units_and_money_or_what_is_wrong_with_them(
    partners: Partners, visit: Visits
) -> None:
    rina = await visit("rina")
    form = (await rina.go("/pencegahan/kegiatan/baru")).form("/baru")
    dinas = form.pick("invited", "Dinas Pendidikan")
    typed = {
        "planned_on-day": SOON.day,
        "planned_on-month": SOON.month,
        "planned_on-year": SOON.year,
        "theme": form.pick("theme", "Netralitas"),
        "kind": form.pick("kind", "Diskusi kelompok"),
        "title": "Diskusi para guru",
        "audience": "Guru",
        "region": form.pick("region", "Kecamatan Melati"),
        "agreement": form.pick("agreement", "Pengawasan partisipatif"),
        "begins_at": "11.00",
        "ends_at": "09.00",
        "cost": "-5",
        "fund": Fund.APBD.value,
        "invited": [dinas],
    }
    page = await rina.send(form, typed)
    assert page.status == 422
    assert "Jam selesai harus sesudah jam mulai." in page.text
    assert "Biaya tidak boleh kurang dari nol rupiah." in page.text
    assert page.form("/baru").values["invited"] == [dinas]
    page = await rina.send(page.form("/baru"), ends_at="12.00", cost="1.250.000")
    assert "Rp1.250.000" in page.text
    assert "11.00 sampai 12.00" in page.text
    assert "Dinas Pendidikan" in page.text
    with pytest.raises(Invalid) as stranger:
        await plan(partners, invited=(999_999,))
    assert set(stranger.value.errors) == {"invited"}


days = st.dates(min_value=date(2024, 1, 1), max_value=date(2026, 1, 1))


@given(activity=activities, today=days, ahead=st.integers(-5, 800), announced=st.booleans())
def test_whatever_stands_on_the_agenda_was_told_in_time(
    activity: Activity, today: date, ahead: int, announced: bool
) -> None:
    state = ActivityState.ANNOUNCED if announced else ActivityState.PLANNED
    to = Move(planned_on=today + timedelta(days=ahead))
    wrong = policy.move_problems(replace(activity, state=state), to, today)
    changes_hours = activity.kind is ActivityKind.HOURS_CHANGE
    if announced and not wrong:
        assert ahead >= (1 if changes_hours else 0)
    if not announced:
        assert bool(wrong) is (to.planned_on > today + policy.FURTHEST)
