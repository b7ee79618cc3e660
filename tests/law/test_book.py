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
    assert rule.code.split(".")[0] in {*Regime, "asn"}
    assert rule.version >= 1
    assert rule.note == "" or rule.note.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_not_read_in_the_text_is_uncertain(rule: Rule) -> None:
    tags = {rule.certainty, rule.unit_certainty, rule.start_certainty}
    assert rule.uncertain is (tags != {T} or rule.analog)


# The tables of the domain, section 1.1 and 1.2, 2.1, 3.3: number, unit, start, certainty, article.
STATUTES = {
    "pemilu.report_window": (7, WORKDAY, "known", T, "UU 7/2017 Pasal 454 ayat (6)"),
    "pemilu.temuan_window": (7, WORKDAY, "found", T, "UU 7/2017 Pasal 454 ayat (5)"),
    "pemilu.handle_base": (7, WORKDAY, "registered", T, "UU 7/2017 Pasal 454 ayat (7)"),
    "pemilu.handle_max": (14, WORKDAY, "registered", T, "UU 7/2017 Pasal 454 ayat (8)"),
    "pemilu.tracing": (7, WORKDAY, "informasi_awal", S, "Perbawaslu 7/2022"),
    "pemilu.kajian_awal": (2, WORKDAY, "received", S, "Perbawaslu 7/2022 Pasal 15 ayat (1)"),
    "pemilu.notify": (1, WORKDAY, "kajian_awal_end", S, "Perbawaslu 7/2022 Pasal 24 ayat (1)"),
    "pemilu.complete": (2, WORKDAY, "notified", S, "Perbawaslu 7/2022 Pasal 24"),
    "pemilu.invite_before": (1, WORKDAY, "session_date", T, "Perbawaslu 7/2022 Pasal 29 ayat (2)"),
    "pemilihan.report_window": (7, CALENDAR, "known_or_found", T, "UU 1/2015 Pasal 134 ayat (4)"),
    "pemilihan.temuan_window": (7, CALENDAR, "found", T, "UU 1/2015 Pasal 134 ayat (4)"),
    "pemilihan.handle_base": (3, CALENDAR, "registered", T, "UU 1/2015 Pasal 134 ayat (5)"),
    "pemilihan.handle_max": (5, CALENDAR, "registered", T, "UU 1/2015 Pasal 134 ayat (6)"),
    "pemilihan.tracing": (7, CALENDAR, "informasi_awal", WEAK, "Perbawaslu 8/2020"),
    "pemilihan.kajian_awal": (2, CALENDAR, "received", M, "Perbawaslu 8/2020"),
    "pemilihan.notify": (1, CALENDAR, "kajian_awal_end", M, "Perbawaslu 8/2020"),
    "pemilihan.complete": (48, HOURS, "notified", S, "Perbawaslu 9/2024 jo. Perbawaslu 8/2020"),
    "asn.panggilan_1": (7, WORKDAY, "letter_date", S, "PP 94/2021 Pasal 26 ayat (2)"),
    "asn.panggilan_2": (7, WORKDAY, "missed_exam", S, "PP 94/2021 Pasal 26 ayat (3)"),
    "asn.sk_deliver": (14, WORKDAY, "sk_fixed", WEAK, "PP 94/2021 Pasal 37 ayat (3)"),
    "asn.sk_send_if_absent": (
        3,
        WORKDAY,
        "handover_missed",
        WEAK,
        "PerBKN 6/2022 Pasal 49 ayat (8)",
    ),
    "asn.sk_effective": (15, WORKDAY, "sk_received", WEAK, "PerBKN 6/2022 Pasal 50 ayat (1)"),
    "asn.keberatan": (14, WORKDAY, "sk_received", S, "PP 79/2021"),
    "asn.ppk_answer_keberatan": (21, WORKDAY, "keberatan_received", S, "PP 79/2021"),
    "asn.banding_bpasn": (14, WORKDAY, "sk_received", S, "PP 79/2021 Pasal 11 ayat (3)"),
    "asn.banding_response": (21, WORKDAY, "copy_received", S, "PP 79/2021 Pasal 13 ayat (2)"),
    "asn.banding_decision": (
        65,
        WORKDAY,
        "application_received",
        S,
        "PP 79/2021 Pasal 16 ayat (1)",
    ),
    "asn.ethics_summons": (5, WORKDAY, "session_date", T, "Permenkop 9/2022 Pasal 20"),
    "asn.ethics_summons_2": (5, WORKDAY, "first_summons", T, "Permenkop 9/2022 Pasal 20"),
    "asn.sbt_verify": (7, CALENDAR, "authority_received", S, "Alur SBT BKN"),
    "asn.sbt_validate": (3, WORKDAY, "sbt_verified", S, "Alur SBT BKN"),
    "asn.ppk_exam_report": (14, WORKDAY, "bkn_rec_received", S, "Surat BKN"),
    "asn.ppk_final_report": (2, MONTH, "bkn_rec_received", S, "Surat BKN"),
    "asn.ppk_followup": (14, WORKDAY, "bkn_rec_received", M, "Nilai bawaan"),
    "asn.ppk_fixed_date": (None, Unit.FIXED_DATE, "letter_deadline", S, "Surat BKN"),
}


def test_the_table_names_every_rule() -> None:
    assert set(BOOK.codes()) == set(STATUTES)


@pytest.mark.parametrize("code", STATUTES)
def test_the_rule_says_what_its_article_says(code: str) -> None:
    number, unit, start, certainty, article = STATUTES[code]
    rule = BOOK.versions(code)[-1]
    assert (rule.number, rule.unit, rule.start, rule.certainty) == (number, unit, start, certainty)
    assert rule.article.removesuffix(" (pasal belum dibaca)").startswith(article)


def test_the_unit_is_certain_only_where_the_statute_writes_working_days() -> None:
    """UU 7/2017 Ps 454 writes "hari kerja" in (6) and (8), "hari" in (5) and (7)."""
    certain = {rule.code for rule in RULES if rule.unit_certainty is T and not rule.analog}
    assert certain == {"pemilu.report_window", "pemilu.handle_max"}


@pytest.mark.parametrize("code", ["pemilihan.handle_base", "pemilihan.handle_max"])
def test_pilkada_handling_keeps_the_start_of_statute_and_of_practice(code: str) -> None:
    """UU 1/2015 Ps 134(5)-(6) count from receipt; offices count from registration."""
    rule = BOOK.rule(code, date(2024, 11, 11))
    assert (rule.start, rule.start_certainty) == ("registered", S)
    assert [(start.fact, start.certainty) for start in rule.alternative_starts] == [("received", T)]


def test_the_second_summons_keeps_its_variant() -> None:
    rule = BOOK.rule("asn.panggilan_2", date(2024, 1, 1))
    assert [start.fact for start in rule.alternative_starts] == ["first_summons"]


def test_summons_rules_run_in_opposite_directions() -> None:
    """Ethics gives a minimum notice before the session, discipline a gap after the letter."""
    ethics = BOOK.rule("asn.ethics_summons", date(2024, 1, 1))
    discipline = BOOK.rule("asn.panggilan_1", date(2024, 1, 1))
    assert (ethics.side, ethics.direction) == (Side.BEFORE, Direction.NOT_LATER_THAN)
    assert (discipline.side, discipline.direction) == (Side.AFTER, Direction.EXACTLY)


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
