"""Task forces and liaison officers with their members, and who is on duty on which day."""

from piccolo.columns import BigInt, BigSerial, Date, Time
from piccolo.constraints import Check
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.agreements.tables import AgreementRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.exchange.forces.domain import ForceKind, Post


class TaskForceRow(Table, tablename="task_force"):
    """A task force, or the liaison officers that a party names; its id is that of its stream.

    `decreed_by` is empty where all parties decreed it together; `valid_to` is the last day of the
    decree, `ended_on` the last one where it ended before that.
    """

    id = BigInt(primary_key=True, default=None)
    agreement = reference(AgreementRow)
    kind = words()
    name = words()
    decree_number = words()
    decree_on = Date(default=None)
    decreed_by = reference(OrganisationRow, null=True)
    valid_from = Date(default=None)
    valid_to = Date(null=True, default=None)
    ended_on = Date(null=True, default=None)
    tasks = words()
    officer = reference(OfficerRow)
    readers = readers()

    task_force_kind_known = one_of("kind", ForceKind)
    task_force_has_a_term = Check("valid_to IS NULL OR valid_to >= valid_from")


class TaskForceMemberRow(Table, tablename="task_force_member"):
    """Somebody whom a decree names, with their office and capacity; ended, never taken away."""

    id = BigSerial(primary_key=True)
    force = reference(TaskForceRow)
    name = words()
    organisation = reference(OrganisationRow)
    capacity = words()
    post = words()
    contact = words(null=True)
    valid_from = Date(default=None)
    valid_to = Date(null=True, default=None)
    officer = reference(OfficerRow)
    readers = readers()

    task_force_post_known = one_of("post", Post)


class DutyShiftRow(Table, tablename="duty_shift"):
    """Who is on duty on a day, from when to when; `cancelled_at` once that was taken back."""

    id = BigSerial(primary_key=True)
    force = reference(TaskForceRow)
    member = reference(TaskForceMemberRow)
    on_day = Date(default=None)
    begins_at = Time(default=None)
    ends_at = Time(default=None)
    place = words(null=True)
    cancelled_at = moment(null=True)
    officer = reference(OfficerRow)
    readers = readers()

    duty_shift_has_a_length = Check("ends_at > begins_at")
