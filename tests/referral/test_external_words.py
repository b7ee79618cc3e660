"""Which word of a system holds, and when two systems differ: pure."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from netralitas.audit.domain import Moment, Precision
from netralitas.referral.external.domain import (
    ExternalStanding,
    ExternalSystem,
    ExternalWord,
    differing,
    latest,
    unknown_day,
)
from netralitas.referral.external.words import (
    SystemSaid,
    as_of_in_a_cell,
    as_of_in_words,
    systems_said,
    told_in_words,
)

SBT, IDIS, SIASN = ExternalSystem.SBT, ExternalSystem.IDIS, ExternalSystem.SIASN


def word(
    system: ExternalSystem, standing: ExternalStanding, on: date | None = None, identity: int = 1
) -> ExternalWord:
    """What a system says, perhaps for a day."""
    as_of = Moment.day(on) if on else unknown_day()
    return ExternalWord(id=identity, system=system, standing=standing, as_of=as_of)


WORDS = some.builds(
    word,
    some.sampled_from(ExternalSystem),
    some.sampled_from(ExternalStanding),
    some.none() | some.dates(date(2024, 1, 1), date(2024, 1, 9)),
    some.integers(1, 9),
)


def test_the_word_with_the_later_day_holds_although_it_was_told_first() -> None:
    newer = word(SBT, ExternalStanding.RECOMMENDED, date(2025, 2, 3), identity=1)
    told_late = word(SBT, ExternalStanding.RECEIVED, date(2024, 12, 1), identity=2)
    undated = word(SBT, ExternalStanding.GONE, identity=3)
    assert latest([newer, told_late, undated]) == (newer,)
    again = word(SBT, ExternalStanding.FOLLOWED_UP, date(2025, 2, 3), identity=4)
    assert latest([newer, again, told_late]) == (again,)


@given(some.lists(WORDS))
def test_each_system_has_one_latest_word_that_was_told(words: list[ExternalWord]) -> None:
    found = latest(words)
    assert [each.system for each in found] == [
        s for s in ExternalSystem if s in {w.system for w in words}
    ]
    assert all(each in words for each in found)
    dated = {each.system for each in words if each.as_of.on}
    assert all(each.as_of.on for each in found if each.system in dated)


@given(some.lists(WORDS))
def test_systems_differ_only_where_two_of_them_answer_one_question_differently(
    words: list[ExternalWord],
) -> None:
    for group in differing(words):
        assert len({each.system for each in group}) == len(group) >= 2
        assert len({each.standing for each in group}) >= 2
        services = {each.standing in {"blocked", "unblocked"} for each in group}
        assert len(services) == 1
    said = {
        w.standing for w in latest(words) if w.standing not in {"unknown", "blocked", "unblocked"}
    }
    assert bool(said) is False or (len(said) > 1) is any(
        group[0].standing in said for group in differing(words)
    )


def test_the_difference_is_said_in_a_sentence() -> None:
    found = systems_said(
        [
            word(SBT, ExternalStanding.SANCTIONED, date(2025, 3, 1)),
            word(IDIS, ExternalStanding.RECEIVED, date(2025, 3, 2)),
            word(SIASN, ExternalStanding.BLOCKED),
        ]
    )
    assert found.differences == (
        "SBT menyebut “Sanksi dijatuhkan”; I'DIS menyebut “Diterima”: belum sama.",
    )
    assert [line.system for line in found.lines] == ["SBT", "I'DIS", "SIASN"]
    assert found.lines[0].line == "Sanksi dijatuhkan, per 1 Maret 2025"


def test_systems_that_say_the_same_or_nothing_do_not_differ() -> None:
    same = [word(SBT, ExternalStanding.RECEIVED), word(IDIS, ExternalStanding.RECEIVED)]
    assert systems_said(same).differences == ()
    silent = [word(SBT, ExternalStanding.RECEIVED), word(IDIS, ExternalStanding.UNKNOWN)]
    assert systems_said(silent).differences == ()


@pytest.mark.parametrize(
    ("precision", "said", "cell"),
    [
        (Precision.DAY, "14 Maret 2025", "2025-03-14"),
        (Precision.MONTH, "Maret 2025", "2025-03"),
        (Precision.YEAR, "2025", "2025"),
    ],
)
def test_a_day_is_said_as_exactly_as_it_is_known(
    precision: Precision, said: str, cell: str
) -> None:
    as_of = Moment(precision=precision, on=date(2025, 3, 14))
    assert (as_of_in_words(as_of), as_of_in_a_cell(as_of)) == (said, cell)
    assert as_of_in_a_cell(unknown_day()) == ""


def test_an_event_of_many_records_says_the_first_and_how_many_more() -> None:
    told = [
        SystemSaid(respondent=n, system=SBT, standing=ExternalStanding.RECEIVED) for n in range(8)
    ]
    said = told_in_words(told, {0: "Terlapor Satu"})
    assert said[0] == "SBT: Diterima (Terlapor Satu)."
    assert said[-1] == "Dan 2 catatan lagi."
