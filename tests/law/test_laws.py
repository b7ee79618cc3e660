"""The register of laws: what a source states, what followed it, and citations that went stale."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.law import book
from netralitas.law.domain import Certainty
from netralitas.law.laws import (
    Law,
    State,
    cited,
    law,
    load,
    read_register,
    stale,
    standing,
)
from netralitas.law.refusals import UnknownLaw
from netralitas.workflows import WORKFLOWS

LAWS = load().laws()

# Every day and gazette number that a source states, typed by hand; all others are absent.
STATED = {
    "UU 7/2017": ("LN 2017/182", None, None),
    "UU 14/2008": ("LN 2008/61", None, None),
    "UU 20/2023": (None, None, date(2023, 10, 31)),
    "PP 94/2021": (None, date(2021, 8, 31), None),
    "PP 79/2021": ("LN 2021/175", date(2021, 8, 10), None),
    "Perbawaslu 7/2018": ("BN 324/2018", None, None),
    "Perbawaslu 8/2020": ("BN 2020/1112", None, None),
    "Perbawaslu 9/2024": ("BN 2024/636", date(2024, 9, 30), None),
    "SKB 2020-09-10": (None, date(2020, 9, 10), None),
    "SKB 2022-09-22": (None, date(2022, 9, 22), date(2022, 9, 22)),
    "SE MenPANRB 1/2023": (None, date(2023, 1, 3), None),
    "SE MenPANRB 4/2024": (None, date(2024, 9, 4), None),
    "PerBKN 6/2022": (None, None, date(2022, 4, 7)),
    "PerBKN 1/2023": (None, date(2023, 1, 10), None),
}
REPLACED = {
    "Perbawaslu 7/2018": "Perbawaslu 7/2022",
    "UU 5/2014": "UU 20/2023",
    "PP 53/2010": "PP 94/2021",
    "SKB 2020-09-10": "SKB 2022-09-22",
}
AMENDED = {
    "UU 7/2017": ("UU 7/2023",),
    "UU 1/2015": ("UU 8/2015", "UU 10/2016", "UU 6/2020"),
    "UU 23/2014": ("UU 6/2023",),
    "PP 11/2017": ("PP 17/2020",),
    "Perpres 47/2021": ("Perpres 91/2024",),
    "Perbawaslu 8/2020": ("Perbawaslu 9/2024",),
    "Perbawaslu 10/2019": ("Perbawaslu 1/2022",),
}


@pytest.mark.parametrize("entry", LAWS, ids=lambda entry: entry.id)
def test_a_law_holds_only_the_days_and_numbers_that_a_source_states(entry: Law) -> None:
    stated = STATED.get(entry.id, (None, None, None))
    assert (entry.gazette, entry.set_on, entry.valid_from) == stated
    assert entry.valid_to is None
    if entry.kind != "SKB":
        assert entry.id == f"{entry.kind} {entry.number}/{entry.year}"


def test_what_replaced_and_amended_what() -> None:
    assert {entry.id: entry.replaced_by for entry in LAWS if entry.replaced_by} == {
        old: (new,) for old, new in REPLACED.items()
    }
    assert {entry.id: entry.amended_by for entry in LAWS if entry.amended_by} == AMENDED


def test_the_joint_decree_of_2022_has_five_numbers() -> None:
    decree = law("SKB 2022-09-22")
    assert (decree.number, decree.year, decree.certainty) == ("2", 2022, Certainty.T)
    assert decree.further_numbers == (
        "800-5474/2022",
        "246/2022",
        "30/2022",
        "1447.1/PM.01/K.1/09/2022",
    )


@pytest.mark.parametrize(
    ("name", "on", "state", "sentence"),
    [
        ("UU 5/2014", date(2023, 10, 30), State.UNKNOWN, "tidak diketahui keberlakuannya"),
        ("UU 5/2014", date(2023, 10, 31), State.REPLACED, "sejak Selasa, 31 Oktober 2023 (perlu"),
        ("Perbawaslu 8/2020", date(2024, 9, 29), State.IN_FORCE, "berlaku; pengganti tidak dit"),
        ("Perbawaslu 8/2020", date(2024, 9, 30), State.AMENDED, "diubah Perbawaslu 9/2024 sejak"),
        ("Perbawaslu 9/2024", date(2024, 9, 29), State.NOT_YET, "belum berlaku pada hari itu"),
        ("Perbawaslu 9/2024", date(2024, 9, 30), State.IN_FORCE, "(diperiksa 2026-11)"),
        ("Perbawaslu 7/2022", date(2021, 12, 31), State.NOT_YET, "belum berlaku"),
        ("Perbawaslu 7/2022", date(2022, 6, 1), State.UNKNOWN, "tidak diketahui"),
        ("Perbawaslu 7/2022", date(2023, 1, 1), State.IN_FORCE, "berlaku"),
        ("Perbawaslu 7/2018", date(2021, 12, 31), State.UNKNOWN, "tidak diketahui"),
        ("Perbawaslu 7/2018", date(2022, 6, 1), State.UNKNOWN, "hari mulainya tidak diketahui"),
        ("Perbawaslu 7/2018", date(2023, 1, 1), State.REPLACED, "diganti Perbawaslu 7/2022"),
        ("UU 1/2015", date(2015, 6, 1), State.UNKNOWN, "diubah UU 8/2015 dalam tahun 2015"),
        ("UU 1/2015", date(2024, 1, 1), State.AMENDED, "UU 8/2015, UU 10/2016, dan UU 6/2020"),
        ("PP 42/2004", date(2024, 1, 1), State.UNKNOWN, "tidak diketahui"),
    ],
)
def test_how_a_law_stands_on_a_day(name: str, on: date, state: State, sentence: str) -> None:
    found = standing(name, on)
    assert (found.law, found.on, found.state) == (name, on, state)
    assert found.sentence.startswith(name)
    assert sentence in found.sentence


def test_a_law_that_ended_without_a_successor_is_no_longer_in_force() -> None:
    register = read_register(table(entry(valid_to=date(2020, 1, 1), checked="2026-11")))
    assert register.standing("UU 1/2010", date(2020, 1, 1)).state is State.IN_FORCE
    assert register.standing("UU 1/2010", date(2020, 1, 2)).sentence.endswith("tidak berlaku lagi")


def test_an_unknown_law_is_named() -> None:
    for ask in (law, lambda name: standing(name, date(2024, 1, 1))):
        with pytest.raises(UnknownLaw, match="UU 99/2099"):
            ask("UU 99/2099")


@pytest.mark.parametrize(
    "text",
    [
        "Perbawaslu 7/2018 Pasal 5",
        "Pasal 5 Perbawaslu Nomor 7 Tahun 2018",
        "Peraturan Bawaslu 7/2018",
        "Peraturan Bawaslu RI No. 7 Tahun 2018 tentang …",
        "peraturan badan pengawas pemilihan umum republik indonesia nomor 7 tahun 2018",
        "berdasarkan Perbawaslu No.7 / 2018,",
        "PERBAWASLU\n7  TAHUN 2018",
    ],
)
def test_a_stale_citation_is_told_what_replaced_it(text: str) -> None:
    assert stale(text, date(2024, 1, 15)) == "Perbawaslu 7/2018 diganti Perbawaslu 7/2022"
    assert stale(text, date(2019, 1, 15)) is None


def test_two_stale_citations_are_both_told() -> None:
    said = stale("PP 53/2010 dan UU No. 5 Tahun 2014", date(2024, 1, 1)) or ""
    assert [part.split(" sejak")[0] for part in said.split("; ")] == [
        "PP 53/2010 diganti PP 94/2021",
        "UU 5/2014 diganti UU 20/2023",
    ]


def test_an_amended_law_is_not_stale() -> None:
    assert stale("UU 1/2015 Pasal 134; Perbawaslu 8/2020", date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("UU No. 7 Tahun 2017", ["UU 7/2017"]),
        ("Undang \u2013 Undang Nomor 7 Tahun 2017", ["UU 7/2017"]),
        ("Perbawaslu 9/2024 jo. 8/2020", ["Perbawaslu 9/2024", "Perbawaslu 8/2020"]),
        ("UU 1/2015 jo. UU 10/2016", ["UU 1/2015", "UU 10/2016"]),
        ("Peraturan Pemerintah Pengganti Undang-Undang Nomor 1 Tahun 2014", ["Perppu 1/2014"]),
        ("SE MenPAN-RB Nomor 4 Tahun 2024", ["SE MenPANRB 4/2024"]),
        ("SKB 22 September 2022", ["SKB 2022-09-22"]),
        ("SKB Nomor 2 Tahun 2022, 800-5474/2022", ["SKB 2022-09-22"]),
        ("Keputusan Bawaslu 169/PP.00.00/K1/05/2023", ["Kep. Bawaslu 169/PP.00.00/K1/05/2023"]),
        ("SKB 3 Menteri 2/2022", []),
        ("UU 7/20170; XUU 7/2017; UU 7; 7/2017; UU 99/2099", []),
        ("", []),
    ],
)
def test_laws_are_recognised_in_the_spellings_people_use(text: str, found: list[str]) -> None:
    assert [each.id for each in cited(text)] == found


@pytest.mark.parametrize("entry", LAWS, ids=lambda entry: entry.id)
def test_every_law_is_recognised_by_its_own_name(entry: Law) -> None:
    assert cited(f"lihat {entry.id}, Pasal 1") == (entry,)


def bases() -> Iterator[str]:
    """Every article that rules and workflows rest on."""
    rules = book.load()
    for code in rules.codes():
        yield from (rule.article for rule in rules.versions(code))
        yield from (s.basis for rule in rules.versions(code) for s in rule.alternative_starts)
    for workflow in WORKFLOWS:
        found = (
            *(move.basis for move in workflow.moves),
            *(requirement.basis for requirement in workflow.requirements),
            *(fact.basis for fact in workflow.facts),
        )
        yield from (basis.code for basis in chain.from_iterable(found))


@pytest.mark.parametrize("basis", sorted(set(bases())))
def test_every_law_that_the_product_rests_on_is_in_the_register(basis: str) -> None:
    numbers = re.findall(r"\b[0-9]{1,3}/[0-9]{4}\b", basis)
    assert [f"{each.number}/{each.year}" for each in cited(basis)] == list(dict.fromkeys(numbers))


WORDS = st.sampled_from(
    ["Perbawaslu", "UU", "PP", "SKB", "jo.", "Nomor", "No.", "Tahun", "7", "2018", "/", "-", "2022"]
)


@given(st.text() | st.lists(WORDS | st.text(max_size=3)).map(" ".join), st.dates())
def test_any_text_on_any_day_has_an_answer(text: str, on: date) -> None:
    said = stale(text, on)
    assert said is None or any(old in said for old in REPLACED)


@given(st.sampled_from(LAWS), st.dates())
def test_a_law_stands_somehow_on_every_day(entry: Law, on: date) -> None:
    found = standing(entry.id, on)
    later = {*entry.replaced_by, *entry.amended_by}
    assert set(found.by) <= later
    assert bool(found.by) is (found.state in {State.AMENDED, State.REPLACED} or bool(found.perhaps))
    assert found.since is None or not found.by or found.since <= on


@given(st.sampled_from(sorted(REPLACED)), st.dates(), st.dates())
def test_what_was_replaced_stays_replaced(name: str, one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    if standing(name, earlier).state is State.REPLACED:
        assert standing(name, later).state is State.REPLACED


def entry(**changes: object) -> dict[str, object]:
    """A whole entry of the register, with changes."""
    return {
        "id": "UU 1/2010",
        "kind": "UU",
        "number": "1",
        "year": 2010,
        "about": "Contoh",
        "certainty": "T",
        "source": "uji",
    } | changes


def table(*laws: dict[str, object]) -> dict[str, Any]:
    return {"kinds": {"UU": ["UU"], "PP": ["PP"]}, "law": list(laws)}


def test_a_law_without_a_source_field_is_refused_by_name() -> None:
    incomplete = entry()
    del incomplete["source"]
    with pytest.raises(ValueError, match=r"UU 1/2010: .*source"):
        read_register(table(incomplete))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"source": " "}, "must not be empty"),
        ({"about": ""}, "must not be empty"),
        ({"certainty": "X"}, "valid Certainty"),
        ({"colour": "red"}, "unknown fields"),
        ({"replaced_by": ["UU 2/2010"]}, "unknown fields"),
        ({"kind": "Perda"}, "unknown kind Perda"),
        ({"checked": "November 2026"}, "checked is a month"),
        ({"replaces": ["UU 2/2009"]}, "needs its certainty"),
        ({"relation_certainty": "T"}, "needs its certainty"),
        ({"replaces": ["UU 2/2009"], "relation_certainty": "T"}, "cannot replace or amend UU 2/2"),
        ({"amends": ["UU 1/2010"], "relation_certainty": "T"}, "cannot replace or amend UU 1/2"),
        ({"valid_from": date(2011, 1, 1), "valid_to": date(2010, 1, 1)}, "ends before"),
    ],
)
def test_a_faulty_law_is_refused_by_name(changes: dict[str, object], fault: str) -> None:
    with pytest.raises(ValueError, match=rf"UU 1/2010: .*{fault}"):
        read_register(table(entry(**changes)))


@pytest.mark.parametrize(
    ("laws", "fault"),
    [
        ([entry(), entry()], "it stands twice"),
        ([entry(), entry(id="UU I/2010")], "1/2010 is also UU 1/2010"),
        ([entry(), entry(id="UU 2/2010", number="2", spellings=["UU 1/2010"])], "another law"),
    ],
)
def test_laws_that_cannot_be_told_apart_are_refused(
    laws: list[dict[str, object]], fault: str
) -> None:
    with pytest.raises(ValueError, match=fault):
        read_register(table(*laws))


def test_a_spelling_of_two_kinds_is_refused() -> None:
    with pytest.raises(ValueError, match="also spells another kind"):
        read_register({"kinds": {"UU": ["UU"], "PP": ["uu"]}, "law": [entry()]})
