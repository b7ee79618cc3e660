"""The articles behind the moves of `publication`, with their certainty as domain.md has it."""

from typing import Final

from netralitas.workflow.domain import Basis

DUTY: Final = (
    Basis(code="Rencana kerja nota kesepakatan (publikasi tindak lanjut)", certainty="T"),
)
REDACTION: Final = (
    Basis(code="UU 14/2008 Pasal 17", certainty="S"),
    Basis(code="UU 27/2022", certainty="S"),
)
REPORTER: Final = (Basis(code="Perbawaslu 1/2022 Pasal 18 ayat (2)", certainty="S"),)
PRACTICE: Final = (Basis(code="Praktik publikasi", certainty="M"),)
