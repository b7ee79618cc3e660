"""The words of `criminal`, `organiser_ethics` and `litigation`, which share them."""

from typing import Final

from netralitas.workflow.domain import Holder, State

PHASES: Final[dict[str, str]] = {
    "elsewhere": "Proses di lembaga lain",
    "ended": "Proses di lembaga lain selesai",
}

HOLDERS: Final[dict[Holder, str]] = {
    Holder.OTHER: "Lembaga lain yang berwenang",
    Holder.NOBODY: "Tidak ada",
}

FACTS: Final[dict[str, str]] = {
    "developed": "perkembangan di lembaga lain",
    "ended": "hasil dari lembaga lain",
    "foreign_number_recorded": "nomor di lembaga lain dicatat",
    "opened": "penanganan oleh lembaga lain",
    "reopened": "dibuka kembali",
}
"""Each fact as it stands in a sentence about a deadline: "dihitung sejak …"."""


def waiting(state: State) -> str:
    """Return what is waited for in the state; the label of a final one."""
    return state.label if state.final else "Menunggu hasil dari lembaga yang berwenang"
