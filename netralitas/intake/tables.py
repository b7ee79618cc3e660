"""The codes on receipts, by which a reporter follows the matter."""

from piccolo.columns import Bytea
from piccolo.table import Table

from netralitas.cases.tables import CaseFileRow
from netralitas.database.columns import readers, reference, words


class ReceiptCodeRow(Table, tablename="receipt_code"):
    """The code of a receipt: its digest to find the case, and sealed to print it again."""

    case_file = reference(CaseFileRow, primary_key=True)
    digest = Bytea(default=None, unique=True)
    key_id = words()
    nonce = Bytea(default=None)
    ciphertext = Bytea(default=None)
    readers = readers()
