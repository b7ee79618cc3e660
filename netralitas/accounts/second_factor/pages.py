"""What the pages of the second factor show: one struct each, the whole context of its template."""

import msgspec

from netralitas.accounts.second_factor.forms import (
    EnrolForm,
    NewPasskeyForm,
    ReplaceForm,
    StepUpForm,
)


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """A new secret as a device takes it: a picture (its address), or groups to type.

    `tryout` is the code that such a device shows now, in the demo alone.
    """

    picture: str
    groups: tuple[str, ...]
    tryout: str | None = None


class FactorPage(msgspec.Struct, frozen=True, kw_only=True):
    """The codes by time: since when there are some, or the way to get them."""

    since: str | None = None
    saved: bool = False
    offer: Offer | None = None
    form: EnrolForm | None = None


class ReplacePage(msgspec.Struct, frozen=True, kw_only=True):
    """The way from one device to another; `on_paper`: the old one is lost, a code is on paper."""

    offer: Offer
    form: ReplaceForm
    on_paper: bool = False


class StepUpPage(msgspec.Struct, frozen=True, kw_only=True):
    """The question for a second factor before a grave act; `enrol` is where to get one.

    `codes`: a code by time is an answer; `passkey` is what the browser is asked where a passkey is
    one. `recovery`: there are codes on paper, `other` is where to type one. `tryout` is the code
    that the person's device shows now, in the demo alone.
    """

    form: StepUpForm
    minutes: int
    other: str
    enrol: str | None = None
    codes: bool = True
    passkey: str | None = None
    on_paper: bool = False
    recovery: bool = False
    tryout: str | None = None


class WaitingFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file to be chosen again: the name of its input, and what it was called."""

    name: str
    called: tuple[str, ...]


class CarryingPage(msgspec.Struct, frozen=True, kw_only=True):
    """The question for a second factor with a form that waits: its texts by input, its files.

    `action` is where both go, `other` where a code on paper is asked for instead; `enrol`: the
    person has no second factor yet, and gets one there. The rest is as in `StepUpPage`.
    """

    form: StepUpForm
    action: str
    other: str
    minutes: int
    texts: tuple[tuple[str, str], ...]
    files: tuple[WaitingFile, ...] = ()
    enrol: str | None = None
    codes: bool = True
    passkey: str | None = None
    on_paper: bool = False
    recovery: bool = False
    tryout: str | None = None


class ProveStepPage(msgspec.Struct, frozen=True, kw_only=True):
    """The question for a second factor at sign-in: where it is sent, and the other way to answer.

    `codes`: a code by time is an answer; `passkey` is what the browser is asked where a passkey is
    one. `tryout` is the code that the person's device shows now, in the demo alone.
    """

    form: StepUpForm
    action: str
    other: str
    codes: bool = True
    passkey: str | None = None
    on_paper: bool = False
    tryout: str | None = None


class EnrolStepPage(msgspec.Struct, frozen=True, kw_only=True):
    """The way to a second factor for whoever must have one before anything else."""

    offer: Offer
    form: EnrolForm


class ListedPasskey(msgspec.Struct, frozen=True, kw_only=True):
    """A passkey in the list of its person; `alone`: it signs in without a password."""

    id: int
    name: str
    since: str
    used: str | None
    alone: bool


class PasskeysPage(msgspec.Struct, frozen=True, kw_only=True):
    """The passkeys of a person; `possible`: the address of the site allows them at all."""

    passkeys: tuple[ListedPasskey, ...]
    possible: bool
    saved: bool = False
    removed: bool = False
    refused: tuple[str, ...] = ()


class NewPasskeyPage(msgspec.Struct, frozen=True, kw_only=True):
    """The way to a passkey; `options` is what the browser is asked, None where it cannot be."""

    form: NewPasskeyForm
    options: str | None


class RecoveryPage(msgspec.Struct, frozen=True, kw_only=True):
    """Recovery codes: how many are left, when others were used; `made` are new ones, shown once."""

    left: int
    possible: bool
    used: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
