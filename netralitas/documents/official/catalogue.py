"""The papers that an office issues, in the order of a case; titles in Indonesian."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from netralitas.documents.domain import DocumentKind
from netralitas.documents.official.domain import Label, OfficialPaper, Register
from netralitas.refusals import NotVisible


def _paper(  # noqa: PLR0913 - the columns of the catalogue
    code: str,
    title: str,
    kind: DocumentKind,
    register: Register | None,
    label: Label = Label.SECRET,
    *,
    form: str | None = None,
    scannable: bool = True,
) -> OfficialPaper:
    return OfficialPaper(
        code=code,
        title=title,
        kind=kind,
        register=register,
        label=label,
        form=form,
        scannable=scannable,
    )


_LETTER, _MINUTES, _STUDY, _RECEIPT = (
    Register.LETTER,
    Register.MINUTES,
    Register.STUDY,
    Register.RECEIPT,
)
_OTHER, _KEPT, _SENT = DocumentKind.OTHER, DocumentKind.MINUTES, DocumentKind.LETTER
_PLAIN = Label.PLAIN

_ALL: Final = (
    _paper("laporan", "Laporan", _OTHER, None, form="B.1", scannable=False),
    _paper("temuan", "Temuan", _OTHER, None, form="B.2"),
    _paper("tanda-bukti-laporan", "Tanda bukti laporan", _OTHER, None, _PLAIN, scannable=False),
    _paper(
        *("tanda-terima-perbaikan", "Tanda terima perbaikan laporan", _OTHER, _RECEIPT, _PLAIN),
        form="B.3.1",
        scannable=False,
    ),
    _paper("kajian-awal", "Kajian awal", DocumentKind.PRELIMINARY_STUDY, _STUDY),
    _paper(
        *("pemberitahuan-kelengkapan", "Pemberitahuan kelengkapan laporan", _SENT, _LETTER),
        scannable=False,
    ),
    _paper(
        *("undangan-klarifikasi", "Undangan klarifikasi", _SENT, _LETTER),
        form="B.9",
        scannable=False,
    ),
    _paper(
        *("ba-sumpah", "Berita acara sumpah atau janji", _KEPT, _MINUTES),
        form="B.10",
        scannable=False,
    ),
    _paper("ba-sumpah-ahli", "Berita acara sumpah atau janji ahli", _KEPT, _MINUTES, form="B.11"),
    _paper(
        *("ba-klarifikasi", "Berita acara klarifikasi", _KEPT, _MINUTES),
        form="B.12",
        scannable=False,
    ),
    _paper("kajian", "Kajian dugaan pelanggaran", DocumentKind.STUDY, _STUDY),
    _paper("ba-pleno", "Berita acara rapat pleno", _KEPT, _MINUTES),
    _paper("surat-penerusan", "Surat penerusan", _SENT, _LETTER),
    _paper(
        *("pemberitahuan-status", "Pemberitahuan status penanganan", _SENT, _LETTER, _PLAIN),
        scannable=False,
    ),
    _paper("permintaan-keterangan", "Permintaan keterangan tindak lanjut", _SENT, _LETTER),
    _paper("laporan-pengawasan", "Laporan hasil pengawasan (Formulir Model A)", _OTHER, None),
)

CATALOGUE: Final[Mapping[str, OfficialPaper]] = MappingProxyType(
    {paper.code: paper for paper in _ALL}
)
"""Every paper by its code."""


def find_paper(code: str) -> OfficialPaper:
    """Return the paper of this code; NotVisible where there is none."""
    try:
        return CATALOGUE[code]
    except KeyError:
        raise NotVisible from None
