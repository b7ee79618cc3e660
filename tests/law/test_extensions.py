"""What is put on the number of a rule in one case, and which rules may be given more at all."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from netralitas.law import words
from netralitas.law.book import load, read_rules
from netralitas.law.deadline import due
from netralitas.law.domain import Rule, Side, Unit, Zone
from netralitas.law.explanation import explain
from tests.law.slow_counter import rule

RULE = rule(7, Unit.WORKDAY)
CALENDAR = load().calendar()
MONDAY = date(2024, 9, 2)


def test_a_lengthened_rule_counts_further_from_the_same_start() -> None:
    longer = RULE.lengthened(7)
    fourteen = replace(RULE, number=14)
    assert due(longer, MONDAY, CALENDAR, Zone.WIB) == due(fourteen, MONDAY, CALENDAR, Zone.WIB)


def test_what_is_added_twice_is_added_up() -> None:
    assert RULE.lengthened(2).lengthened(3) == RULE.lengthened(5)


def test_an_amount_says_what_the_law_gives_and_what_was_added() -> None:
    assert words.amount(RULE.lengthened(7)) == "7 hari kerja + tambahan 7 hari kerja"
    assert words.amount(RULE) == "7 hari kerja"


def test_the_explanation_of_a_lengthened_rule_counts_what_it_says() -> None:
    told = explain(RULE.lengthened(7), MONDAY, CALENDAR, Zone.WIB)
    assert len(told.counted) == 14
    assert "7 hari kerja + tambahan 7 hari kerja" in told.in_words()[0]


@pytest.mark.parametrize(
    "fixed",
    [
        replace(RULE, number=None, unit=Unit.FIXED_DATE),
        replace(RULE, side=Side.BEFORE),
    ],
)
def test_a_rule_without_a_count_forwards_cannot_be_lengthened(fixed: Rule) -> None:
    with pytest.raises(ValueError, match="nothing can be added"):
        fixed.lengthened(1)
    assert fixed.lengthened(0) is fixed


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"extendable": True, "number": None, "unit": Unit.FIXED_DATE}, "counted forwards"),
        ({"extendable": True, "extended_as": "pemilu.handle_max"}, "nothing else"),
        ({"maximum": 6}, "maximum"),
        ({"added": -1}, "part of the number"),
        ({"added": 7}, "part of the number"),
    ],
)
def test_a_rule_that_contradicts_itself_is_refused(changes: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        replace(RULE, **changes)


def test_no_data_says_what_was_added_in_a_case() -> None:
    with pytest.raises(ValueError, match="unknown fields"):
        read_rules([{"code": "pemilu.notify", "added": 3}])


@pytest.mark.parametrize(("regime", "base", "most"), [("pemilu", 7, 14), ("pemilihan", 3, 5)])
def test_the_law_itself_extends_the_handling_to_its_maximum(
    regime: str, base: int, most: int
) -> None:
    """UU 7/2017 Pasal 454 ayat (7) and (8); UU 1/2015 Pasal 134 ayat (5) and (6)."""
    found = load().rule(f"{regime}.handle_base", MONDAY)
    longer = load().rule(found.extended_as, MONDAY)
    assert (found.number, found.maximum, longer.number) == (base, most, most)
    assert longer.start == found.start
    assert not found.extendable
    assert not longer.extendable


def test_only_limits_for_which_no_article_was_found_may_be_extended_by_a_letter() -> None:
    versions = [rule for code in load().codes() for rule in load().versions(code)]
    extendable = [rule for rule in versions if rule.extendable]
    assert {rule.code for rule in extendable} == {
        *("asn.sbt_verify", "asn.sbt_validate"),
        *("asn.ppk_exam_report", "asn.ppk_final_report", "asn.ppk_followup"),
    }
    assert all("tidak ada pasal yang ditemukan" in rule.article for rule in extendable)
