"""Complaints about the service with their messages; where an office is reached; who is on duty."""

from piccolo.columns import Array, BigInt, BigSerial, Boolean, Bytea, Integer, Serial
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.service.domain import ComplaintState


class ServiceComplaintRow(Table, tablename="service_complaint"):
    """A complaint about the service. Its id is the id of its stream of events.

    `content` is sealed to the office, with the name of the key in front. `kept_out` are the
    officers it is about: row security hides it from them.
    """

    id = BigInt(primary_key=True, default=None)
    organisation = reference(OrganisationRow)
    number = words()
    digest = Bytea(default=None, unique=True)
    mailbox = Bytea(default=None)
    content = Bytea(default=None)
    proved = Boolean(default=False)
    state = words()
    sent_at = moment()
    due_at = moment(null=True)
    answered_at = moment(null=True)
    closed_at = moment(null=True)
    kept_out = Array(base_column=Integer(), null=False)
    readers = readers()

    service_complaint_state_known = one_of("state", ComplaintState)


class ServiceMessageRow(Table, tablename="service_message"):
    """A message about a complaint, sealed once for each side; without an officer: of its sender."""

    id = BigSerial(primary_key=True)
    complaint = reference(ServiceComplaintRow)
    officer = reference(OfficerRow, null=True)
    for_office = Bytea(default=None)
    for_sender = Bytea(default=None)
    written_at = moment()
    kept_out = Array(base_column=Integer(), null=False)
    readers = readers()


class ServiceProfileRow(Table, tablename="service_profile"):
    """What an office says of its service, as everybody reads it."""

    organisation = reference(OrganisationRow, primary_key=True)
    address = words()
    telephone = words()
    email = words()
    competence = words(null=True)
    supervision = words(null=True)
    evaluation = words(null=True)


class ServiceDutyRow(Table, tablename="service_duty"):
    """Who is on duty, as everybody reads it: a post and its hours; an officer only by choice."""

    id = Serial(primary_key=True)
    organisation = reference(OrganisationRow)
    post = words()
    hours = words()
    officer = reference(OfficerRow, null=True)
