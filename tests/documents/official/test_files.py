"""The two files of a paper: what the PDF promises, and that the DOCX says the same."""

import importlib.util
import io
import re
import shutil
import subprocess
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pikepdf
import pytest
from docx import Document

from netralitas.documents.official.catalogue import CATALOGUE
from netralitas.documents.official.commands import Article, Block, Content, Signature
from netralitas.documents.official.domain import PageSize
from netralitas.documents.official.sheet import Sheet, Template, as_docx, as_pdf, composed
from netralitas.documents.official.word import TEMPLATE as TEMPLATE_FILE
from tests.documents.official.issuing import CONTENT
from tests.documents.papers import fonts_of, opened, together

AT = datetime(2026, 11, 22, 3, 20, tzinfo=UTC)
CODE = "K7QX-2M4P-9RTV-3WYZ-A5BC"
HOSTILE = (
    "#let x = 1",
    "$x^2$ *tebal* _miring_ @rujukan \\",
    '<b>&amp; "kutip" </w:t>',
    "{{ 7*7 }} {{ code.__class__ }}",
    "{% for a in b %}",
    '#image("/etc/passwd")',
)
TEMPLATE = Template(
    letterhead=("Jalan Merdeka 1, Manggar", "Telepon 0719 000000"),
    opening=("Pembuka kantor.",),
    closing=("Penutup kantor.",),
)
LONG = Content(
    subject="Uraian panjang",
    body=tuple(
        Block(heading=f"Bagian {part}", text=(f"Uraian bagian {part}. " * 60,), items=("a", "b"))
        for part in range(1, 13)
    ),
    signatures=tuple(Signature(label=f"Anggota {each}", name=f"Nama {each}") for each in (1, 2, 3)),
    basis=(Article(code="Perbawaslu 7/2022", doubt="sumber kedua"),),
)


def sheet_of(
    paper: str = "undangan-klarifikasi",
    content: Content = CONTENT,
    *,
    regime: str = "pemilu",
    template: Template = TEMPLATE,
    code: str | None = CODE,
) -> Sheet:
    """A paper as it would be issued."""
    return composed(
        CATALOGUE[paper],
        content,
        template,
        office="Bawaslu Kabupaten Contoh",
        regime=regime,
        on=date(2026, 11, 22),
        number="001/Surat/XI/2026",
        at=AT,
        code=code,
        site="https://netralitas.example",
    )


def lines_of(docx: bytes) -> list[str]:
    """The paragraphs of the DOCX in order, with single spaces."""
    said = (" ".join(line.text.split()) for line in Document(io.BytesIO(docx)).paragraphs)
    return [line for line in said if line]


def fields_of(sheet: Sheet) -> list[str]:
    """All that both files have to say after the head of the office, in order."""
    found = [sheet.title, *(part for pair in sheet.head for part in pair), *sheet.to]
    for piece in sheet.body:
        found += [piece.heading] if piece.heading else []
        found += [*piece.text, *(part for pair in piece.pairs for part in pair), *piece.items]
    found += [part for one in sheet.signatures for part in (one.label, one.name) if part]
    found += [*sheet.copies, *(article.code for article in sheet.basis)]
    return [*found, str(sheet.code), str(sheet.address)]


def in_order(text: str, fields: list[str]) -> bool:
    """Whether the text holds the fields one after the other; spaces do not count."""
    at, bare = 0, re.sub(r"\s", "", text)
    for field in fields:
        wanted = re.sub(r"\s", "", field)
        at = bare.index(wanted, at) + len(wanted)
    return True


@pytest.mark.parametrize("paper", CATALOGUE)
async def test_both_files_say_every_field_in_order(paper: str) -> None:
    for content in (CONTENT, LONG):
        sheet = sheet_of(paper, content)
        docx = " ".join(lines_of(await as_docx(sheet)))
        foot = re.escape(re.sub(r"\s", "", sheet.footer)) + r"Halaman\ddari\d"
        assert in_order(re.sub(foot, "", together(await as_pdf(sheet))), fields_of(sheet))
        assert in_order(docx, fields_of(sheet))


async def test_the_pdf_is_to_be_kept_and_to_be_read_aloud() -> None:
    for sheet in (sheet_of(), sheet_of(content=LONG), sheet_of(code=None)):
        paper = await as_pdf(sheet)
        with opened(paper) as pdf, pdf.open_metadata() as promised:
            assert promised["pdfaid:part"] == "2"
            assert promised["pdfaid:conformance"] == "A"
            assert promised["pdfuaid:part"] == "1"
            assert promised["dc:title"] == sheet.title
            assert str(pdf.Root.Lang) == "id-ID"
            assert bool(pdf.Root.MarkInfo.Marked)
            assert not {"/OpenAction", "/AA", "/AcroForm", "/Names"} & set(pdf.Root.keys())
            figures = [one for one in tags(pdf.Root.StructTreeRoot) if one.get("/S") == "/Figure"]
            assert len(figures) == (1 if sheet.code else 0)
            assert all(str(one.Alt) for one in figures)
        assert all(kept for _, kept in fonts_of(paper))


def tags(node: pikepdf.Object) -> list[pikepdf.Object]:
    """Every element of the structure."""
    below = node.get("/K")
    parts = list(below) if isinstance(below, pikepdf.Array) else [below]
    inner = [part for part in parts if isinstance(part, pikepdf.Dictionary) and "/S" in part]
    return [each for part in inner for each in (part, *tags(part))]


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="needs qpdf")
async def test_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    for number, content in enumerate((CONTENT, LONG)):
        file = tmp_path / f"{number}.pdf"
        file.write_bytes(await as_pdf(sheet_of(content=content)))
        said = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True)  # noqa: ASYNC221, S603, S607, PLW1510 - a short program of the system
        assert said.returncode == 0, said.stdout + said.stderr


@pytest.mark.parametrize("hostile", HOSTILE)
async def test_markup_in_a_name_is_printed_as_it_is_typed(hostile: str) -> None:
    content = Content(
        subject=hostile,
        facts=((hostile, hostile),),
        to=(hostile,),
        body=(Block(heading=hostile, text=(hostile,), pairs=((hostile, hostile),)),),
        signatures=(Signature(label=hostile, name=hostile),),
        copies=(hostile,),
    )
    sheet = sheet_of(content=content)
    bare = hostile.replace(" ", "")
    assert together(await as_pdf(sheet)).count(bare) == 11
    assert "".join(lines_of(await as_docx(sheet))).replace(" ", "").count(bare) == 11


async def test_a_letter_that_no_face_has_is_a_box_in_both() -> None:
    sheet = sheet_of(content=Content(subject="Lurah 😀 \x0b\x07 nas\u00adkah"))
    assert "Lurah□" in together(await as_pdf(sheet))
    assert any("Lurah □" in line for line in lines_of(await as_docx(sheet)))


async def test_the_same_data_are_the_same_bytes() -> None:
    for sheet in (sheet_of(), sheet_of(content=LONG)):
        assert await as_pdf(sheet) == await as_pdf(sheet)
        assert await as_docx(sheet) == await as_docx(sheet)


async def test_the_docx_is_indonesian_and_numbers_its_pages() -> None:
    docx = await as_docx(sheet_of(template=Template(size=PageSize.F4)))
    with zipfile.ZipFile(io.BytesIO(docx)) as packed:
        assert packed.testzip() is None
        styles = packed.read("word/styles.xml").decode()
        foot = next(packed.read(name).decode() for name in packed.namelist() if "footer" in name)
    assert 'w:val="id-ID"' in styles
    assert 'w:instr="PAGE"' in foot
    assert 'w:instr="NUMPAGES"' in foot
    document = Document(io.BytesIO(docx))
    assert document.core_properties.title == "Undangan klarifikasi"
    assert document.core_properties.created == AT
    assert document.sections[0].page_height is not None
    assert round(document.sections[0].page_height.mm) == 330


@pytest.mark.parametrize(("size", "points"), [("A4", (595, 842)), ("F4", (609, 935))])
async def test_the_paper_has_the_size_of_the_office(size: str, points: tuple[int, int]) -> None:
    paper = await as_pdf(sheet_of(template=Template(size=PageSize(size)), content=LONG))
    with opened(paper) as pdf:
        box = [float(side) for side in pdf.pages[0].MediaBox]
        pages = len(pdf.pages)
    assert (round(box[2]), round(box[3])) == points
    assert f"Halaman{pages}dari{pages}" in together(paper)


@pytest.mark.parametrize("regime", ["pemilu", "pemilihan", "luar_tahapan"])
async def test_a_form_has_its_number_in_the_regime_of_its_rule_alone(regime: str) -> None:
    sheet = sheet_of(regime=regime)
    said = "Formulir B.9" in " ".join(lines_of(await as_docx(sheet)))
    assert said == (regime == "pemilu")
    assert ("FormulirB.9" in together(await as_pdf(sheet))) == (regime == "pemilu")


def test_form_numbers_are_those_whose_text_was_read() -> None:
    forms = {paper.code: paper.form for paper in CATALOGUE.values() if paper.form}
    assert forms == {
        "laporan": "B.1",
        "temuan": "B.2",
        "tanda-terima-perbaikan": "B.3.1",
        "undangan-klarifikasi": "B.9",
        "ba-sumpah": "B.10",
        "ba-sumpah-ahli": "B.11",
        "ba-klarifikasi": "B.12",
    }


def test_the_form_in_the_repository_is_the_one_that_the_script_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = Path(__file__).resolve().parents[3] / "scripts/make_official_docx.py"
    spec = importlib.util.spec_from_file_location("make_official_docx", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "PLACE", tmp_path / "made.docx")
    module.main()
    assert parts_of(tmp_path / "made.docx") == parts_of(TEMPLATE_FILE)


def parts_of(docx: Path) -> dict[str, bytes]:
    """The parts of a DOCX by name: how they are compressed differs between machines."""
    with zipfile.ZipFile(docx) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
