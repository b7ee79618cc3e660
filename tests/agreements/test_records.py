"""What is kept under an agreement: addenda by consent, officials, initials, scans, questions."""

from datetime import date

import asyncpg
import pytest

from netralitas.agreements.commands import Keeping, Step, keep_record, move_agreement
from netralitas.agreements.records.values import Addendum, Change, Settlement, Talk
from netralitas.agreements.stages import Stage
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.law.book import load
from netralitas.refusals import Invalid, NotVisible, RuleBroken
from tests.agreements.conftest import Partners, Statements, Visits
from tests.agreements.signed import signed
from tests.make import days_ago
from tests.pages import PDF, Browser, Page
from tests.prevention.world import as_owner

BOTH = {"signed": ["1", "2"]}


def typed(name: str, on: date) -> dict[str, str]:
    """A day as a form sends it."""
    parts = {"day": on.day, "month": on.month, "year": on.year}
    return {f"{name}-{part}": str(number) for part, number in parts.items()}


async def keep(browser: Browser, here: str, form: str, ago: int, **values: object) -> Page:
    """Open the form of a sort and send it."""
    address = f"{here}/catatan/{form}"
    found = (await browser.go(address)).form(address)
    return await browser.send(found, {**typed("on", days_ago(ago)), **values})


async def test_an_addendum_stands_beside_what_it_changes(partners: Partners, visit: Visits) -> None:
    here = f"/kerja-sama/{await signed(partners)}"
    sari = await visit("sari")
    change = {
        "at_1": "Pasal  14",
        "how_1": "replace",
        "text_1": "Evaluasi dilakukan dua kali setahun.",
        "at_2": "Pasal 18",
        "how_2": "add",
        "text_2": "Satuan tugas bersama.",
        "first_number": "1/AD/2025",
        "second_number": "2/AD/2025",
    }
    alone = await keep(sari, here, "adendum", 100, **change, signed=["1"])
    assert alone.status == 422
    assert "Adendum berlaku setelah semua pihak menandatangani; belum: PIHAK KEDUA." in alone.text
    assert "Evaluasi dilakukan dua kali setahun." in alone.html
    nowhere = await keep(sari, here, "adendum", 100, **{**change, "at_1": "Pasal 99"}, **BOTH)
    assert "Pasal 99 tidak ada di naskah kerja sama induknya." in nowhere.text
    own = {**change, "first_number": "03/HK.05.1-NK/3304/2025"}
    assert (
        "sudah dipakai naskah lain" in (await keep(sari, here, "adendum", 100, **own, **BOTH)).text
    )
    silent = await keep(sari, here, "adendum", 100, **{**change, "second_number": ""}, **BOTH)
    assert "Setiap pihak memberi adendum nomornya sendiri" in silent.text
    page = await keep(sari, here, "adendum", 100, **change, **BOTH)
    assert page.status == 200
    assert "Adendum nomor 1/AD/2025; 2/AD/2025" in page.text
    page = await sari.go(here)
    assert "Pasal 14 diubah menjadi: Evaluasi dilakukan dua kali setahun. (adendum" in page.text
    assert "Pasal 18 ditambahkan: Satuan tugas bersama." in page.text
    assert "Adendum mengubah Pasal 14, dasar penghitungan tanggal." in page.text
    again = await keep(sari, here, "adendum", 50, **change, **BOTH)
    assert "Nomor 1/AD/2025 sudah dipakai naskah lain." in again.text


async def test_officials_change_and_the_agreement_stays(partners: Partners, visit: Visits) -> None:
    here = f"/kerja-sama/{await signed(partners)}"
    putri = await visit("putri")
    before = (await putri.go(here)).text
    new = {"party": "1", "name": "Wiryawan", "capacity": "Bupati"}
    page = await keep(putri, here, "pejabat", 200, **new)
    page = await keep(putri, here, "pejabat", 20, **{**new, "name": "Laksmi"})
    for said in ("AMALIA DESIANA", "Penanda tangan, sampai", "Wiryawan", "Laksmi", "Menjabat"):
        assert said in page.text, said
    assert page.text.count("Menjabat") == 1
    assert "Pasal 16 ayat (3)" in page.text
    after = (await putri.go(here)).text
    assert "Pergantian pejabat dicatat; kerja sama tetap berlaku." in after
    assert before.partition("Riwayat")[0] == after.partition("Riwayat")[0]


async def test_initials_and_scans_are_kept_for_the_parties_alone(
    partners: Partners, visit: Visits, statements: Statements
) -> None:
    here = f"/kerja-sama/{await signed(partners)}"
    putri = await visit("putri")
    initials = {"party": "2", "name": "Endah", "capacity": "Sekretaris", "pages": "1 sampai 6"}
    page = await keep(putri, here, "paraf", 810, **initials)
    assert "Pihak kedua, halaman 1 sampai 6" in page.text
    scan = await keep(putri, here, "dokumen", 700, title="Naskah bermeterai", file=PDF)
    assert "Naskah bermeterai" in scan.text
    link = scan.link("Unduh")
    dewa = await visit("dewa")
    got = await dewa.client.get(link)
    assert got.content == PDF
    assert got.headers["Content-Security-Policy"].startswith("sandbox")
    refused = await keep(putri, here, "dokumen", 700, title="Naskah", file=b"")
    assert refused.status == 422
    lain = await visit("lain")
    for address in (link, f"{here}/catatan", f"{here}/surat"):
        assert (await lain.go(address)).status == 404, address
    assert (await dewa.go(f"{here}/dokumen/99999")).status == 404
    galih = await (await visit("galih")).go(f"{here}/catatan")
    assert "Naskah bermeterai" in galih.text
    assert "Tambah dokumen" not in galih.text
    assert (await dewa.go(f"{here}/catatan/pejabat")).status == 403
    statements.sent.clear()
    await dewa.go(f"{here}/catatan")
    assert len(statements.sent) <= 6, statements.sent


async def test_a_dispute_is_settled_by_talking(partners: Partners, visit: Visits) -> None:
    number = await signed(partners)
    here = f"/kerja-sama/{number}"
    sari = await visit("sari")
    asked = {"at": "Pasal 5", "sort": "reading", "text": "Siapa yang menyiapkan gudang?"}
    wrong = await keep(sari, here, "penafsiran", 90, **{**asked, "at": "Pasal 77"})
    assert "Pasal 77 tidak ada di naskah" in wrong.text
    page = await keep(sari, here, "penafsiran", 90, **asked)
    assert "Terbuka" in page.text
    about = page.link("Catat pertemuan").removeprefix(f"{here}/catatan/").partition("/")[0]
    end = {"text": "Pemda menyiapkannya.", "agreed": ["1", "2"]}
    early = await keep(sari, here, f"{about}/penyelesaian", 60, **end)
    assert early.status == 409
    assert "Perbedaan diselesaikan dengan musyawarah." in early.text
    before = await keep(sari, here, f"{about}/pertemuan", 95, text="Bertemu.")
    assert "hari yang dijawabnya" in before.text
    await keep(sari, here, f"{about}/pertemuan", 80, text="Bertemu di kantor Bawaslu.")
    one = await keep(sari, here, f"{about}/penyelesaian", 60, **{**end, "agreed": ["1"]})
    assert "semua pihak menyepakatinya; belum: PIHAK KEDUA" in one.text
    page = await keep(sari, here, f"{about}/penyelesaian", 60, **end)
    assert "Pemda menyiapkannya." in page.text
    assert "Selesai" in page.text
    settled = Keeping(
        entry=Settlement(text="Lagi.", agreed=(1, 2)), on=days_ago(50), about=int(about)
    )
    with pytest.raises(RuleBroken, match="sudah dicatat"):
        await keep_record(partners.sari, number, settled, book=load())
    for wrongly in (None, 10**9):
        talk = Keeping(entry=Talk(text="Lagi."), on=days_ago(50), about=wrongly)
        with pytest.raises((RuleBroken, NotVisible)):
            await keep_record(partners.sari, number, talk, book=load())


async def test_nothing_is_kept_out_of_place_and_nothing_is_changed(partners: Partners) -> None:
    number = await signed(partners)
    entry = Addendum(
        numbers=("1/A", "2/A"),
        signed=(1, 2),
        changes=(Change(at="Pasal 14", how="drop"),),
    )
    new = Keeping(entry=entry, on=days_ago(1))
    with pytest.raises(RuleBroken, match="apa adanya"):
        await keep_record(partners.sari, partners.agreement, new, book=load())
    for ago, said in ((-1, "setelah hari ini"), (900, "sebelum penandatanganan")):
        with pytest.raises(Invalid) as wrong:
            await keep_record(
                partners.sari, number, Keeping(entry=entry, on=days_ago(ago)), book=load()
            )
        assert said in str(wrong.value.errors)
    for move, to in (
        ("penangguhan", Stage.SUSPENDED),
        ("pencabutan", Stage.EXECUTION),
        ("pengakhiran", Stage.ENDED),
    ):
        step = Step(move=move, version=2, on=days_ago(5))
        assert await move_agreement(partners.sari, number, step, book=load()) is to
    with pytest.raises(RuleBroken, match="sudah berakhir"):
        await keep_record(partners.sari, number, Keeping(entry=entry, on=days_ago(1)), book=load())


async def test_events_say_what_was_kept_and_none_of_its_words(partners: Partners) -> None:
    number = await signed(partners)
    entry = Addendum(
        numbers=("RAHASIA/1", "RAHASIA/2"),
        signed=(1, 2),
        changes=(Change(at="Pasal 14", how="replace", text="RAHASIA"),),
    )
    new = Keeping(entry=entry, on=days_ago(3))
    added = await keep_record(partners.sari, number, new, book=load())
    async with reading(EVERYTHING) as c:
        row = await c.fetchrow(
            "SELECT details::text AS details, happened_on FROM event WHERE name ="
            " 'agreement.recorded'"
        )
    assert "RAHASIA" not in row["details"]
    assert row["happened_on"] == days_ago(3)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with writing(EVERYTHING) as c:
            await c.execute("UPDATE agreement_record SET about = id WHERE id = $1", added)
    with pytest.raises(asyncpg.PostgresError, match="only grows"):
        async with as_owner() as owner:
            await owner.execute("DELETE FROM agreement_record WHERE id = $1", added)
