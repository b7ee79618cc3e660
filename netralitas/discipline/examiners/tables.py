"""Members of a team or council, each of one proceeding; read by their own office alone."""

from piccolo.columns import BigSerial
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow
from netralitas.audit.tables import EventRow
from netralitas.cases.domain import PositionClass
from netralitas.cases.tables import CaseFileRow, ProceedingRow
from netralitas.database.columns import one_of, readers, reference, words
from netralitas.discipline.examiners.domain import Body, Part, Represents


class ExaminerRow(Table, tablename="examiner"):
    """A member of the body that examines one respondent; `left_by` ended the membership.

    `officer` is their account where they have one: whoever examined does not audit the case.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    proceeding = reference(ProceedingRow)
    event = reference(EventRow)
    body = words()
    part = words()
    represents = words()
    name = words()
    position = words(null=True)
    position_class = words()
    officer = reference(OfficerRow, null=True)
    left_by = reference(EventRow, null=True)
    readers = readers()

    examiner_body_known = one_of("body", Body)
    examiner_part_known = one_of("part", Part)
    examiner_represents_known = one_of("represents", Represents)
    examiner_position_known = one_of("position_class", PositionClass)
