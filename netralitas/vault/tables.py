"""The vault: identities encrypted under a key that the database does not have."""

from piccolo.columns import BigSerial, Bytea
from piccolo.table import Table

from netralitas.cases.tables import CaseFileRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.vault.domain import Subject


class VaultEntryRow(Table, tablename="vault_entry"):
    """The identity of a reporter, informant or witness of a case, as ciphertext."""

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    subject = words()
    key_id = words()
    nonce = Bytea(default=None)
    ciphertext = Bytea(default=None)
    stored_at = moment()
    readers = readers()

    vault_subject_known = one_of("subject", Subject)
