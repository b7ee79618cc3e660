"""What the pages of attendance show: one struct each, the whole context of its template."""

import msgspec

from netralitas.prevention.activity_pages import ActivityHead
from netralitas.web.parts import Crumb, type_tone


class UnitLine(msgspec.Struct, frozen=True, kw_only=True):
    """A unit that came: how many, how many of them by name, of how many who work there."""

    name: str
    region: str
    present: int
    named: int
    staff: int
    share: int | None


class DoorShown(msgspec.Struct, frozen=True, kw_only=True):
    """The page for phones: how it stands, its hours in words, where it is reached."""

    state: str
    tone: type_tone
    hours: str
    address: str
    closable: bool


class SittingShown(msgspec.Struct, frozen=True, kw_only=True):
    """A test as a group took it: how many people, how many of them on paper, the mean.

    `slug` is its word in an address.
    """

    label: str
    slug: str
    people: int
    on_paper: int
    mean: int


class QuestionShown(msgspec.Struct, frozen=True, kw_only=True):
    """A question with its choices; shares in hundredths of those who answered by phone."""

    text: str
    choices: tuple[tuple[str, bool], ...]
    before: int | None
    after: int | None


class TestShown(msgspec.Struct, frozen=True, kw_only=True):
    """The test of an activity and what came of it; `gain` as a sentence."""

    questions: tuple[QuestionShown, ...]
    sittings: tuple[SittingShown, ...]
    gain: str | None
    fixed: bool


class AttendancePage(msgspec.Struct, frozen=True, kw_only=True):
    """Who came to an activity, the ways to note it, and its test.

    `waiting` says why nobody can be noted yet. `records` and `prepares` say what the reader may do:
    note people, open the page for phones and write the test.
    """

    head: ActivityHead
    here: str
    units: tuple[UnitLine, ...]
    people: int
    named: int
    guests: int
    waiting: str | None
    records: bool
    prepares: bool
    door: DoorShown | None
    test: TestShown


class PersonLine(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody on the list; `remove` is where the line is taken off, None where it cannot be."""

    number: int
    name: str
    unit: str
    position: str
    nip: str
    way: str
    remove: str | None


class PeoplePage(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody on the list of an activity, as it is looked at and printed."""

    title: str
    when: str
    place: str
    done: str | None
    here: str
    people: tuple[PersonLine, ...]
    crumbs: tuple[Crumb, ...]


class ProjectedPage(msgspec.Struct, frozen=True, kw_only=True):
    """The code on the wall: what it is about, the address, the code as SVG, its hours."""

    title: str
    when: str
    hours: str
    address: str
    qr: str
    poster: str
    back: str
