"""Papers as PDF: what the file promises, what stands in it, and what text cannot do to it."""

import subprocess
import sys
from datetime import UTC, datetime
from typing import Any

import pytest

from netralitas.documents.rendering import UnknownPaperError, render
from netralitas.documents.rendering.paper import compiled
from tests.documents.papers import fonts_of, opened, text_of, together

AT = datetime(2024, 9, 2, 3, 20, tzinfo=UTC)
DIGEST = "9f" * 32
HOSTILE = '#let x = 1 $x^2$ <b>tebal</b> *b* _i_ \\ #image("/etc/passwd") "kutip" @ref'

RECEIPT: dict[str, Any] = {
    "title": "Tanda terima laporan",
    "office": "Bawaslu Kabupaten Contoh",
    "letterhead": ["Jalan Merdeka 10"],
    "footer": "Nomor 001/LP/PW/Kab/14.23/IX/2024",
    "number": "001/LP/PW/Kab/14.23/IX/2024",
    "code": "AB12C-DE34F-GH56J-KM78N",
    "about_code": ["Masukkan kode ini di halaman Cek status."],
    "facts": [["Diterima", "Senin, 2 September 2024 pukul 10.20 WIB"], ["Perihal", HOSTILE]],
    "late": ["Laporan ini diterima setelah batas waktu."],
    "files": [{"title": "Foto kegiatan", "digest": DIGEST}],
    "dates": [{"sentence": "Kajian awal.", "source": "Pasal 15", "doubt": "perlu konfirmasi"}],
    "steps": ["Kajian awal memeriksa syarat.", "Laporan diregistrasi."],
    "closing": "Sebutkan nomor ini.",
    "signatures": [{"label": "Yang menerima", "name": "Rina"}, {"label": "Pelapor", "name": ""}],
}
FORM_A: dict[str, Any] = {
    "title": "Laporan hasil pengawasan",
    "paper": "F4",
    "office": "Bawaslu Kabupaten Contoh",
    "letterhead": [],
    "footer": "Nomor 001/TM",
    "number": "Nomor 001/TM",
    "finder": [["Nama", "Rina Kurnia"], ["Jabatan", "Pengawas desa"]],
    "respondents": [["Wira Kusuma", "Lurah", "Kelurahan Contoh"]],
    "event": [["Perihal", HOSTILE]],
    "witnesses": "2 saksi.",
    "files": [],
    "description": f"baris satu\n\n{HOSTILE}",
    "report": "Diawasi sejak pagi.",
    "signatures": [{"label": "Pengawas", "name": "Rina Kurnia"}],
}
PAPERS = [("receipt", RECEIPT), ("form_a", FORM_A)]


@pytest.mark.parametrize(("template", "data"), PAPERS)
async def test_a_paper_is_to_be_kept_and_to_be_read_aloud(
    template: str, data: dict[str, Any]
) -> None:
    paper = await render(template, data, AT)
    with opened(paper) as pdf, pdf.open_metadata() as promised:
        assert promised["pdfaid:part"] == "2"
        assert promised["pdfaid:conformance"] == "A"
        assert promised["pdfuaid:part"] == "1"
        assert promised["dc:title"] == data["title"]
        assert str(pdf.Root.Lang) == "id-ID"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in pdf.Root
        assert "/OutputIntents" in pdf.Root
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        assert not pdf.is_encrypted


@pytest.mark.parametrize(("template", "data"), PAPERS)
async def test_every_typeface_is_in_the_file(template: str, data: dict[str, Any]) -> None:
    fonts = fonts_of(await render(template, data, AT))
    assert fonts
    assert all("LiberationSans" in name and kept for name, kept in fonts), fonts


@pytest.mark.parametrize(("template", "data"), PAPERS)
async def test_the_same_data_are_the_same_bytes(template: str, data: dict[str, Any]) -> None:
    first = await render(template, data, AT)
    assert await render(template, dict(reversed(data.items())), AT) == first
    assert await render(template, data | {"office": "Bawaslu Kota Lain"}, AT) != first


async def test_a_moment_counts_in_whole_seconds() -> None:
    later = AT.replace(microsecond=123_456)
    assert await render("receipt", RECEIPT, later) == await render("receipt", RECEIPT, AT)


def test_the_same_bytes_come_from_another_process() -> None:
    program = (
        "import sys\n"
        "from netralitas.documents.rendering.paper import compiled\n"
        "from tests.documents.rendering.test_papers import AT, RECEIPT\n"
        "sys.stdout.buffer.write(compiled('receipt', RECEIPT, AT))"
    )
    made = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)  # noqa: S603 - our own words
    assert made.stdout == compiled("receipt", RECEIPT, AT)


@pytest.mark.parametrize(("template", "data"), PAPERS)
async def test_text_stays_text(template: str, data: dict[str, Any]) -> None:
    text = together(await render(template, data, AT))
    assert HOSTILE.replace(" ", "") in text
    assert "root:" not in text


async def test_the_receipt_says_what_it_was_given() -> None:
    paper = await render("receipt", RECEIPT, AT)
    text = text_of(paper)
    for said in ("AB12C-DE34F-GH56J-KM78N", "Foto kegiatan", "Kajian awal.", "Halaman 1 dari 1"):
        assert said.replace(" ", "") in together(paper), text
    assert DIGEST in together(paper)


async def test_letters_nobody_has_do_not_stop_a_paper() -> None:
    paper = await render("receipt", RECEIPT | {"late": ["Lurah 😀 نص \ue000"]}, AT)
    assert "Lurah□" in together(paper)


@pytest.mark.parametrize(("template", "size"), [("receipt", (595, 842)), ("form_a", (609, 935))])
async def test_the_paper_has_the_size_of_the_office(template: str, size: tuple[int, int]) -> None:
    with opened(await render(template, dict(PAPERS)[template], AT)) as pdf:
        box = [float(side) for side in pdf.pages[0].MediaBox]
    assert (round(box[2]), round(box[3])) == size


async def test_many_pages_are_numbered() -> None:
    paper = await render("form_a", FORM_A | {"description": "Uraian panjang. " * 900}, AT)
    assert "Halaman2dari3" in together(paper)


@pytest.mark.parametrize("name", ["none", "../receipt", "/etc/passwd", "receipt.typ", "", "A"])
async def test_only_a_template_of_ours_is_a_paper(name: str) -> None:
    with pytest.raises(UnknownPaperError):
        await render(name, RECEIPT, AT)
