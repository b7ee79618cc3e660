"""Packs of meetings, and who signed them."""

from piccolo.columns import JSONB, BigSerial, Boolean, Bytea, Date, SmallInt
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from netralitas.accounts.tables import OrganisationRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.evaluation.packs.domain import PackState
from netralitas.evaluation.tables import MeetingRow
from netralitas.evidence.tables import FileRow


class PackRow(Table, tablename="pack"):
    """One making of the pack of a meeting for one office, whose view of the record it shows.

    `progress` is in hundredths; `parts` are name, type, size and digest of each file as frozen,
    `digest` the SHA-256 over them; a draft was made before the figures were frozen.
    """

    id = BigSerial(primary_key=True)
    meeting = reference(MeetingRow)
    organisation = reference(OrganisationRow)
    number = SmallInt(default=None)
    draft = Boolean(default=None)
    state = words()
    progress = SmallInt(default=None)
    parts = JSONB(null=True, default=None)
    digest = Bytea(null=True, default=None)
    asked_at = moment()
    ready_at = moment(null=True)
    problem = words(null=True)
    readers = readers()

    pack_state_known = one_of("state", PackState)
    pack_progress_in_hundredths = Check("progress >= 0 AND progress <= 100")
    pack_ready_with_digest = Check("(state = 'ready') = (digest IS NOT NULL)")
    one_pack_per_number = Unique(columns=["meeting", "organisation", "number"])


class SignatureRow(Table, tablename="signature"):
    """That a party signed the paper of a pack, on a day, in a capacity; perhaps with a scan."""

    id = BigSerial(primary_key=True)
    meeting = reference(MeetingRow)
    pack = reference(PackRow)
    organisation = reference(OrganisationRow)
    name = words()
    capacity = words()
    signed_on = Date(default=None)
    scan = reference(FileRow, null=True)
    readers = readers()

    one_signature_per_party = Unique(columns=["pack", "organisation"])
