"""The catalogue of violations says what the sources say, where they differ, and never decides."""

import copy
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.law import violations
from netralitas.law.domain import Certainty
from netralitas.law.laws import cited, law
from netralitas.law.refusals import NoEdition, UnknownViolation
from netralitas.law.violations import (
    LEVELS,
    PHASES,
    Edition,
    Level,
    Phase,
    Violation,
    catalogue,
    read_editions,
    violation,
)

FIRST_DAY = date(2022, 9, 22)
EDITION = catalogue(FIRST_DAY)
FILE = Path(violations.__file__).parents[1] / "data" / "violations.toml"
TABLE = tomllib.loads(FILE.read_text(encoding="utf-8"))
ETHICS = "PP 42/2004 Pasal 11 huruf c jo. Pasal 15"
ITEM_3 = "PP 94/2021 Pasal 14 huruf i angka 3"
ITEMS_3_4 = "PP 94/2021 Pasal 14 huruf i angka 3 dan angka 4"

# Section 3.2 of the domain, typed by hand: phase, level, article, letters of the sources.
ITEMS = {
    "E1": ("bakal_calon", "moral", ETHICS, "a b"),
    "E2": ("bakal_calon", "moral", ETHICS, "a b"),
    "E3": ("bakal_calon", "moral", ETHICS, "a b"),
    "E4": ("bakal_calon", "moral", ETHICS, "a b"),
    "E5": ("bakal_calon", "moral", ETHICS, "a b"),
    "E6": ("bakal_calon", "moral", ETHICS, "a b"),
    "E7": ("calon", "moral", ETHICS, "a b"),
    "D1": ("calon", "berat", ITEMS_3_4, "a b c"),
    "D2": ("calon", "berat", ITEMS_3_4, "a b c"),
    "D3": ("bakal_calon", "sedang", None, "a b c"),
    "D4": ("calon", "berat", ITEMS_3_4, "a b c"),
    "D5": ("kapan_saja", "ptdh", "UU 5/2014 Pasal 87 ayat (4) huruf c", "a b d"),
    "D6": ("calon", "berat", ITEMS_3_4, "a b c d"),
    "D7": ("calon", "berat", ITEM_3, "a b c d"),
    "D8": ("sebelum_selama_sesudah", "berat", ITEMS_3_4, "a b c d"),
    "D9": ("bakal_calon", "sedang", None, "a b d"),
    "D10": ("calon", "berat", None, "a b d"),
    "D11": ("bakal_calon", "berat", "PP 94/2021 Pasal 14 huruf i angka 5", "a b d"),
    "D12": ("sebelum_selama_sesudah", "berat", ITEM_3, "a b d"),
    "D13": ("tidak_ditentukan", "satgas", None, "e"),
}
PERSONS = {
    "bakal calon": {"E1", "E2", "E3", "E4", "E5", "D9"},
    "calon": {"D1", "D2", "D6", "D7"},
    "calon atau pasangan calon": {"D4"},
    "calon atau partai politik": {"D8"},
    "partai politik": {"D5"},
    "bakal calon atau partai politik": {"E6"},
}
DISCIPLINE = {f"skb2022.D{number}" for number in range(1, 14)}


def test_the_decree_of_2022_has_seven_ethics_and_thirteen_discipline_items() -> None:
    assert [item.code for item in EDITION.violations] == [f"skb2022.{code}" for code in ITEMS]
    assert len(ITEMS) == 20


@pytest.mark.parametrize("code", ITEMS)
def test_the_item_says_what_the_sources_say(code: str) -> None:
    phase, level, article, letters = ITEMS[code]
    item = violation(f"skb2022.{code}")
    assert (item.phase, item.level) == (phase, level)
    assert [clause.article for clause in item.clauses_on(FIRST_DAY)] == [article] * bool(article)
    assert " ".join(source.key for source in item.sources) == letters
    assert (item.certainty, item.level_certainty) == (Certainty.S, Certainty.S)
    assert (item.edition, item.valid_from, item.valid_to) == ("skb2022", FIRST_DAY, None)


@pytest.mark.parametrize("person", PERSONS)
def test_the_item_says_who_is_supported(person: str) -> None:
    named = {item.code for item in EDITION.violations if item.person == person}
    assert named == {f"skb2022.{code}" for code in PERSONS[person]}


@pytest.mark.parametrize("item", EDITION.violations, ids=lambda item: item.code)
def test_every_item_is_an_indication_and_uncertain(item: Violation) -> None:
    assert item.indication == "indikasi; keputusan pejabat yang berwenang yang menentukan"
    assert item.uncertain
    assert item.act[0].isupper()
    assert item.act == item.act.strip(" .")


def test_the_inferred_articles_are_marked_as_such() -> None:
    inferred = {
        item.code
        for item in EDITION.violations
        for clause in item.clauses
        if clause.certainty is Certainty.I
    }
    assert inferred == {"skb2022.D11", "skb2022.D12"}


@pytest.mark.parametrize("code", ["D3", "D9", "D10", "D13"])
def test_an_item_without_an_article_says_why(code: str) -> None:
    item = violation(f"skb2022.{code}")
    assert item.clauses == ()
    assert item.no_clause.endswith(".")


def test_the_party_member_is_dismissed_under_the_law_of_the_day() -> None:
    item = violation("skb2022.D5")
    assert [c.article[:9] for c in item.clauses_on(date(2023, 10, 30))] == ["UU 5/2014"]
    assert [c.article[:10] for c in item.clauses_on(date(2023, 10, 31))] == ["UU 20/2023"]
    assert law("UU 20/2023").begins == date(2023, 10, 31)


@pytest.mark.parametrize(
    ("conflict", "concerned", "taken"),
    [
        ("person_supported", {f"skb2022.D{n}" for n in (1, 2, 4, 6, 7)}, "“calon”"),
        ("level_d8", {"skb2022.D8"}, "berat"),
        ("split_by_candidacy", {"skb2022.D9", "skb2022.D10"}, "D9 sedang"),
        ("number_of_items", DISCIPLINE, "tiga belas"),
        ("who_decides_d13", {"skb2022.D13"}, "Satgas"),
    ],
)
def test_a_conflict_of_sources_is_visible_on_the_items_concerned(
    conflict: str, concerned: set[str], taken: str
) -> None:
    shown = [
        (item.code, each)
        for item in EDITION.violations
        for each in item.conflicts
        if each.code == conflict
    ]
    assert {code for code, _ in shown} == concerned
    for _, each in shown:
        assert taken in each.taken
        assert each.said != each.taken
        assert each.said_by
        assert each.taken_from
        assert each.why.endswith(".")


def test_there_are_five_conflicts() -> None:
    assert len(EDITION.conflicts) == 5


def test_every_letter_of_a_source_has_an_address() -> None:
    sources = {source.key: source.address for source in violation("skb2022.D8").sources}
    assert sources["a"] == "mediaduta.id/2024/10/pj-gubernur-sulsel-zudan-tanggapi.html"
    assert set(sources) == {"a", "b", "c", "d"}


def test_every_phase_and_level_has_words() -> None:
    assert set(PHASES) == set(Phase)
    assert set(LEVELS) == set(Level)


def test_every_article_of_the_catalogue_is_in_the_register() -> None:
    for item in EDITION.violations:
        assert all(cited(clause.article) for clause in item.clauses), item.code
    assert law(EDITION.law).valid_from == EDITION.valid_from


def test_before_the_first_edition_there_is_none() -> None:
    with pytest.raises(NoEdition, match=r"tanggal 21-09-2022 belum dimuat.* mulai 22-09-2022"):
        catalogue(date(2022, 9, 21))


@given(st.dates(min_value=FIRST_DAY))
def test_a_day_has_one_edition(on: date) -> None:
    holding = [edition for edition in violations.load().all if edition.in_force(on)]
    assert holding == [catalogue(on)]


@pytest.mark.parametrize("code", ["skb2022.E8", "D8", ""])
def test_an_unknown_item_is_named(code: str) -> None:
    for find in (violation, EDITION.violation):
        with pytest.raises(UnknownViolation, match=f"“{code}”"):
            find(code)


def test_an_edition_finds_its_own_items() -> None:
    assert EDITION.violation("skb2022.E7") is violation("skb2022.E7")


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """The committed table after a change to its edition."""
    table = copy.deepcopy(TABLE)
    change(table["edition"][0])
    return table


def without(field: str) -> Callable[[dict[str, Any]], object]:
    return lambda edition: edition["violation"][0].pop(field)


def setting(**values: object) -> Callable[[dict[str, Any]], object]:
    return lambda edition: edition["violation"][0].update(values)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (setting(code="skb2022.E2"), r"skb2022\.E2: the code stands twice"),
        (without("sources"), r"skb2022\.E1: 'sources'"),
        (setting(sources=[]), r"skb2022\.E1: 'sources'"),
        (setting(sources=["z"]), r"skb2022\.E1: 'z'"),
        (setting(phase="kampanye"), r"skb2022\.E1: 'kampanye' is not a valid Phase"),
        (setting(level="ringan"), r"skb2022\.E1: 'ringan' is not a valid Level"),
        (without("level_certainty"), r"skb2022\.E1: 'level_certainty'"),
        (setting(certainty="X"), r"skb2022\.E1: 'X' is not a valid Certainty"),
        (setting(clauses=[{"article": ETHICS}]), r"skb2022\.E1: 'certainty'"),
        (without("clauses"), r"skb2022\.E1: it needs an act, and clauses or why"),
        (setting(no_clause="Tidak ada."), r"skb2022\.E1: it needs an act, and clauses or why"),
        (setting(act=" "), r"skb2022\.E1: it needs an act"),
        (lambda edition: edition.pop("law"), "skb2022: 'law'"),
        (lambda edition: edition["conflict"][1].pop("why"), "level_d8: 'why'"),
        (
            lambda edition: edition["conflict"][1].update(concerns=["skb2022.D99"]),
            "level_d8: .*D99",
        ),
        (lambda edition: edition["conflict"][1].update(concerns=[]), "level_d8"),
    ],
)
def test_a_faulty_entry_is_refused_by_name(
    change: Callable[[dict[str, Any]], object], fault: str
) -> None:
    with pytest.raises(ValueError, match=fault):
        read_editions(changed(change))


def two_editions(ends: date | None, begins: date) -> tuple[Edition, ...]:
    later = copy.deepcopy(TABLE["edition"][0]) | {
        "code": "skb2030",
        "valid_from": begins,
        "conflict": [],
    }
    for item in later["violation"]:
        item["code"] = item["code"].replace("2022", "2030")
    table = changed(lambda edition: edition.update({"valid_to": ends} if ends else {}))
    table["edition"].append(later)
    return read_editions(table).all


@pytest.mark.parametrize("ends", [None, date(2030, 1, 1)])
def test_overlapping_editions_are_refused(ends: date | None) -> None:
    with pytest.raises(ValueError, match="skb2030: it overlaps skb2022"):
        two_editions(ends, date(2030, 1, 1))


def test_an_edition_may_follow_another() -> None:
    old, new = two_editions(date(2029, 12, 31), date(2030, 1, 1))
    assert (old.code, new.code) == ("skb2022", "skb2030")
    assert {item.valid_to for item in old.violations} == {date(2029, 12, 31)}


def test_a_catalogue_without_an_edition_is_refused() -> None:
    with pytest.raises(ValueError, match="has an edition"):
        read_editions({"source": {}, "edition": []})
