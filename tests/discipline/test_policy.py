"""Summonses, signers, standing and terms: what is kept, for any day there is a calendar for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.cases.domain import Employment, PositionClass, SanctionLevel
from netralitas.discipline import words
from netralitas.discipline.domain import (
    ENDED_BY,
    OUT_OF_SERVICE,
    PersonCheck,
    PersonStanding,
    Signer,
    StandingSource,
)
from netralitas.discipline.noted import Followed, fitting_end, notes_on
from netralitas.discipline.policy.imposing import fits, may_impose
from netralitas.discipline.policy.service import in_service
from netralitas.discipline.policy.summons import (
    DISCIPLINE_SUMMONS,
    ETHICS_SUMMONS,
    gap_kept,
    safe_day,
    second_letter,
)
from netralitas.discipline.policy.terms import last_day, served
from netralitas.law.book import load

BOOK = load()
LETTERS = st.dates(date(2022, 1, 1), date(2026, 10, 31))
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
A_DAY = timedelta(days=1)


@given(letter=LETTERS, move=st.sampled_from(sorted(DISCIPLINE_SUMMONS | ETHICS_SUMMONS)))
def test_the_safe_day_is_a_working_day_that_keeps_its_rule(letter: date, move: str) -> None:
    safe = safe_day(move, letter, BOOK)
    assert safe is not None
    assert BOOK.calendar().is_workday(safe.on)
    assert gap_kept(move, letter, safe.on, BOOK)


@given(letter=LETTERS)
def test_the_two_rules_run_in_opposite_directions(letter: date) -> None:
    examination, session = (safe_day(m, letter, BOOK) for m in ("summon", "summon_ethics"))
    assert examination is not None
    assert session is not None
    assert not gap_kept("summon", letter, examination.on + A_DAY, BOOK)
    assert gap_kept("summon", letter, examination.on - A_DAY, BOOK)
    assert not gap_kept("summon_ethics", letter, session.on - A_DAY, BOOK)
    assert gap_kept("summon_ethics", letter, session.on + A_DAY, BOOK)


@pytest.mark.parametrize("letter", [None, date(2019, 3, 4), date(2031, 2, 3)])
def test_what_cannot_be_judged_is_not_asked_about(letter: date | None) -> None:
    assert gap_kept("summon", letter, date(2031, 6, 2), BOOK)


def test_a_move_that_summons_nobody_proposes_no_day() -> None:
    assert safe_day("examine", date(2026, 3, 2), BOOK) is None
    second = second_letter(date(2026, 3, 2), BOOK)
    assert second is not None
    assert second.on == date(2026, 3, 9)


@pytest.mark.parametrize(
    ("level", "position", "signer"),
    [
        (SanctionLevel.HEAVY, PositionClass.STAFF, Signer.APPOINTING),
        (SanctionLevel.MEDIUM, PositionClass.DISTRICT_HEAD, Signer.APPOINTING),
        (SanctionLevel.MEDIUM, PositionClass.WARD_HEAD, Signer.AGENCY_HEAD),
        (SanctionLevel.MEDIUM, PositionClass.STAFF, Signer.ADMINISTRATOR),
        (SanctionLevel.LIGHT, PositionClass.STAFF, Signer.SUPERVISOR),
        (SanctionLevel.LIGHT, PositionClass.SUPERVISOR, Signer.EXPERT_MADYA),
    ],
)
def test_the_table_says_who_imposes_which_level(
    level: SanctionLevel, position: PositionClass, signer: Signer
) -> None:
    assert signer in may_impose(level, position)
    assert fits(level, position, signer)


def test_another_official_than_the_table_names_does_not_fit() -> None:
    assert not fits(SanctionLevel.HEAVY, PositionClass.STAFF, Signer.AGENCY_HEAD)
    assert not fits(SanctionLevel.MEDIUM, PositionClass.ADMINISTRATOR, Signer.ADMINISTRATOR)


@given(
    level=st.sampled_from(SanctionLevel),
    position=st.sampled_from(PositionClass),
    signer=st.sampled_from(Signer),
)
def test_where_the_table_is_silent_everybody_fits(
    level: SanctionLevel, position: PositionClass, signer: Signer
) -> None:
    silent = not may_impose(level, position)
    assert fits(level, position, Signer.OTHER)
    assert fits(level, position, signer) or not silent


def checked(standing: PersonStanding, since: date | None = None) -> PersonCheck:
    return PersonCheck(standing=standing, source=StandingSource.SYSTEM, since=since)


@given(since=DAYS, on=DAYS, standing=st.sampled_from(sorted(OUT_OF_SERVICE)))
def test_one_who_left_was_in_service_before_the_day_they_did(
    since: date, on: date, standing: PersonStanding
) -> None:
    assert in_service(checked(standing, since), on) is (on < since)
    assert not in_service(checked(standing), on)
    assert in_service(None, on)


@pytest.mark.parametrize("standing", [PersonStanding.ACTIVE, PersonStanding.MOVED])
def test_who_serves_or_has_moved_is_in_service(standing: PersonStanding) -> None:
    assert in_service(checked(standing, date(2020, 1, 1)), date(2026, 1, 1))


def test_each_standing_but_serving_has_the_end_that_fits_it() -> None:
    assert set(ENDED_BY) == set(PersonStanding) - {PersonStanding.ACTIVE}
    assert fitting_end(checked(PersonStanding.DIED)) == "respondent_died"
    assert fitting_end(checked(PersonStanding.ACTIVE)) is fitting_end(None) is None


@given(begun=DAYS, months=st.sampled_from((6, 9, 12)))
def test_a_term_is_served_on_its_last_day_and_not_before(begun: date, months: int) -> None:
    last = last_day(begun, months)
    assert months * 30 - 3 <= (last - begun).days <= months * 31
    assert served(begun, months, last)
    assert not served(begun, months, last - A_DAY)


@pytest.mark.parametrize(
    ("begun", "months", "last"),
    [
        (date(2026, 1, 15), 12, date(2027, 1, 14)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 3, 1), 9, date(2026, 11, 30)),
    ],
)
def test_terms_end_on_the_day_before_their_date_comes_round(
    begun: date, months: int, last: date
) -> None:
    assert last_day(begun, months) == last


def test_a_term_without_a_day_or_months_asks_nothing() -> None:
    assert served(None, 12, date(2026, 1, 1))
    assert served(date(2026, 1, 1), None, date(2026, 1, 1))


def followed(**changes: object) -> Followed:
    known = {
        "state": "examination_team",
        "employment": Employment.PNS,
        "position": PositionClass.ADMINISTRATOR,
        "told": {"superior_informed": date(2026, 1, 5)},
    }
    return Followed(**{**known, **changes})  # type: ignore[arg-type]  # fields by name


def test_nothing_is_noted_where_all_is_well() -> None:
    assert notes_on(followed()) == ()
    assert notes_on(followed(imposed="post_lowered", signer=Signer.APPOINTING)) == ()


def test_what_is_noted_names_the_law_and_the_day() -> None:
    told = {"in_force": date(2026, 1, 15), "official_negligent": date(2026, 2, 1)}
    notes = notes_on(
        followed(told=told, imposed="post_lowered", signer=Signer.SUPERVISOR, state="received")
    )
    assert ["PP 94/2021 Pasal 26" in note for note in notes] == [True, False, False, False]
    assert "menurut tabel kewenangan oleh Bupati" in notes[1]
    assert notes[2] == "Masa hukuman 12 bulan sampai 14 Januari 2027."
    assert "Pasal 24 ayat (2)" in notes[3]
    done = notes_on(followed(told={**told, "term_served": None}, imposed="post_lowered"))
    assert "Masa hukuman selesai dijalani." in done


def test_every_standing_source_and_signer_has_its_words() -> None:
    assert set(words.STANDINGS) == set(PersonStanding)
    assert set(words.STANDING_SOURCES) == set(StandingSource)
    assert set(words.SIGNERS) == set(Signer)
