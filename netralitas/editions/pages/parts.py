"""Parts of several pages."""

import msgspec


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of one thing before and after."""

    label: str
    before: str
    after: str


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One entry before and after: new, changed or withdrawn, as `state` says.

    Of a changed one `differences` hold what differs, of any other all that it says.
    """

    title: str
    state: str
    differences: tuple[Difference, ...]


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How many open deadlines there are, and how many still carry the date of an older edition."""

    waiting: int
    total: int
