"""Figures of the log as the public pages show them: the same figures, with words and bars."""

from collections.abc import Iterable
from typing import Final

from netralitas.evaluation.domain import Figures, Indicator
from netralitas.evaluation.words import DEFINITIONS, REGISTERS, Definition
from netralitas.public import words
from netralitas.public.pages import Account, FigureShown, FiguresPage, Flow, Headline, Share
from netralitas.web.formats import number

_NOTHING: Final = "none"


def figures_page(figures: Figures) -> FiguresPage:
    """Return every indicator of the definition with its parts, and the registers."""
    shown = (_shown(figures.indicator(code), said) for code, said in DEFINITIONS.items())
    return FiguresPage(
        definition=figures.definition,
        figures=tuple(shown),
        accounts=tuple(_account(figures, code) for code in REGISTERS),
    )


def headlines(figures: Figures) -> tuple[Headline, ...]:
    """Return the four figures of the front page; cases and respondents are never added up."""
    decided, imposed = figures.indicator("decided"), figures.indicator("imposed")
    return (
        Headline(
            amount=figures.indicator("cases_in").total,
            label="perkara masuk",
            sentence="Laporan, temuan, dan informasi yang dicatat sejak catatan dimulai.",
        ),
        Headline(
            amount=decided.part("other_law"),
            label="keputusan pelanggaran netralitas",
            sentence=f"Dari {number(decided.total)} keputusan rapat pleno Bawaslu.",
        ),
        Headline(
            amount=figures.indicator("forwarded").total,
            label="terlapor diteruskan",
            sentence="Kepada instansi yang berwenang; satu perkara dapat memuat beberapa orang.",
        ),
        Headline(
            amount=_without_nothing(imposed),
            label="sanksi dijatuhkan",
            sentence=(
                "Oleh Pejabat Pembina Kepegawaian. Keputusan tanpa sanksi:"
                f" {number(imposed.part(_NOTHING))}."
            ),
        ),
    )


def flows(figures: Figures) -> tuple[Flow, ...]:
    """Return the way of cases and, apart from it, the way of respondents."""
    decided = figures.indicator("decided")
    recommended, imposed = figures.indicator("recommended"), figures.indicator("imposed")
    return (
        Flow(
            code="perkara",
            title="Berapa perkara yang masuk, dan sampai di mana?",
            unit="perkara",
            steps=_steps(
                ("Masuk", figures.indicator("cases_in").total),
                ("Diregistrasi", figures.indicator("registered").total),
                ("Diputuskan rapat pleno", decided.total),
                ("Diputuskan sebagai pelanggaran netralitas", decided.part("other_law")),
            ),
            note=words.FLOW_OF_CASES,
        ),
        Flow(
            code="terlapor",
            title="Apa yang terjadi dengan terlapor yang diteruskan?",
            unit="terlapor",
            steps=_steps(
                ("Diteruskan", figures.indicator("forwarded").total),
                ("Direkomendasikan diberi sanksi", _without_nothing(recommended)),
                ("Dijatuhi sanksi", _without_nothing(imposed)),
                ("Hasil dilaporkan kembali", figures.indicator("reported_back").total),
            ),
            note=words.FLOW_OF_RESPONDENTS,
        ),
    )


def _without_nothing(levels: Indicator) -> int:
    return levels.total - levels.part(_NOTHING)


def _steps(*steps: tuple[str, int]) -> tuple[Share, ...]:
    longest = max(amount for _, amount in steps)
    return tuple(
        Share(label=label, amount=amount, width=_width(amount, longest)) for label, amount in steps
    )


def _shown(indicator: Indicator, said: Definition) -> FigureShown:
    named = [(said.parts.get(part.code, part.code), part.amount) for part in indicator.parts]
    return FigureShown(
        code=said.code,
        title=said.title,
        unit=said.unit,
        definition=said.sentence,
        total=indicator.total,
        sentence=words.seen(indicator.total, named),
        parts=_shares(named, indicator.total),
    )


def _shares(named: Iterable[tuple[str, int]], total: int) -> tuple[Share, ...]:
    return tuple(
        Share(label=label, amount=amount, width=_width(amount, total)) for label, amount in named
    )


def _width(amount: int, whole: int) -> str:
    return f"{100 * max(amount, 0) / whole:.1f}%" if whole > 0 else "0.0%"


def _account(figures: Figures, code: str) -> Account:
    register, said = figures.register(code), REGISTERS[code]
    return Account(
        title=said.title,
        entered=register.entered,
        entered_words=said.entered,
        left=register.left,
        left_words=said.left,
        open=register.open,
        open_words=said.closing,
    )
