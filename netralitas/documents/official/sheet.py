"""A paper as it is printed: put together once, frozen as JSON, rendered from that alone."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

import msgspec
import segno
from anyio import to_thread

from netralitas.documents.domain import Signature
from netralitas.documents.letters.known import BLANK, Article, Block, plain
from netralitas.documents.official.content import Content
from netralitas.documents.official.domain import OfficialPaper, PageSize
from netralitas.documents.official.places import filled
from netralitas.documents.official.word import written
from netralitas.documents.rendering.paper import compiled
from netralitas.language import as_source
from netralitas.language import gettext as _

LAYOUT: Final = 2
"""Raised when the same data are laid out in another way."""
DRAFT: Final = "KONSEP"
_BLACK: Final = "#0b0c0c"
_MASK: Final = 4


class Template(msgspec.Struct, frozen=True, kw_only=True):
    """How an office words a paper; `id` is None for what comes with the product."""

    id: int | None = None
    version: int = 0
    letterhead: tuple[str, ...] = ()
    size: PageSize = PageSize.A4
    pattern: str | None = None
    opening: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    signatory_label: str = "Ketua"
    signatory_name: str = ""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """All that stands on the paper, in the order of its pages."""

    layout: int = LAYOUT
    title: str
    office: str
    letterhead: tuple[str, ...]
    paper: PageSize
    footer: str
    label: str
    form: str | None
    mark: str | None
    head: tuple[tuple[str, str], ...]
    to: tuple[str, ...]
    body: tuple[Block, ...]
    signatures: tuple[Signature, ...]
    copies: tuple[str, ...]
    basis: tuple[Article, ...]
    code: str | None
    address: str | None
    issued_at: datetime

    @property
    def link(self) -> str | None:
        """Return where whoever scans the paper is asked whether it is the one issued."""
        return f"{self.address}#{self.code}" if self.code else None  # "#…": no server notes it


def composed(  # noqa: PLR0913 - all that a paper is put together from
    paper: OfficialPaper,
    content: Content,
    template: Template,
    *,
    office: str,
    regime: str,
    on: date,
    number: str | None,
    at: datetime,
    case_number: str | None = None,
    code: str | None = None,
    site: str = "",
) -> Sheet:
    """Return the sheet of a paper; without a `code` it is a draft and marked as one."""
    form = paper.form_in(regime)
    said = {
        "nomor_perkara": case_number or BLANK,
        "nomor_naskah": number or BLANK,
        "tanggal": plain(on),
        "perihal": content.subject,
        "kantor": office,
    }
    return Sheet(
        title=paper.title,
        office=office,
        letterhead=template.letterhead,
        paper=template.size,
        footer=" · ".join(part for part in (paper.title, number, paper.label.value) if part),
        label=paper.label.value,
        form=_("Formulir {number}").format(number=form) if form else None,
        mark=None if code else DRAFT,
        head=_head(paper, content, number, on),
        to=content.to,
        body=(*_said(template.opening, said), *content.body, *_said(template.closing, said)),
        signatures=content.signatures
        or (Signature(label=template.signatory_label, name=template.signatory_name),),
        copies=content.copies or template.copies,
        basis=content.basis,
        code=code,
        address=f"{site}/verifikasi" if code else None,
        issued_at=at,
    )


def frozen(sheet: Sheet) -> bytes:
    """Return the sheet as the JSON that is kept."""
    return msgspec.json.encode(sheet, enc_hook=as_source)


def thawed(kept: bytes | str) -> Sheet:
    """Return the sheet of a paper that was issued."""
    return msgspec.json.decode(kept, type=Sheet)


async def as_pdf(sheet: Sheet) -> bytes:
    """Return the PDF/A-2a and PDF/UA-1 of a sheet: of the same sheet the same bytes."""
    return await to_thread.run_sync(_pdf, sheet)


def _pdf(sheet: Sheet) -> bytes:
    return compiled("official", as_data(sheet), sheet.issued_at)


def as_data(sheet: Sheet) -> dict[str, object]:
    """Return what the template of the PDF is given: the sheet, and its code as a picture."""
    return {**msgspec.structs.asdict(sheet), "qr": _qr(sheet.link)}


async def as_docx(sheet: Sheet) -> bytes:
    """Return the sheet as DOCX, to be edited: of the same sheet the same bytes."""
    data = msgspec.to_builtins(sheet, enc_hook=as_source)
    return await to_thread.run_sync(written, data, sheet.issued_at)


def _head(
    paper: OfficialPaper, content: Content, number: str | None, on: date
) -> tuple[tuple[str, str], ...]:
    return (
        (_("Nomor"), number or BLANK),
        (_("Tanggal"), plain(on)),
        (_("Sifat"), paper.label.value),
        (_("Perihal"), content.subject),
        *content.facts,
    )


def _said(paragraphs: tuple[str, ...], values: Mapping[str, str]) -> tuple[Block, ...]:
    return (Block(text=tuple(filled(each, values) for each in paragraphs)),) if paragraphs else ()


def _qr(link: str | None) -> str | None:
    if link is None:
        return None
    # Readers take any mask; to compare all eight takes as long as half the paper.
    made: str = segno.make_qr(link, error="m", mask=_MASK).svg_inline(border=0, dark=_BLACK)
    return made
