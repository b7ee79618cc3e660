"""What a code is told, in every language that there is, of every matter that there can be."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import product

import pytest

from netralitas.cases.domain import PositionClass, Source, Theme
from netralitas.investigation.words import public_status
from netralitas.language import ENGLISH, SOURCE
from netralitas.law.domain import Regime
from netralitas.publication.domain import Level, Outcome, Stage
from netralitas.publication.step_words import STEPS
from netralitas.publication.telling import (
    Happening,
    Matter,
    Opening,
    told_in,
    told_in_each_language,
    told_of,
    told_of_refused,
)
from netralitas.workflows import current

DAY = date(2024, 9, 2)
INDONESIAN = re.compile(
    r"\b(yang|dan|tidak|dengan|untuk|anda|pada|belum|sudah|atau|dari|ini|oleh|laporan|selesai)\b",
    re.IGNORECASE,
)
OUTCOME = Outcome(
    year=2024,
    regime=Regime.PEMILIHAN,
    source=Source.REPORT,
    theme=Theme.NEUTRALITY,
    position=PositionClass.STAFF,
    stage=Stage.CONCLUDED,
    level=Level.MEDIUM,
)
CONCLUDED = Matter(
    source=Source.REPORT,
    state="forwarded",
    handling=public_status("forwarded"),
    outcomes=(OUTCOME,),
    since=DAY,
    happenings=tuple(
        Happening(fact=fact, state=None, source=Source.REPORT, on=DAY) for fact in STEPS
    ),
    due=None,
    openings=(Opening(on=DAY, reason=None, witnesses_only=False),),
)


def matters() -> Iterator[Matter]:
    """A matter in every state of the handling, from every source, with every outcome."""
    for state, source in product(current("handling").states, Source):
        handling = public_status(state.code, "forwarded")
        happenings = tuple(replace(one, source=source) for one in CONCLUDED.happenings)
        matter = replace(CONCLUDED, source=source, state=state.code, handling=handling)
        yield replace(matter, outcomes=(), happenings=happenings, due=DAY)
    for stage, level in product(Stage, (None, *Level)):
        yield replace(CONCLUDED, outcomes=(replace(OUTCOME, stage=stage, level=level),))
    for on, reason, witnesses in product((None, DAY), (None, "Asked."), (True, False)):
        opening = Opening(on=on, reason=reason, witnesses_only=witnesses)
        yield replace(CONCLUDED, openings=(opening,), merged=witnesses)


def english(matter: Matter) -> str:
    told = told_in_each_language(partial(told_of, matter))[ENGLISH]
    steps = [one["sentence"] for one in (*told["steps"], *told["openings"])]
    said = " ".join([told["status"], told["sentence"], told["next"] or "", *steps])
    return re.sub(r"\([a-z ]+\)", "", said)  # the Indonesian term beside an English one


def test_nothing_that_is_told_in_english_is_indonesian() -> None:
    assert [found for matter in matters() for found in INDONESIAN.findall(english(matter))] == []


def test_both_languages_tell_the_same_days_and_as_many_steps() -> None:
    for matter in matters():
        told = told_in_each_language(partial(told_of, matter))
        other = told[ENGLISH]
        assert [one["on"] for one in told["steps"]] == [one["on"] for one in other["steps"]]
        assert (told["since"], told["next_by"]) == (other["since"], other["next_by"])
        assert bool(told["next"]) is bool(other["next"])


def test_what_a_concluded_matter_became_is_told_in_words() -> None:
    told = told_in_each_language(partial(told_of, CONCLUDED))
    assert told["status"] == "Selesai: hukuman disiplin sedang"
    assert told[ENGLISH]["status"] == "Concluded: medium disciplinary punishment"
    assert told[ENGLISH]["sentence"] == "The competent agency has concluded its follow-up."


def test_a_reason_stays_as_it_was_typed() -> None:
    refused = partial(told_of_refused, "Bawaslu Contoh", " Bukan {wewenang} kami. ", DAY, DAY)
    said = told_in_each_language(refused)[ENGLISH]["sentence"]
    assert said == (
        "Bawaslu Contoh did not accept this report, for this reason: “Bukan {wewenang} kami.”"
    )


@pytest.mark.parametrize(("asked", "spoken"), [(SOURCE, SOURCE), (ENGLISH, ENGLISH)])
def test_a_page_reads_what_is_told_in_its_language(asked: str, spoken: str) -> None:
    content = told_in_each_language(partial(told_of, CONCLUDED))
    assert told_in(asked, content)[0] == spoken


def test_what_was_told_before_there_was_english_is_read_in_indonesian() -> None:
    content = told_in_each_language(partial(told_of, CONCLUDED))
    content.pop(ENGLISH)
    spoken, told = told_in(ENGLISH, content)
    assert (spoken, told.status) == (SOURCE, "Selesai: hukuman disiplin sedang")
