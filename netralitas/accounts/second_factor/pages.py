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
    """The second factor: since when there is one, or the way to get one."""

    since: str | None = None
    saved: bool = False
    offer: Offer | None = None
    form: EnrolForm | None = None


class ReplacePage(msgspec.Struct, frozen=True, kw_only=True):
    """The way from one device to another."""

    offer: Offer
    form: ReplaceForm


class StepUpPage(msgspec.Struct, frozen=True, kw_only=True):
    """The question for a code before a grave act; `enrol` is where to get a second factor.

    `tryout` is the code that the person's device shows now, in the demo alone.
    """

    form: StepUpForm
    minutes: int
    enrol: str | None = None
    tryout: str | None = None
