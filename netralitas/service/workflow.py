"""The life of a complaint about the service, declared: states, moves, who may. No law gives it."""

from typing import Final

from netralitas.access.domain import Party, Post, Role
from netralitas.service.domain import ComplaintState
from netralitas.workflow.domain import Holder, Move, State

_HANDLERS: Final = (Post(party=Party.OWNER, role=Role.COMMISSIONER),)
_OPEN: Final = frozenset(
    {ComplaintState.RECEIVED, ComplaintState.REFERRED, ComplaintState.ANSWERED}
)

STATES: Final = (
    State(
        code=ComplaintState.RECEIVED,
        label="Diterima",
        phase="open",
        holder=Holder.COMMISSIONER,
    ),
    State(
        code=ComplaintState.REFERRED,
        label="Dirujuk ke kantor atasan",
        phase="open",
        holder=Holder.COMMISSIONER,
    ),
    State(
        code=ComplaintState.ANSWERED,
        label="Dijawab",
        phase="open",
        holder=Holder.REPORTER,
    ),
    State(
        code=ComplaintState.CLOSED,
        label="Ditutup",
        phase="closed",
        holder=Holder.NOBODY,
        final=True,
    ),
)

MOVES: Final = (
    Move(
        code="receive",
        label="Terima pengaduan",
        done="Pengaduan diterima.",
        sources=frozenset(),
        target=ComplaintState.RECEIVED,
        by=(),
        basis=(),
    ),
    Move(
        code="answer",
        label="Jawab pengaduan",
        done="Pengaduan dijawab.",
        sources=_OPEN,
        target=ComplaintState.ANSWERED,
        by=_HANDLERS,
        basis=(),
    ),
    Move(
        code="refer",
        label="Rujuk ke kantor atasan",
        done="Pengaduan dirujuk ke kantor atasan.",
        sources=_OPEN - {ComplaintState.REFERRED},
        target=ComplaintState.REFERRED,
        by=_HANDLERS,
        basis=(),
    ),
    Move(
        code="close",
        label="Tutup pengaduan",
        done="Pengaduan ditutup.",
        sources=frozenset({ComplaintState.ANSWERED}),
        target=ComplaintState.CLOSED,
        by=_HANDLERS,
        basis=(),
    ),
)
