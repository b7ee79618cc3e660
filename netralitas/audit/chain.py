"""How an event becomes the bytes that are hashed: encoding 1, for anybody to recompute.

The canonical bytes of an event are one JSON object in UTF-8 without any space between its parts.
Its keys are the columns of `event` except `id`, `txid`, `canonical` and `hash`, each present, in
the order of their code points; keys inside `details` are ordered the same way. An absent value is
`null`; bytes are lower-case hexadecimal; a day is `YYYY-MM-DD`; a moment is UTC with six decimals,
`YYYY-MM-DDTHH:MM:SS.ffffffZ`. Only what JSON must escape is escaped: `\\"`, `\\\\`, `\\b`, `\\f`,
`\\n`, `\\r`, `\\t`, other characters below U+0020 as `\\u00xx`. In Python this is
`json.dumps(columns, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()`.

An event's hash is SHA-256 of these bytes. They contain `previous`, the hash of the event before it
in the stream (empty for the first). `commitment` is HMAC-SHA256 of the officer's words in UTF-8
under the key that is kept beside them, and erased with them.
"""

import hashlib
import hmac
from datetime import UTC, datetime
from typing import Any, Final

import msgspec

from netralitas.audit.domain import Event, Head

ENCODING: Final = 1
"""The number of the encoding above; a change of it gets a number of its own."""


class Unencodable(ValueError):  # noqa: N818 - names what the details are
    """The details of an event hold something that has no one way of being written."""


class Columns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The columns of an event in the words of encoding 1: hexadecimal bytes, moments as text.

    The fields stand in the order in which they are encoded.
    """

    actor: int
    basis: tuple[str, ...]
    commitment: str | None
    corrects: int | None
    details: dict[str, Any]
    encoding: int
    facts: tuple[str, ...]
    from_state: str | None
    happened_at: str | None
    happened_on: str | None
    kind: str
    name: str
    organisation: int
    precision: str
    previous: str
    proceeding: int | None
    readers: tuple[int, ...]
    recorded_at: str
    salt: str
    stream: int
    to_state: str | None
    version: int
    workflow: str | None
    workflow_version: int | None
    zone: str


_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER = msgspec.json.Decoder(Columns)


def canonical(event: Event, head: Head, salt: bytes, commitment: bytes | None) -> bytes:
    """Return the bytes of `event` as the one that follows `head`, in encoding 1.

    Raises Unencodable when `details` hold anything but objects with text keys, lists, text, whole
    numbers of 64 bits, truth values and null.
    """
    happened = event.happened
    details = dict(event.details)
    _check(details)
    return encode(
        Columns(
            actor=event.actor,
            basis=event.basis,
            commitment=None if commitment is None else commitment.hex(),
            corrects=event.corrects,
            details=details,
            encoding=ENCODING,
            facts=event.facts,
            from_state=event.from_state,
            happened_at=None if happened.at is None else moment_text(happened.at),
            happened_on=None if happened.on is None else happened.on.isoformat(),
            kind=event.kind,
            name=event.name,
            organisation=event.organisation,
            precision=happened.precision,
            previous=head.hash.hex(),
            proceeding=event.proceeding,
            readers=event.readers,
            recorded_at=moment_text(head.now),
            salt=salt.hex(),
            stream=event.stream,
            to_state=event.to_state,
            version=head.version + 1,
            workflow=event.workflow,
            workflow_version=event.workflow_version,
            zone=happened.zone,
        )
    )


def encode(columns: Columns) -> bytes:
    """Return the canonical bytes of `columns`: equal columns give equal bytes, others do not."""
    return json_bytes(columns)


def columns_of(canonical_bytes: bytes) -> Columns:
    """Return the columns that `canonical_bytes` state; ValueError when they are none."""
    return _DECODER.decode(canonical_bytes)


def json_bytes(value: object) -> bytes:
    """Return the one way in which encoding 1 writes `value`."""
    return _ENCODER.encode(value)


def event_hash(canonical_bytes: bytes) -> bytes:
    """Return the 32 bytes that the next event of the stream and the log refer to."""
    return hashlib.sha256(canonical_bytes).digest()


def commitment(key: bytes, text: str) -> bytes:
    """Return the 32 bytes that bind an event to `text` and tell nothing of it without `key`."""
    return hmac.digest(key, text.encode(), "sha256")


def moment_text(moment: datetime) -> str:
    """Return an aware `moment` in UTC with six decimals, as encoding 1 writes it."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _check(value: object) -> None:
    """Hold that the database gives `value` back as it was: floats and big numbers may not."""
    match value:
        case None | bool() | str():
            pass
        case int() if -(2**63) <= value < 2**63:
            pass
        case dict():
            if not all(isinstance(key, str) for key in value):
                raise Unencodable("details have a key that is not text")
            for inner in value.values():
                _check(inner)
        case list() | tuple():
            for inner in value:
                _check(inner)
        case _:
            raise Unencodable(f"details cannot hold {value!r}")
