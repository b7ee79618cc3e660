"""The declaration of `identity_access`: who may open an identity is decided by two people."""

from typing import Final

from netralitas.workflow.domain import (
    Ask,
    Basis,
    Holder,
    Move,
    Requirement,
    RunsOn,
    State,
    Workflow,
)
from netralitas.workflow.posts import COMMISSIONER, INVESTIGATOR

_SECRECY: Final = (
    Basis(code="Perbawaslu 1/2022 Pasal 18 ayat (2)", certainty="S"),
    Basis(code="UU 27/2022", certainty="S"),
)

_MOVES: Final = (
    Move(
        code="request",
        label="Minta identitas dibuka",
        done="Pembukaan identitas diminta.",
        sources=frozenset(),
        target="requested",
        by=(INVESTIGATOR,),
        basis=_SECRECY,
        asks=(Ask.REASON,),
        facts=("requested",),
    ),
    Move(
        code="approve",
        label="Setujui pembukaan identitas",
        done="Pembukaan identitas disetujui.",
        sources=frozenset({"requested"}),
        target="approved",
        by=(COMMISSIONER,),
        basis=_SECRECY,
        requires=("two_persons",),
        facts=("approved",),
        second_factor=True,
    ),
    Move(
        code="refuse",
        label="Tolak pembukaan identitas",
        done="Pembukaan identitas ditolak.",
        sources=frozenset({"requested"}),
        target="refused",
        by=(COMMISSIONER,),
        basis=_SECRECY,
        requires=("two_persons",),
        asks=(Ask.REASON,),
        facts=("refused",),
    ),
    Move(
        code="open",
        label="Buka identitas",
        done="Identitas dibuka untuk waktu terbatas.",
        sources=frozenset({"approved"}),
        target="opened",
        by=(INVESTIGATOR,),
        basis=_SECRECY,
        requires=("requester",),
        facts=("opened",),
        not_before=frozenset({"approved"}),
        second_factor=True,
    ),
    Move(
        code="close",
        label="Tutup kembali identitas",
        done="Identitas ditutup kembali.",
        sources=frozenset({"approved", "opened"}),
        target="closed",
        by=(INVESTIGATOR, COMMISSIONER),
        basis=_SECRECY,
        facts=("closed",),
    ),
)

_REQUIREMENTS: Final = (
    Requirement(
        code="two_persons",
        missing="Permintaan diputus oleh orang lain daripada yang memintanya.",
        basis=_SECRECY,
    ),
    Requirement(
        code="requester",
        missing="Identitas dibuka oleh orang yang memintanya.",
        basis=_SECRECY,
    ),
)

IDENTITY_ACCESS_V1: Final = Workflow(
    code="identity_access",
    version=1,
    label="Pembukaan identitas",
    runs_on=RunsOn.CASE,
    by_hand=("request",),
    states=(
        State(
            code="requested",
            label="Pembukaan identitas diminta",
            phase="request",
            holder=Holder.COMMISSIONER,
        ),
        State(
            code="approved",
            label="Pembukaan identitas disetujui",
            phase="request",
            holder=Holder.INVESTIGATOR,
        ),
        State(code="opened", label="Identitas terbuka", phase="opened", holder=Holder.INVESTIGATOR),
        State(
            code="closed",
            label="Identitas ditutup kembali",
            phase="ended",
            holder=Holder.NOBODY,
            final=True,
        ),
        State(
            code="refused",
            label="Pembukaan identitas ditolak",
            phase="ended",
            holder=Holder.NOBODY,
            final=True,
        ),
    ),
    moves=_MOVES,
    requirements=_REQUIREMENTS,
)
