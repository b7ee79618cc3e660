"""The tab of attendance over HTTP: who came, the ways to note it, the test."""

import csv
import io

import pikepdf
import pytest

from tests.cases.conftest import Visits
from tests.make import days_ago
from tests.prevention.attending.room import NIP_ONE, names
from tests.prevention.world import Partners, plan


def tab(activity: int) -> str:
    """The address of the tab."""
    return f"/pencegahan/kegiatan/{activity}/kehadiran"


async def test_ten_people_are_typed_at_a_time_and_stand_on_the_list_with_a_place_to_sign(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    rina = await visit("rina")
    page = await rina.go(tab(activity))
    assert "Belum ada yang tercatat hadir" in page.text
    form = (await rina.go(page.link("Tulis nama"))).form("/tulis")
    assert {f"name_{row}" for row in range(1, 11)} <= set(form.names)
    unit = form.pick("unit_1", "Dinas Pendidikan")
    wrong = await rina.send(form, name_1="Ani Contoh", unit_1=unit, nip_1="12", name_4="Tanpa Unit")
    assert wrong.status == 422
    assert "Pilih unit kerja pada baris 4" in wrong.text
    assert wrong.form("/tulis").values["name_1"] == ["Ani Contoh"]
    assert await names(activity) == []
    done = await rina.send(
        wrong.form("/tulis"), nip_1=NIP_ONE, unit_4="tamu", origin_4="Dinas Provinsi"
    )
    assert "Daftar hadir tersimpan" in done.text
    assert "1 orang hadir dari unit kerja" in done.text
    twice = await rina.send(form, name_1="Ani C.", unit_1=unit, nip_1=NIP_ONE)
    assert twice.status == 422
    assert "Ani C. sudah ada pada daftar hadir" in twice.text
    theirs = await (await visit("dewa")).go(f"{tab(activity)}/daftar")
    assert "Ani Contoh" in theirs.text
    assert "Tamu: Dinas Provinsi" in theirs.text
    assert NIP_ONE not in theirs.html
    assert f"\u2026{NIP_ONE[-4:]}" in theirs.text
    less = await rina.send((await rina.go(f"{tab(activity)}/daftar")).form("/penghapusan"))
    assert "Satu baris dihapus" in less.text
    assert await names(activity) == ["Tanpa Unit"]


async def test_the_list_is_fetched_as_a_table_that_no_spreadsheet_runs(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    rina = await visit("rina")
    form = (await rina.go(f"{tab(activity)}/tulis")).form("/tulis")
    await rina.send(form, name_1="=1+1 Contoh", unit_1="tamu")
    answer = await rina.client.get(f"{tab(activity)}/daftar.csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[1][:3] == ["1", "'=1+1 Contoh", "Tamu"]
    sheet = await rina.client.get(f"{tab(activity)}/daftar.xlsx")
    assert sheet.content.startswith(b"PK")


async def test_the_page_for_phones_is_prepared_shown_on_the_wall_and_printed(
    partners: Partners, visit: Visits
) -> None:
    on = days_ago(-2)
    activity = await plan(partners, planned_on=on)
    rina = await visit("rina")
    page = await rina.go(tab(activity))
    assert "Daftar hadir diisi mulai hari kegiatan" in page.text
    assert "Tulis nama" not in page.links
    form = (await rina.go(page.link("Siapkan halaman HP"))).form("/halaman-hp")
    assert form.values["opens"] == ["08.00"]
    assert form.values["on-day"] == [str(on.day)]
    wrong = await rina.send(form, opens="12.00", closes="09.00")
    assert "Jam tutup harus sesudah jam buka." in wrong.text
    done = await rina.send(wrong.form("/halaman-hp"), opens="08.30", closes="12.00")
    assert "Belum dibuka" in done.text
    assert "/hadir/" in done.text
    wall = await rina.go(done.link("Tampilkan kode QR"))
    assert "data:image/svg+xml" in wall.html
    poster = await rina.client.get(done.link("Cetak poster"))
    assert poster.headers["content-type"] == "application/pdf"
    with pikepdf.open(io.BytesIO(poster.content)) as pdf:
        assert len(pdf.pages) == 1
    again = await rina.client.get(done.link("Cetak poster"))
    assert again.content == poster.content
    closed = await rina.send((await rina.go(tab(activity))).form("/penutupan"))
    assert "Halaman HP ditutup" in closed.text
    assert "Sudah ditutup" in closed.text


async def test_a_test_is_pasted_and_its_results_on_paper_are_told_as_two_groups(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    rina = await visit("rina")
    form = (await rina.go((await rina.go(tab(activity))).link("Tulis soal"))).form("/tes")
    wrong = await rina.send(form, questions="Satu?\na. Ya\nb. Tidak")
    assert wrong.status == 422
    assert "Pertanyaan 1: beri tanda bintang" in wrong.text
    done = await rina.send(wrong.form("/tes"), questions="Satu?\na. Ya *\nb. Tidak")
    assert "Soal tes tersimpan" in done.text
    shown = (await rina.go(done.link("Ubah soal"))).form("/tes")
    assert shown.values["questions"][0].splitlines()[1].strip() == "a. Ya *"
    for phase, points in (("before", 2), ("after", 3)):
        form = (await rina.go(done.link("Catat hasil di kertas"))).form("/kertas")
        over = await rina.send(form, phase=phase, people=4, points=5)
        assert "paling banyak 4" in over.text
        done = await rina.send(over.form("/kertas"), points=points)
    assert "Rata-rata tes akhir 25 poin lebih tinggi daripada tes awal." in done.text
    assert "bukan orang per orang" in done.text
    assert "Ubah soal" not in done.text
    less = await rina.send(done.form("/tes-akhir/penghapusan"))
    assert "Hasil tes dari kertas dihapus" in less.text


@pytest.mark.parametrize(
    "below",
    ["", "/daftar", "/daftar.csv", "/tulis", "/halaman-hp", "/poster.pdf", "/tampilan", "/tes"],
)
async def test_a_stranger_learns_of_no_attendance(
    partners: Partners, visit: Visits, below: str
) -> None:
    activity = await plan(partners)
    assert (await (await visit("lain")).go(f"{tab(activity)}{below}")).status == 404


async def test_who_only_reads_sees_the_list_and_no_way_to_change_it(
    partners: Partners, visit: Visits
) -> None:
    activity = await plan(partners)
    rina, nita = await visit("rina"), await visit("nita")
    form = (await rina.go(f"{tab(activity)}/tulis")).form("/tulis")
    await rina.send(form, name_1="Ani Contoh", unit_1="tamu")
    for below in ("", "/daftar"):
        page = await nita.go(f"{tab(activity)}{below}")
        assert page.status == 200
        assert "Hapus" not in page.text
        assert "Tulis nama" not in page.links
    assert (await nita.go(f"{tab(activity)}/tulis")).status == 403
