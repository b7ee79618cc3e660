"""The articles behind the moves of `handling`, with their certainty as domain.md has it."""

from typing import Final

from netralitas.workflow.domain import Basis


def _pemilu(code: str, certainty: str) -> Basis:
    return Basis(code=code, certainty=certainty, regime="pemilu")


def _pemilihan(code: str, certainty: str) -> Basis:
    return Basis(code=code, certainty=certainty, regime="pemilihan")


_PERBAWASLU_8_2020: Final = _pemilihan("Perbawaslu 8/2020", "M")
_PERBAWASLU_9_2024: Final = _pemilihan("Perbawaslu 9/2024 jo. 8/2020", "S")
_PLENARY_MEETING: Final = Basis(code="Perbawaslu 5/2018 (rapat pleno)", certainty="S")

NEUTRALITY: Final = (
    _pemilu("UU 7/2017 Pasal 93 huruf f", "T"),
    Basis(code="Perbawaslu 6/2018", certainty="T"),
)
INFORMATION: Final = (_pemilu("Perbawaslu 7/2022", "S"), _PERBAWASLU_8_2020)
FINDING: Final = (
    _pemilu("UU 7/2017 Pasal 454(5)", "T"),
    _pemilihan("UU 1/2015 Pasal 134(4)", "T"),
)
REPORTING: Final = (
    _pemilu("UU 7/2017 Pasal 454(4)", "T"),
    _pemilu("UU 7/2017 Pasal 454(6)", "T"),
    _pemilihan("UU 1/2015 Pasal 134(3)", "T"),
    _pemilihan("UU 1/2015 Pasal 134(4)", "T"),
)
PRELIMINARY_STUDY: Final = (_pemilu("Perbawaslu 7/2022 Pasal 15(1)", "S"), _PERBAWASLU_8_2020)
FORMAL_REQUIREMENTS: Final = (
    _pemilu("Perbawaslu 7/2022 Pasal 15(3)", "S"),
    _pemilihan("UU 1/2015 Pasal 134(3)", "T"),
)
NOTIFICATION: Final = (_pemilu("Perbawaslu 7/2022 Pasal 24(1)", "S"), _PERBAWASLU_8_2020)
COMPLETION: Final = (_pemilu("Perbawaslu 7/2022 Pasal 24", "S"), _PERBAWASLU_9_2024)
NOT_REGISTERED: Final = (_pemilu("Perbawaslu 7/2022 Pasal 24(7)", "S"), _PERBAWASLU_9_2024)
REGISTRATION: Final = (_pemilu("Perbawaslu 7/2022 Pasal 16", "T"), _PERBAWASLU_8_2020)
STATUS: Final = (_pemilu("Formulir B.18", "M"), _PERBAWASLU_9_2024)
WITHDRAWAL: Final = (_pemilu("Perbawaslu 7/2022 Pasal 14(1)", "S"), _PERBAWASLU_8_2020)
WITHDRAWN_CONTENT: Final = (_pemilu("Perbawaslu 7/2022 Pasal 14(2)", "S"), _PERBAWASLU_8_2020)
LATE_WITHDRAWAL: Final = (_pemilu("Perbawaslu 7/2022 Pasal 17(3)", "S"), _PERBAWASLU_8_2020)
CLARIFICATION: Final = (_pemilu("Perbawaslu 7/2022 Pasal 28", "T"), _PERBAWASLU_8_2020)
INVITATION: Final = (_pemilu("Perbawaslu 7/2022 Pasal 29", "T"), _PERBAWASLU_8_2020)
NO_SHOW: Final = (_pemilu("Perbawaslu 7/2022 Pasal 29(5)-(6)", "M"), _PERBAWASLU_8_2020)
SESSION: Final = (_pemilu("Perbawaslu 7/2022 Pasal 30", "T"), _PERBAWASLU_8_2020)
HANDLING: Final = (
    _pemilu("UU 7/2017 Pasal 454(7)", "T"),
    _pemilihan("UU 1/2015 Pasal 134(5)", "T"),
)
EXTENSION: Final = (
    _pemilu("UU 7/2017 Pasal 454(8)", "T"),
    _pemilihan("UU 1/2015 Pasal 134(6)", "T"),
)
PLENARY: Final = (_PLENARY_MEETING,)
OUTCOME: Final = (_pemilu("UU 7/2017 Pasal 455(1)", "S"), _PLENARY_MEETING)
FORWARDING: Final = (
    _pemilu("UU 7/2017 Pasal 455(1) huruf c", "S"),
    _pemilu("Perbawaslu 7/2022 Pasal 22", "S"),
    Basis(code="Perbawaslu 6/2018", certainty="T"),
)
RETURNED: Final = (Basis(code="Praktik KASN (pengembalian penerusan)", certainty="S"),)
IDENTITY: Final = (Basis(code="Alur SBT BKN", certainty="S"),)
RECEIVERS: Final = (Basis(code="SE MenPANRB 4/2024", certainty="S"),)
LEVELS: Final = (_pemilu("Perbawaslu 7/2022 Pasal 20", "T"), _PERBAWASLU_8_2020)
PRACTICE: Final = (Basis(code="Praktik penanganan", certainty="M"),)
