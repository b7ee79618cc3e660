"""Which case came from which line of an old register."""

from piccolo.columns import JSONB, BigSerial, Integer
from piccolo.constraints import Unique
from piccolo.table import Table

from netralitas.accounts.tables import OrganisationRow
from netralitas.cases.tables import CaseFileRow
from netralitas.database.columns import readers, reference, words
from netralitas.imports.tables import ImportBatchRow


class ImportedCaseRow(Table, tablename="imported_case"):
    """A case that came from a register; `key` is what the file calls it, once for an office.

    `unplaced` is what the line said and no field of a case holds: kept as it was written.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    organisation = reference(OrganisationRow)
    batch = reference(ImportBatchRow)
    line = Integer(default=None)
    key = words()
    unplaced = JSONB(default=None)
    readers = readers()

    one_imported_case_per_key = Unique(columns=["organisation", "key"])
