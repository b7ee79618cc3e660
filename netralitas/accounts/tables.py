"""Organisations, officers, the desks they sit at, their sessions, and sign-in throttling."""

from piccolo.columns import Array, BigInt, Boolean, Bytea, Date, Integer, Serial, Text
from piccolo.constraints import Check
from piccolo.table import Table

from netralitas.accounts.domain import Level, OrganisationKind, ReceiverRole
from netralitas.database.columns import moment, one_of, reference, words


class OrganisationRow(Table, tablename="organisation"):
    """An office: Bawaslu at a level, a Pemda unit, an authority, valid from a day to a day.

    `active_to` is the first day on which it is no longer valid. From `doubtful_from` until the day
    before `doubtful_to` its authority is to be confirmed; `certainty` and `source` say how sure the
    days are. `successor` takes over what it had not finished. `employer` is whose staff it decides
    on, where it is the office of an appointing official.
    """

    id = Serial(primary_key=True)
    code = words(unique=True)
    name = words()
    kind = words()
    level = words(null=True)
    region = words(null=True)
    zone = words()
    superior = reference("self", null=True)
    active_from = Date(null=True, default=None)
    active_to = Date(null=True, default=None)
    role = words(null=True)
    successor = reference("self", null=True)
    employer = words(null=True)
    doubtful_from = Date(null=True, default=None)
    doubtful_to = Date(null=True, default=None)
    certainty = words(null=True)
    source = words(null=True)

    organisation_kind_known = one_of("kind", OrganisationKind)
    organisation_role_known = one_of("role", ReceiverRole)
    organisation_level_known = one_of("level", Level)


class OfficerRow(Table, tablename="officer"):
    """A person with an account; or a system (`is_system`), as which nobody signs in.

    Systems are Netralitas itself and those for which an office has tokens. `email_set_by` is the
    administrator who set the address and whom no second one has confirmed; None for an address that
    two agreed on, or that the command line set.
    """

    id = Serial(primary_key=True)
    login = words(unique=True)
    name = words()
    password = words(null=True)
    superior = reference("self", null=True)
    email = words(null=True)
    email_set_by = reference("self", null=True)
    disabled_at = moment(null=True)
    is_system = Boolean(default=False)

    system_has_no_password = Check("password IS NULL OR NOT is_system")


class DeskRow(Table, tablename="desk"):
    """A person's place in an organisation with its roles, from a day to a day.

    `principal` is the desk for which a deputy sits here with roles that were lent. Apart from those
    an officer has one desk in an organisation (an index says so).
    """

    id = Serial(primary_key=True)
    officer = reference(OfficerRow)
    organisation = reference(OrganisationRow)
    title = words()
    roles = Array(base_column=Text())
    valid_from = Date(null=False, default=None)
    valid_to = Date(null=True, default=None)
    principal = reference("self", null=True)


class SessionRow(Table, tablename="session"):
    """A signed-in browser: the digest of its token, one desk, idle and absolute end.

    `stepped_up_at` is when a second factor was last shown in it; `agent` which browser it was,
    roughly, so that its person knows it again in a list.
    """

    digest = Bytea(primary_key=True, default=None)
    desk = reference(DeskRow)
    created_at = moment()
    seen_at = moment()
    expires_at = moment()
    revoked_at = moment(null=True)
    stepped_up_at = moment(null=True)
    agent = words(null=True)


class SecondFactorRow(Table, tablename="second_factor"):
    """The secret of a person's codes by time, sealed; `last_step` was used and is used up."""

    officer = reference(OfficerRow, primary_key=True)
    key_id = words()
    nonce = Bytea(default=None)
    ciphertext = Bytea(default=None)
    last_step = BigInt(null=True, default=None)
    confirmed_at = moment(null=True)


class ThrottleRow(Table, tablename="throttle"):
    """Failed sign-ins of one account or one address, by digest, within a window."""

    digest = Bytea(primary_key=True, default=None)
    failures = Integer(default=0)
    window_from = moment()

    failures_not_negative = Check("failures >= 0")
