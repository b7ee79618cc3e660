"""The law as entries says what the committed files say, in a form that JSON can hold."""

import json
from datetime import date

import pytest

from netralitas.law import book
from netralitas.law.domain import Zone
from netralitas.law.entries import (
    HOLIDAY,
    LAW,
    RULE,
    YEAR,
    Body,
    Key,
    committed,
    holiday_key,
    law_data,
    lively,
    plain,
)
from netralitas.law.explanation import explain
from netralitas.law.laws import register
from netralitas.law.violations.catalogue import load as load_violations

ENTRIES = committed()
REGENCY, PROVINCE = "19.06", "19"
DAY = date(2026, 6, 24)  # a Wednesday on which everybody works


def read(extra: dict[Key, Body] | None = None) -> book.RuleBook:
    return law_data({**ENTRIES, **(extra or {})}, edition=2, calendar_version=2).book


def day_off(on: date, region: str) -> dict[Key, Body]:
    body = {"on": on.isoformat(), "kind": "libur_daerah", "name": "Hari Jadi", "source": "Perda"}
    return {(HOLIDAY, holiday_key(on, region)): body}


def test_entries_survive_being_written_as_json() -> None:
    written = {key: json.loads(json.dumps(body)) for key, body in ENTRIES.items()}
    assert written == ENTRIES
    assert all(plain(lively(dict(body))) == body for body in ENTRIES.values())


def test_from_its_entries_the_law_is_what_the_files_say() -> None:
    data, files = law_data(ENTRIES, edition=1, calendar_version=1), book.load()
    assert data.book.codes() == files.codes()
    assert all(data.book.versions(code) == files.versions(code) for code in files.codes())
    assert data.book.calendar() == files.calendar()
    assert data.laws.laws() == register.load().laws()
    assert data.violations.all == load_violations().all


def test_an_entry_is_one_thing_that_can_change() -> None:
    kinds = [kind for kind, _ in ENTRIES]
    assert kinds.count(YEAR) == 10
    assert kinds.count(RULE) == sum(map(len, map(book.load().versions, book.load().codes())))
    assert (LAW, "UU 7/2017") in ENTRIES
    assert ENTRIES[HOLIDAY, "2026-03-20"]["kind"] == "cuti_bersama"


def test_a_day_off_of_a_regency_counts_there_alone() -> None:
    found = read(day_off(DAY, REGENCY))
    assert found.calendar().is_workday(DAY)
    assert not found.at(REGENCY).calendar().is_workday(DAY)
    assert found.at("19.07").calendar().is_workday(DAY)
    assert found.at("") is found


def test_a_day_off_of_a_province_counts_in_each_of_its_regencies() -> None:
    found = read({**day_off(DAY, PROVINCE), **day_off(date(2026, 6, 25), REGENCY)})
    assert not found.at(PROVINCE).calendar().is_workday(DAY)
    assert not found.at("19.07").calendar().is_workday(DAY)
    assert not found.at(REGENCY).calendar().is_workday(DAY)
    assert found.at("19.07").calendar().is_workday(date(2026, 6, 25))


def test_a_regional_day_moves_a_deadline_there_and_says_why() -> None:
    found = read(day_off(DAY, REGENCY))
    rule = found.rule("pemilu.handle_base", DAY)
    there = explain(rule, date(2026, 6, 23), found.at(REGENCY).calendar(), Zone.WIB)
    elsewhere = explain(rule, date(2026, 6, 23), found.calendar(), Zone.WIB)
    assert there.due.on > elsewhere.due.on
    assert any("Hari Jadi (libur daerah)" in day.reason for day in there.days)


def test_a_day_in_a_year_that_is_not_loaded_is_refused() -> None:
    with pytest.raises(ValueError, match="2031-06-24 lies in a year that is not loaded"):
        read(day_off(date(2031, 6, 24), ""))


def test_the_edition_stands_in_what_was_read() -> None:
    found = read()
    assert (found.edition, found.at(REGENCY).edition, found.calendar().version) == (2, 2, 2)
