"""What the pages of a room show."""

import msgspec

from netralitas.public.attending.forms import AnswersForm, PresentForm
from netralitas.public.pages import PublicPage


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """A test that can be taken: its words and its address."""

    label: str
    href: str


class RoomPage(PublicPage, frozen=True, kw_only=True):
    """The page of a room; `form` None while it is not open, with `closed` saying why.

    `lost` says that something was sent and not kept.
    """

    title: str
    when: str
    place: str
    organiser: str
    action: str
    form: PresentForm | None
    closed: str | None = None
    lost: bool = False
    tests: tuple[Way, ...] = ()


class TestPage(PublicPage, frozen=True, kw_only=True):
    """The questions of a test, in the order in which they are asked."""

    title: str
    activity: str
    lead: str
    action: str
    form: AnswersForm


class ThanksPage(PublicPage, frozen=True, kw_only=True):
    """What was taken: somebody's presence, or their answers."""

    title: str
    activity: str
    sentence: str
    tests: tuple[Way, ...]
