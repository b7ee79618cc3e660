"""Hand-overs of static archives, and the cases that each holds as they were bundled for it."""

from piccolo.columns import BigInt, Bytea, Date, Integer, Serial
from piccolo.constraints import Unique
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.cases.tables import CaseFileRow
from netralitas.database.columns import moment, readers, reference, words
from netralitas.evidence.tables import FileRow


class ArchiveHandoverRow(Table, tablename="archive_handover"):
    """A hand-over of static archives; with its minutes it is closed, and changes no more.

    `cases` is how many it holds: to whoever sees fewer, it is not there.
    """

    id = Serial(primary_key=True)
    organisation = reference(OrganisationRow)
    receiver = words()
    verification = words()
    giver = words()
    giver_post = words()
    taker = words()
    taker_post = words()
    opened_by = reference(OfficerRow)
    opened_at = moment()
    number = words(null=True)
    handed_on = Date(null=True, default=None)
    minutes = reference(FileRow, null=True)
    cases = Integer(default=0)
    closed_at = moment(null=True)
    scan = reference(FileRow, null=True)
    readers = readers()


class ArchivedCaseRow(Table, tablename="archived_case"):
    """A case of a hand-over: `frozen` is its bundle without the originals, which are files.

    `bundle` is the digest that stands for every file, `size` that of the originals in bytes.
    """

    id = Serial(primary_key=True)
    handover = reference(ArchiveHandoverRow)
    case_file = reference(CaseFileRow)
    number = words()
    year = Integer(default=None)
    bundle = Bytea(default=None)
    frozen = Bytea(default=None)
    papers = Integer(default=None)
    size = BigInt(default=None)
    made_at = moment()
    readers = readers()

    handed_over_once = Unique(columns=["case_file"])
