"""A work plan comes in as a table: read, shown with its doubts, then taken in whole."""

from netralitas.agreements.commands import enter_agreement
from netralitas.agreements.content import read
from netralitas.database.transactions import EVERYTHING, reading
from tests.agreements.conftest import Partners, Visits
from tests.agreements.plan.world import paper, signed
from tests.imports.printed_plans import banjarnegara, belitung


async def versions(agreement: int) -> int:
    """How many versions the text of an agreement has."""
    async with reading(EVERYTHING) as c:
        query = "SELECT count(*) FROM agreement_text WHERE agreement = $1"
        return int(await c.fetchval(query, agreement))


async def test_a_table_is_read_shown_with_its_doubts_and_taken_in_whole(
    partners: Partners, visit: Visits
) -> None:
    agreement = await enter_agreement(partners.sari, paper(partners, plan=(), years=()))
    sari, putri = await visit("sari"), await visit("putri")
    home = f"/kerja-sama/{agreement}/rencana-kerja"
    page = await sari.go(home)
    assert "Belum ada rencana kerja" in page.text
    here = page.links["Impor tabel rencana kerja"]
    form = (await sari.go(here)).form(here)
    none = await sari.send(form, {"file": b"Nama;NIP\nSari;1\n"})
    assert none.status == 422
    assert "Judul kolom rencana kerja tidak ditemukan" in none.text
    page = await sari.send(form, {"file": banjarnegara(read("banjarnegara"))})
    for said in (
        "2025 sampai 2030",
        "dibaca sampai tahun 2030",
        "Kegiatan Pemutakhiran Data Pemilih Berkelanjutan",
        "Jumlah dokumen SOP (satuan: dokumen SOP)",
    ):
        assert said in page.text, said
    assert await versions(agreement) == 1
    assert (await putri.go(page.address)).status == 404
    page = await sari.send(page.form(page.address))
    assert page.address == home
    assert await versions(agreement) == 2
    assert (
        page.headings[1]
        == "Kegiatan Penyelenggaraan Pemilu dan Pemilihan di Kabupaten Banjarnegara"
    )
    again = await sari.send(form, {"file": belitung(read("belitung_timur"))})
    stale = again.form(again.address)
    refused = await sari.send(stale, version="1")
    assert refused.status == 409
    assert "berubah sejak Anda membuka formulir" in refused.text
    page = await sari.send(stale)
    assert await versions(agreement) == 3
    assert page.text.count("Tugas pihak kesatu") == 5
    assert "2022" in page.text


async def test_a_signed_plan_takes_no_table_and_a_file_can_be_thrown_away(
    partners: Partners, visit: Visits
) -> None:
    sari = await visit("sari")
    agreement = await signed(partners)
    refused = await sari.go(f"/kerja-sama/{agreement}/rencana/impor")
    assert refused.status == 409
    assert "selama naskah masih disusun" in refused.text
    drafted = await enter_agreement(partners.sari, paper(partners))
    here = f"/kerja-sama/{drafted}/rencana/impor"
    form = (await sari.go(here)).form(here)
    page = await sari.send(form, {"file": banjarnegara(read("banjarnegara"))})
    token = page.address.rpartition("/")[2]
    assert (await sari.go(f"/kerja-sama/{drafted}/rencana/impor/{token}")).status == 200
    await sari.send(page.form("/pembuangan"))
    assert (await sari.go(page.address)).status == 404
    assert await versions(drafted) == 1
