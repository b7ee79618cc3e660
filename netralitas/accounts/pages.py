"""What the pages of accounts show: one struct each, the whole context of its template."""

import msgspec

from netralitas.accounts.forms import DeskForm, SignInForm
from netralitas.accounts.sso.configuration import OtherDoor


class SignInPage(msgspec.Struct, frozen=True, kw_only=True):
    """The sign-in form; `sent_here` when the person wanted another page.

    `sso` is the provider through which one may sign in too, None without one.
    """

    form: SignInForm
    sent_here: bool = False
    sso: OtherDoor | None = None


class DeskPage(msgspec.Struct, frozen=True, kw_only=True):
    """The desks of one officer; the one they sit at is chosen at first."""

    form: DeskForm
