"""The moves of a request, as data. No law gives them: the agreement and the letters do."""

from dataclasses import dataclass
from typing import Final

from netralitas.exchange.domain import RequestState


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A move: from which states, and whether it is for the party that was asked, or that asked."""

    code: str
    label: str
    leaves: frozenset[RequestState]
    by_asked: bool
    early: str


STEPS: Final = (
    Step(
        code="keputusan",
        label="Putuskan permintaan",
        leaves=frozenset({RequestState.ASKED}),
        by_asked=True,
        early="Permintaan ini sudah diputuskan atau dicabut.",
    ),
    Step(
        code="jawaban",
        label="Catat penyerahan",
        leaves=frozenset({RequestState.GRANTED, RequestState.ANSWERED}),
        by_asked=True,
        early="Penyerahan dicatat setelah permintaan dikabulkan.",
    ),
    Step(
        code="pengembalian",
        label="Catat pengembalian atau pemusnahan",
        leaves=frozenset({RequestState.ANSWERED}),
        by_asked=False,
        early="Pengembalian dicatat setelah ada penyerahan.",
    ),
    Step(
        code="pencabutan",
        label="Cabut permintaan",
        leaves=frozenset({RequestState.ASKED, RequestState.GRANTED}),
        by_asked=False,
        early="Permintaan yang sudah ditolak, dijawab, atau dicabut tidak dapat dicabut.",
    ),
)

BY_CODE: Final = {step.code: step for step in STEPS}
