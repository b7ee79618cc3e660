"""Files by digest: what is kept, never where it came from."""

from piccolo.columns import BigInt, Bytea
from piccolo.table import Table

from netralitas.database.columns import moment, words


class FileRow(Table, tablename="file"):
    """A file kept under its SHA-256; the same bytes are kept once."""

    digest = Bytea(primary_key=True, default=None)
    size = BigInt(default=None)
    media_type = words()
    stored_at = moment()
