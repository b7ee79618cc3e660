"""The declaration of `compliance`: the pressure on one respondent's official when no answer comes.

Due and overdue are no states: they are computed from the deadlines of `discipline`.
"""

from typing import Final

from netralitas.workflow.domain import (
    Ask,
    Basis,
    FactDeclaration,
    Holder,
    Move,
    RunsOn,
    State,
    Workflow,
)
from netralitas.workflow.posts import COMMISSIONER, FOLLOW_UP, INVESTIGATOR, LIAISON

_REMINDER: Final = (
    Basis(code="Perbawaslu 6/2018 Pasal 10", certainty="S"),
    Basis(code="UU 7/2017 Pasal 93 huruf g angka 5", certainty="T", regime="pemilu"),
)
CONTROL: Final = (
    Basis(code="Perpres 116/2022", certainty="S"),
    Basis(code="PerBKN 1/2023", certainty="S"),
)
PRACTICE: Final = (Basis(code="Praktik penanganan", certainty="M"),)

OPEN: Final = frozenset({"watching", "reminded", "warned", "blocked", "unblocked"})
PRESSES: Final = (LIAISON, INVESTIGATOR)


def _pressure(code: str, label: str, done: str, sources: set[str], target: str) -> Move:
    """Return a step of the authority, or of Bawaslu on its behalf with the letter."""
    return Move(
        code=code,
        label=label,
        done=done,
        sources=frozenset(sources),
        target=target,
        by=PRESSES,
        basis=CONTROL,
        may_ask=(Ask.LETTER_OUT,),
        on_behalf=(Ask.LETTER_IN,),
        facts=(target,),
        batch=True,
    )


_MOVES: Final = (
    Move(
        code="watch",
        label="Pantau tindak lanjut",
        done="Tindak lanjut dipantau.",
        sources=frozenset(),
        target="watching",
        by=(INVESTIGATOR, COMMISSIONER, LIAISON, FOLLOW_UP),
        basis=_REMINDER,
        facts=("watched",),
    ),
    Move(
        code="remind",
        label="Kirim permintaan keterangan tindak lanjut",
        done="Bawaslu meminta keterangan tindak lanjut.",
        sources=frozenset({"watching", "reminded", "unblocked"}),
        target="reminded",
        by=(INVESTIGATOR,),
        basis=_REMINDER,
        asks=(Ask.LETTER_OUT,),
        facts=("reminded",),
        batch=True,
    ),
    _pressure(
        "warn",
        "Catat teguran",
        "Pejabat Pembina Kepegawaian ditegur.",
        {"watching", "reminded", "warned", "unblocked"},
        "warned",
    ),
    _pressure(
        "block",
        "Catat pemblokiran layanan kepegawaian (SIASN)",
        "Layanan kepegawaian (SIASN) diblokir.",
        {"watching", "reminded", "warned", "unblocked"},
        "blocked",
    ),
    _pressure(
        "unblock",
        "Catat pembukaan blokir",
        "Pemblokiran layanan kepegawaian (SIASN) dibuka.",
        {"blocked"},
        "unblocked",
    ),
    Move(
        code="end",
        label="Akhiri pemantauan",
        done="Pemantauan berakhir karena tindak lanjut selesai.",
        sources=OPEN,
        target="ended",
        by=(),
        basis=_REMINDER,
        facts=("ended",),
    ),
    Move(
        code="close",
        label="Hentikan pemantauan",
        done="Pemantauan dihentikan.",
        sources=OPEN,
        target="ended",
        by=(COMMISSIONER,),
        basis=PRACTICE,
        facts=("ended",),
        exceptional=True,
        batch=True,
    ),
    Move(
        code="resume",
        label="Lanjutkan pemantauan",
        done="Pemantauan dilanjutkan karena tindak lanjut dibuka kembali.",
        sources=frozenset({"ended"}),
        target="watching",
        by=(),
        basis=PRACTICE,
        facts=("watched",),
        exceptional=True,
    ),
)

_FACTS: Final = (
    FactDeclaration(
        code="reminded_further",
        label="Permintaan keterangan setelah teguran",
        done="Bawaslu meminta keterangan tindak lanjut sekali lagi.",
        by=(INVESTIGATOR,),
        basis=_REMINDER,
        asks=(Ask.LETTER_OUT,),
        when=frozenset({"warned", "blocked"}),
    ),
    FactDeclaration(
        code="answered",
        label="Jawaban atas permintaan keterangan",
        done="Permintaan keterangan tindak lanjut dijawab.",
        by=(FOLLOW_UP, INVESTIGATOR),
        basis=_REMINDER,
        asks=(Ask.LETTER_IN,),
        when=OPEN,
    ),
)


def state(code: str, label: str, phase: str, holder: Holder = Holder.APPOINTING) -> State:
    """Return a state of the line; where nobody holds the ball it is the end."""
    return State(code=code, label=label, phase=phase, holder=holder, final=holder is Holder.NOBODY)


COMPLIANCE_V1: Final = Workflow(
    code="compliance",
    version=1,
    label="Pemantauan tindak lanjut",
    runs_on=RunsOn.RESPONDENT,
    states=(
        state("watching", "Tindak lanjut dipantau", "watch"),
        state("reminded", "Diminta keterangan tindak lanjut", "watch"),
        state("warned", "Ditegur", "pressure"),
        state("blocked", "Layanan kepegawaian (SIASN) diblokir", "pressure"),
        state("unblocked", "Blokir dibuka", "pressure"),
        state("ended", "Pemantauan berakhir", "ended", Holder.NOBODY),
    ),
    moves=_MOVES,
    facts=_FACTS,
)
