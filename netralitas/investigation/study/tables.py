"""A study in its versions, what readers say of it, and who read it as the second person."""

from piccolo.columns import JSONB, BigSerial, SmallInt
from piccolo.constraints import Unique
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow
from netralitas.audit.tables import EventRow
from netralitas.cases.tables import CaseFileRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.investigation.study.domain import Section, Verdict


class StudyVersionRow(Table, tablename="study_version"):
    """One version of the study of a case, whole; a further one is another row."""

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    number = SmallInt(default=None)
    officer = reference(OfficerRow)
    event = reference(EventRow)
    written_at = moment()
    content = JSONB(default=None)
    readers = readers()

    one_version_per_number = Unique(columns=["case_file", "number"])


class StudyCommentRow(Table, tablename="study_comment"):
    """A comment on a section of a study; open while nobody resolved it."""

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    section = words()
    text = words()
    officer = reference(OfficerRow)
    event = reference(EventRow)
    written_at = moment()
    resolved_by = reference(OfficerRow, null=True)
    resolved_at = moment(null=True)
    readers = readers()

    study_comment_section_known = one_of("section", Section)


class StudyReadingRow(Table, tablename="study_reading"):
    """What a second reader said of one version."""

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    version = SmallInt(default=None)
    officer = reference(OfficerRow)
    event = reference(EventRow)
    verdict = words()
    reason = words(null=True)
    read_at = moment()
    readers = readers()

    study_reading_verdict_known = one_of("verdict", Verdict)
