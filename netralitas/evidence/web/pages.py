"""What the pages of the register and of captures show: one struct each."""

from datetime import date, datetime

import msgspec

from netralitas.web.forms import Form
from netralitas.web.parts import Crumb, Link, Pages, type_tone


class FilterChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A drop-down above the register; the first option is all of them."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


class AddressLine(msgspec.Struct, frozen=True, kw_only=True):
    """An address in the register."""

    href: str
    url: str
    platform: str
    account: str | None
    category: str
    seen_on: date
    captures: int
    state: str
    tone: type_tone
    case: str | None


class RegisterPage(msgspec.Struct, frozen=True, kw_only=True):
    """One page of the register, the latest seen first."""

    crumbs: tuple[Crumb, ...]
    filters: tuple[FilterChoice, ...]
    filtered: bool
    lines: tuple[AddressLine, ...]
    pages: Pages
    may_keep: bool


class FileLine(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a capture to be downloaded, with its SHA-256 in groups."""

    href: str
    label: str
    size: int
    digest: str


class StampLine(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a time stamp; `at` only where it holds."""

    said: str
    at: datetime | None
    tone: type_tone


class CaptureLine(msgspec.Struct, frozen=True, kw_only=True):
    """One capture: how far it is, why it failed, or what it brought."""

    id: int
    url: str
    asked_by: str
    asked_at: datetime
    finished_at: datetime | None
    state: str
    tone: type_tone
    unfinished: bool
    problem: str | None
    final_url: str | None
    status: int | None
    shot: str | None
    stamps: tuple[StampLine, ...]
    files: tuple[FileLine, ...]


class Captures(msgspec.Struct, frozen=True, kw_only=True):
    """The captures of an address or a case, the latest first; while one waits it asks again."""

    here: str
    lines: tuple[CaptureLine, ...]
    earlier: str | None = None

    @property
    def unfinished(self) -> bool:
        """Say whether one of them is being made."""
        return any(line.unfinished for line in self.lines)


class Ways(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader may do with an address now."""

    capture: str | None = None
    refer: str | None = None
    taken_down: str | None = None
    finding: str | None = None
    link: str | None = None


class AddressPage(msgspec.Struct, frozen=True, kw_only=True):
    """One address of the register."""

    crumbs: tuple[Crumb, ...]
    number: int
    url: str
    facts: tuple[tuple[str, str], ...]
    note: str | None
    state: str
    tone: type_tone
    case: Link | None
    ways: Ways
    captures: Captures
    done: str | None


class CasePage(msgspec.Struct, frozen=True, kw_only=True):
    """The captures of a case, and the form for one more."""

    crumbs: tuple[Crumb, ...]
    title: str
    action: str
    back: str
    form: Form
    captures: Captures
