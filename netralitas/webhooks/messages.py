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


def message_id(event: int | None, delivery: int) -> str:
    """Return the id of a message: that of its event, or of the trial that it is."""
    return f"trial_{delivery}" if event is None else f"evt_{event}"


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
    return Message(id=message_id(told.event, 0), body=msgspec.json.encode(body))


def trial(delivery: int, at: datetime) -> Message:
    """Return the message of a trial."""
    body = _Body(type=TRIAL, timestamp=at.astimezone(UTC), data={"trial": delivery})
    return Message(id=message_id(None, delivery), body=msgspec.json.encode(body))
