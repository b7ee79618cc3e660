"""The committed rules are complete, sourced, and found by the day on which they were law."""

from dataclasses import replace
from datetime import date, time

import pytest

from netralitas.law.book import RuleBook, load, read_rules
from netralitas.law.domain import Certainty, Direction, Regime, Rule, Side, Unit
from netralitas.law.refusals import NotInForce, UnknownRule

BOOK = load()
RULES = [rule for code in BOOK.codes() for rule in BOOK.versions(code)]
T, S, WEAK, M = Certainty.T, Certainty.S, Certainty.WEAK_S, Certainty.M
WORKDAY, CALENDAR, HOURS, MONTH = Unit.WORKDAY, Unit.CALENDAR, Unit.HOURS, Unit.MONTH


def sample(**changes: object) -> dict[str, object]:
    """A whole entry of a data file, with changes."""
    return {
        "code": "uji.contoh",
        "version": 1,
        "label": "Contoh",
        "number": 7,
        "unit": "workday",
        "unit_certainty": "T",
        "direction": "not_later_than",
        "start": "known",
        "start_label": "diketahui",
        "start_certainty": "T",
        "article": "UU 1 Pasal 1",
        "source": "uji",
        "certainty": "T",
    } | changes


def one(**changes: object) -> Rule:
    return read_rules([sample(**changes)])[0]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_its_words_article_source_and_certainty(rule: Rule) -> None:
    words = (rule.label, rule.start_label, rule.article, rule.source)
    assert all(text == text.strip() and text for text in words)
    assert rule.code.split(".")[0] in {*Regime, "asn", "office"}
    assert rule.version >= 1
    assert rule.note == "" or rule.note.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_not_read_in_the_text_is_uncertain(rule: Rule) -> None:
    tags = {rule.certainty, rule.unit_certainty, rule.start_certainty}
    assert rule.uncertain is (tags != {T} or rule.analog)


def test_only_completing_a_pemilu_report_has_a_cut_off() -> None:
    assert {rule.code: rule.cutoff for rule in RULES if rule.cutoff} == {
        "pemilu.complete": time(16, 0)
    }


def test_no_rule_rolls_over_or_counts_its_first_day() -> None:
    assert not any(rule.roll_over or rule.inclusive for rule in RULES)


def test_outside_the_stages_there_is_a_route_and_no_clock() -> None:
    assert not any(code.startswith(Regime.OUTSIDE) for code in BOOK.codes())
    assert "otoritas ASN" in BOOK.regime(Regime.OUTSIDE).note
    assert {BOOK.regime(regime).regime for regime in Regime} == set(Regime)


def test_a_rule_is_not_found_before_it_was_law() -> None:
    assert BOOK.rule("asn.panggilan_1", date(2021, 8, 31)).version == 1
    with pytest.raises(NotInForce, match="tidak berlaku pada tanggal 30-08-2021"):
        BOOK.rule("asn.panggilan_1", date(2021, 8, 30))


def test_an_unknown_rule_is_named() -> None:
    with pytest.raises(UnknownRule, match=r"pemilu\.tidak_ada"):
        BOOK.rule("pemilu.tidak_ada", date(2024, 1, 1))


def test_the_version_of_the_day_is_found() -> None:
    old = one(valid_to=date(2023, 12, 31))
    new = one(version=2, number=5, valid_from=date(2024, 1, 1))
    book = RuleBook([new, old], BOOK.calendar())
    assert book.rule("uji.contoh", date(2023, 12, 31)).number == 7
    assert book.rule("uji.contoh", date(2024, 1, 1)).number == 5
    assert book.versions("uji.contoh") == (old, new)


@pytest.mark.parametrize("end", [None, date(2024, 1, 1)])
def test_overlapping_versions_are_refused(end: date | None) -> None:
    old = one(valid_to=end)
    new = one(version=2, valid_from=date(2024, 1, 1))
    with pytest.raises(ValueError, match="version 2 overlaps 1"):
        RuleBook([old, new], BOOK.calendar())


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"article": " "}, "article must not be empty"),
        ({"source": ""}, "source must not be empty"),
        ({"number": 0}, "must be 1 or more"),
        ({"number": None}, "must be 1 or more"),
        ({"unit": "fixed_date"}, "has no number"),
        ({"unit": "hours", "inclusive": True}, "include its first day"),
        ({"unit": "hours", "cutoff": time(16)}, "at their minute"),
        ({"direction": "exactly", "cutoff": time(16)}, "the whole day"),
        ({"unit": "calendar", "side": "before", "roll_over": True}, "counted forwards roll over"),
        ({"unit": "workday", "roll_over": True}, "counted forwards roll over"),
        ({"valid_from": date(2024, 2, 1), "valid_to": date(2024, 1, 1)}, "before it begins"),
        ({"unit": "weeks"}, "weeks"),
        ({"colour": "red"}, "unknown fields"),
    ],
)
def test_a_faulty_rule_is_refused(changes: dict[str, object], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        one(**changes)


def test_a_rule_without_a_field_is_refused_by_name() -> None:
    entry = sample()
    del entry["certainty"]
    with pytest.raises(ValueError, match=r"uji\.contoh.*certainty"):
        read_rules([entry])


def test_reading_a_rule_from_its_other_end_twice_gives_the_same_limit() -> None:
    limit = one()
    turned = limit.backwards(start="session_date", start_label="hari sidang")
    assert (turned.side, turned.direction) == (Side.BEFORE, Direction.NOT_EARLIER_THAN)
    assert turned.backwards(start=limit.start, start_label=limit.start_label) == limit


def test_the_book_is_read_once() -> None:
    assert load() is BOOK


def test_a_rule_that_borrows_an_article_is_uncertain() -> None:
    assert not one().uncertain
    assert replace(one(), analog=True).uncertain
