"""Changes of the law in words: what an entry is called, what it says, how a date moves."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from netralitas.editions.changes import side_by_side
from netralitas.editions.domain import Entry, EntryKind
from netralitas.editions.words import difference, moved_to, named, told
from netralitas.law.domain import Zone
from netralitas.law.entries import committed

WIB = Zone.WIB
ENDS = datetime(2026, 11, 26, 23, 59, 59, tzinfo=WIB.tz)
KEYS = sorted(committed())


@pytest.mark.parametrize(
    ("kind", "key", "said"),
    [
        ("holiday", "2026-03-20", "Hari libur Jumat, 20 Maret 2026"),
        ("holiday", "2026-03-20@19.06", "Hari libur Jumat, 20 Maret 2026 (wilayah 19.06)"),
        ("rule", "pemilu.kajian_awal#2", "Aturan waktu “pemilu.kajian_awal”, versi 2"),
        ("year", "2028", "Tahun kalender 2028"),
        ("office_hours", "bwsl-kab/2026-01-05", "Jam layanan bwsl-kab mulai 5 Januari 2026"),
        ("law", "UU 7/2017", "Peraturan UU 7/2017"),
    ],
)
def test_an_entry_is_called_by_what_it_is_about(kind: str, key: str, said: str) -> None:
    assert named(kind, key) == said


@pytest.mark.parametrize("key", KEYS, ids="/".join)
def test_every_committed_entry_has_a_name_and_says_something(key: tuple[str, str]) -> None:
    body = committed()[key]
    assert named(*key, body)
    said = told(EntryKind(key[0]), body)
    assert said
    assert all(label.strip() and text.strip() for label, text in said.items())


def test_the_end_of_a_day_is_a_day_and_any_other_moment_has_its_time() -> None:
    assert moved_to(ENDS, WIB) == "Kamis, 26 November 2026"
    assert moved_to(ENDS.replace(hour=16, minute=0, second=0), WIB).endswith("pukul 16.00 WIB")
    assert moved_to(None, WIB) == "Tidak dapat dihitung"
    assert moved_to(None, WIB, "Tahun 2028 belum dimuat.") == "Tahun 2028 belum dimuat."


def test_a_date_that_comes_or_goes_is_said_so() -> None:
    assert difference(None, ENDS, WIB) == "kini dapat dihitung"
    assert difference(ENDS, None, WIB) == "tidak ada tanggal lagi"
    assert difference(None, None, WIB) == "alasannya berubah"
    assert difference(ENDS, ENDS - timedelta(hours=2), WIB) == "jamnya berubah"


@given(some.integers(1, 400))
def test_there_and_back_is_the_same_number_of_days(days: int) -> None:
    later = ENDS + timedelta(days=days)
    assert difference(ENDS, later, WIB) == f"{days} hari kemudian"
    assert difference(later, ENDS, WIB) == f"{days} hari lebih awal"


def test_of_a_changed_rule_both_versions_stand_side_by_side() -> None:
    key = ("rule", "pemilu.kajian_awal#1")
    body = {**committed()[key], "number": 9}
    [change] = side_by_side(committed(), [Entry(kind=EntryKind.RULE, key=key[1], body=body)])
    limits = change.differences[0]
    assert change.state == "berubah"
    assert (" 2 hari" in limits.before, " 9 hari" in limits.after) == (True, True)
    assert [line.label for line in change.differences] == ["Batas"]


def test_what_somebody_else_withdrew_meanwhile_has_nothing_to_show() -> None:
    gone = Entry(kind=EntryKind.HOLIDAY, key="2027-06-23", body=None)
    [change] = side_by_side(committed(), [gone])
    assert change.title == "Hari libur Rabu, 23 Juni 2027"
    assert (change.state, change.differences) == ("dicabut", ())
