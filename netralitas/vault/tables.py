"""The vault: identities encrypted under a key that the database does not have."""

from piccolo.columns import BigSerial, Bytea
from piccolo.table import Table

from netralitas.audit.tables import EventRow
from netralitas.cases.tables import CaseFileRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.vault.domain import Subject


class VaultEntryRow(Table, tablename="vault_entry"):
    """The identity of a reporter, informant or witness of a case, as ciphertext.

    Once erased it is empty and says by which event; that there was one stays.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    subject = words()
    key_id = words()
    nonce = Bytea(default=None)
    ciphertext = Bytea(default=None)
    stored_at = moment()
    erased_by = reference(EventRow, null=True)
    readers = readers()

    vault_subject_known = one_of("subject", Subject)
