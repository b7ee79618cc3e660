"""The rows of a dossier beside its events: the case, its numbers, words, respondents, release."""

from datetime import date, datetime, timedelta
from random import Random
from typing import Final

import msgspec

from bench.cases import Case, Proceeding, Rows
from bench.offices import ZONE
from netralitas.cases.domain import KeyKind, Source, Theme
from netralitas.cases.likeness.keys import link_key, name_keys
from netralitas.cases.register import KINDS
from netralitas.law.domain import Regime
from netralitas.publication.domain import Group, Level, ProtectedOutcome, Stage

COMMON_WORD: Final = "kampanye"
RARE_WORD: Final = "videotron"
"""What the search is asked for: most cases speak of the one, one case in five thousand of both."""

_RARE_ONE_IN: Final = 5_000
_WORDS: Final = (
    *("camat", "lurah", "guru", COMMON_WORD, "unggahan", "foto", "baliho", "rapat", "dukungan"),
    *("bakal", "calon", "hadir", "seragam", "siaran", "komentar", "ajakan", "tim", "posko"),
)
_COMMON: Final = "Muhammad"
_SYLLABLES: Final = tuple(
    f"{consonant}{vowel}"
    for consonant in ("b", "d", "g", "k", "l", "m", "n", "r", "s", "t")
    for vowel in "aiuo"
)
_POST_ONE_IN: Final = 7
_NUMBERS: Final = {"receipt": "", "register": "Reg/"}
_SHOWN: Final = 10  # people in the smallest group that a release may show
_GROUPS: Final = (Group.STAFF, Group.FUNCTIONAL, Group.STRUCTURAL, Group.ASN)
_LEVELS: Final = (Level.MORAL, Level.LIGHT, Level.MEDIUM, Level.HEAVY, Level.NOT_PROVEN)


def write(rows: Rows, case: Case, chance: Random) -> None:
    """Add the rows of the dossier as it stands at the end of the story."""
    subject, description = _words(case, chance)
    begun, office = case.begun, case.office
    received = datetime.combine(begun, case.head.now.timetz())
    what = (case.source, "desk", case.regime, "neutrality", office.region)
    act = (begun - timedelta(days=2), "day", begun - timedelta(days=1), received, ZONE)
    own = (case.id, office.id, office.investigator)
    rows.add("case_file", *own, *what, subject, description, *act, case.readers)
    rows.add("case_text", case.id, office.readers, f"{subject} {description} {office.name}")
    write_number(rows, case, "receipt", begun)
    for ordinal, respondent in enumerate(case.respondents, start=1):
        name, unit = name_of(respondent), f"Dinas {respondent % 40}"
        person = (name, "pns", "staff", "Staf", unit, office.name)
        rows.add("respondent", respondent, case.id, ordinal, *person, case.readers)
        for key in name_keys(name):
            rows.add("case_key", case.id, respondent, KeyKind.NAME, key, office.readers)
    if case.id % _POST_ONE_IN == 0:
        rows.add(
            "case_key", case.id, None, KeyKind.LINK, link_key(post_of(case.id)), office.readers
        )
    for told in case.proceedings:
        if told.workflow == "publication":
            _release(rows, case, told, chance)


def name_of(respondent: int) -> str:
    """Return the invented name of a respondent: one word in ten is that of very many."""
    place = respondent * 7919
    first = _COMMON if respondent % 10 == 0 else _SYLLABLES[place % 40] + _SYLLABLES[place % 37]
    last = _SYLLABLES[place // 40 % 40] + _SYLLABLES[place // 1600 % 40] + "wan"
    return f"{first} {last}".title()


def post_of(case: int) -> str:
    """Return the address of a post that a case is about."""
    return f"https://www.example.org/halaman/posts/{case}"


def write_number(rows: Rows, case: Case, kind: str, on: date) -> None:
    """Add a number of the case, which those read who read the case by then."""
    part = KINDS[Source(case.source)] + "/" if kind == "receipt" else _NUMBERS[kind]
    printed = f"{case.id}/{part}{case.office.region}/{on.year}"
    rows.add("case_number", case.id, case.office.id, kind, printed, on, case.readers)


def _words(case: Case, chance: Random) -> tuple[str, str]:
    subject = f"Perkara {case.id}: " + " ".join(chance.choices(_WORDS, k=5))
    description = " ".join(chance.choices(_WORDS, k=30))
    if case.id % _RARE_ONE_IN == 1:
        description += f" {RARE_WORD}"
    return subject, description


def _release(rows: Rows, case: Case, told: Proceeding, chance: Random) -> None:
    """Add a published release about every respondent of the case."""
    outcomes = [
        ProtectedOutcome(
            year=case.begun.year,
            regime=Regime(case.regime),
            source=Source(case.source),
            theme=Theme.NEUTRALITY,
            group=chance.choice(_GROUPS),
            stage=Stage.CONCLUDED,
            level=chance.choice(_LEVELS),
            months=chance.randrange(1, 8),
        )
        for _ in case.respondents
    ]
    attributes = {"threshold": _SHOWN, "outcomes": msgspec.to_builtins(outcomes)}
    parties = (case.office.id, case.office.government.id)
    rows.add(
        "release",
        *(case.id, told.id, *parties, 1, case.respondents),
        *(msgspec.json.encode(attributes).decode(), told.since, told.readers),
    )
