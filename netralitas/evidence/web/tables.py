"""The register of addresses, and what was captured of them."""

from piccolo.columns import BigInt, BigSerial, Date, SmallInt
from piccolo.constraints import Check
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.cases.tables import CaseFileRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.evidence.tables import FileRow
from netralitas.evidence.web.domain import (
    CaptureState,
    Category,
    Finder,
    Platform,
    Problem,
    Shot,
    StampVerdict,
    Taker,
)


class WebAddressRow(Table, tablename="web_address"):
    """An address under the oversight of internet content. Its id is the id of its stream.

    `number` is that of the letter by which it was asked to take it down; `case_file` the case of
    the finding that was opened from it.
    """

    id = BigInt(primary_key=True, default=None)
    organisation = reference(OrganisationRow)
    url = words()
    platform = words()
    account = words(null=True)
    category = words()
    finder = words()
    seen_on = Date(default=None)
    note = words(null=True)
    number = words(null=True)
    asked_of = words(null=True)
    asked_on = Date(null=True, default=None)
    done_on = Date(null=True, default=None)
    case_file = reference(CaseFileRow, null=True)
    entered_at = moment()
    readers = readers()

    web_address_platform_known = one_of("platform", Platform)
    web_address_category_known = one_of("category", Category)
    web_address_finder_known = one_of("finder", Finder)
    web_address_taker_known = one_of("asked_of", Taker)
    web_address_asked_whole = Check("(asked_on IS NULL) = (asked_of IS NULL)")
    web_address_done_after_asked = Check("done_on >= asked_on")


class CaptureRow(Table, tablename="capture"):
    """One asking for a page: why it failed, or what was kept of it. Done or failed, it stays so.

    `tries` is how often it was begun in vain. Files are named by their digests; `warc_stamp` and
    `picture_stamp` are the raw replies of the time stamping authority.
    """

    id = BigSerial(primary_key=True)
    web_address = reference(WebAddressRow, null=True)
    case_file = reference(CaseFileRow, null=True)
    organisation = reference(OrganisationRow)
    asked_by = reference(OfficerRow)
    url = words()
    asked_at = moment()
    state = words()
    tries = SmallInt(default=0)
    problem = words(null=True)
    final_url = words(null=True)
    status = SmallInt(null=True, default=None)
    warc = reference(FileRow, null=True)
    warc_verdict = words()
    warc_stamped_at = moment(null=True)
    warc_stamp = reference(FileRow, null=True)
    shot = words()
    picture = reference(FileRow, null=True)
    picture_verdict = words()
    picture_stamped_at = moment(null=True)
    picture_stamp = reference(FileRow, null=True)
    finished_at = moment(null=True)
    readers = readers()

    capture_state_known = one_of("state", CaptureState)
    capture_problem_known = one_of("problem", Problem)
    capture_shot_known = one_of("shot", Shot)
    capture_warc_verdict_known = one_of("warc_verdict", StampVerdict)
    capture_picture_verdict_known = one_of("picture_verdict", StampVerdict)
    capture_belongs_somewhere = Check("web_address IS NOT NULL OR case_file IS NOT NULL")
    capture_done_with_warc = Check("(state = 'done') = (warc IS NOT NULL)")
    capture_finished_when_over = Check("(state = 'waiting') = (finished_at IS NULL)")
