"""What the page of a package shows."""

from datetime import datetime

import msgspec

from netralitas.web.parts import Crumb, NextStep


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the summary."""

    label: str
    value: str


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A respondent of the package, and how they stand at the receiver."""

    line: str
    state: str
    waiting: str


class PaperLine(msgspec.Struct, frozen=True, kw_only=True):
    """A paper of the manifest; `verdict` once its bytes were read again, `href` where it opens."""

    line: str
    digest: str
    href: str | None
    verdict: str | None = None
    whole: bool = True


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """What was held back, and why."""

    line: str
    reason: str


class Running(msgspec.Struct, frozen=True, kw_only=True):
    """A deadline that both sides see."""

    label: str
    sentence: str
    late: bool


class Outside(msgspec.Struct, frozen=True, kw_only=True):
    """What was made for a receiver outside; the ways lead to making it, None: not this reader."""

    sealed_at: datetime | None
    sealed_digest: str | None
    has_code: bool
    confirmed_at: datetime | None
    seal: str | None
    code: str | None
    no_code: str | None = None


class PackagePage(msgspec.Struct, frozen=True, kw_only=True):
    """One package as its sender or receiver sees it.

    `whole` says whether the manifest still has its digest, and its event the same one.
    """

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    facts: tuple[Fact, ...]
    people: tuple[Person, ...]
    papers: tuple[PaperLine, ...]
    held: tuple[Held, ...]
    digest: str
    whole: bool
    check: str | None
    running: tuple[Running, ...]
    answering: str
    steps: tuple[NextStep, ...]
    since: tuple[str, ...]
    receipt: str | None
    confirmed_by: str | None
    outside: Outside | None
