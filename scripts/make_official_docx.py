"""Make templates/documents/official.docx, the form into which the words of a paper are filled.

The file is committed; to change the form, change this and run: python scripts/make_official_docx.py
"""

import io
import sys
import zipfile
from pathlib import Path
from typing import Final

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

PLACE: Final = Path(__file__).resolve().parents[1] / "templates/documents/official.docx"
FACE: Final = "Arial"  # the same widths as Liberation Sans, and on every desk
QUIET: Final = RGBColor(0x48, 0x49, 0x49)


def main() -> None:
    """Write the form; the same script writes the same bytes."""
    document = Document()
    _style(document)
    _page(document)
    _above(document)
    _body(document)
    _below(document)
    made = io.BytesIO()
    document.save(made)
    PLACE.write_bytes(_packed(made.getvalue()))
    sys.stdout.write(f"{PLACE}\n")


def _style(document: DocxDocument) -> None:
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FACE, Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    language = OxmlElement("w:lang")
    for name in ("w:val", "w:eastAsia", "w:bidi"):
        language.set(qn(name), "id-ID")
    normal.element.get_or_add_rPr().append(language)
    for old in document.styles.element.iter(qn("w:lang")):
        old.set(qn("w:val"), "id-ID")
    for level, size in ((1, 14), (2, 11)):
        heading = document.styles[f"Heading {level}"]
        heading.font.name, heading.font.size, heading.font.bold = FACE, Pt(size), True
        heading.font.color.rgb = RGBColor(0x0B, 0x0C, 0x0C)
        fonts = heading.element.rPr.rFonts
        for name in [name for name in fonts.attrib if name.endswith("Theme")]:
            del fonts.attrib[name]
        fonts.set(qn("w:hAnsi"), FACE)
        heading.paragraph_format.space_before = Pt(14)
        heading.paragraph_format.space_after = Pt(8)


def _page(document: DocxDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(18), Mm(20)
    section.left_margin, section.right_margin = Mm(22), Mm(20)
    foot = section.footer.paragraphs[0]
    _run(foot, "{{ footer }} · Halaman ", size=8, quiet=True)
    _field(foot, "PAGE")
    _run(foot, " dari ", size=8, quiet=True)
    _field(foot, "NUMPAGES")


def _above(document: DocxDocument) -> None:
    tags = "{% if mark %}{{ mark }} · {% endif %}{% if form %}{{ form }} · {% endif %}{{ label }}"
    _run(_line(document, align=WD_ALIGN_PARAGRAPH.RIGHT), tags, bold=True, quiet=True)
    centre = WD_ALIGN_PARAGRAPH.CENTER
    _run(_line(document, align=centre, after=0), "{{ office | upper }}", size=13, bold=True)
    _tag(document, "for line in letterhead")
    _run(_line(document, align=centre, after=0), "{{ line }}", size=9)
    _tag(document, "endfor")
    _ruled(_line(document, after=6))
    document.add_heading("{{ title }}", level=1).alignment = centre
    _pairs(document, "head")
    _line(document, after=0)
    _tag(document, "for line in to")
    _run(_line(document, after=0), "{{ line }}")
    _tag(document, "endfor")
    _line(document, after=0)


def _body(document: DocxDocument) -> None:
    _tag(document, "for piece in body")
    _tag(document, "if piece.heading")
    document.add_heading("{{ piece.heading }}", level=2)
    _tag(document, "endif")
    _tag(document, "for said in piece.text")
    _run(_line(document), "{{ said }}")
    _tag(document, "endfor")
    _pairs(document, "piece.pairs")
    _numbered(document, "piece['items']")  # a mapping has a method of this name
    _tag(document, "endfor")


def _below(document: DocxDocument) -> None:
    _tag(document, "for one in signatures")
    _run(_signed(document, before=18), "{{ one.label }}")
    _run(_signed(document, before=52), "{{ one.name or '(…………………………………………)' }}")
    _tag(document, "endfor")
    _tag(document, "if copies")
    _run(_line(document, before=18, after=2), "Tembusan:", bold=True)
    _numbered(document, "copies")
    _tag(document, "endif")
    _tag(document, "if basis")
    _run(_line(document, before=14, after=2), "Dasar:", bold=True, size=8.5, quiet=True)
    _tag(document, "for article in basis")
    article = "• {{ article.code }}{% if article.doubt %} (perlu konfirmasi: {{ article.doubt }})"
    _run(_line(document, after=2), f"{article}{{% endif %}}", size=8.5, quiet=True)
    _tag(document, "endfor")
    _tag(document, "endif")
    _tag(document, "if code")
    _run(_line(document, before=14, after=0), "Kode verifikasi: {{ code }}", size=9)
    _run(_line(document), "Alamat verifikasi: {{ address }}", size=9)
    _tag(document, "endif")


def _tag(document: DocxDocument, said: str) -> None:
    """Add a paragraph that is a statement of the form, and gone when it is filled in."""
    document.add_paragraph(f"{{%p {said} %}}")


def _line(
    document: DocxDocument,
    *,
    align: WD_ALIGN_PARAGRAPH | None = None,
    before: float = 0,
    after: float = 6,
) -> Paragraph:
    line = document.add_paragraph()
    if align is not None:
        line.alignment = align
    line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(before), Pt(after)
    return line


def _pairs(document: DocxDocument, of: str) -> None:
    _tag(document, f"for label, said in {of}")
    line = _hanging(document, Mm(36))
    _run(line, "{{ label }}", quiet=True)
    _run(line, "\t{{ said }}")
    _tag(document, "endfor")


def _numbered(document: DocxDocument, of: str) -> None:
    _tag(document, f"for said in {of}")
    _run(_hanging(document, Mm(7)), "{{ loop.index }}.\t{{ said }}")
    _tag(document, "endfor")


def _hanging(document: DocxDocument, by: Length) -> Paragraph:
    line = _line(document, after=4)
    line.paragraph_format.left_indent = by
    line.paragraph_format.first_line_indent = Length(-by)
    line.paragraph_format.tab_stops.add_tab_stop(by)
    return line


def _signed(document: DocxDocument, *, before: float) -> Paragraph:
    line = _line(document, align=WD_ALIGN_PARAGRAPH.CENTER, after=0)
    line.paragraph_format.left_indent = Mm(84)
    line.paragraph_format.space_before = Pt(before)
    line.paragraph_format.keep_together = True
    return line


def _run(
    line: Paragraph,
    said: str,
    *,
    size: float | None = None,
    bold: bool = False,
    quiet: bool = False,
) -> None:
    run = line.add_run(said)
    run.bold = bold or None
    if size:
        run.font.size = Pt(size)
    if quiet:
        run.font.color.rgb = QUIET


def _field(line: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, look, size = OxmlElement("w:r"), OxmlElement("w:rPr"), OxmlElement("w:sz")
    size.set(qn("w:val"), "16")  # half points
    look.append(size)
    text = OxmlElement("w:t")
    text.text = "1"
    run.extend((look, text))
    field.append(run)
    line._p.append(field)  # noqa: SLF001 - the library has no other way to a field


def _ruled(line: Paragraph) -> None:
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "double"), ("sz", "6"), ("space", "1"), ("color", "0B0C0C")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    line._p.get_or_add_pPr().append(borders)  # noqa: SLF001 - the library has no borders


def _packed(made: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(packed, "w") as new:
        for part in old.namelist():
            if part.startswith("docProps/thumbnail"):
                continue
            entry = zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            new.writestr(entry, _without_thumbnail(part, old.read(part)))
    return packed.getvalue()


def _without_thumbnail(part: str, content: bytes) -> bytes:
    if part != "_rels/.rels":
        return content
    before, _, rest = content.partition(b"docProps/thumbnail.jpeg")
    if not rest:
        return content
    start = before.rindex(b"<Relationship ")
    return before[:start] + rest[rest.index(b"/>") + 2 :]


if __name__ == "__main__":
    main()
