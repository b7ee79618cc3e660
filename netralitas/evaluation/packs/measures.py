"""What the paper says of figures beside the figures themselves: the way of a case, sanctions."""

from typing import Final

from netralitas.evaluation.domain import Figures
from netralitas.evaluation.packs.pages import LevelLine, Stage
from netralitas.evaluation.words.parts import LEVELS

_WAY: Final = (
    ("cases_in", None, "Masuk", "perkara"),
    ("registered", None, "Diregistrasi", "perkara"),
    ("decided", "other_law", "Diputuskan pelanggaran hukum lain", "keputusan"),
    ("forwarded", None, "Diteruskan", "terlapor"),
    ("recommended", None, "Direkomendasikan", "rekomendasi"),
    ("imposed", None, "Sanksi dijatuhkan", "keputusan"),
    ("reported_back", None, "Hasil dilaporkan kembali", "tindak lanjut"),
)


def stages(figures: Figures) -> tuple[Stage, ...]:
    """Return the way from a report to its result; units differ, so no share is computed."""
    return tuple(
        Stage(title=title, unit=unit, amount=_amount(figures, code, part))
        for code, part, title, unit in _WAY
    )


def levels(figures: Figures) -> tuple[LevelLine, ...]:
    """Return the levels of sanction that were recommended or imposed at all, the lightest first."""
    recommended, imposed = figures.indicator("recommended"), figures.indicator("imposed")
    lines = (
        LevelLine(level=level, recommended=recommended.part(code), imposed=imposed.part(code))
        for code, level in LEVELS.items()
    )
    return tuple(line for line in lines if line.recommended or line.imposed)


def _amount(figures: Figures, code: str, part: str | None) -> int:
    indicator = figures.indicator(code)
    return indicator.total if part is None else indicator.part(part)
