"""The states of `referral`: label, phase, and who holds the ball."""

from typing import Final

from netralitas.workflow.domain import Holder, State


def _state(code: str, label: str, phase: str, holder: Holder = Holder.AUTHORITY) -> State:
    return State(code=code, label=label, phase=phase, holder=holder)


def _end(code: str, label: str, holder: Holder = Holder.NOBODY) -> State:
    return State(code=code, label=label, phase="answer", holder=holder, final=True)


STATES: Final = (
    _state("forwarded", "Diteruskan", "sent"),
    _state("received", "Diterima instansi berwenang", "examined"),
    _state("verification", "Verifikasi instansi berwenang", "examined"),
    _state("validation", "Validasi oleh Bawaslu", "examined", Holder.INVESTIGATOR),
    _state("validated", "Divalidasi Bawaslu", "examined"),
    _state("returned", "Dikembalikan untuk dilengkapi", "sent", Holder.INVESTIGATOR),
    _end("recommended", "Direkomendasikan", Holder.APPOINTING),
    _end("rejected", "Ditolak instansi berwenang"),
    _end("not_proven", "Tidak terbukti"),
    _end("rerouted", "Dialihkan ke instansi pengganti"),
    _end("respondent_gone", "Terlapor sudah pensiun, berhenti, atau meninggal"),
    _end("respondent_moved", "Terlapor pindah instansi"),
    _end("cancelled", "Penerusan dibatalkan"),
)

TAKEN_UP: Final = _end("taken_up", "Ditindaklanjuti sendiri oleh instansi penerima")
"""An end of version 2: the office of the employer was addressed directly."""

OPEN: Final = frozenset(state.code for state in STATES if not state.final)
WITH_AUTHORITY: Final = OPEN - {"returned"}
ENDED: Final = frozenset(state.code for state in STATES if state.final)
