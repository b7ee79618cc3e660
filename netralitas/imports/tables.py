"""Imports as a whole, and the staff lists that came in by them."""

from piccolo.columns import JSONB, BigSerial, Bytea, Integer
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.database.columns import moment, readers, reference, words


class ImportBatchRow(Table, tablename="import_batch"):
    """A table that was taken in: from which source, with which columns; perhaps taken back."""

    id = BigSerial(primary_key=True)
    kind = words()
    source = words()
    organisation = reference(OrganisationRow)
    officer = reference(OfficerRow)
    digest = Bytea(default=None)
    columns = JSONB(default=None)
    rows = Integer(default=None)
    imported_at = moment()
    undone_at = moment(null=True)
    readers = readers()


class StaffRow(Table, tablename="staff"):
    """A person on a staff list, as the list says; `employer` is the office that keeps it."""

    id = BigSerial(primary_key=True)
    batch = reference(ImportBatchRow)
    name = words()
    employment = words()
    position_class = words()
    position = words(null=True)
    unit = words(null=True)
    employer = words(null=True)
    grade = words(null=True)
    nip_cipher = Bytea(null=True, default=None)
    nip_digest = Bytea(null=True, default=None, index=True)
    nip_last = words(null=True)
    readers = readers()


class StaffKeyRow(Table, tablename="staff_key"):
    """By what a person on a staff list is found: the sound of each part of the name."""

    id = BigSerial(primary_key=True)
    staff = reference(StaffRow)
    key = words()
    readers = readers()
