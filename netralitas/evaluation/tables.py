"""Meetings with agenda, presence and decisions, and the figures frozen for them."""

from piccolo.columns import BigInt, BigSerial, Bytea, Date, Integer, SmallInt
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from netralitas.accounts.tables import OrganisationRow
from netralitas.agreements.tables import AgreementRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.evaluation.domain import MeetingKind, MeetingState


class MeetingRow(Table, tablename="meeting"):
    """One meeting of the parties. Its id is the id of its stream of events."""

    id = BigInt(primary_key=True, default=None)
    organisation = reference(OrganisationRow)
    agreement = reference(AgreementRow, null=True)
    kind = words()
    title = words()
    planned_on = Date(default=None)
    held_on = Date(null=True, default=None)
    place = words()
    state = words()
    minutes = words(null=True)
    readers = readers()

    meeting_kind_known = one_of("kind", MeetingKind)
    meeting_state_known = one_of("state", MeetingState)
    meeting_held_on_a_day = Check("(state = 'held') = (held_on IS NOT NULL)")


class AgendaItemRow(Table, tablename="agenda_item"):
    """A point of the agenda that somebody put there; open decisions stand on it by themselves.

    `origin` is the code of what proposed it, null for what somebody wrote.
    """

    id = BigSerial(primary_key=True)
    meeting = reference(MeetingRow)
    ordinal = SmallInt(default=None)
    text = words()
    origin = words(null=True)

    one_item_per_place = Unique(columns=["meeting", "ordinal"])


class PresenceRow(Table, tablename="presence"):
    """How many of an organisation were there, and in which capacities."""

    id = BigSerial(primary_key=True)
    meeting = reference(MeetingRow)
    organisation = reference(OrganisationRow)
    persons = Integer(default=None)
    capacity = words()

    presence_positive = Check("persons > 0")
    one_presence_per_organisation = Unique(columns=["meeting", "organisation"])


class DecisionRow(Table, tablename="decision"):
    """What was decided: who does it by when; it stands on every later agenda until it is done."""

    id = BigSerial(primary_key=True)
    meeting = reference(MeetingRow)
    ordinal = SmallInt(default=None)
    text = words()
    organisation = reference(OrganisationRow)
    due_on = Date(default=None)
    done_on = Date(null=True, default=None)
    readers = readers()

    one_decision_per_place = Unique(columns=["meeting", "ordinal"])


class SnapshotRow(Table, tablename="snapshot"):
    """Indicators frozen for a meeting: the canonical bytes, and from how much of the log."""

    id = BigSerial(primary_key=True)
    meeting = reference(MeetingRow, unique=True)
    organisation = reference(OrganisationRow)
    position = BigInt(default=None)
    definition = SmallInt(default=None)
    content = Bytea(default=None)
    digest = Bytea(default=None)
    taken_at = moment()
    readers = readers()

    snapshot_position_not_negative = Check("position >= 0")
