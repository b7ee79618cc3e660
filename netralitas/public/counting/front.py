"""The four figures and the two ways that stand first: of cases, and apart of respondents."""

from typing import Final

from netralitas.public import words
from netralitas.public.counting.bars import width
from netralitas.public.pages import Flow, Headline, Share
from netralitas.publication.domain import Level
from netralitas.publication.policy.totals import Milestone, Totals
from netralitas.web.formats import number

_OF_CASES: Final = (
    ("Masuk", Milestone.CAME_IN),
    ("Diregistrasi", Milestone.REGISTERED),
    ("Diteruskan atau statusnya diumumkan", Milestone.SETTLED),
)
_OF_RESPONDENTS: Final = (
    ("Diteruskan", Milestone.FORWARDED),
    ("Direkomendasikan atau ditangani sendiri oleh instansi", Milestone.RECOMMENDED),
    ("Diputuskan instansi", Milestone.DECIDED),
    ("Hasil dilaporkan kembali", Milestone.REPORTED),
)


def headlines(totals: Totals) -> tuple[Headline, ...]:
    """Return the four figures of the front page; cases and respondents are never added up.

    What a plenary decided is not told before it is forwarded or announced.
    """
    imposed = sum(totals.imposed.values())
    none = totals.imposed.get(Level.NONE, 0)
    return (
        Headline(
            amount=totals.total(Milestone.CAME_IN),
            label="perkara masuk",
            sentence="Laporan, temuan, dan informasi yang dicatat sejak catatan dimulai.",
        ),
        Headline(
            amount=totals.total(Milestone.SETTLED),
            label="perkara selesai di Bawaslu",
            sentence="Diteruskan kepada instansi yang berwenang, atau statusnya diumumkan.",
        ),
        Headline(
            amount=totals.total(Milestone.FORWARDED),
            label="terlapor diteruskan",
            sentence="Kepada instansi yang berwenang; satu perkara dapat memuat beberapa orang.",
        ),
        Headline(
            amount=imposed - none,
            label="sanksi dijatuhkan",
            sentence=f"Oleh Pejabat Pembina Kepegawaian. Keputusan tanpa sanksi: {number(none)}.",
        ),
    )


def flows(totals: Totals) -> tuple[Flow, ...]:
    """Return the way of cases and, apart from it, the way of respondents."""
    return (
        Flow(
            code="perkara",
            title="Berapa perkara yang masuk, dan sampai di mana?",
            unit="perkara",
            steps=_steps(totals, _OF_CASES),
            note=words.FLOW_OF_CASES,
        ),
        Flow(
            code="terlapor",
            title="Apa yang terjadi dengan terlapor yang diteruskan?",
            unit="terlapor",
            steps=_steps(totals, _OF_RESPONDENTS),
            note=words.FLOW_OF_RESPONDENTS,
        ),
    )


def _steps(totals: Totals, steps: tuple[tuple[str, Milestone], ...]) -> tuple[Share, ...]:
    amounts = [(label, totals.total(milestone)) for label, milestone in steps]
    longest = max(amount for _, amount in amounts)
    return tuple(
        Share(label=label, amount=amount, width=width(amount, longest)) for label, amount in amounts
    )
