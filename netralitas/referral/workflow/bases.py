"""The articles behind the moves of `referral`, with their certainty as domain.md has it."""

from typing import Final

from netralitas.workflow.domain import Basis

# Which agency answers changed in 2024: both grounds stand, the day of the case tells which holds.
_BKN: Final = Basis(code="Perpres 92/2024", certainty="S")
_KASN: Final = Basis(code="UU 5/2014 Pasal 30-33", certainty="M")

FORWARDING: Final = (
    Basis(code="Perbawaslu 7/2022 Pasal 22", certainty="S", regime="pemilu"),
    Basis(code="Perbawaslu 6/2018", certainty="T"),
)
AUTHORITY: Final = (_BKN, _KASN)
SBT: Final = (Basis(code="Alur SBT BKN", certainty="S"),)
SUCCESSION: Final = (Basis(code="SE MenPANRB 4/2024", certainty="S"),)
FOLLOW_UP: Final = (Basis(code="Perbawaslu 6/2018 Pasal 10", certainty="S"),)
RETURNED: Final = (Basis(code="Praktik KASN (pengembalian penerusan)", certainty="S"),)
TAKEN_UP: Final = (
    Basis(code="SE MenPANRB 1/2023", certainty="S"),
    Basis(code="Praktik penerusan langsung kepada BKPSDM", certainty="S"),
)
PRACTICE: Final = (Basis(code="Praktik penanganan", certainty="M"),)
