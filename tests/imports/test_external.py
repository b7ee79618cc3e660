"""What other systems say, as a table: every row placed or refused, all good ones in, taken back."""

import csv
import io
from collections.abc import Sequence
from datetime import date

import pytest

from netralitas.database.transactions import EVERYTHING, reading
from netralitas.imports.cells import read_cell
from netralitas.imports.domain import CellKind, Column, ImportKind
from netralitas.imports.examining import open_table
from netralitas.web.forms.given import Wrong
from tests.cases.conftest import Visits
from tests.imports.tables import NIPS, xlsx
from tests.make import Town, make_case, move, person
from tests.pages import Browser, Page
from tests.referral.packaging import decided_case, forwarding, respondents_of

HEADS = (
    *("Nomor perkara", "Terlapor", "Sistem", "Nomor di sistem", "Status", "Keterangan di sistem"),
    *("Tanggal status", "Menurut"),
)
HOME = "/impor/sistem-lain"
SOURCE = "Unduhan SBT oleh petugas BKN"


async def printed(case: int) -> str:
    """The first number of a case."""
    async with reading(EVERYTHING) as c:
        found: str = await c.fetchval(
            "SELECT printed FROM case_number WHERE case_file = $1 ORDER BY id", case
        )
    return found


async def checked(browser: Browser, rows: Sequence[Sequence[object]]) -> Page:
    """The page with the result, columns taken as they were guessed."""
    page = await browser.go(f"{HOME}/impor")
    content = xlsx([list(HEADS), *rows])
    page = await browser.send(page.form("/impor"), file=content, source=SOURCE)
    return await browser.send(page.form("/kolom"))


async def records() -> list[tuple[object, ...]]:
    """What is recorded, as stored."""
    async with reading(EVERYTHING) as c:
        rows = await c.fetch(
            "SELECT r.ordinal, x.system, x.number, x.standing, x.said, x.as_of, x.as_of_precision,"
            " x.according_to FROM external_record x JOIN respondent r ON r.id = x.respondent"
            " ORDER BY x.id"
        )
    return [tuple(row.values()) for row in rows]


async def test_good_rows_come_in_bad_ones_are_reported_and_all_is_taken_back(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town, person(), person(2))).id
    number = await printed(case)
    rina = await visit("rina")
    result = await checked(
        rina,
        [
            [number, 1, "SBT", "SBT-17", "Diterima", "Baru masuk", date(2025, 2, 3), ""],
            [number, "Terlapor contoh 2", "I'DIS", "", "Diterima", "", "Maret 2025", "BKD"],
            ["999/TIDAK/ADA", 1, "SBT", "SBT-18", "", "", "", ""],
            [number, "Budi Yang Lain", "SBT", "SBT-19", "", "", "", ""],
            [number, NIPS[0], "SBT", "SBT-20", "", "", "", ""],
            [number, 9, "SBT", "SBT-21", "", "", "", ""],
            [number, 1, "SBTT", "SBT-22", "", "", "31/02/2025", ""],
            [number, 1, "SIASN", "", "", "", "", ""],
            [number, 1, "SBT", "SBT-17", "Diterima", "Baru masuk", "3/2/2025", ""],
            [number, 1, "SBT", "SBT-23", "", "", "2031", ""],
        ],
    )
    assert "2 dapat diimpor" in result.text
    assert "8 ditolak" in result.text
    for said in (
        "Nomor perkara “999/TIDAK/ADA” tidak ditemukan",
        "“Budi Yang Lain” bukan terlapor dalam perkara ini",
        "“…1001” bukan terlapor",
        "“9” bukan terlapor",
        "Sistem “SBTT” tidak dikenal",
        "Isi nomor, status, atau keterangan",
        "Baris ini sama dengan baris 2.",
        "Tanggal status belum terjadi",
    ):
        assert said in result.text
    assert await records() == []
    done = await rina.send(result.form(result.address))
    assert "Catatan sistem lain sudah diimpor" in done.text
    assert await records() == [
        (1, "sbt", "SBT-17", "received", "Baru masuk", date(2025, 2, 3), "day", SOURCE),
        (2, "idis", "", "received", "", date(2025, 3, 1), "month", "BKD"),
    ]
    shown = await rina.go(f"/perkara/{case}")
    assert "SBT: Diterima, per 3 Februari 2025 (Terlapor Contoh 1)." in shown.text
    page = await rina.go(done.link("Batalkan impor"))
    undone = await rina.send(page.form("/pembatalan"))
    assert "Catatannya ditarik dari setiap perkara" in undone.text
    assert await records() == []
    again = await rina.go(f"/perkara/{case}")
    assert "Catatan sistem lain dari sebuah impor ditarik kembali." in again.text


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
async def test_what_is_downloaded_can_be_imported_again_and_adds_nothing(
    town: Town, visit: Visits, kind: str
) -> None:
    case = (await make_case(town, person())).id
    number = await printed(case)
    rina = await visit("rina")
    rows = [
        [number, 1, "SP4N-LAPOR", "8812", "", "Ditindaklanjuti instansi", "2025", ""],
        [number, 1, "SIASN", "", "Layanan kepegawaian diblokir", "", "", "BKN"],
    ]
    result = await checked(rina, rows)
    await rina.send(result.form(result.address))
    content = (await rina.client.get(f"{HOME}/unduh.{kind}")).content
    if kind == "csv":
        found = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
        assert found[1][:2] == [number, "1"]
        assert [row[7] for row in found[1:]] == ["", "2025"]
    table = open_table(content, ImportKind.EXTERNAL)
    assert set(table.guessed()) == {c.code for c in table.schema.columns}
    page = await rina.go(f"{HOME}/impor")
    page = await rina.send(page.form("/impor"), file=content, source="Diimpor kembali")
    again = await rina.send(page.form("/kolom"))
    assert "0 dapat diimpor" in again.text
    assert again.text.count("Catatan ini sudah ada, dengan isi yang sama.") == 2


async def test_a_receiver_imports_of_what_was_handed_over_and_reads_no_more(
    town: Town, visit: Visits
) -> None:
    case = await decided_case(town, person(), person(2))
    theirs, _ = await respondents_of(case)
    number = await printed(case)
    maya = await visit("maya")
    rows = [[number, 1, "SBT", "A1", "", "", "", ""], [number, 2, "SBT", "A2", "", "", "", ""]]
    hidden = await checked(maya, rows)
    assert hidden.text.count("tidak ditemukan di antara perkara yang Anda baca") == 2
    answers = await forwarding(town, case, "bkn", respondents=(theirs,))
    await move(town.rina, case, "forward", answers=answers)
    result = await checked(maya, rows)
    assert "1 dapat diimpor" in result.text
    assert "Terlapor “2” bukan terlapor dalam perkara ini yang dapat Anda baca" in result.text
    await maya.send(result.form(result.address))
    galih = await visit("galih")
    assert (await galih.go(f"{HOME}/impor")).status == 403
    assert "A1" in (await galih.go(f"/perkara/{case}")).text


async def test_a_waiting_table_of_one_kind_is_not_found_at_another(
    town: Town, visit: Visits
) -> None:
    rina = await visit("rina")
    result = await checked(rina, [["x", 1, "SBT", "1", "", "", "", ""]])
    token = result.address.rsplit("/", 1)[1]
    assert (await rina.go(f"/daftar-pegawai/impor/{token}")).status == 404


ROUGH = Column(code="as_of", label="Tanggal", kind=CellKind.ROUGH_DAY)
WHO = Column(code="respondent", label="Terlapor", kind=CellKind.PERSON)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (date(2025, 3, 14), "2025-03-14"),
        ("14 Maret 2025", "2025-03-14"),
        ("14/3/2025", "2025-03-14"),
        ("2025-03", "2025-03"),
        ("3/2025", "2025-03"),
        ("Maret 2025", "2025-03"),
        ("2025", "2025"),
        (2025.0, "2025"),
        ("-", None),
        (None, None),
    ],
)
def test_a_day_may_be_known_to_the_month_or_the_year(cell: object, value: str | None) -> None:
    assert read_cell(ROUGH, cell) == value  # type: ignore[arg-type]  # cells of every type


@pytest.mark.parametrize("cell", ["31/02/2025", "13/2025", 45712.0, "nanti", "Maret"])
def test_what_is_no_day_is_refused_never_guessed(cell: object) -> None:
    with pytest.raises(Wrong):
        read_cell(ROUGH, cell)  # type: ignore[arg-type]  # cells of every type


@pytest.mark.parametrize(
    ("cell", "value"),
    [(2.0, "2"), ("1980 0101 200501 1001", NIPS[0]), ("Siti Rahayu", "Siti Rahayu")],
)
def test_somebody_is_named_by_place_number_or_name(cell: object, value: str) -> None:
    assert read_cell(WHO, cell) == value  # type: ignore[arg-type]  # cells of every type


@pytest.mark.parametrize("cell", [198001012005011001, 1.98e17, "1,98E+17", True])
def test_a_number_that_has_lost_its_last_digits_names_nobody(cell: object) -> None:
    with pytest.raises(Wrong):
        read_cell(WHO, cell)  # type: ignore[arg-type]  # cells of every type
