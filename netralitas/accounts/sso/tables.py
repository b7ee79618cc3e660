"""How a provider's identities belong to officers: links, NIPs of officers, tries that were used."""

from piccolo.columns import Bytea, Serial
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow
from netralitas.database.columns import moment, reference, words


class SsoLinkRow(Table, tablename="sso_link"):
    """Which identity of a provider an officer has: a keyed digest of issuer and subject."""

    officer = reference(OfficerRow, primary_key=True)
    subject = Bytea(default=None, unique=True)
    linked_at = moment()


class OfficerNipRow(Table, tablename="officer_nip"):
    """The NIP of an officer, sealed, by which a provider's word is recognised at first."""

    id = Serial(primary_key=True)
    officer = reference(OfficerRow, unique=True)
    nip_cipher = Bytea(default=None)
    nip_digest = Bytea(default=None, unique=True)
    nip_last = words()


class SsoUsedRow(Table, tablename="sso_used"):
    """A try to sign in through the provider that led to a session: it leads to no other."""

    digest = Bytea(primary_key=True, default=None)
    used_at = moment()
