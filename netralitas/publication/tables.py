"""Releases: what is published of a case, in which version, and how many work in each group."""

from piccolo.columns import JSONB, Array, BigInt, BigSerial, Date, Integer, Serial, SmallInt
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from netralitas.accounts.tables import OrganisationRow
from netralitas.cases.domain import PositionClass
from netralitas.cases.tables import CaseFileRow, ProceedingRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.publication.domain import EndReason


class ReleaseRow(Table, tablename="release"):
    """A version of what one party publishes of a case: coarse attributes, and a sentence or none.

    `respondents` are the ids of those it speaks of; `attributes` is what protection left of them.
    `answer_by` is until when the other party was asked to answer, `published_at` from when anybody
    may read it. `code` is its address: random, given by the database, never absent. `ended_reason`
    is of a fixed list, `ended_note` a sentence that names nobody.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    proceeding = reference(ProceedingRow, unique=True)
    organisation = reference(OrganisationRow)
    other_party = reference(OrganisationRow, null=True)
    version = SmallInt(default=None)
    respondents = Array(base_column=BigInt())
    attributes = JSONB(default=None)
    summary = words(null=True)
    answer_by = Date(null=True, default=None)
    published_at = moment(null=True)
    ended_at = moment(null=True)
    code = words(null=True, unique=True)
    ended_reason = words(null=True)
    ended_note = words(null=True)
    readers = readers()

    release_ended_after_publishing = Check("ended_at IS NULL OR published_at IS NOT NULL")
    release_end_reason_known = one_of("ended_reason", EndReason)
    release_reason_with_its_end = Check("ended_reason IS NULL OR ended_at IS NOT NULL")
    one_release_per_version = Unique(columns=["case_file", "organisation", "version"])


class StaffGroupRow(Table, tablename="staff_group"):
    """How many work in a class of posts of a region, as of a day: what protection goes by."""

    id = Serial(primary_key=True)
    organisation = reference(OrganisationRow)
    position_class = words()
    staff = Integer(default=None)
    counted_on = Date(default=None)
    source = words()

    staff_group_position_known = one_of("position_class", PositionClass)
    staff_group_not_negative = Check("staff >= 0")
    one_group_per_class = Unique(columns=["organisation", "position_class"])
