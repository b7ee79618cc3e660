"""From the text of a paper to the sheet: its head, its mark, its articles with their certainty."""

from dataclasses import dataclass
from typing import Final

from netralitas.documents.domain import Signature
from netralitas.documents.letters.known import (
    BLANK,
    Article,
    Block,
    Known,
    Sheet,
    Side,
)
from netralitas.language import gettext as _
from netralitas.law.certainty_words import SOURCE_KINDS
from netralitas.law.domain import Certainty
from netralitas.workflow.domain import Basis
from netralitas.workflow.engine import basis_in

CONFIDENTIAL: Final = "Rahasia"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """What one paper says: to whom, about what, in which words, signed by whom."""

    subject: str
    body: tuple[Block, ...]
    to: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    copies: tuple[str, ...] = ()
    letter: bool = True
    """A letter bears number, nature and subject; minutes and decrees bear their number alone."""


def sheet(
    title: str,
    side: Side,
    known: Known,
    text: Text,
    basis: tuple[Basis, ...],
    regime: str | None,
) -> Sheet:
    """Return the sheet of a text, marked as a draft."""
    office = known.bawaslu if side is Side.BAWASLU else known.office
    return Sheet(
        title=title,
        office=office,
        footer=_("Konsep: {title}").format(title=title),
        mark=_("KONSEP"),
        about=(
            _("Isian bertitik diisi dari berkas asli. NIP ditulis tangan."),
            _("Periksa pasalnya dan sesuaikan dengan naskah dinas instansi Anda."),
        ),
        head=_head(known, text),
        to=text.to,
        body=text.body,
        signatures=text.signatures,
        copies=text.copies,
        basis=tuple(map(_article, basis_in(basis, regime))),
    )


def _head(known: Known, text: Text) -> tuple[tuple[str, str], ...]:
    number = (_("Nomor"), BLANK)
    if not text.letter:
        return (number,)
    return (
        (_("Tempat, tanggal"), f"{BLANK}, {BLANK} {known.today.year}"),
        number,
        (_("Sifat"), _(CONFIDENTIAL)),
        (_("Lampiran"), BLANK),
        (_("Perihal"), text.subject),
    )


def _article(basis: Basis) -> Article:
    certain = basis.certainty == Certainty.T
    doubt = None if certain else str(SOURCE_KINDS[Certainty(basis.certainty)])
    return Article(code=basis.code, doubt=doubt)
