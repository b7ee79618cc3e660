"""Preliminary studies as they were saved: each saving is a version, none is ever changed."""

from piccolo.columns import JSONB, BigSerial, SmallInt
from piccolo.constraints import Unique
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow
from netralitas.audit.tables import EventRow
from netralitas.cases.tables import CaseFileRow
from netralitas.database.columns import moment, readers, reference


class PreliminaryStudyRow(Table, tablename="preliminary_study"):
    """One version of the preliminary study of a case, by the event that saved or finished it.

    `finished` is the event by which it was finished; null: a draft.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    version = SmallInt(default=None)
    content = JSONB(default=None)
    officer = reference(OfficerRow)
    event = reference(EventRow)
    finished = reference(EventRow, null=True)
    written_at = moment()
    readers = readers()

    one_study_per_version = Unique(columns=["case_file", "version"])
