"""A staff list from upload to undoing, as people do it in their browsers."""

import csv
import io
from pathlib import Path

import pytest

from netralitas.audit.domain import EventKind
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.settings import Settings
from tests.cases.conftest import Statements, Visits
from tests.imports.tables import HEADS, NIPS, people, xlsx
from tests.make import Town, make_case, person
from tests.pages import Browser, Page

SOURCE = "Kepegawaian kabupaten, Juli"


async def upload(browser: Browser, content: bytes, source: str = SOURCE) -> Page:
    """The page after the file was sent."""
    page = await browser.go("/daftar-pegawai/impor")
    return await browser.send(page.form("/impor"), file=content, source=source)


async def checked(browser: Browser, content: bytes, source: str = SOURCE) -> Page:
    """The page with the result, columns taken as they were guessed."""
    page = await upload(browser, content, source)
    return await browser.send(page.form("/kolom"))


async def taken_in(browser: Browser, content: bytes, source: str = SOURCE) -> Page:
    """The page after the import."""
    page = await checked(browser, content, source)
    return await browser.send(page.form(page.address))


def waiting_files(settings: Settings) -> list[Path]:
    """What waits on the disk."""
    return sorted((settings.data / "waiting").glob("*"))


@pytest.fixture(autouse=True)
def nothing_waits(settings: Settings) -> None:
    """The folder is shared by the tests of this process."""
    for path in waiting_files(settings):
        path.unlink()


async def test_a_list_is_uploaded_mapped_checked_and_taken_in(
    town: Town, visit: Visits, settings: Settings
) -> None:
    rina = await visit("rina")
    columns = await upload(rina, xlsx(people()))
    form = columns.form("/kolom")
    assert (form.values["name"], form.values["nip"]) == (["0"], ["1"])
    assert "…1001" in columns.text
    assert NIPS[0] not in columns.html
    result = await rina.send(form)
    assert "3 baris dibaca" in result.text
    assert "3 dapat diimpor" in result.text
    assert NIPS[0] not in result.html
    assert "••••••••••••••1001" in result.text
    done = await rina.send(result.form(result.address))
    assert "Daftar pegawai sudah diimpor." in done.text
    assert SOURCE in done.text
    assert waiting_files(settings) == []
    async with reading(EVERYTHING) as c:
        rows = await c.fetch("SELECT name, nip_last, nip_cipher, readers FROM staff ORDER BY id")
        assert [(row["name"], row["nip_last"]) for row in rows] == [
            ("Drs. Ahmad Hidayat, M.Si.", "1001"),
            ("Siti Rahayu", "2002"),
            ("Joko Wibowo, S.Pd.", "1003"),
        ]
        assert {tuple(row["readers"]) for row in rows} == {(town.offices["kab"],)}
        assert all(NIPS[0].encode() not in row["nip_cipher"] for row in rows)
        event = await c.fetchrow(
            "SELECT kind, details FROM event WHERE name = 'import.taken_in' ORDER BY id DESC"
        )
    assert event["kind"] == EventKind.FACT
    assert event["details"] == {"kind": "staff", "rows": 3, "refused": 0}


async def test_while_it_waits_a_list_is_on_the_disk_as_ciphertext_only(
    town: Town, visit: Visits, settings: Settings
) -> None:
    page = await upload(await visit("rina"), b"Nama;NIP\nSiti Rahayu;\n")
    (path,) = waiting_files(settings)
    assert b"Siti" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    token = page.address.split("/")[3]
    bagas = await visit("bagas")
    assert (await bagas.go(page.address)).status == 404
    assert (await bagas.go(f"/daftar-pegawai/impor/{token}")).status == 404
    thrown = await (await visit("rina")).send(page.form("/pembuangan"))
    assert "Berkas dibuang" in thrown.text
    assert waiting_files(settings) == []


async def test_refused_rows_are_shown_and_downloaded_safe_for_a_spreadsheet(
    town: Town, visit: Visits
) -> None:
    rows: list[list[object]] = [
        list(HEADS),
        ["Siti Rahayu", NIPS[1], "", ""],
        ["Joko", 198503032010031003, "", ""],
        ["=1+1", NIPS[0], "", ""],
    ]
    rina = await visit("rina")
    result = await checked(rina, xlsx(rows))
    assert "1 dapat diimpor" in result.text
    assert "2 ditolak" in result.text
    assert "NIP tersimpan sebagai angka" in result.text
    answer = await rina.client.get(result.link("Unduh semua baris"))
    assert answer.headers["content-type"].startswith("text/csv")
    found = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row[:2] for row in found] == [["baris", "kolom"], ["3", "NIP"], ["4", "Nama"]]
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in found for cell in row)


async def test_the_columns_of_a_source_are_remembered(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    first: list[list[str]] = [["Kolom A", "Kolom B"], ["Siti Rahayu", "Camat"]]
    page = await upload(rina, xlsx(first))
    assert "Kolom terisi sejauh dikenali" in page.text
    form = page.form("/kolom")
    form.values["name"], form.values["position"] = ["0"], ["1"]
    result = await rina.send(form)
    await rina.send(result.form(result.address))
    again = await upload(rina, xlsx([["Kolom B", "Kolom A"], ["Lurah", "Joko Wibowo"]]))
    assert "seperti impor terakhir dari sumber ini" in again.text
    assert again.form("/kolom").values["name"] == ["1"]
    other = await upload(rina, xlsx([first[0], ["Budi", "x"]]), "Sumber lain")
    assert other.form("/kolom").values["name"] == [""]


async def test_what_is_no_table_comes_back_with_the_source_still_typed(
    town: Town, visit: Visits
) -> None:
    page = await upload(await visit("rina"), b"%PDF-1.7 no table \x00")
    assert page.status == 422
    assert "bukan lembar kerja" in page.text
    assert page.form("/impor").values["source"] == [SOURCE]


async def test_columns_that_contradict_one_another_are_asked_about(
    town: Town, visit: Visits
) -> None:
    rina = await visit("rina")
    page = await upload(rina, xlsx(people()))
    wrong = await rina.send(page.form("/kolom"), name="", unit="2")
    assert wrong.status == 422
    assert "Pilih kolom untuk Nama." in wrong.text
    assert "Kolom ini sudah dipilih untuk Jabatan." in wrong.text


async def test_the_same_file_and_the_same_people_come_in_once(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    await taken_in(rina, xlsx(people(1)))
    more = await checked(rina, xlsx(people(3)))
    assert "NIP ini sudah ada pada daftar pegawai kantor Anda." in more.text
    assert "2 dapat diimpor" in more.text
    unnumbered = b"Nama\nBudi Santoso\n"
    await taken_in(rina, unnumbered)
    again = await taken_in(rina, unnumbered)
    assert again.status == 422
    assert "Berkas yang sama sudah diimpor" in again.text


async def test_a_list_that_changed_meanwhile_is_shown_again(town: Town, visit: Visits) -> None:
    rina, bagas = await visit("rina"), await visit("bagas")
    seen = await checked(rina, xlsx(people(2)))
    await taken_in(bagas, xlsx(people(1)))
    answer = await rina.send(seen.form(seen.address))
    assert answer.status == 409
    assert "berubah sejak Anda membuka halaman ini" in answer.text
    assert "1 dapat diimpor" in answer.text
    done = await rina.send(answer.form(answer.address))
    assert "sudah diimpor" in done.text


async def test_an_import_is_undone_as_a_whole_and_can_be_repeated(
    town: Town, visit: Visits
) -> None:
    rina = await visit("rina")
    page = await taken_in(rina, xlsx(people()))
    asking = await rina.go(page.link("Batalkan impor"))
    done = await rina.send(asking.form("/pembatalan"))
    assert "Impor sudah dibatalkan" in done.text
    async with reading(EVERYTHING) as c:
        assert await c.fetchval("SELECT count(*) FROM staff") == 0
        assert await c.fetchval("SELECT count(*) FROM staff_key") == 0
        names = await c.fetch("SELECT name FROM event WHERE name LIKE 'import.%' ORDER BY id")
    assert [row["name"] for row in names] == ["import.taken_in", "import.undone"]
    twice = await rina.send(asking.form("/pembatalan"))
    assert twice.status == 409
    assert "sudah dibatalkan" in twice.text
    assert "Daftar pegawai sudah diimpor." in (await taken_in(rina, xlsx(people()))).text


async def test_another_office_sees_nothing_of_it(town: Town, visit: Visits) -> None:
    page = await taken_in(await visit("rina"), xlsx(people()))
    undoing = page.link("Batalkan impor")
    for login in ("lain", "dewa"):
        other = await visit(login)
        lists = await other.go("/daftar-pegawai")
        assert SOURCE not in lists.text
        assert (await other.go(undoing)).status == 404
        await taken_in(other, b"Nama\nOrang Lain\n", "Daftar sendiri")
        own = await other.go("/daftar-pegawai")
        found = await other.send(own.form("/pencarian"), cari="Siti Rahayu")
        assert "Tidak ada pegawai dengan nama ini" in found.text
        mine = await checked(other, xlsx(people()))
        assert "3 dapat diimpor" in mine.text
    async with reading(town.galih) as c:
        assert await c.fetchval("SELECT count(*) FROM staff") == 0
    assert (await (await visit("sari")).go("/daftar-pegawai")).status == 403


async def test_people_are_found_by_name_and_number_and_the_address_tells_neither(
    town: Town, visit: Visits
) -> None:
    rina = await visit("rina")
    page = await taken_in(rina, xlsx(people()))
    found = await rina.send(page.form("/pencarian"), cari="achmad hidajat")
    assert "Tidak ada pegawai" in found.text or "Ahmad Hidayat" in found.text
    found = await rina.send(page.form("/pencarian"), cari="Achmad Hidayat, SH")
    assert "Drs. Ahmad Hidayat, M.Si." in found.text
    assert "Joko" not in found.text
    found = await rina.send(page.form("/pencarian"), cari=NIPS[1])
    assert "Siti Rahayu" in found.text
    assert NIPS[1] not in found.html
    answer = await rina.client.post(
        "/daftar-pegawai/pencarian",
        data={"cari": "Siti"},
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    assert "Siti" not in answer.headers["location"]


async def test_a_respondent_is_identified_from_a_list_which_cannot_be_undone_then(
    town: Town, visit: Visits, statements: Statements
) -> None:
    case = await make_case(town, person(name=None, position=None, unit=None))
    rina = await visit("rina")
    lists = await taken_in(rina, xlsx(people()))
    async with reading(EVERYTHING) as c:
        respondent = await c.fetchval("SELECT id FROM respondent WHERE case_file = $1", case.id)
    page = await rina.go(f"/perkara/{case.id}/terlapor/{respondent}")
    found = await rina.send(page.form("/pencarian"), cari="sitti rahayu")
    assert "••••••••••••••2002" in found.text
    statements.sent.clear()
    filled = await rina.go(found.link("Pakai data ini"))
    assert len(statements.sent) <= 12
    form = filled.form(f"/terlapor/{respondent}")
    assert form.values["name"] == ["Siti Rahayu"]
    assert form.values["unit"] == ["Dinas Contoh"]
    assert form.values["nip"] == [""]
    wrong = await rina.send(form, nip=NIPS[0])
    assert wrong.status == 422
    assert "NIP ini lain dari NIP pada daftar pegawai" in wrong.text
    await rina.send(form, position="Sekretaris")
    async with reading(EVERYTHING) as c:
        row = await c.fetchrow(
            "SELECT r.name, r.position, r.nip_last, r.nip_digest = s.nip_digest AS same"
            " FROM respondent r JOIN staff s ON s.id = r.staff WHERE r.id = $1",
            respondent,
        )
    assert tuple(row) == ("Siti Rahayu", "Sekretaris", "2002", True)
    undoing = await rina.go(lists.link("Batalkan impor"))
    assert "1 terlapor dikenali dari daftar ini" in undoing.text
    answer = await rina.client.post(
        lists.link("Batalkan impor"), headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert answer.status_code == 409
    alone = await rina.go(f"/perkara/{case.id}/terlapor/{respondent}?pegawai=0")
    await rina.send(alone.form(f"/terlapor/{respondent}"))
    freed = await rina.go(lists.link("Batalkan impor"))
    assert "Impor sudah dibatalkan" in (await rina.send(freed.form("/pembatalan"))).text


async def test_a_line_of_another_offices_list_cannot_be_used(town: Town, visit: Visits) -> None:
    await taken_in(await visit("lain"), xlsx(people()))
    case = await make_case(town, person(name=None))
    async with reading(EVERYTHING) as c:
        staff = await c.fetchval("SELECT min(id) FROM staff")
        respondent = await c.fetchval("SELECT id FROM respondent WHERE case_file = $1", case.id)
    rina = await visit("rina")
    address = f"/perkara/{case.id}/terlapor/{respondent}"
    assert (await rina.go(f"{address}?pegawai={staff}")).status == 404
    form = (await rina.go(address)).form(f"/terlapor/{respondent}")
    form.names.append("staff")
    assert (await rina.send(form, staff=str(staff))).status == 404
