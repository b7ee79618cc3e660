"""Moves of `handling` between the levels of Bawaslu; the old number stays with the case."""

from typing import Final

from netralitas.investigation.workflow import bases
from netralitas.investigation.workflow.states import OPEN
from netralitas.workflow.domain import Ask, Move
from netralitas.workflow.posts import COMMISSIONER, INVESTIGATOR, SUPERIOR_COMMISSIONER

_OPENING: Final[frozenset[str]] = frozenset()

MOVES: Final = (
    Move(
        code="receive_transfer",
        label="Terima laporan dari Bawaslu tingkat lain",
        done="Laporan diterima dari Bawaslu tingkat lain; nomor lama tetap dicatat.",
        sources=_OPENING,
        target="report_received",
        by=(INVESTIGATOR,),
        basis=bases.LEVELS,
        asks=(Ask.LETTER_IN, Ask.FOREIGN_NUMBER),
        facts=("transfer_received",),
    ),
    Move(
        code="receive_registered_transfer",
        label="Terima perkara teregistrasi dari Bawaslu tingkat lain",
        done="Perkara teregistrasi diterima dari Bawaslu tingkat lain; nomor lama tetap dicatat.",
        sources=_OPENING,
        target="registered",
        by=(INVESTIGATOR,),
        basis=bases.LEVELS,
        asks=(Ask.LETTER_IN, Ask.FOREIGN_NUMBER),
        facts=("transfer_received",),
    ),
    Move(
        code="transfer",
        label="Limpahkan penanganan ke Bawaslu tingkat lain",
        done="Penanganan dilimpahkan ke Bawaslu tingkat lain; nomor lama tetap dicatat.",
        sources=OPEN,
        target="transferred",
        by=(COMMISSIONER,),
        basis=bases.LEVELS,
        asks=(Ask.LETTER_OUT, Ask.ADDRESSEE),
        facts=("transferred",),
        exceptional=True,
    ),
    Move(
        code="take_over",
        label="Ambil alih penanganan",
        done="Penanganan diambil alih Bawaslu tingkat lain; nomor lama tetap dicatat.",
        sources=OPEN,
        target="taken_over",
        by=(SUPERIOR_COMMISSIONER,),
        basis=bases.LEVELS,
        may_ask=(Ask.LETTER_IN,),
        facts=("transferred",),
        exceptional=True,
    ),
)
