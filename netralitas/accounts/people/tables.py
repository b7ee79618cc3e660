"""Requests for an account or for new secrets, and work that is to go to a successor."""

from piccolo.columns import Array, Boolean, Bytea, Date, Serial, Text
from piccolo.table import Table

from netralitas.accounts.people.domain import Established, RequestKind, RequestState
from netralitas.accounts.tables import DeskRow, OfficerRow, OrganisationRow
from netralitas.database.columns import moment, one_of, reference, words


class AccountRequestRow(Table, tablename="account_request"):
    """An account, or new secrets of one, that two administrators agree upon.

    Who is invited is named here until the account is made. `code` is a keyed digest; `proposed_by`
    is empty where the person asked for it and nobody has taken it up.
    """

    id = Serial(primary_key=True)
    kind = words()
    state = words()
    organisation = reference(OrganisationRow)
    officer = reference(OfficerRow, null=True)
    login = words(null=True)
    name = words(null=True)
    email = words(null=True)
    title = words(null=True)
    roles = Array(base_column=Text())
    valid_from = Date(null=True, default=None)
    valid_to = Date(null=True, default=None)
    new_password = Boolean(default=False)
    new_factor = Boolean(default=False)
    asked_at = moment()
    proposed_by = reference(OfficerRow, null=True)
    confirmed_by = reference(OfficerRow, null=True)
    confirmed_at = moment(null=True)
    established = words(null=True)
    code = Bytea(null=True, default=None, unique=True)
    expires_at = moment(null=True)
    used_at = moment(null=True)

    account_request_kind_known = one_of("kind", RequestKind)
    account_request_state_known = one_of("state", RequestState)
    account_request_established_known = one_of("established", Established)


class DeskHandoverRow(Table, tablename="desk_handover"):
    """The open work of a desk goes to another on a day; `done_at` once it did."""

    id = Serial(primary_key=True)
    desk = reference(DeskRow)
    successor = reference(DeskRow)
    on_day = Date(default=None)
    ordered_by = reference(OfficerRow)
    ordered_at = moment()
    done_at = moment(null=True)
    cancelled_at = moment(null=True)
