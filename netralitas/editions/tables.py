"""Editions of the law, what each of them says, and changes that are not saved yet."""

from piccolo.columns import JSONB, BigSerial, Boolean, Integer
from piccolo.constraints import Unique
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow
from netralitas.audit.tables import EventRow
from netralitas.database.columns import moment, one_of, reference, words
from netralitas.editions.domain import EntryKind


class LawEditionRow(Table, tablename="law_edition"):
    """A state of the law data: what changed, who changed it and why. Never changed, never removed.

    `shipped` editions come with a version of the product and have no event.
    """

    number = Integer(primary_key=True, default=None)
    recorded_at = moment()
    officer = reference(OfficerRow)
    event = reference(EventRow, null=True)
    reason = words()
    shipped = Boolean(default=None)


class LawEntryRow(Table, tablename="law_entry"):
    """What an edition says of one thing; without a body the thing is withdrawn from then on."""

    id = BigSerial(primary_key=True)
    edition = reference(LawEditionRow)
    kind = words()
    key = words()
    body = JSONB(null=True, default=None)

    law_entry_kind_known = one_of("kind", EntryKind)
    one_entry_per_edition = Unique(columns=["edition", "kind", "key"])


class LawDraftRow(Table, tablename="law_draft"):
    """A change as an administrator wrote it, to be looked at before it is saved."""

    id = BigSerial(primary_key=True)
    officer = reference(OfficerRow)
    based_on = reference(LawEditionRow)
    made_at = moment()
    reason = words()
    entries = JSONB(default=None)
    saved_as = reference(LawEditionRow, null=True)
