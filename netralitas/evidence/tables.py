"""Files by digest: what is kept and whether it still is; never where it came from."""

from piccolo.columns import Array, BigInt, BigSerial, Bytea
from piccolo.table import Table

from netralitas.database.columns import moment, one_of, reference, words
from netralitas.evidence.domain import Scan, Verdict


class FileRow(Table, tablename="file"):
    """A file kept under its SHA-256; the same bytes are kept once.

    `verdict` is what the re-check of `checked_at` found, `scan` what the scanner last said.
    """

    digest = Bytea(primary_key=True, default=None)
    size = BigInt(default=None)
    media_type = words()
    stored_at = moment()
    scan = words(null=True)
    scanned_at = moment(null=True)
    checked_at = moment(null=True)
    verdict = words(null=True)

    file_scan_known = one_of("scan", Scan)
    file_verdict_known = one_of("verdict", Verdict)


class FileAlarmRow(Table, tablename="file_alarm"):
    """A file that was found changed, lost or infected; `cases` are those that hold it.

    `ended_at` is when it was found whole again, after it was restored.
    """

    id = BigSerial(primary_key=True)
    file = reference(FileRow)
    verdict = words()
    found_at = moment()
    cases = Array(base_column=BigInt(), null=False)
    ended_at = moment(null=True)
    told_at = moment(null=True)
