"""The body of a message: ids, codes, a moment and a link; whoever may read more asks for it."""

from datetime import UTC, date, datetime

import msgspec

from netralitas.webhooks.domain import Happened, Message

TRIAL = "webhook.trial"
"""The type of a message that an administrator sends to see whether it arrives."""


class _About(msgspec.Struct, frozen=True, kw_only=True):
    kind: str
    id: int


class _Data(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    event: int
    about: _About
    proceeding: int | None = None
    workflow: str | None = None
    state: str | None = None
    happened_on: date | None = None
    precision: str
    link: str | None = None


class _Body(msgspec.Struct, frozen=True, kw_only=True):
    type: str
    timestamp: datetime
    data: _Data | dict[str, int]


def message_id(event: int, digest: bytes) -> str:
    """Return the id of a message about an event, the same whenever it is sent.

    A part of the event's hash is in it: after a restore another event may have the number.
    """
    return f"evt_{event}_{digest[:4].hex()}"


def trial_id(delivery: int) -> str:
    """Return the id of a trial."""
    return f"trial_{delivery}"


def message(told: Happened, base_url: str) -> Message:
    """Return the message about an event; the same bytes each time, for every receiver."""
    on_case = told.kind == "case"
    data = _Data(
        event=told.event,
        about=_About(kind=told.kind, id=told.stream),
        proceeding=told.proceeding,
        workflow=told.workflow,
        state=told.state,
        happened_on=told.happened_on,
        precision=told.precision,
        link=f"{base_url.rstrip('/')}/perkara/{told.stream}" if on_case else None,
    )
    body = _Body(type=told.name, timestamp=told.recorded_at.astimezone(UTC), data=data)
    return Message(id=message_id(told.event, told.hash), body=msgspec.json.encode(body))


def trial(delivery: int, at: datetime) -> Message:
    """Return the message of a trial."""
    body = _Body(type=TRIAL, timestamp=at.astimezone(UTC), data={"trial": delivery})
    return Message(id=trial_id(delivery), body=msgspec.json.encode(body))
