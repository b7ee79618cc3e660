"""A complaint about the service: taken in, hidden from whom it is about, answered by its code."""

import asyncpg
import pytest

from netralitas.database.transactions import reading, writing
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken
from netralitas.service.commands import answer, close, keep_out, refer
from tests.cases.conftest import Statements, Visits
from tests.intake.letterbox import OFFICE
from tests.make import Town
from tests.service.complaining import WHAT, Desk

PATH = "/pengaduan-layanan"
ANSWER = "Loket dibuka lagi sejak Senin, dan jadwalnya dipasang di pintu."


async def test_it_leaves_the_inbox_and_is_answered_where_its_code_reads_it(
    desk: Desk, visit: Visits, statements: Statements
) -> None:
    sent = await desk.complain()
    assert await desk.letterbox.rows("SELECT digest FROM inbox.complaint") == []
    told = await desk.letterbox.told(sent)
    assert told is not None
    assert (told["status"], told["about"]) == ("Pengaduan diterima", "service")
    assert told["next_by"]
    sari = await visit("sari")
    listed = await sari.go(PATH)
    assert sent.number in listed.text
    assert WHAT not in listed.text
    statements.sent.clear()
    page = await sari.go(f"{PATH}/{sent.id}")
    assert len(statements.sent) <= 12, statements.sent
    for said in (WHAT, "Kemarin", "0812 7777 1234", "perlu konfirmasi", "Aturan kantor"):
        assert said in page.text, said
    short = await sari.send(page.form("jawaban"), text="Ya")
    assert (short.status, "Ya" in short.text) == (422, True)
    await sari.send(page.form("jawaban"), text=ANSWER)
    await desk.letterbox.write(sent, "Terima kasih, sudah buka.")
    await desk.work()
    told = await desk.letterbox.told(sent)
    assert told is not None
    assert (told["status"], told["next_by"]) == ("Pengaduan dijawab", None)
    assert (told["en"]["status"], told["en"]["since"]) == ("Complaint answered", told["since"])
    assert await desk.letterbox.thread(sent) == [
        (True, ANSWER),
        (False, "Terima kasih, sudah buka."),
    ]
    page = await sari.go(f"{PATH}/{sent.id}")
    assert "Terima kasih, sudah buka." in page.text
    await sari.send(page.form("penutupan"))
    closed = await sari.go(f"{PATH}/{sent.id}")
    assert "Ditutup" in closed.text
    assert "Kirim jawaban" not in closed.text


async def test_whom_it_names_never_sees_it(desk: Desk, town: Town, visit: Visits) -> None:
    sent = await desk.complain(officer="Ibu sari kusumawati, loket 2")
    own = await (await visit("sari")).go(PATH)
    assert sent.number not in own.text
    assert (await (await visit("sari")).go(f"{PATH}/{sent.id}")).status == 404
    with pytest.raises(NotVisible):
        await answer(town.sari, sent.id, ANSWER, keys=OFFICE)
    async with reading(town.sari) as c:  # the database holds it, whatever a page forgets
        assert await c.fetchval("SELECT count(*) FROM service_complaint") == 0
    assert sent.number in (await (await visit("tono")).go(PATH)).text


async def test_where_both_commissioners_are_named_the_office_above_handles_it(
    desk: Desk, town: Town, visit: Visits
) -> None:
    sent = await desk.complain(officer="Sari Kusumawati dan Tono Adiputra")
    page = await (await visit("galih")).go(f"{PATH}/{sent.id}")
    assert WHAT in page.text
    await answer(town.galih, sent.id, ANSWER, keys=OFFICE)
    with pytest.raises(NotVisible):
        await close(town.tono, sent.id)


async def test_somebody_may_say_that_it_is_about_themselves(
    desk: Desk, town: Town, visit: Visits
) -> None:
    sent = await desk.complain()
    sari = await visit("sari")
    page = await sari.go(f"{PATH}/{sent.id}")
    gone = await sari.send(page.form("pengecualian"), officer=str(town.sari.officer))
    assert gone.status == 200
    assert sent.number not in gone.text
    assert (await sari.go(f"{PATH}/{sent.id}")).status == 404
    with pytest.raises(RuleBroken, match="Tidak ada lagi anggota"):
        await keep_out(town.tono, sent.id, town.tono.officer)
    await refer(town.tono, sent.id)
    with pytest.raises(NotAllowed, match="kantor atasan"):
        await answer(town.tono, sent.id, ANSWER, keys=OFFICE)
    await answer(town.galih, sent.id, ANSWER, keys=OFFICE)


async def test_a_step_out_of_place_and_a_state_without_its_event_are_refused(
    desk: Desk, town: Town
) -> None:
    sent = await desk.complain()
    with pytest.raises(RuleBroken, match="tidak berlaku"):
        await close(town.sari, sent.id)
    with pytest.raises(NotAllowed):
        await answer(town.rina, sent.id, ANSWER, keys=OFFICE)
    with pytest.raises(asyncpg.PostgresError) as found:
        async with writing(town.sari) as c:
            await c.execute("UPDATE service_complaint SET state = 'closed' WHERE id = $1", sent.id)
    assert found.value.sqlstate == "NE019"


async def test_its_events_hold_nothing_that_was_written(desk: Desk, town: Town) -> None:
    sent = await desk.complain(officer="Tono Adiputra")
    await answer(town.sari, sent.id, ANSWER, keys=OFFICE)
    rows = await desk.letterbox.rows(
        "SELECT name, details::text AS said FROM event WHERE stream = $1 ORDER BY version", sent.id
    )
    assert [row["name"] for row in rows] == ["complaint.received", "complaint.answered"]
    said = " ".join(row["said"] for row in rows)
    for inner in ("Tono", "Loket", "0812", ANSWER, sent.code):
        assert inner not in said


async def test_what_does_not_open_is_shown_as_that_and_can_be_answered(
    desk: Desk, town: Town, visit: Visits
) -> None:
    sent = await desk.complain()
    await desk.letterbox.rows(
        "UPDATE service_complaint SET content = '\\x0131ff' WHERE id = $1", sent.id
    )
    page = await (await visit("sari")).go(f"{PATH}/{sent.id}")
    assert "tidak dapat dibuka" in page.text
    await answer(town.sari, sent.id, ANSWER, keys=OFFICE)


async def test_an_administrator_says_where_the_office_is_and_who_is_on_duty(visit: Visits) -> None:
    hadi = await visit("hadi")
    page = await hadi.go("/administrasi/layanan")
    await hadi.send(
        page.form("layanan"), address="Jalan Melati 5", telephone="0719 1", supervision="Ketua."
    )
    page = await hadi.send(page.form("piket"), post="Penerimaan laporan", hours="Senin, 08.00")
    assert ("Jalan Melati 5" in page.text, "Ketua." in page.text) == (True, True)
    assert "Senin, 08.00: petugas piket" in page.text
    page = await hadi.send(page.form("hapus"))
    assert "Senin, 08.00: petugas piket" not in page.text
