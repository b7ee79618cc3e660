"""Who may impose which level on whom in a regency: the table of domain.md 3.3, certainty M. Pure.

The pages of the regulation on regencies were not read, so a mismatch is shown and stops nobody.
"""

from collections.abc import Mapping
from typing import Final

from netralitas.cases.domain import PositionClass, SanctionLevel
from netralitas.discipline.domain import Signer

SOURCE: Final = "Lampiran PerBKN 6/2022 (bagian kabupaten/kota belum dibaca)"
CERTAINTY: Final = "M"

_UP_TO_HEADS: Final = frozenset({PositionClass.JPT_MADYA, PositionClass.JPT_PRATAMA})
_ADMINISTRATORS: Final = frozenset({PositionClass.ADMINISTRATOR, PositionClass.DISTRICT_HEAD})
_SUPERVISORS: Final = frozenset({PositionClass.SUPERVISOR, PositionClass.WARD_HEAD})
_STAFF: Final = frozenset({PositionClass.STAFF})

type_rows = tuple[tuple[Signer, frozenset[PositionClass]], ...]

_LIGHT: Final[type_rows] = (
    (Signer.APPOINTING, _UP_TO_HEADS),
    (Signer.AGENCY_HEAD, _ADMINISTRATORS),
    (Signer.ADMINISTRATOR, _SUPERVISORS),
    (Signer.SUPERVISOR, _STAFF),
    # Appointed where a unit has no administrator or no supervisor: each one level down.
    (Signer.EXPERT_MADYA, _SUPERVISORS),
    (Signer.EXPERT_MUDA, _STAFF),
)
_MEDIUM: Final[type_rows] = (
    (Signer.APPOINTING, _UP_TO_HEADS | _ADMINISTRATORS),
    (Signer.AGENCY_HEAD, _SUPERVISORS),
    (Signer.ADMINISTRATOR, _STAFF),
)
_ALL_BY_THE_OFFICIAL: Final[type_rows] = ((Signer.APPOINTING, frozenset(PositionClass)),)

TABLE: Final[Mapping[SanctionLevel, type_rows]] = {
    SanctionLevel.LIGHT: _LIGHT,
    SanctionLevel.MEDIUM: _MEDIUM,
    SanctionLevel.HEAVY: _ALL_BY_THE_OFFICIAL,
    SanctionLevel.DISMISSAL: _ALL_BY_THE_OFFICIAL,
    SanctionLevel.CONTRACT_ENDED: _ALL_BY_THE_OFFICIAL,
}


def may_impose(level: SanctionLevel, position: PositionClass) -> tuple[Signer, ...]:
    """Return who may impose the level on one in that post, the usual official first.

    Nobody where the table says nothing: of functional posts it goes by a rank that is not recorded.
    """
    return tuple(signer for signer, posts in TABLE.get(level, ()) if position in posts)


def fits(level: SanctionLevel, position: PositionClass, signer: Signer) -> bool:
    """Say whether the table lets that official sign, or says nothing against it."""
    able = may_impose(level, position)
    return signer is Signer.OTHER or not able or signer in able
