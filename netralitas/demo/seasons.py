"""The shape of the demo's years: how many cases in which election, and how they ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.cases.domain import SanctionLevel, Source
from netralitas.law.domain import Regime


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """The cases of an election, or outside the stages; `late` of them were written down in 2022."""

    election: str | None
    regime: Regime
    first: date
    last: date
    cases: int
    late: int = 0


SEASONS: Final = (
    Season(
        election="tl-pemilu-2019",
        regime=Regime.PEMILU,
        first=date(2019, 1, 7),
        last=date(2019, 4, 5),
        cases=6,
        late=2,
    ),
    Season(
        election="tl-pemilihan-2020",
        regime=Regime.PEMILIHAN,
        first=date(2020, 2, 3),
        last=date(2020, 11, 30),
        cases=22,
        late=5,
    ),
    Season(
        election="tl-pemilu-2024",
        regime=Regime.PEMILU,
        first=date(2023, 8, 7),
        last=date(2024, 2, 9),
        cases=17,
    ),
    Season(
        election="tl-pemilihan-2024",
        regime=Regime.PEMILIHAN,
        first=date(2024, 8, 28),
        last=date(2024, 12, 6),
        cases=24,
    ),
    Season(
        election=None,
        regime=Regime.OUTSIDE,
        first=date(2025, 3, 3),
        last=date(2025, 10, 24),
        cases=3,
    ),
)
"""Those of the election that is under way stand in `open_deck`."""

SOURCES: Final[Mapping[Source, int]] = {
    Source.FINDING: 75,
    Source.REPORT: 20,
    Source.INFORMATION: 5,
}
REPORTS: Final[Mapping[str, int]] = {
    "report": 49,
    "completed": 6,
    "refused": 22,
    "never_completed": 10,
    "refused_in_plenary": 5,
    "withdrawn": 5,
    "transferred": 3,
}
"""About half of the reports are registered."""
FINDINGS: Final[Mapping[str, int]] = {"finding": 95, "finding_stopped": 5}
INFORMATION: Final[Mapping[str, int]] = {"information": 60, "tracing_stopped": 40}
WAYS: Final[Mapping[Source, Mapping[str, int]]] = {
    Source.REPORT: REPORTS,
    Source.FINDING: FINDINGS,
    Source.INFORMATION: INFORMATION,
}
DECISIONS: Final[Mapping[str, int]] = {
    "other_law": 72,
    "not_violation": 22,
    "administrative": 2,
    "organiser_ethics": 2,
    "criminal": 2,
}
RESPONDENTS: Final[Mapping[int, int]] = {1: 68, 2: 22, 3: 10}
REFERRALS: Final[Mapping[str, int]] = {
    "recommended": 84,
    "not_proven": 6,
    "rejected": 5,
    "gone": 2,
    "moved": 1,
    "cancelled": 2,
}
OLD_LEVELS: Final[Mapping[SanctionLevel, int]] = {
    SanctionLevel.MEDIUM: 55,
    SanctionLevel.MORAL_OPEN: 33,
    SanctionLevel.MORAL_CLOSED: 9,
    SanctionLevel.LIGHT: 2,
    SanctionLevel.HEAVY: 1,
}
"""What was recommended before the rules of 2021 and 2022 (domain.md 5.1)."""
LEVELS: Final[Mapping[SanctionLevel, int]] = {
    SanctionLevel.HEAVY: 52,
    SanctionLevel.MORAL_OPEN: 22,
    SanctionLevel.MORAL_CLOSED: 8,
    SanctionLevel.MEDIUM: 14,
    SanctionLevel.DISMISSAL: 4,
}
DISCIPLINED: Final[Mapping[str, int]] = {
    "discipline": 66,
    "not_proven": 8,
    "discipline_absent": 5,
    "objection_upheld": 5,
    "objection_lightened": 4,
    "objection_withdrawn": 3,
    "appeal_upheld": 2,
    "gone": 3,
    "moved": 2,
    "passed_on": 1,
}
"""How the disciplinary route went."""
KINDS: Final[Mapping[SanctionLevel, tuple[str, ...]]] = {
    SanctionLevel.MORAL_CLOSED: ("moral_closed",),
    SanctionLevel.MORAL_OPEN: ("moral_open",),
    SanctionLevel.LIGHT: ("written_warning", "written_dissatisfaction"),
    SanctionLevel.MEDIUM: ("promotion_delayed", "increment_delayed", "grade_lowered"),
    SanctionLevel.HEAVY: ("post_lowered", "post_removed", "post_lowered", "promotion_delayed"),
    SanctionLevel.DISMISSAL: ("dishonourable_dismissal",),
}
"""What was imposed where this was recommended: one in four heavy ones came out lighter."""
