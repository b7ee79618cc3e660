"""Between password and session: half sessions; and passkeys, recovery codes, spent challenges."""

from piccolo.columns import BigInt, Boolean, Bytea, Serial
from piccolo.constraints import Check
from piccolo.table import Table

from netralitas.accounts.domain import Way
from netralitas.accounts.tables import OfficerRow
from netralitas.database.columns import moment, one_of, reference, words


class HalfSessionRow(Table, tablename="half_session"):
    """Whoever was right in the first step of signing in, for some minutes: a digest of a token.

    It opens the pages of the second step and no other; it is deleted when that step is done.
    """

    digest = Bytea(primary_key=True, default=None)
    officer = reference(OfficerRow, index=True)
    way = words()
    created_at = moment()
    expires_at = moment()

    half_session_way_known = one_of("way", Way)


class RecoveryCodeRow(Table, tablename="recovery_code"):
    """A code on paper for the day on which a device is lost: its keyed digest, used once."""

    id = Serial(primary_key=True)
    officer = reference(OfficerRow, index=True)
    digest = Bytea(default=None, unique=True)
    made_at = moment()
    used_at = moment(null=True)


class PasskeyRow(Table, tablename="passkey"):
    """A key pair in a device of a person, of which we hold the public half.

    `verifying`: the device asked for a finger, a face or a PIN when it was set up, so that it may
    stand for a password too. `sign_count` only grows; devices that do not count stay at 0.
    """

    id = Serial(primary_key=True)
    officer = reference(OfficerRow, index=True)
    credential = Bytea(default=None, unique=True)
    public_key = Bytea(default=None)
    sign_count = BigInt(default=0)
    verifying = Boolean(default=False)
    name = words()
    created_at = moment()
    used_at = moment(null=True)

    passkey_count_not_negative = Check("sign_count >= 0")


class SpentChallengeRow(Table, tablename="spent_challenge"):
    """A challenge that a passkey has answered; until it ends nobody can send the answer again."""

    digest = Bytea(primary_key=True, default=None)
    expires_at = moment()
