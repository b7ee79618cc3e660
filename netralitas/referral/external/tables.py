"""Records of other systems, one row for each time that somebody told us what stands there."""

from piccolo.columns import BigSerial, Date
from piccolo.table import Table

from netralitas.audit.domain import Precision
from netralitas.audit.tables import EventRow
from netralitas.cases.tables import CaseFileRow, RespondentRow
from netralitas.database.columns import one_of, readers, reference, words
from netralitas.documents.tables import DocumentRow
from netralitas.imports.tables import ImportBatchRow
from netralitas.referral.external.domain import ExternalStanding, ExternalSystem


class ExternalRecordRow(Table, tablename="external_record"):
    """What a system outside said of a respondent on a day, in its words and in ours.

    `number` is as printed there, empty where it is not known; `according_to` is who told us,
    `document` the dated proof. A later row does not replace an earlier one.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    respondent = reference(RespondentRow)
    event = reference(EventRow)
    system = words()
    number = words()
    standing = words()
    said = words()
    as_of = Date(null=True, default=None)
    as_of_precision = words()
    according_to = words()
    document = reference(DocumentRow, null=True)
    batch = reference(ImportBatchRow, null=True)
    readers = readers()

    external_record_system_known = one_of("system", ExternalSystem)
    external_record_standing_known = one_of("standing", ExternalStanding)
    external_record_precision_known = one_of("as_of_precision", Precision)
