"""What the pages of accounts show: one struct each, the whole context of its template."""

import msgspec

from netralitas.accounts.forms import DeskForm, PasswordForm, SignInForm
from netralitas.accounts.sso.configuration import OtherDoor


class SignInPage(msgspec.Struct, frozen=True, kw_only=True):
    """The sign-in form; `sent_here` when the person wanted another page.

    `sso` is the provider through which one may sign in too, None without one. `passkey` is what the
    browser is asked to sign in without a password; None where it cannot be.
    """

    form: SignInForm
    sent_here: bool = False
    sso: OtherDoor | None = None
    passkey: str | None = None


class DeskPage(msgspec.Struct, frozen=True, kw_only=True):
    """The desks of one officer; the one they sit at is chosen at first."""

    form: DeskForm


class ListedSession(msgspec.Struct, frozen=True, kw_only=True):
    """An open session in the list of its person; `mine` is the one that asks."""

    handle: str
    mine: bool
    browser: str
    desk: str
    since: str
    seen: str


class SessionsPage(msgspec.Struct, frozen=True, kw_only=True):
    """Where a person is signed in now."""

    sessions: tuple[ListedSession, ...]
    ended: bool = False


class PasswordPage(msgspec.Struct, frozen=True, kw_only=True):
    """The change of one's own password; `login` is for whatever keeps passwords."""

    form: PasswordForm
    login: str
    saved: bool = False
