"""What intake keeps: codes of receipts, how a report was made, drafts, uploads, messages."""

from piccolo.columns import BigInt, BigSerial, Boolean, Bytea, Integer
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.cases.tables import CaseFileRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.intake.domain import Confidentiality, ReporterKind


class ReceiptCodeRow(Table, tablename="receipt_code"):
    """The code of a receipt: its digest to find the case, and sealed to print it again.

    A code that was made on the public site is known to its holder alone: nothing is sealed.
    `mailbox` is the public key to which answers are sealed; its private half follows from the code.
    """

    case_file = reference(CaseFileRow, primary_key=True)
    digest = Bytea(default=None, unique=True)
    key_id = words(null=True)
    nonce = Bytea(null=True, default=None)
    ciphertext = Bytea(null=True, default=None)
    mailbox = Bytea(null=True, default=None)
    readers = readers()


class ReportingRow(Table, tablename="reporting"):
    """How a matter was brought: how openly, by whom in law, what was seen at the desk. No identity.

    Of a finding: the officer who found it, in which post, and the report of the supervision.
    """

    case_file = reference(CaseFileRow, primary_key=True)
    confidentiality = words()
    reporter_kind = words(null=True)
    by_proxy = Boolean(null=True, default=None)
    identity_seen = Boolean(null=True, default=None)
    finder = words(null=True)
    finder_position = words(null=True)
    supervision = words(null=True)
    readers = readers()

    reporting_confidentiality_known = one_of("confidentiality", Confidentiality)
    reporting_kind_known = one_of("reporter_kind", ReporterKind)


class CaseMessageRow(Table, tablename="case_message"):
    """A message between the office and whoever holds the code, sealed once for each of them."""

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    officer = reference(OfficerRow, null=True)
    for_office = Bytea(default=None)
    for_reporter = Bytea(default=None)
    written_at = moment()
    read_at = moment(null=True)
    readers = readers()


class DeskDraftRow(Table, tablename="desk_draft"):
    """A form of the desk as far as it is filled in, sealed; afterwards, which case it became.

    `token` is random and stands in the form: the same form sent twice is one case.
    """

    token = Bytea(primary_key=True, default=None)
    officer = reference(OfficerRow)
    organisation = reference(OrganisationRow)
    kind = words()
    key_id = words(null=True)
    nonce = Bytea(null=True, default=None)
    ciphertext = Bytea(null=True, default=None)
    version = Integer(default=1)
    touched_at = moment()
    case_file = reference(CaseFileRow, null=True)
    readers = readers()


class UploadRow(Table, tablename="upload"):
    """A file that is arriving piece by piece for a draft; with a digest it is whole and kept.

    Its name is sealed: it may be somebody's.
    """

    id = BigSerial(primary_key=True)
    draft = reference(DeskDraftRow)
    token = Bytea(default=None, unique=True)
    name = Bytea(default=None)
    size = BigInt(default=None)
    received = BigInt(default=0)
    digest = Bytea(null=True, default=None)
    media_type = words(null=True)
    touched_at = moment()
    readers = readers()
