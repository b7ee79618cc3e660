"""Packages that were handed over, and the proceedings that each of them is about."""

from piccolo.columns import BigSerial, Bytea, Date
from piccolo.table import Table

from netralitas.accounts.tables import OrganisationRow
from netralitas.audit.tables import EventRow
from netralitas.cases.tables import CaseFileRow, ProceedingRow
from netralitas.correspondence.tables import LetterRow
from netralitas.database.columns import moment, readers, reference


class PackageRow(Table, tablename="package"):
    """What one event handed to one office: the manifest as frozen, and its SHA-256.

    For an office outside the system: the digest of the sealed file last made, the keyed digest of
    the code by which receipt is confirmed, and when it was.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    event = reference(EventRow)
    sender = reference(OrganisationRow)
    receiver = reference(OrganisationRow)
    letter = reference(LetterRow, null=True)
    manifest = Bytea(default=None)
    digest = Bytea(default=None)
    frozen_at = moment()
    answer_by = Date(null=True, default=None)
    sealed_digest = Bytea(null=True, default=None)
    sealed_at = moment(null=True)
    code_digest = Bytea(null=True, default=None, unique=True)
    confirmed_at = moment(null=True)
    readers = readers()


class PackageProceedingRow(Table, tablename="package_proceeding"):
    """A proceeding that a package is about."""

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    package = reference(PackageRow)
    proceeding = reference(ProceedingRow)
    readers = readers()
