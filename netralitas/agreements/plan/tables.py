"""What feeds an indicator of a work plan, and the figures that were entered by hand."""

from piccolo.columns import BigInt, BigSerial, SmallInt
from piccolo.constraints import Check
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.agreements.plan.domain import Aspect, Countable
from netralitas.agreements.tables import AgreementRow
from netralitas.cases.domain import Theme
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.evidence.tables import FileRow
from netralitas.prevention.domain import ActivityKind


class PlanFeedRow(Table, tablename="plan_feed"):
    """What is counted for an indicator, from when until when; at the most one at a time.

    The indicator is named by its place in a frozen version of the text: line of the plan, column,
    place in the cell, counted from 1.
    """

    id = BigSerial(primary_key=True)
    agreement = reference(AgreementRow)
    version = SmallInt(default=None)
    line = SmallInt(default=None)
    aspect = words()
    indicator = SmallInt(default=None)
    kind = words()
    theme = words(null=True)
    activity_kind = words(null=True)
    party = reference(OrganisationRow, null=True)
    officer = reference(OfficerRow)
    declared_at = moment()
    ended_at = moment(null=True)
    ended_by = reference(OfficerRow, null=True)
    readers = readers()

    plan_feed_aspect_known = one_of("aspect", Aspect)
    plan_feed_kind_known = one_of("kind", Countable)
    plan_feed_theme_known = one_of("theme", Theme)
    plan_feed_activity_kind_known = one_of("activity_kind", ActivityKind)
    plan_feed_ended_by_somebody = Check("(ended_at IS NULL) = (ended_by IS NULL)")


class PlanEntryRow(Table, tablename="plan_entry"):
    """A figure entered by hand for a year of an indicator, or for a month of it.

    `source` says what shows it, `file` is the paper itself. One that was wrong is withdrawn.
    """

    id = BigSerial(primary_key=True)
    agreement = reference(AgreementRow)
    version = SmallInt(default=None)
    line = SmallInt(default=None)
    aspect = words()
    indicator = SmallInt(default=None)
    year = SmallInt(default=None)
    month = SmallInt(null=True, default=None)
    amount = BigInt(default=None)
    source = words()
    file = reference(FileRow, null=True)
    officer = reference(OfficerRow)
    entered_at = moment()
    withdrawn_at = moment(null=True)
    withdrawn_by = reference(OfficerRow, null=True)
    readers = readers()

    plan_entry_aspect_known = one_of("aspect", Aspect)
    plan_entry_not_negative = Check("amount >= 0")
    plan_entry_month_of_a_year = Check("month >= 1 AND month <= 12")
    plan_entry_withdrawn_by_somebody = Check("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)")
