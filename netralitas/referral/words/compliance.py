"""The words of `compliance` beside its declaration: phases, waiting, facts."""

from typing import Final

from netralitas.workflow.domain import Holder, State

PHASES: Final[dict[str, str]] = {
    "watch": "Pemantauan tindak lanjut",
    "pressure": "Teguran dan pemblokiran",
    "ended": "Pemantauan selesai",
}

HOLDERS: Final[dict[Holder, str]] = {
    Holder.APPOINTING: "Pejabat Pembina Kepegawaian",
    Holder.OTHER: "Gubernur atau menteri",
    Holder.NOBODY: "Tidak ada",
}

_WAITING: Final[dict[str, str]] = {
    "watching": "Menunggu tindak lanjut Pejabat Pembina Kepegawaian",
    "reminded": "Menunggu jawaban atas permintaan keterangan",
    "warned": "Menunggu jawaban atas teguran",
    "blocked": "Menunggu tindak lanjut; layanan kepegawaian (SIASN) diblokir",
    "unblocked": "Menunggu tindak lanjut setelah blokir dibuka",
    "escalated": "Menunggu jawaban gubernur atau menteri",
}

FACTS: Final[dict[str, str]] = {
    "answered": "jawaban atas permintaan keterangan",
    "blocked": "pemblokiran layanan kepegawaian (SIASN)",
    "ended": "pemantauan berakhir",
    "escalated": "penyampaian kepada gubernur atau menteri",
    "escalation_answered": "jawaban gubernur atau menteri",
    "refusal_said": "penolakan di muka umum",
    "reminded": "permintaan keterangan tindak lanjut",
    "reminded_further": "permintaan keterangan setelah teguran",
    "unblocked": "pembukaan blokir",
    "warned": "teguran",
    "watched": "pemantauan dimulai",
}
"""Each fact as it stands in a sentence about a deadline: "dihitung sejak …"."""


def waiting(state: State) -> str:
    """Return what is waited for in the state; the label of a final one."""
    return _WAITING.get(state.code, state.label)
