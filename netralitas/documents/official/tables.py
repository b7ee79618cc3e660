"""Papers as issued, the numbers they bear, and the templates of the offices."""

from piccolo.columns import JSONB, BigSerial, Bytea, Date, Integer
from piccolo.columns import Text as TextColumn
from piccolo.constraints import Unique
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.cases.tables import CaseFileRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.documents.official.domain import PageSize
from netralitas.evidence.tables import FileRow


class PaperTemplateRow(Table, tablename="paper_template"):
    """A version of how an office words one of its papers; a newer one leaves it as it is.

    `texts` are paragraphs with named places: before the body, after it; `copies` who gets one.
    """

    id = BigSerial(primary_key=True)
    organisation = reference(OrganisationRow)
    paper = words()
    version = Integer(default=None)
    letterhead = JSONB(default=None)
    size = words()
    pattern = words(null=True)
    opening = JSONB(default=None)
    closing = JSONB(default=None)
    copies = JSONB(default=None)
    signatory_label = words()
    signatory_name = words()
    made_by = reference(OfficerRow)
    made_at = moment()
    readers = readers()

    paper_template_size_known = one_of("size", PageSize)
    one_template_per_version = Unique(columns=["organisation", "paper", "version"])


class PaperNumberRow(Table, tablename="paper_number"):
    """A number that a paper of an office bears, given or as printed: never again."""

    id = BigSerial(primary_key=True)
    organisation = reference(OrganisationRow)
    register = words()
    printed = words()

    one_paper_per_number = Unique(columns=["organisation", "register", "printed"])


class OfficialPaperRow(Table, tablename="official_paper"):
    """A paper as issued: its files by digest, and all that was printed, to print it again.

    `frozen` is JSON, byte for byte as it was printed, and `frozen_digest` its SHA-256. `code` is
    what its reader verifies it by; `scan` is the signed paper, once it was brought back.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    organisation = reference(OrganisationRow)
    paper = words()
    template = reference(PaperTemplateRow, null=True)
    number = words(null=True)
    printed_reason = words(null=True)
    issued_on = Date(default=None)
    issued_by = reference(OfficerRow)
    issued_at = moment()
    pdf = reference(FileRow)
    docx = reference(FileRow)
    frozen = TextColumn(default=None)
    frozen_digest = Bytea(default=None)
    code = words(unique=True)
    scan = reference(FileRow, null=True)
    readers = readers()
