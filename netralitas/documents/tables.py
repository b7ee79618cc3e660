"""Papers of a case: what was attached, on which event, and who may read it."""

from piccolo.columns import BigInt, BigSerial
from piccolo.table import Table

from netralitas.audit.tables import EventRow
from netralitas.cases.tables import CaseFileRow, ProceedingRow
from netralitas.database.columns import one_of, readers, reference, words
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.tables import FileRow


class DocumentRow(Table, tablename="document"):
    """A paper attached to a case by an event: study, minutes, list of evidence, letter."""

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    proceeding = reference(ProceedingRow, null=True)
    event = reference(EventRow)
    kind = words()
    title = words()
    file = reference(FileRow)
    letter = BigInt(null=True, default=None)
    readers = readers()

    document_kind_known = one_of("kind", DocumentKind)
