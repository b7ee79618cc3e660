"""What the pages of one activity show: one struct for each tab, under one head."""

from datetime import date

import msgspec

from netralitas.prevention.domain import ActivityState
from netralitas.web.parts import Crumb, Happening, Link, Tab, type_tone


class Ways(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader can do with an activity now: addresses, None where not.

    `add`, `withdraw` and `conclude` are the beginnings of addresses: of what is put beside it, of
    what of that is taken back, of its outcome.
    """

    announce: str | None = None
    move: str | None = None
    hold: str | None = None
    correct: str | None = None
    cancel: str | None = None
    add: str | None = None
    withdraw: str | None = None
    conclude: str | None = None


class ActivityHead(msgspec.Struct, frozen=True, kw_only=True):
    """What stands above every tab of an activity; `done` says what was just done to it.

    `due`: its day has come.
    """

    number: int
    title: str
    caption: str
    state: str
    tone: type_tone
    stands: ActivityState
    due: bool
    done: str | None
    tabs: tuple[Tab, ...]
    ways: Ways
    crumbs: tuple[Crumb, ...]


class PlanTab(msgspec.Struct, frozen=True, kw_only=True):
    """The plan of an activity as it stands, what the public is told, and its history."""

    head: ActivityHead
    plan: tuple[tuple[str, str], ...]
    agreement: Link | None
    invited: tuple[str, ...]
    notice: str | None
    rule: str | None
    history: tuple[Happening, ...]


class SpeakerLine(msgspec.Struct, frozen=True, kw_only=True):
    """Who speaks, in which capacity; `remove` is where to send that they do not."""

    name: str
    capacity: str
    remove: str | None


class FileLine(msgspec.Struct, frozen=True, kw_only=True):
    """A file: `about` is its type and size; `image` the copy that is shown of a photo.

    `sharing` is where to send whether everybody gets it, None where it cannot be said.
    """

    title: str
    use: str
    about: str
    added_on: date
    href: str
    image: str | None
    shared: bool
    sharing: str | None
    remove: str | None


class PostLine(msgspec.Struct, frozen=True, kw_only=True):
    """A post, by which office; `count` is the form of how many it reached."""

    platform: str
    address: str
    organisation: str
    posted_on: date
    reach: int | None
    reach_on: date | None
    count: str | None
    remove: str | None


class MaterialsTab(msgspec.Struct, frozen=True, kw_only=True):
    """Who speaks, what was handed out, photos, proofs, posts."""

    head: ActivityHead
    speakers: tuple[SpeakerLine, ...]
    files: tuple[FileLine, ...]
    photos: tuple[FileLine, ...]
    posts: tuple[PostLine, ...]


class DutyMark(msgspec.Struct, frozen=True, kw_only=True):
    """A duty of the theme, whether it was done with this activity, and what shows it."""

    text: str
    done: bool
    note: str | None = None
    proofs: tuple[Link, ...] = ()
    prove: str | None = None

    @property
    def proved(self) -> bool:
        """Say whether something shows that it was done."""
        return bool(self.note or self.proofs)


class PartyDuties(msgspec.Struct, frozen=True, kw_only=True):
    """The duties of one party for the theme of the activity."""

    party: str
    duties: tuple[DutyMark, ...]

    @property
    def done(self) -> int:
        """Return how many were done with this activity."""
        return sum(duty.done for duty in self.duties)


class TestLine(msgspec.Struct, frozen=True, kw_only=True):
    """A test as a group took it: how many, and their mean in hundredths of what can be reached."""

    label: str
    people: int
    mean: int


class ResultTab(msgspec.Struct, frozen=True, kw_only=True):
    """What came of an activity: people, duties, the test, words and cost; its report as a paper."""

    head: ActivityHead
    people: int
    units: int
    guests: int
    facts: tuple[tuple[str, str], ...]
    outcome: str | None
    parties: tuple[PartyDuties, ...]
    tests: tuple[TestLine, ...]
    gain: str | None
    two_groups: str
    report: str | None
