"""The committed rules against the statutory tables of the domain, each article typed by hand.

A rule reads "number unit side start | direction | certainty of number/unit/start"; its article is
part of the name of its test.
"""

from datetime import date

import pytest

from netralitas.law import words
from netralitas.law.book import load
from netralitas.law.domain import Certainty, Direction, Rule, Side

BOOK = load()
RULES = [rule for code in BOOK.codes() for rule in BOOK.versions(code)]
S, T = Certainty.S, Certainty.T
ANY_DAY = date(2026, 11, 1)

# Domain 1.1: UU 7/2017.
PEMILU_STATUTE = {
    "pemilu.temuan_window": (
        "UU 7/2017 Pasal 454 ayat (5)",
        "7 workday after found | not_later_than | T/M/T",
    ),
    "pemilu.report_window": (
        "UU 7/2017 Pasal 454 ayat (6)",
        "7 workday after known | not_later_than | T/T/T",
    ),
    "pemilu.handle_base": (
        "UU 7/2017 Pasal 454 ayat (7)",
        "7 workday after registered | not_later_than | T/M/T",
    ),
    "pemilu.handle_max": (
        "UU 7/2017 Pasal 454 ayat (8)",
        "14 workday after registered | not_later_than | T/T/T",
    ),
}
# Domain 1.2: Perbawaslu 7/2022.
PEMILU_REGULATION = {
    "pemilu.tracing": (
        "Perbawaslu 7/2022",
        "7 workday after informasi_awal | not_later_than | S/M/S",
    ),
    "pemilu.kajian_awal": (
        "Perbawaslu 7/2022 Pasal 15 ayat (1)",
        "2 workday after received | not_later_than | S/S/S",
    ),
    "pemilu.notify": (
        "Perbawaslu 7/2022 Pasal 24 ayat (1)",
        "1 workday after kajian_awal_end | not_later_than | S/M/S",
    ),
    "pemilu.complete": (
        "Perbawaslu 7/2022 Pasal 24",
        "2 workday after notified | not_later_than | S/M/S",
    ),
    "pemilu.invite_before": (
        "Perbawaslu 7/2022 Pasal 29 ayat (2)",
        "1 workday before session_date | not_later_than | T/M/T",
    ),
}
# Domain 2 and 2.1: UU 1/2015, Perbawaslu 8/2020 and 9/2024.
PEMILIHAN = {
    "pemilihan.report_window": (
        "UU 1/2015 Pasal 134 ayat (4)",
        "7 calendar after known_or_found | not_later_than | T/M/T",
    ),
    "pemilihan.temuan_window": (
        "UU 1/2015 Pasal 134 ayat (4)",
        "7 calendar after found | not_later_than | T/M/T",
    ),
    "pemilihan.handle_base": (
        "UU 1/2015 Pasal 134 ayat (5)",
        "3 calendar after registered | not_later_than | T/S/S",
    ),
    "pemilihan.handle_max": (
        "UU 1/2015 Pasal 134 ayat (6)",
        "5 calendar after registered | not_later_than | T/S/S",
    ),
    "pemilihan.tracing": (
        "Perbawaslu 8/2020",
        "7 calendar after informasi_awal | not_later_than | weak S/M/weak S",
    ),
    "pemilihan.kajian_awal": (
        "Perbawaslu 8/2020",
        "2 calendar after received | not_later_than | M/M/M",
    ),
    "pemilihan.notify": (
        "Perbawaslu 8/2020",
        "1 calendar after kajian_awal_end | not_later_than | M/M/M",
    ),
    "pemilihan.complete": (
        "Perbawaslu 9/2024 jo. Perbawaslu 8/2020",
        "48 hours after notified | not_later_than | S/S/S",
    ),
}
# Domain 3.3: PP 94/2021, PerBKN 6/2022 and, for remedies, PP 79/2021.
DISCIPLINE = {
    "asn.panggilan_1": (
        "PP 94/2021 Pasal 26 ayat (2)",
        "7 workday after letter_date | exactly | S/S/S",
    ),
    "asn.panggilan_2": (
        "PP 94/2021 Pasal 26 ayat (3)",
        "7 workday after missed_exam | not_later_than | S/S/weak S",
    ),
    "asn.sk_deliver": (
        "PP 94/2021 Pasal 37 ayat (3)",
        "14 workday after sk_fixed | not_later_than | weak S/weak S/weak S",
    ),
    "asn.sk_send_if_absent": (
        "PerBKN 6/2022 Pasal 49 ayat (8)",
        "3 workday after handover_missed | not_later_than | weak S/weak S/I",
    ),
    "asn.sk_effective": (
        "PerBKN 6/2022 Pasal 50 ayat (1)",
        "15 workday after sk_received | exactly | weak S/weak S/weak S",
    ),
    "asn.keberatan": ("PP 79/2021", "14 workday after sk_received | not_later_than | S/S/S"),
    "asn.ppk_answer_keberatan": (
        "PP 79/2021",
        "21 workday after keberatan_received | not_later_than | S/S/S",
    ),
    "asn.banding_bpasn": (
        "PP 79/2021 Pasal 11 ayat (3)",
        "14 workday after sk_received | not_later_than | S/S/S",
    ),
    "asn.banding_response": (
        "PP 79/2021 Pasal 13 ayat (2)",
        "21 workday after copy_received | not_later_than | S/S/S",
    ),
    "asn.banding_decision": (
        "PP 79/2021 Pasal 16 ayat (1)",
        "65 workday after application_received | not_later_than | S/S/S",
    ),
}
# Domain 3.4 and 3.7: the summons of another agency's code of ethics, SBT, and BKN's letters.
OTHER_STEPS = {
    "asn.ethics_summons": (
        "Permenkop 9/2022 Pasal 20",
        "5 workday before session_date | not_later_than | T/T/T",
    ),
    "asn.ethics_summons_2": (
        "Permenkop 9/2022 Pasal 20",
        "5 workday after first_summons | exactly | T/T/T",
    ),
    "asn.sbt_verify": (
        "Alur SBT BKN",
        "7 calendar after authority_received | not_later_than | S/M/I",
    ),
    "asn.sbt_validate": (
        "Alur SBT BKN",
        "3 workday after sbt_verified | not_later_than | S/S/I",
    ),
    "asn.package_answer": (
        "Surat pengantar penerusan",
        "None fixed_date after letter_deadline | not_later_than | M/M/M",
    ),
    "asn.ppk_exam_report": (
        "Surat BKN",
        "14 workday after bkn_rec_received | not_later_than | S/M/S",
    ),
    "asn.ppk_final_report": (
        "Surat BKN",
        "2 month after bkn_rec_received | not_later_than | S/S/M",
    ),
    "asn.ppk_fixed_date": (
        "Surat BKN",
        "None fixed_date after letter_deadline | not_later_than | S/S/S",
    ),
    "asn.ppk_followup": (
        "Nilai bawaan",
        "14 workday after bkn_rec_received | not_later_than | M/M/M",
    ),
}
# No law and no domain table: a rule of the house, which says so wherever it is shown.
OF_THE_HOUSE = {
    "office.complaint_answer": (
        "Aturan kantor, bukan ketentuan undang-undang",
        "10 workday after complaint_received | not_later_than | I/I/I",
    ),
}
STATUTES = PEMILU_STATUTE | PEMILU_REGULATION | PEMILIHAN | DISCIPLINE | OTHER_STEPS | OF_THE_HOUSE

# Domain 2.1, both columns; None where the table gives the regime no number.
SIDE_BY_SIDE = {
    "report_window": ("7 workday", "7 calendar"),
    "temuan_window": ("7 workday", "7 calendar"),
    "tracing": ("7 workday", "7 calendar"),
    "kajian_awal": ("2 workday", "2 calendar"),
    "notify": ("1 workday", "1 calendar"),
    "complete": ("2 workday", "48 hours"),
    "handle_base": ("7 workday", "3 calendar"),
    "handle_max": ("14 workday", "5 calendar"),
    "invite_before": ("1 workday", None),
}


def in_short(rule: Rule) -> str:
    counted = f"{rule.number} {rule.unit} {rule.side} {rule.start}"
    sure = "/".join((rule.certainty, rule.unit_certainty, rule.start_certainty))
    return f"{counted} | {rule.direction} | {sure}"


def number_and_unit(code: str) -> str | None:
    if code not in BOOK.codes():
        return None
    rule = BOOK.rule(code, ANY_DAY)
    return f"{rule.number} {rule.unit}"


def test_the_tables_name_every_rule() -> None:
    assert set(BOOK.codes()) == set(STATUTES)


@pytest.mark.parametrize(
    "code", STATUTES, ids=[f"{article}, {code}" for code, (article, _) in STATUTES.items()]
)
def test_the_rule_says_what_its_article_says(code: str) -> None:
    article, expected = STATUTES[code]
    rule = BOOK.rule(code, ANY_DAY)
    assert words.basis(rule) == article
    assert in_short(rule) == expected


@pytest.mark.parametrize("step", SIDE_BY_SIDE)
def test_the_step_has_the_number_and_unit_of_each_regime(step: str) -> None:
    """UU 7/2017 Ps 454 with Perbawaslu 7/2022, beside UU 1/2015 Ps 134 with Perbawaslu 8/2020."""
    found = (number_and_unit(f"pemilu.{step}"), number_and_unit(f"pemilihan.{step}"))
    assert found == SIDE_BY_SIDE[step]


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
    """PP 94/2021 Ps 26(3): after the missed examination, or since the first summons."""
    rule = BOOK.rule("asn.panggilan_2", date(2024, 1, 1))
    assert [start.fact for start in rule.alternative_starts] == ["first_summons"]


def test_summons_rules_run_in_opposite_directions() -> None:
    """Ethics gives a minimum notice before the session, discipline a gap after the letter."""
    ethics = BOOK.rule("asn.ethics_summons", date(2024, 1, 1))
    discipline = BOOK.rule("asn.panggilan_1", date(2024, 1, 1))
    assert (ethics.side, ethics.direction) == (Side.BEFORE, Direction.NOT_LATER_THAN)
    assert (discipline.side, discipline.direction) == (Side.AFTER, Direction.EXACTLY)


@pytest.mark.parametrize(
    ("law", "since"),
    [
        ("PP 94/2021", date(2021, 8, 31)),
        ("PP 79/2021", date(2021, 8, 10)),
        ("PerBKN 6/2022", date(2022, 4, 7)),
    ],
)
def test_the_rules_of_a_law_begin_with_it(law: str, since: date) -> None:
    begun = {rule.valid_from for rule in RULES if rule.article.startswith(law)}
    assert begun == {since}


def test_only_borrowed_articles_are_analog_and_only_letters_prevail() -> None:
    assert {rule.code for rule in RULES if rule.analog} == {
        "asn.ethics_summons",
        "asn.ethics_summons_2",
    }
    assert {rule.code for rule in RULES if rule.per_letter} == {
        "asn.package_answer",
        "asn.ppk_exam_report",
        "asn.ppk_final_report",
        "asn.ppk_fixed_date",
    }


def test_ninety_days_to_the_court_have_no_clock_while_no_start_or_article_is_known() -> None:
    """Domain 3.3, last row, certainty M: a rule needs a start and an article to be one."""
    assert not [rule.code for rule in RULES if rule.number == 90 or "pt_tun" in rule.code]
