"""Units with their staff, activities, who came, and who did which duty."""

from piccolo.columns import BigInt, BigSerial, Date, Integer, Serial
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from netralitas.accounts.tables import OrganisationRow
from netralitas.agreements.tables import AgreementRow, DutyRow
from netralitas.cases.domain import Theme
from netralitas.database.columns import one_of, readers, reference, words
from netralitas.prevention.domain import ActivityKind, ActivityState, Together
from netralitas.reference.tables import RegionRow


class UnitRow(Table, tablename="unit"):
    """A work unit of a local government and how many work there, as of a day."""

    id = Serial(primary_key=True)
    organisation = reference(OrganisationRow)
    code = words(unique=True)
    name = words()
    region = reference(RegionRow, null=True)
    staff = Integer(default=None)
    counted_on = Date(default=None)

    unit_staff_not_negative = Check("staff >= 0")


class ActivityRow(Table, tablename="activity"):
    """One activity, planned or held. Its id is the id of its stream of events."""

    id = BigInt(primary_key=True, default=None)
    organisation = reference(OrganisationRow)
    agreement = reference(AgreementRow, null=True)
    theme = words()
    kind = words()
    title = words()
    planned_on = Date(default=None)
    held_on = Date(null=True, default=None)
    region = reference(RegionRow)
    place = words(null=True)
    audience = words()
    together = words()
    state = words()
    readers = readers()

    activity_theme_known = one_of("theme", Theme)
    activity_kind_known = one_of("kind", ActivityKind)
    activity_together_known = one_of("together", Together)
    activity_state_known = one_of("state", ActivityState)
    activity_held_on_a_day = Check("(state = 'held') = (held_on IS NOT NULL)")


class AttendanceRow(Table, tablename="attendance"):
    """How many of a unit came to an activity."""

    id = BigSerial(primary_key=True)
    activity = reference(ActivityRow)
    unit = reference(UnitRow)
    present = Integer(default=None)

    attendance_positive = Check("present > 0")
    one_attendance_per_unit = Unique(columns=["activity", "unit"])


class DutyDoneRow(Table, tablename="duty_done"):
    """A duty of the agreement that its party did with this activity."""

    id = BigSerial(primary_key=True)
    activity = reference(ActivityRow)
    duty = reference(DutyRow)

    one_mark_per_duty = Unique(columns=["activity", "duty"])
