"""The stages of an agreement and the moves between them, as data.

The nine stages are those of KPU's guidance (domain.md 9.5); suspension and end stand beside them.
An agreement is no case: nobody decides about a person, so the machinery of proceedings is not used.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Stage(StrEnum):
    """Where an agreement stands."""

    EXPLORATION = "exploration"
    FORMULATION = "formulation"
    DRAFTING = "drafting"
    APPROVAL = "approval"
    SIGNING = "signing"
    EXECUTION = "execution"
    MONITORING = "monitoring"
    EVALUATION = "evaluation"
    REPORTING = "reporting"
    SUSPENDED = "suspended"
    ENDED = "ended"


NINE: Final = tuple(Stage)[:9]
BEFORE_SIGNING: Final = frozenset(NINE[:5])
WRITABLE: Final = frozenset(NINE[:3])
"""The text changes only while it is being drafted: what was approved is what is signed."""
IN_FORCE: Final = frozenset(NINE[5:])


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A step from some stages to the next one.

    `second_person`: whoever wrote the text last cannot make it. `all_sign`: every party's signature
    is confirmed by name of the party. `whole`: the text must have no fault that forbids signing.
    """

    code: str
    label: str
    leaves: frozenset[Stage]
    to: Stage
    second_person: bool = False
    all_sign: bool = False
    whole: bool = False


def _move(code: str, label: str, leaves: Stage, to: Stage, **needs: bool) -> Move:
    return Move(code=code, label=label, leaves=frozenset({leaves}), to=to, **needs)


MOVES: Final = (
    _move("perumusan", "Mulai perumusan", Stage.EXPLORATION, Stage.FORMULATION),
    _move("penyusunan", "Mulai legal drafting", Stage.FORMULATION, Stage.DRAFTING),
    _move("pengajuan", "Ajukan persetujuan internal", Stage.DRAFTING, Stage.APPROVAL, whole=True),
    _move("pengembalian", "Kembalikan ke legal drafting", Stage.APPROVAL, Stage.DRAFTING),
    _move("persetujuan", "Setujui naskah", Stage.APPROVAL, Stage.SIGNING, second_person=True),
    _move(
        *("penandatanganan", "Catat penandatanganan", Stage.SIGNING, Stage.EXECUTION),
        all_sign=True,
        whole=True,
    ),
    _move("pemantauan", "Catat pemantauan", Stage.EXECUTION, Stage.MONITORING),
    _move("evaluasi", "Catat evaluasi", Stage.MONITORING, Stage.EVALUATION),
    _move("pelaporan", "Catat pelaporan", Stage.EVALUATION, Stage.REPORTING),
    _move("pelanjutan", "Lanjutkan pelaksanaan", Stage.REPORTING, Stage.EXECUTION),
    Move(code="penangguhan", label="Catat penangguhan", leaves=IN_FORCE, to=Stage.SUSPENDED),
    _move("pencabutan", "Cabut penangguhan", Stage.SUSPENDED, Stage.EXECUTION),
    Move(
        code="pengakhiran",
        label="Catat berakhirnya kerja sama",
        leaves=IN_FORCE | {Stage.SUSPENDED},
        to=Stage.ENDED,
    ),
)

BY_CODE: Final = {move.code: move for move in MOVES}


def moves_from(stage: Stage) -> tuple[Move, ...]:
    """Return the moves that leave a stage, in the order of the declaration."""
    return tuple(move for move in MOVES if stage in move.leaves)
