"""What is a table, and the sentence for what is none."""

import io
import struct
import zipfile
import zlib
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from netralitas.imports.domain import FileNotTaken
from netralitas.imports.reading import LARGEST, MOST_ROWS, read_grid
from tests.imports.tables import csv_text, xlsx

ROWS = [["Nama", "Jabatan"], ["Siti", "Kepala, Bidang"]]


def refusal(content: bytes) -> str:
    with pytest.raises(FileNotTaken) as refused:
        read_grid(content)
    return refused.value.sentence


def archive(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return written.getvalue()


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_csv_is_read_with_and_without_its_mark(separator: str, mark: str) -> None:
    content = (mark + csv_text(ROWS, separator)).encode()
    assert [list(row) for row in read_grid(content).rows] == ROWS


def test_csv_with_commas_keeps_quoted_ones() -> None:
    content = b'Nama,Jabatan\r\nSiti,"Kepala, Bidang"\r\n'
    assert [list(row) for row in read_grid(content).rows] == ROWS


def test_a_spreadsheet_keeps_texts_numbers_and_dates_apart() -> None:
    grid = read_grid(xlsx([["a", 1.5, date(2010, 2, 3)], ["198001012005011001", 7, ""]]))
    assert grid.rows[0] == ["a", 1.5, date(2010, 2, 3)]
    assert grid.rows[1][:2] == ["198001012005011001", 7.0]
    assert (grid.sheet, grid.others) == ("Lembar1", False)


def test_other_filled_sheets_are_told() -> None:
    assert read_grid(xlsx(ROWS, sheets=2)).others


def test_of_a_formula_the_result_is_read() -> None:
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, "Nama")
        sheet.write_formula(1, 0, '=UPPER("siti")', None, "SITI")
    assert read_grid(written.getvalue()).rows[1] == ["SITI"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "Berkas kosong"),
        (b"\r\n;;;\r\n", "tidak berisi apa pun"),
        (b"x" * (LARGEST + 1), "terlalu besar"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "bukan lembar kerja"),
        ("Nama;Jabatan\nSiti;Kepala \u00e9".encode("latin-1"), "bukan teks UTF-8"),
        ("Nama;Jabatan".encode("utf-16"), "bukan lembar kerja"),
        (b'Nama;NIP\n"' + b"x" * 200_000, "tanda kutip yang tidak ditutup"),
        (b"PK\x03\x04 cut off", "rusak atau terpotong"),
        (archive({"a.txt": b"not a sheet"}), "bukan lembar kerja"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "bukan lembar kerja"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "dilindungi kata sandi",
        ),
        (archive({"xl/sheet.xml": bytes(50 * 1024 * 1024)}), "terlalu besar setelah dibuka"),
    ],
)
def test_what_is_no_table_is_told_in_a_sentence(content: bytes, said: str) -> None:
    assert said in refusal(content)


def test_a_spreadsheet_with_an_encrypted_part_asks_for_a_copy_without() -> None:
    whole = bytearray(xlsx(ROWS))
    place = whole.index(b"PK\x01\x02")
    whole[place + 8] |= 1
    assert "kata sandi" in refusal(bytes(whole))


def test_a_part_that_lies_about_its_size_is_counted_all_the_same() -> None:
    """The list of contents says 10 bytes; decompressed it is 50 MB."""
    packed = zlib.compress(bytes(50 * 1024 * 1024), 9)[2:-4]
    name = b"xl/worksheets/sheet1.xml"
    local = struct.pack(
        "<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(packed), 10, len(name), 0
    )
    listed = struct.pack(
        "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, 0, len(packed), 10, len(name),
        0, 0, 0, 0, 0, 0,
    )  # fmt: skip
    begins = len(local) + len(name) + len(packed)
    size = len(listed) + len(name)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, size, begins, 0)
    assert "terlalu besar" in refusal(local + name + packed + listed + name + end)


def test_two_cells_far_apart_do_not_take_the_memory_of_all_between() -> None:
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Nama")
        sheet.write(1_048_575, 16_383, "x")
    assert "terlalu besar" in refusal(written.getvalue())


def test_one_text_repeated_does_not_take_the_memory_of_all_copies() -> None:
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as book:
        sheet = book.add_worksheet()
        for place in range(40_000):
            sheet.write_string(place, 0, "x" * 32_000)
    assert "terlalu besar" in refusal(written.getvalue())


def test_more_rows_than_allowed_are_refused() -> None:
    text = "Nama\n" * (MOST_ROWS + 1)
    assert "100.000 baris" in refusal(text.encode())
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for place in range(MOST_ROWS + 1):
            sheet.write_number(place, 0, 1)
    assert "100.000 baris" in refusal(written.getvalue())


def test_an_entity_in_a_spreadsheet_resolves_to_nothing(tmp_path: Path) -> None:
    planted = tmp_path / "rahasia.txt"
    planted.write_text("Zzkemuning")
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{planted}"><!ENTITY f "Zzmelati">]>'
    whole = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(xlsx([["Nama"], ["Isi"]]))) as before,
        zipfile.ZipFile(whole, "w") as after,
    ):
        for name in before.namelist():
            part = before.read(name).decode()
            if name.endswith("sharedStrings.xml"):
                part = part.replace("?>", f"?>{doctype}", 1).replace(">Isi<", ">&e;&f;<")
                assert "&e;" in part
            after.writestr(name, part)
    try:
        said = str(read_grid(whole.getvalue()))
    except FileNotTaken as refused:
        said = refused.sentence
    assert "Zzkemuning" not in said
    assert "Zzmelati" not in said
