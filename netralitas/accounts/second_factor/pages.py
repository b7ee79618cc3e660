"""What the pages of the second factor show: one struct each, the whole context of its template."""

import msgspec

from netralitas.accounts.second_factor.forms import EnrolForm, ReplaceForm, StepUpForm


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

    `recovery`: there are codes on paper, `other` is where to type one. `tryout` is the code that
    the person's device shows now, in the demo alone.
    """

    form: StepUpForm
    minutes: int
    other: str
    enrol: str | None = None
    on_paper: bool = False
    recovery: bool = False
    tryout: str | None = None


class ProveStepPage(msgspec.Struct, frozen=True, kw_only=True):
    """The question for a second factor at sign-in: where it is sent, and the other way to answer.

    `tryout` is the code that the person's device shows now, in the demo alone.
    """

    form: StepUpForm
    action: str
    other: str
    on_paper: bool = False
    tryout: str | None = None


class EnrolStepPage(msgspec.Struct, frozen=True, kw_only=True):
    """The way to a second factor for whoever must have one before anything else."""

    offer: Offer
    form: EnrolForm
