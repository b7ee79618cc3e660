"""Filters, places in a list and months in an address: whatever arrives, a list comes back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.cases.domain import Source
from netralitas.law.domain import Regime
from netralitas.workflows import WORKFLOWS
from netralitas.worklist import words
from netralitas.worklist.address import (
    address,
    read_cursor,
    read_day,
    read_filters,
    read_id,
    read_month,
    write_cursor,
)
from netralitas.worklist.domain import Cursor, DueFilter, Filters, Month, span

TODAY = date(2024, 9, 4)
moments = st.datetimes(
    min_value=datetime(1990, 1, 1),  # noqa: DTZ001 - the zone is given beside it
    max_value=datetime(2200, 1, 1),  # noqa: DTZ001 - the same
    timezones=st.just(UTC),
)


@given(due=st.none() | moments, proceeding=st.integers(1, 10**17))
def test_a_place_in_a_list_comes_back_as_it_was(due: datetime | None, proceeding: int) -> None:
    cursor = Cursor(due=due, proceeding=proceeding)
    assert read_cursor(write_cursor(cursor)) == cursor


@given(st.text())
def test_any_text_is_a_place_or_the_beginning(text: str) -> None:
    found = read_cursor(text)
    assert found is None or found.proceeding >= 0


@pytest.mark.parametrize("text", [None, "", "=", "MTI", "OTk5OTk5OTk5OTk5OTk5OTk5OTk6MQ", "\u00e9"])
def test_what_is_no_place_is_the_beginning(text: str | None) -> None:
    assert read_cursor(text) is None


@given(st.dictionaries(st.text(max_size=9), st.text(max_size=9)))
def test_any_address_gives_filters(query: dict[str, str]) -> None:
    assert isinstance(read_filters(query), Filters)


def test_every_filter_is_read_by_its_indonesian_word() -> None:
    found = read_filters(
        {
            "milik": "saya",
            "tahap": "rapat-pleno",
            "sumber": "temuan",
            "rezim": "pemilihan",
            "proses": "penanganan",
            "tenggat": "hari-ini",
        }
    )
    assert found == Filters(
        mine=True,
        workflow="handling",
        states=("plenary",),
        source=Source.FINDING,
        regime=Regime.PEMILIHAN,
        due=DueFilter.TODAY,
    )


def test_a_stage_of_another_process_leaves_nothing() -> None:
    assert read_filters({"tahap": "rapat-pleno", "proses": "penerusan"}).states == ()


def test_a_word_nobody_offers_filters_nothing() -> None:
    assert read_filters({"tahap": "x", "tenggat": "kemarin", "sumber": ""}) == Filters()


def test_each_open_state_is_found_by_exactly_one_stage() -> None:
    offered = [(stage.workflow, state) for stage in words.STAGES.values() for state in stage.states]
    open_states = {
        (declared.code, state.code)
        for declared in WORKFLOWS
        for state in declared.states
        if not state.final
    }
    assert sorted(offered) == sorted(open_states)


def test_an_address_leaves_out_what_is_not_chosen() -> None:
    assert address("/perkara", {"tahap": "hasil"}, milik="saya", tenggat=None) == (
        "/perkara?tahap=hasil&milik=saya"
    )
    assert address("/perkara", {"tahap": "hasil"}, tahap=None) == "/perkara"


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_month_knows_its_neighbours_and_its_weeks(day: date) -> None:
    month = Month(first=day.replace(day=1))
    assert month.following.preceding == month
    days = [on for week in month.weeks() for on in week]
    assert day in days
    assert days == [days[0] + timedelta(days=offset) for offset in range(len(days))]
    assert days[0].weekday() == 0


@pytest.mark.parametrize(
    "text", [None, "", "2024-13", "2024-00", "1999-12", "2024-9", "x", "٢٠٢٤-٠٩"]
)
def test_what_is_no_month_is_this_month(text: str | None) -> None:
    assert read_month(text, TODAY).first == date(2024, 9, 1)


def test_a_day_outside_the_month_is_no_day_of_it() -> None:
    month = read_month("2024-09", TODAY)
    assert read_day("2024-09-30", month) == date(2024, 9, 30)
    assert read_day("2024-10-01", month) is None
    assert read_day("30-09-2024", month) is None


@pytest.mark.parametrize("text", ["-1", "1e3", "٣", "12345678901", "", None, "1;--"])
def test_what_is_no_number_names_nobody(text: str | None) -> None:
    assert read_id(text) is None


def test_due_filters_are_spans_of_the_offices_own_days() -> None:
    now = datetime(2024, 9, 4, 3, 0, tzinfo=UTC)  # Wednesday, 10.00 WIB
    assert span(None, now, "Asia/Jakarta").end is None
    assert span(DueFilter.LATE, now, "Asia/Jakarta").end == now
    today = span(DueFilter.TODAY, now, "Asia/Jakarta")
    assert (today.begin, today.end) == (now, datetime(2024, 9, 4, 17, 0, tzinfo=UTC))
    week = span(DueFilter.WEEK, now, "Asia/Jayapura")
    assert week.end == datetime(2024, 9, 8, 15, 0, tzinfo=UTC)  # Sunday has ended in the east
