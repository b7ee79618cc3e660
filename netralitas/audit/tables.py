"""The record: streams, events, their notes, and the log of leaves."""

from piccolo.columns import (
    JSONB,
    Array,
    BigInt,
    BigSerial,
    Bytea,
    Date,
    Integer,
    SmallInt,
    Text,
)
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.audit.domain import EventKind, Precision
from netralitas.database.columns import moment, one_of, readers, reference, words


class StreamRow(Table, tablename="stream"):
    """A chain of events: its length and the hash of its last event."""

    id = BigSerial(primary_key=True)
    kind = words()
    version = Integer(default=0)
    hash = Bytea(default=None)


class EventRow(Table, tablename="event"):
    """What happened, for good: no column can be changed and no row removed."""

    id = BigSerial(primary_key=True)
    stream = reference(StreamRow)
    version = Integer(default=None)
    kind = words()
    name = words()
    workflow = words(null=True)
    workflow_version = SmallInt(null=True, default=None)
    proceeding = BigInt(null=True, default=None)
    from_state = words(null=True)
    to_state = words(null=True)
    corrects = reference("self", null=True)
    actor = reference(OfficerRow)
    organisation = reference(OrganisationRow)
    readers = readers()
    precision = words()
    happened_on = Date(null=True, default=None)
    happened_at = moment(null=True)
    zone = words()
    recorded_at = moment()
    facts = Array(base_column=Text())
    basis = Array(base_column=Text())
    details = JSONB(default=None)
    salt = Bytea(default=None)
    commitment = Bytea(null=True, default=None)
    encoding = SmallInt(default=None)
    canonical = Bytea(default=None)
    previous = Bytea(default=None)
    hash = Bytea(default=None)

    one_event_per_version = Unique(columns=["stream", "version"])
    event_kind_known = one_of("kind", EventKind)
    event_precision_known = one_of("precision", Precision)


class EventNoteRow(Table, tablename="event_note"):
    """The officer's words on an event, with the key of their commitment; both can be erased."""

    event = reference(EventRow, primary_key=True)
    case_file = BigInt(null=True, default=None)
    readers = readers()
    text = words(null=True)
    key = Bytea(null=True, default=None)
    erased_at = moment(null=True)

    erased_as_a_whole = Check("(text IS NULL) = (key IS NULL)")


class LogPendingRow(Table, tablename="log_pending"):
    """Events that wait for their place in the log; filled by a trigger."""

    event = BigInt(primary_key=True, default=None)


class LogLeafRow(Table, tablename="log_leaf"):
    """A leaf of the log: position from 0 without gaps.

    It stands for an event, or for the seal of a receipt (inbox.receipt_seal), or it is padding.
    """

    position = BigInt(primary_key=True, default=None)
    event = reference(EventRow, unique=True, null=True)
    receipt = BigInt(unique=True, null=True, default=None)
    hash = Bytea(default=None)

    stands_for_one_thing = Check("event IS NULL OR receipt IS NULL")


class LogTileRow(Table, tablename="log_tile"):
    """Up to 256 hashes of one level of the tree, 32 bytes each."""

    id = BigSerial(primary_key=True)
    level = SmallInt(default=None)
    position = BigInt(default=None)
    hashes = Bytea(default=None)

    one_tile_per_place = Unique(columns=["level", "position"])


class LogHeadRow(Table, tablename="log_head"):
    """A signed head: how many leaves, their root, and the signed note that says so."""

    size = BigInt(primary_key=True, default=None)
    root = Bytea(default=None)
    note = words()
    signed_at = moment()
