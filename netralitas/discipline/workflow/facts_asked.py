"""The facts of version 2 of `discipline`: what the superior did, how a person stands, advice."""

from dataclasses import replace
from typing import Final

from netralitas.discipline.workflow import bases
from netralitas.discipline.workflow.facts import FACTS
from netralitas.discipline.workflow.states import OPEN
from netralitas.workflow.domain import Ask, FactDeclaration
from netralitas.workflow.posts import APPOINTING, FOLLOW_UP, INVESTIGATOR

_OFFICE: Final = (FOLLOW_UP,)
_DECIDERS: Final = (FOLLOW_UP, APPOINTING)
_EVERYBODY: Final = (FOLLOW_UP, INVESTIGATOR)

_ADDED: Final = (
    FactDeclaration(
        code="person_checked",
        label="Pemeriksaan status kepegawaian",
        done="Status kepegawaian terlapor diperiksa.",
        by=_EVERYBODY,
        basis=bases.PRACTICE,
        asks=(Ask.PERSON_STANDING,),
        when=OPEN,
    ),
    FactDeclaration(
        code="superior_acted",
        label="Atasan langsung memanggil terlapor",
        done="Atasan langsung memanggil terlapor.",
        by=_OFFICE,
        basis=bases.SUPERIOR,
        when=OPEN,
    ),
    FactDeclaration(
        code="superior_negligent",
        label="Atasan langsung tidak memanggil, memeriksa, atau melapor",
        done="Dicatat bahwa atasan langsung tidak memanggil, memeriksa, atau melapor.",
        by=_OFFICE,
        basis=bases.NEGLIGENT_SUPERIOR,
        asks=(Ask.REASON,),
    ),
    FactDeclaration(
        code="official_negligent",
        label="Pejabat yang berwenang tidak menjatuhkan hukuman",
        done="Dicatat bahwa pejabat yang berwenang tidak menjatuhkan hukuman.",
        by=_EVERYBODY,
        basis=bases.NEGLIGENT_OFFICIAL,
        asks=(Ask.REASON,),
    ),
    FactDeclaration(
        code="executor_named",
        label="Pejabat lain melaksanakan karena pejabat yang berwenang terkait perkara",
        done="Pejabat lain melaksanakan tindak lanjut.",
        by=(FOLLOW_UP, APPOINTING, INVESTIGATOR),
        basis=bases.EXECUTOR,
        asks=(Ask.EXECUTOR, Ask.REASON),
        when=OPEN,
    ),
    FactDeclaration(
        code="consideration_asked",
        label="Permintaan pertimbangan teknis",
        done="Pertimbangan teknis diminta.",
        by=_DECIDERS,
        basis=bases.PRACTICE,
        asks=(Ask.LETTER_OUT,),
        when=OPEN,
    ),
    FactDeclaration(
        code="consideration_received",
        label="Pertimbangan teknis diterima",
        done="Pertimbangan teknis diterima.",
        by=_DECIDERS,
        basis=bases.PRACTICE,
        asks=(Ask.LETTER_IN,),
        when=OPEN,
    ),
)


def _asking(fact: FactDeclaration) -> FactDeclaration:
    return replace(fact, requires=("term_over",)) if fact.code == "term_served" else fact


FACTS_V2: Final = (*_ADDED, *(_asking(fact) for fact in FACTS))
"""What is checked and weighed first, then the facts of version 1, of which one asks for its day."""
