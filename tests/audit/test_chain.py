"""The bytes of an event: one way of writing it, and two events never the same bytes."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netralitas.audit import chain
from netralitas.audit.domain import Event, EventKind, Head, Moment, Precision

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
WHOLE = st.integers(min_value=-(2**63), max_value=2**63 - 1)
JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | WHOLE | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)
MOMENTS = st.datetimes(
    min_value=datetime(2000, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(2100, 1, 1),  # noqa: DTZ001 - the same
    timezones=st.just(UTC),
)
EVENTS = st.builds(
    Event,
    stream=WHOLE,
    kind=st.sampled_from(EventKind),
    name=TEXT,
    actor=WHOLE,
    organisation=WHOLE,
    readers=st.lists(WHOLE, max_size=3).map(tuple),
    happened=st.builds(
        Moment,
        precision=st.sampled_from(Precision),
        on=st.none() | st.dates(),
        at=st.none() | MOMENTS,
        zone=TEXT,
    ),
    workflow=st.none() | TEXT,
    workflow_version=st.none() | WHOLE,
    proceeding=st.none() | WHOLE,
    from_state=st.none() | TEXT,
    to_state=st.none() | TEXT,
    corrects=st.none() | WHOLE,
    facts=st.lists(TEXT, max_size=2).map(tuple),
    basis=st.lists(TEXT, max_size=2).map(tuple),
    details=st.dictionaries(TEXT, JSON, max_size=3),
    note=st.none(),
)
HEADS = st.builds(
    Head,
    stream=WHOLE,
    version=st.integers(min_value=0, max_value=10_000),
    hash=st.binary(min_size=32, max_size=32) | st.just(b""),
    now=MOMENTS,
)
SALT = b"s" * 16


@given(event=EVENTS, head=HEADS)
def test_a_stranger_computes_the_same_bytes_from_the_documented_rule(
    event: Event, head: Head
) -> None:
    bytes_ = chain.canonical(event, head, SALT, None)
    columns = json.loads(bytes_)
    again = json.dumps(columns, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    assert again.encode() == bytes_
    assert columns["version"] == head.version + 1
    assert columns["previous"] == head.hash.hex()
    assert columns["salt"] == SALT.hex()


@given(event=EVENTS, head=HEADS)
def test_the_same_event_gives_the_same_bytes_in_whatever_order_its_details_came(
    event: Event, head: Head
) -> None:
    turned = replace(event, details=dict(reversed(list(event.details.items()))))
    assert chain.canonical(event, head, SALT, None) == chain.canonical(turned, head, SALT, None)


@given(one=EVENTS, other=EVENTS, head=HEADS)
def test_different_events_give_different_bytes(one: Event, other: Event, head: Head) -> None:
    assume(one != other)
    assert chain.canonical(one, head, SALT, None) != chain.canonical(other, head, SALT, None)


@given(event=EVENTS, head=HEADS, commitment=st.none() | st.binary(min_size=32, max_size=32))
def test_the_bytes_give_the_columns_back(
    event: Event, head: Head, commitment: bytes | None
) -> None:
    columns = chain.columns_of(chain.canonical(event, head, SALT, commitment))
    assert columns.commitment == (None if commitment is None else commitment.hex())
    assert columns.details == event.details
    assert columns.readers == event.readers
    assert columns.happened_on == (event.happened.on and event.happened.on.isoformat())
    assert chain.encode(columns) == chain.canonical(event, head, SALT, commitment)


def test_a_moment_is_written_in_utc_with_six_decimals() -> None:
    wib = timezone(timedelta(hours=7))
    assert (
        chain.moment_text(datetime(2024, 9, 2, 10, 20, tzinfo=wib)) == "2024-09-02T03:20:00.000000Z"
    )


@pytest.mark.parametrize("value", [1.5, 2**63, {1: "a"}, [{"a": 0.0}], {"deep": {"er": object()}}])
def test_details_that_a_database_would_write_otherwise_are_refused(value: object) -> None:
    event = Event(
        stream=1,
        kind=EventKind.FACT,
        name="noted",
        actor=1,
        organisation=1,
        readers=(1,),
        happened=Moment(precision=Precision.UNKNOWN, on=None),
        details={"value": value},
    )
    head = Head(stream=1, version=0, hash=b"", now=datetime(2024, 9, 2, tzinfo=UTC))
    with pytest.raises(chain.Unencodable):
        chain.canonical(event, head, SALT, None)


def test_the_hash_is_sha256_and_the_commitment_hides_its_text_behind_the_key() -> None:
    assert chain.event_hash(b"{}") == hashlib.sha256(b"{}").digest()
    # RFC 4231, test case 2
    assert chain.commitment(b"Jefe", "what do ya want for nothing?").hex() == (
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    )
    assert chain.commitment(b"k" * 32, "a") != chain.commitment(b"l" * 32, "a")


def test_bytes_with_a_column_too_many_are_no_event() -> None:
    with pytest.raises(ValueError, match="unknown field"):
        chain.columns_of(b'{"id":1}')
