"""Pieces of evidence, and files on their way to become some."""

from piccolo.columns import BigInt, BigSerial, Bytea, Date, Integer
from piccolo.constraints import Unique
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow
from netralitas.audit.tables import StreamRow
from netralitas.cases.tables import CaseFileRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.documents.tables import DocumentRow
from netralitas.evidence.exhibits.domain import Nature, Origin


class ExhibitRow(Table, tablename="exhibit"):
    """A piece of evidence, made by a trigger with each paper of that kind.

    `ordinal` counts from 1 without a gap in its case; `stream` is the chain of all who used it,
    None until somebody did.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    document = reference(DocumentRow, unique=True)
    ordinal = Integer(default=None)
    stream = reference(StreamRow, null=True)
    nature = words()
    origin = words(null=True)
    obtained_on = Date(null=True, default=None)
    description = words(null=True)
    readers = readers()

    one_exhibit_per_ordinal = Unique(columns=["case_file", "ordinal"])
    exhibit_nature_known = one_of("nature", Nature)
    exhibit_origin_known = one_of("origin", Origin)


class ExhibitUploadRow(Table, tablename="exhibit_upload"):
    """A file that arrives for a case piece by piece; whole once it has a digest.

    `mark` knows the same file again and tells nothing of its name; `extension` is the end of it.
    """

    token = Bytea(primary_key=True, default=None)
    case_file = reference(CaseFileRow)
    officer = reference(OfficerRow)
    mark = Bytea(default=None)
    extension = words()
    size = BigInt(default=None)
    received = BigInt(default=0)
    digest = Bytea(null=True, default=None)
    media_type = words(null=True)
    scan = words(null=True)
    touched_at = moment()
    readers = readers()
