"""Frozen figures on pages: once, not ahead, counted again, compared, and in the pack."""

import asyncpg

from netralitas.evaluation.commands import freeze
from tests.conftest import Database
from tests.evaluation.conftest import Visits, bring_log_up_to_date, held, planned
from tests.make import Town, forwarded_case, make_case, move, person


async def test_figures_are_frozen_with_position_and_digest_and_counted_again(
    town: Town, visit: Visits, engine: Database
) -> None:
    await make_case(town)
    position = await bring_log_up_to_date(engine)
    browser = await visit("sekar")
    meeting = f"/evaluasi/rapat/{await held(town)}"
    page = await browser.go(f"{meeting}/angka")
    assert "Angka belum dibekukan" in page.text
    page = await browser.send(page.form("angka"))
    assert f"pada posisi {position}" in page.text
    assert "Dihitung ulang: sama" in page.text
    assert "SHA-256" in page.text
    assert "Perkara yang dibuka sejak catatan dimulai" in page.text


async def test_whoever_rewrites_the_record_is_told_by_the_page(
    town: Town, visit: Visits, engine: Database
) -> None:
    await make_case(town)
    await bring_log_up_to_date(engine)
    meeting = await held(town)
    await freeze(town.sekar, meeting)
    root = await asyncpg.connect(engine.dsn("postgres"))
    try:
        await root.execute("SET session_replication_role = replica")
        await root.execute(
            "UPDATE event SET name = 'handling.submit_finding'"
            " WHERE name = 'handling.receive_report'"
        )
    finally:
        await root.close()
    page = await (await visit("sekar")).go(f"/evaluasi/rapat/{meeting}/angka")
    assert "Dihitung ulang: berbeda" in page.text
    assert "Perkara masuk" in page.text


async def test_the_next_snapshot_opens_with_the_closing_of_the_last(
    town: Town, visit: Visits, engine: Database
) -> None:
    opened = await make_case(town)
    await bring_log_up_to_date(engine)
    await freeze(town.sekar, await held(town, ago=3, title="Rapat pertama"))
    await move(town.rina, opened.id, "start_preliminary_study")
    await forwarded_case(town, person(1), person(2))
    await bring_log_up_to_date(engine)
    second = await held(town, title="Rapat kedua")
    await freeze(town.sekar, second)
    page = await (await visit("mira")).go(f"/evaluasi/rapat/{second}/angka")
    assert "Saldo awal dari Rapat pertama" in page.text
    balance = page.text.split("Perkara (penanganan)")[1].split("Tindak lanjut")[0]
    assert "masih berjalan 1 +1 0 2 Cocok" in balance
    assert "belum dijawab 0 +2 0 2 Cocok" in balance
    forwarded = page.text.split("Terlapor diteruskan")[1].split("Penerusan menurut")[0]
    assert "2 +2" in forwarded


async def test_figures_are_frozen_once(town: Town, visit: Visits, engine: Database) -> None:
    await make_case(town)
    await bring_log_up_to_date(engine)
    browser = await visit("sekar")
    meeting = f"/evaluasi/rapat/{await held(town)}"
    form = (await browser.go(f"{meeting}/angka")).form("angka")
    await browser.send(form)
    page = await browser.send(form)
    assert page.status == 409
    assert "sudah dibekukan" in page.text


async def test_figures_are_not_frozen_for_a_meeting_of_the_future(
    town: Town, visit: Visits, engine: Database
) -> None:
    await make_case(town)
    await bring_log_up_to_date(engine)
    browser = await visit("sekar")
    ready = (await browser.go(f"/evaluasi/rapat/{await held(town)}/angka")).form("angka")
    meeting = f"/evaluasi/rapat/{await planned(town, ago=-1)}/angka"
    page = await browser.go(meeting)
    assert "baru akan berlangsung" in page.text
    assert not [form for form in page.forms if form.action == meeting]
    ready.action = meeting
    page = await browser.send(ready)
    assert page.status == 409
    assert "paling cepat pada hari rapat" in page.text


async def test_figures_are_not_frozen_from_an_empty_log(town: Town, visit: Visits) -> None:
    page = await (await visit("sekar")).go(f"/evaluasi/rapat/{await held(town)}/angka")
    assert "Catatan peristiwa masih kosong" in page.text


async def test_the_pack_has_all_that_the_meeting_needs(
    town: Town, visit: Visits, engine: Database
) -> None:
    await make_case(town, received=20)
    await bring_log_up_to_date(engine)
    meeting = await held(town)
    browser = await visit("sekar")
    empty = await browser.go(f"/evaluasi/rapat/{meeting}/bahan")
    assert "Angka belum dibekukan" in empty.text
    await freeze(town.sekar, meeting)
    page = await browser.go(f"/evaluasi/rapat/{meeting}/bahan")
    for heading in (
        *("Rapat triwulan", "Acara", "Keputusan rapat terdahulu", "Angka", "Kehadiran"),
        *("Yang berubah sejak rapat terdahulu", "Terlambat menurut pemegang"),
        "Keputusan rapat ini",
    ):
        assert any(heading in found for found in page.headings), heading
    assert "tidak termasuk angka yang dibekukan" in page.text
    assert page.text.count("Nama, jabatan, dan tanda tangan") == 2


async def test_the_pack_of_a_past_meeting_shows_nothing_of_today(town: Town, visit: Visits) -> None:
    await make_case(town, received=20)
    page = await (await visit("sekar")).go(f"/evaluasi/rapat/{await held(town, ago=40)}/bahan")
    assert "Terlambat menurut pemegang" not in page.text
