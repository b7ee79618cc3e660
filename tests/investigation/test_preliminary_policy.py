"""Which requirements a report has, and when a study of it is whole."""

from dataclasses import replace

import pytest

from netralitas.investigation.preliminary.domain import (
    CHECKED,
    Answer,
    Handled,
    Handler,
    Item,
    Judgement,
    Result,
    Study,
    Suspicion,
)
from netralitas.investigation.preliminary.policy import lacking, requirements, unmet
from netralitas.law.domain import Regime

EVERY = [(regime, each) for regime in Regime for each in requirements(regime)]
WHOLE = {
    "result": Result.COMPLETE,
    "suspicion": Suspicion.OTHER_LAW,
    "handler": Handler.HERE,
    "handled": Handled.NO,
    "conclusion": "Laporan memenuhi syarat.",
}


def study(regime: Regime, **changes: object) -> Study:
    """A whole study in which everything is met, less what is changed."""
    answers = {
        each.item: Answer(judgement=Judgement.MET, reason="Ada dalam laporan.")
        for each in requirements(regime)
    }
    return replace(Study(answers=answers), **{**WHOLE, **changes})  # type: ignore[arg-type]  # fields by name


def judged(base: Study, item: Item, judgement: Judgement | None, reason: str = "") -> Study:
    """The same study with one requirement judged otherwise."""
    return replace(base, answers={**base.answers, item: Answer(judgement=judgement, reason=reason)})


@pytest.mark.parametrize("regime", Regime)
def test_a_whole_study_lacks_nothing(regime: Regime) -> None:
    assert lacking(study(regime), regime) == ()


@pytest.mark.parametrize(("regime", "each"), EVERY)
def test_each_requirement_is_judged_before_the_study_is_finished(
    regime: Regime, each: object
) -> None:
    item = each.item  # type: ignore[attr-defined]  # a requirement
    open_still = judged(study(regime), item, None)
    assert [name for name, _ in lacking(open_still, regime)] == [item.value]


@pytest.mark.parametrize(("regime", "each"), EVERY)
def test_each_judgement_has_a_reason_but_of_who_reported_nothing_is_said(
    regime: Regime, each: object
) -> None:
    item = each.item  # type: ignore[attr-defined]  # a requirement
    silent = judged(study(regime), item, Judgement.MET)
    named = [name for name, _ in lacking(silent, regime)]
    assert named == ([] if item in CHECKED else [f"{item}_reason"])
    refused = judged(study(regime, result=Result.INCOMPLETE), item, Judgement.UNMET)
    assert f"{item}_reason" in [name for name, _ in lacking(refused, regime)]


@pytest.mark.parametrize(("regime", "each"), EVERY)
def test_a_report_that_lacks_anything_is_not_complete(regime: Regime, each: object) -> None:
    item = each.item  # type: ignore[attr-defined]  # a requirement
    found = judged(study(regime), item, Judgement.UNMET, "Belum ada.")
    assert unmet(found, regime) == (item,)
    assert [name for name, _ in lacking(found, regime)] == ["result"]
    assert lacking(replace(found, result=Result.INCOMPLETE), regime) == ()


@pytest.mark.parametrize("regime", Regime)
def test_an_incomplete_report_lacks_something_that_is_named(regime: Regime) -> None:
    said = lacking(study(regime, result=Result.INCOMPLETE), regime)
    assert [name for name, _ in said] == ["result"]


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_every_part_of_the_result_is_told(name: str) -> None:
    empty = study(Regime.PEMILU, **{name: "" if name == "conclusion" else None})
    assert [field for field, _ in lacking(empty, Regime.PEMILU)] == [name]


def test_what_is_handled_already_says_where() -> None:
    silent = study(Regime.PEMILU, handled=Handled.YES)
    assert [name for name, _ in lacking(silent, Regime.PEMILU)] == ["handled_where"]


def test_articles_are_those_of_the_regime_and_say_how_sure_they_are() -> None:
    said = {
        regime: {
            basis.code: basis.certainty for each in requirements(regime) for basis in each.basis
        }
        for regime in Regime
    }
    assert said[Regime.PEMILU] == {
        "UU 7/2017 Pasal 454(3)": "S",
        "UU 7/2017 Pasal 454(4)": "T",
        "UU 7/2017 Pasal 454(6)": "T",
        "Perbawaslu 7/2022 Pasal 15(3)": "S",
        "Perbawaslu 7/2022 Pasal 15(4)": "S",
    }
    assert said[Regime.PEMILIHAN] == {
        "UU 1/2015 Pasal 134(2)": "T",
        "UU 1/2015 Pasal 134(3)": "T",
        "UU 1/2015 Pasal 134(4)": "T",
    }
    assert set(said[Regime.OUTSIDE].values()) == {"M"}
