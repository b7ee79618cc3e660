"""Somebody says by phone that they came, and takes the test: over both sites and the worker."""

from datetime import timedelta

import asyncpg
import pytest

from netralitas import clock
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.prevention.attending.commands import close_door
from netralitas.prevention.attending.door import ADDRESS
from netralitas.prevention.attending.queries import test_result as result_of
from netralitas.prevention.commands import Target, cancel_activity
from netralitas.prevention.domain import CancelReason
from netralitas.public import sections
from netralitas.refusals import RuleBroken
from tests.prevention.attending.room import NIP_ONE, Phone, names, present
from tests.prevention.world import Partners, events

LEFT = "SELECT count(*) FROM inbox.attendance WHERE token = $1"


async def test_who_fills_in_the_page_of_the_room_is_on_the_list_once_however_often_it_is_sent(
    partners: Partners, phone: Phone
) -> None:
    activity, room = await phone.room(partners)
    page = await phone.browser.go(room)
    assert page.status == 200
    assert "Sosialisasi netralitas di Melati" in page.headings
    form = page.form()
    said = {
        "name": "Sulastri Contoh",
        "unit": form.pick("unit", "Dinas Pendidikan"),
        "position": "Guru",
        "nip": NIP_ONE,
    }
    taken = await phone.browser.send(form, said)
    assert "Kehadiran Anda tercatat" in taken.text
    await phone.browser.send(form, said)  # the button pressed again
    again = (await phone.browser.go(room)).form()
    await phone.browser.send(again, {**said, "name": "Sulastri C."})  # the same number, anew
    await phone.work()
    assert await names(activity) == ["Sulastri Contoh"]
    (unit,) = (await present(activity)).units
    assert (unit.name, unit.present, unit.named) == ("Dinas Pendidikan", 1, 1)
    noted = [event for event in await events(activity) if event["name"] == "activity.people_noted"]
    (event,) = noted
    assert event["details"]["way"] == "phone"
    assert "Sulastri" not in str(event["details"])


async def test_what_waits_in_the_inbox_is_sealed_and_nothing_of_it_is_kept_when_it_was_taken(
    partners: Partners, phone: Phone
) -> None:
    _, room = await phone.room(partners)
    form = (await phone.browser.go(room)).form()
    await phone.browser.send(form, name="Wanita Rahasia", unit="tamu", origin="Desa Contoh")
    root = await asyncpg.connect(phone.database.dsn("postgres"))
    try:
        token = room.rsplit("/", 1)[-1]
        query = "SELECT for_office FROM inbox.attendance WHERE token = $1"
        (sealed,) = [row[0] for row in await root.fetch(query, token)]
        assert len(sealed) > 50
        assert b"Rahasia" not in sealed
        await phone.work()
        assert [row[0] for row in await root.fetch(query, token)] == [b""]
    finally:
        await root.close()


async def test_a_full_unit_makes_a_guest_who_says_from_where_and_nobody_is_turned_away(
    partners: Partners, phone: Phone
) -> None:
    activity, room = await phone.room(partners)
    form = (await phone.browser.go(room)).form()
    unit = form.pick("unit", "Rumah Sakit Daerah")  # ten people work there
    for number in range(11):
        form = (await phone.browser.go(room)).form()
        await phone.browser.send(form, name=f"Perawat {number}", unit=unit)
    await phone.work()
    presence = await present(activity)
    assert [(one.name, one.present) for one in presence.units] == [("Rumah Sakit Daerah", 10)]
    assert presence.guests == 1


async def test_answers_before_and_after_are_two_groups_without_names(
    partners: Partners, phone: Phone
) -> None:
    activity, room = await phone.room(partners, test=True)
    for test, given in (("tes-awal", ("0", "0")), ("tes-akhir", ("1", "0"))):
        page = await phone.browser.go(f"{room}/{test}")
        form = page.form()
        sent = await phone.browser.send(form, soal_1=given[0], soal_2=given[1])
        assert "Jawaban Anda tersimpan" in sent.text
    await phone.work()
    async with reading(EVERYTHING) as c:
        result = await result_of(c, activity)
    assert result is not None
    assert result.before is not None
    assert result.after is not None
    assert (result.before.mean, result.after.mean, result.gain) == (50, 100, 50)
    assert result.after.right == (1, 1)


async def test_answers_that_come_in_while_somebody_writes_overtake_no_form(
    partners: Partners, phone: Phone
) -> None:
    activity, room = await phone.room(partners, test=True)
    shown = Target(activity=activity, version=len(await events(activity)))
    form = (await phone.browser.go(f"{room}/tes-awal")).form()
    await phone.browser.send(form, soal_1="1", soal_2="0")
    await phone.work()
    assert (await events(activity))[-1]["name"] == "activity.test_answered"
    await cancel_activity(partners.rina, shown, CancelReason.EMERGENCY)
    assert (await events(activity))[-1]["name"] == "activity.cancelled"


async def test_what_is_missing_is_said_and_what_was_typed_is_kept(
    partners: Partners, phone: Phone
) -> None:
    activity, room = await phone.room(partners, test=True)
    form = (await phone.browser.go(room)).form()
    page = await phone.browser.send(form, name="Ada Namanya", nip="123")
    assert page.status == 422
    assert "Pilih unit kerja Anda" in page.text
    assert "NIP terdiri atas 18 angka; yang Anda tulis 3." in page.text
    assert page.form().values["name"] == ["Ada Namanya"]
    guest = await phone.browser.send(page.form(), unit="tamu", nip="")
    assert "Isi asal Anda" in guest.text
    test = (await phone.browser.go(f"{room}/tes-awal")).form()
    assert "Pilih jawaban untuk pertanyaan 2." in (await phone.browser.send(test, soal_1="1")).text
    await phone.work()
    assert await names(activity) == []


async def test_a_page_that_was_closed_says_so_and_takes_nothing(
    partners: Partners, phone: Phone
) -> None:
    activity, room = await phone.room(partners)
    form = (await phone.browser.go(room)).form()
    await close_door(partners.rina, activity)
    await phone.work()
    late = await phone.browser.send(form, name="Terlambat Sekali", unit="tamu", origin="Desa")
    assert late.status == 409
    assert "Isian Anda tidak tersimpan" in late.text
    assert "sudah ditutup" in (await phone.browser.go(room)).text
    await phone.work()
    assert await names(activity) == []
    with pytest.raises(RuleBroken, match="tidak sedang dibuka"):
        await close_door(partners.rina, activity)


async def test_a_day_after_a_page_was_closed_nothing_of_it_is_left_in_the_inbox(
    partners: Partners, phone: Phone
) -> None:
    activity, room = await phone.room(partners)
    form = (await phone.browser.go(room)).form()
    await phone.browser.send(form, name="Ada Namanya", unit="tamu", origin="Desa Contoh")
    await close_door(partners.rina, activity)
    await phone.work("clear_away")
    root = await asyncpg.connect(phone.database.dsn("postgres"))
    try:
        token = room.rsplit("/", 1)[-1]
        assert await root.fetchval(LEFT, token) == 1
        closed = "UPDATE attendance_door SET opens_at = $1, closes_at = $2 WHERE activity = $3"
        ago = clock.now() - timedelta(hours=25)
        await root.execute(closed, ago - timedelta(hours=1), ago, activity)
        await phone.work("clear_away")
        assert await root.fetchval(LEFT, token) == 0
    finally:
        await root.close()


async def test_a_cancelled_activity_has_no_page_and_an_unknown_token_has_none(
    partners: Partners, phone: Phone
) -> None:
    activity, room = await phone.room(partners)
    version = len(await events(activity))
    target = Target(activity=activity, version=version)
    await cancel_activity(partners.rina, target, CancelReason.EMERGENCY)
    await phone.work("show_rooms")
    assert (await phone.browser.go(room)).status == 404
    assert (await phone.browser.go("/hadir/aaaaaaaaaaaaaaaa")).status == 404
    assert (await phone.browser.go(f"{room}/tes-awal")).status == 404
    assert sections.ATTEND == ADDRESS
