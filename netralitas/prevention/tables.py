"""Units with their staff, activities, who came, what was made of them, who did which duty."""

from piccolo.columns import BigInt, BigSerial, Boolean, Date, Integer, Serial, SmallInt, Time
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from netralitas.accounts.tables import OrganisationRow
from netralitas.agreements.tables import AgreementRow, DutyRow
from netralitas.cases.domain import Theme
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.evidence.tables import FileRow
from netralitas.prevention.domain import (
    ActivityKind,
    ActivityState,
    FileUse,
    Fund,
    Platform,
    Together,
)
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
    """One activity, planned, announced or held. Its id is the id of its stream of events.

    `begins_at` and `ends_at` are local times of its day; `announced_at` is since when the public
    agenda shows it, with `notice`. Only a change of service hours is about no theme. `cost` is in
    rupiah; `outcome` says in words what came of it.
    """

    id = BigInt(primary_key=True, default=None)
    organisation = reference(OrganisationRow)
    agreement = reference(AgreementRow, null=True)
    theme = words(null=True)
    kind = words()
    title = words()
    planned_on = Date(default=None)
    held_on = Date(null=True, default=None)
    region = reference(RegionRow)
    place = words(null=True)
    audience = words()
    together = words()
    state = words()
    begins_at = Time(null=True, default=None)
    ends_at = Time(null=True, default=None)
    announced_at = moment(null=True)
    notice = words(null=True)
    fund = words(null=True)
    cost = BigInt(null=True, default=None)
    outcome = words(null=True)
    readers = readers()

    activity_theme_known = one_of("theme", Theme)
    activity_kind_known = one_of("kind", ActivityKind)
    activity_together_known = one_of("together", Together)
    activity_state_known = one_of("state", ActivityState)
    activity_fund_known = one_of("fund", Fund)
    activity_held_on_a_day = Check("(state = 'held') = (held_on IS NOT NULL)")
    activity_has_a_theme = Check("theme IS NOT NULL OR kind = 'hours_change'")
    activity_cost_not_negative = Check("cost >= 0")


class InvitedRow(Table, tablename="invited"):
    """A unit for which an activity is meant."""

    id = BigSerial(primary_key=True)
    activity = reference(ActivityRow)
    unit = reference(UnitRow)
    readers = readers()

    one_invitation_per_unit = Unique(columns=["activity", "unit"])


class AttendanceRow(Table, tablename="attendance"):
    """How many of a unit came to an activity."""

    id = BigSerial(primary_key=True)
    activity = reference(ActivityRow)
    unit = reference(UnitRow)
    present = Integer(default=None)

    attendance_positive = Check("present > 0")
    one_attendance_per_unit = Unique(columns=["activity", "unit"])


class SpeakerRow(Table, tablename="speaker"):
    """Who speaks at an activity, in which capacity, from where."""

    id = BigSerial(primary_key=True)
    activity = reference(ActivityRow)
    ordinal = SmallInt(default=None)
    name = words()
    capacity = words()
    readers = readers()

    one_speaker_per_place = Unique(columns=["activity", "ordinal"])


class ActivityFileRow(Table, tablename="activity_file"):
    """A file of an activity: material, photo, proof, list. `shared` ones are in the public library.

    Of a photo `view` is the copy that is shown, without what the camera wrote into it.
    """

    id = BigSerial(primary_key=True)
    activity = reference(ActivityRow)
    use = words()
    title = words()
    file = reference(FileRow)
    view = reference(FileRow, null=True)
    shared = Boolean(default=None)
    added_at = moment()
    readers = readers()

    activity_file_use_known = one_of("use", FileUse)


class MediaPostRow(Table, tablename="media_post"):
    """A post about an activity by a party: where, when, how many it reached as of a day."""

    id = BigSerial(primary_key=True)
    activity = reference(ActivityRow)
    organisation = reference(OrganisationRow)
    platform = words()
    address = words()
    posted_on = Date(default=None)
    reach = BigInt(null=True, default=None)
    reach_on = Date(null=True, default=None)
    readers = readers()

    media_post_platform_known = one_of("platform", Platform)
    media_post_reach_not_negative = Check("reach >= 0")
    media_post_reach_of_a_day = Check("(reach IS NULL) = (reach_on IS NULL)")


class DutyDoneRow(Table, tablename="duty_done"):
    """A duty of the agreement that its party did with this activity, and what shows it."""

    id = BigSerial(primary_key=True)
    activity = reference(ActivityRow)
    duty = reference(DutyRow)
    note = words(null=True)
    file = reference(ActivityFileRow, null=True)
    post = reference(MediaPostRow, null=True)

    one_mark_per_duty = Unique(columns=["activity", "duty"])
