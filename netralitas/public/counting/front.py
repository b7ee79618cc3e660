"""The four figures and the two ways that stand first: of cases, and apart of respondents."""

from collections.abc import Callable
from typing import Final

from netralitas.language import ngettext, phrase, say
from netralitas.public import words
from netralitas.public.counting import words as counted
from netralitas.public.counting.bars import width
from netralitas.public.pages import Flow, Headline, Share
from netralitas.publication.domain import Level
from netralitas.publication.policy.totals import Milestone, Totals
from netralitas.web.formats import number

_MANY: Final = 2
_OF_CASES: Final = (
    (phrase("Masuk"), Milestone.CAME_IN),
    (phrase("Diregistrasi"), Milestone.REGISTERED),
    (phrase("Diteruskan atau statusnya diumumkan"), Milestone.SETTLED),
)
_OF_RESPONDENTS: Final = (
    (phrase("Diteruskan"), Milestone.FORWARDED),
    (phrase("Direkomendasikan atau ditangani sendiri oleh instansi"), Milestone.RECOMMENDED),
    (phrase("Diputuskan instansi"), Milestone.DECIDED),
    (phrase("Hasil dilaporkan kembali"), Milestone.REPORTED),
)


def headlines(totals: Totals) -> tuple[Headline, ...]:
    """Return the four figures of the front page; cases and respondents are never added up.

    What a plenary decided is not told before it is forwarded or announced.
    """
    none = totals.imposed.get(Level.NONE, 0)
    came, settled, forwarded = map(
        totals.total, (Milestone.CAME_IN, Milestone.SETTLED, Milestone.FORWARDED)
    )
    imposed = sum(totals.imposed.values()) - none
    return (
        Headline(
            amount=came,
            label=ngettext("perkara masuk", "perkara masuk", came),
            sentence=say("Laporan, temuan, dan informasi yang dicatat sejak catatan dimulai."),
        ),
        Headline(
            amount=settled,
            label=ngettext("perkara selesai di Bawaslu", "perkara selesai di Bawaslu", settled),
            sentence=say("Diteruskan kepada instansi yang berwenang, atau statusnya diumumkan."),
        ),
        Headline(
            amount=forwarded,
            label=ngettext("terlapor diteruskan", "terlapor diteruskan", forwarded),
            sentence=say(
                "Kepada instansi yang berwenang; satu perkara dapat memuat beberapa orang."
            ),
        ),
        Headline(
            amount=imposed,
            label=ngettext("sanksi dijatuhkan", "sanksi dijatuhkan", imposed),
            sentence=say(
                "Oleh Pejabat Pembina Kepegawaian. Keputusan tanpa sanksi: {amount}.",
                amount=number(none),
            ),
        ),
    )


def flows(totals: Totals) -> tuple[Flow, ...]:
    """Return the way of cases and, apart from it, the way of respondents."""
    return (
        Flow(
            code="perkara",
            title=say("Berapa perkara yang masuk, dan sampai di mana?"),
            unit=counted.cases(_MANY),
            steps=_steps(totals, _OF_CASES, counted.cases),
            note=words.FLOW_OF_CASES,
        ),
        Flow(
            code="terlapor",
            title=say("Apa yang terjadi dengan terlapor yang diteruskan?"),
            unit=counted.respondents(_MANY),
            steps=_steps(totals, _OF_RESPONDENTS, counted.respondents),
            note=words.FLOW_OF_RESPONDENTS,
        ),
    )


def _steps(
    totals: Totals, steps: tuple[tuple[str, Milestone], ...], unit: Callable[[int], str]
) -> tuple[Share, ...]:
    amounts = [(label, totals.total(milestone)) for label, milestone in steps]
    longest = max(amount for _, amount in amounts)
    return tuple(
        Share(label=str(label), amount=amount, unit=unit(amount), width=width(amount, longest))
        for label, amount in amounts
    )
