"""Versions of a rule side by side, and which of them a list shows."""

from datetime import date, timedelta
from typing import Any

import pytest

from netralitas.law.entries import LawData, committed, law_data
from netralitas.legislation.pages.rules import RulePage
from netralitas.legislation.queries.rules import rule_page, rules_page
from netralitas.legislation.words import edition_said, validity
from netralitas.web.frame import Frame
from netralitas.web.templates import render

CODE = "pemilu.handle_max"
CHANGE = date(2027, 1, 1)


def changed(**changes: Any) -> LawData:  # noqa: ANN401 - whatever a data file can hold
    """The law with a second version of a rule from `CHANGE` on."""
    entries = committed()
    first = dict(entries["rule", f"{CODE}#1"])
    last = (CHANGE - timedelta(days=1)).isoformat()
    entries["rule", f"{CODE}#1"] = {**first, "valid_to": last}
    second = {**first, "version": 2, "valid_from": CHANGE.isoformat(), **changes}
    return law_data({**entries, ("rule", f"{CODE}#2"): second}, edition=2, calendar_version=1)


@pytest.fixture
def page() -> RulePage:
    return rule_page(changed(number=21, article="UU 9/2026 Pasal 1"), CODE, date(2026, 6, 1))


def test_both_versions_stand_side_by_side_and_what_changed_is_marked(page: RulePage) -> None:
    assert page.versions == ("Versi 1", "Versi 2")
    said = {row.label: row for row in page.properties}
    assert said["Batas"].values[0].startswith("Paling lambat 14 hari kerja")
    assert said["Batas"].values[1].startswith("Paling lambat 21 hari kerja")
    assert said["Berlaku"].values == ("sampai 31 Desember 2026", "sejak 1 Januari 2027")
    assert [row.label for row in page.properties if row.changed] == ["Batas", "Dasar", "Berlaku"]


def test_the_page_shows_every_value_of_both_versions(page: RulePage) -> None:
    html = render("legislation/rule.html", page=page, frame=Frame())
    for row in page.properties:
        assert all(value in html for value in row.values)
    assert html.count('data-label="Versi 2"') == len(page.properties)


def test_the_version_of_today_is_on_top() -> None:
    law = changed(number=21)
    assert "14 hari kerja" in rule_page(law, CODE, CHANGE - timedelta(days=1)).bound
    assert "21 hari kerja" in rule_page(law, CODE, CHANGE).bound


def test_a_rule_that_begins_later_says_from_when() -> None:
    law = changed(number=21)
    lines = {
        line.href.rpartition("/")[2]: line
        for group in rules_page(law, date(2022, 1, 1)).groups
        for line in group.lines
    }
    assert lines["asn.sbt_verify"].standing == "berlaku mulai 24 Agustus 2024"
    assert lines[CODE].standing == ""


def test_a_rule_of_which_nothing_is_in_force_any_more_says_since_when() -> None:
    law = changed(number=21, valid_to="2028-12-31")
    page = rule_page(law, CODE, date(2030, 1, 1))
    assert page.standing == "tidak berlaku lagi sesudah 31 Desember 2028"
    assert "21 hari kerja" in page.bound


def test_a_new_rule_that_no_group_names_is_listed_all_the_same() -> None:
    entries = committed()
    new = {**entries["rule", "asn.keberatan#1"], "code": "asn.new_step"}
    law = law_data({**entries, ("rule", "asn.new_step#1"): new}, edition=2, calendar_version=1)
    groups = {group.title: group.lines for group in rules_page(law, date(2026, 1, 1)).groups}
    assert [line.href for line in groups["ASN: lainnya"]] == ["/referensi/aturan/asn.new_step"]


def test_editions_and_validity_in_words() -> None:
    assert edition_said(1) == "Edisi 1, data bawaan"
    assert edition_said(7) == "Edisi 7"
    assert validity(None, None) == "tanggal mulai tidak ditemukan"
    assert validity(date(2021, 8, 31), None) == "sejak 31 Agustus 2021"
    assert validity(None, date(2021, 8, 31)) == "sampai 31 Agustus 2021"
