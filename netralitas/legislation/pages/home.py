"""What the entrance of the reference shows."""

import msgspec


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the reference: its name, what is in it, how much of it."""

    href: str
    title: str
    about: str
    amount: str


class ReferencePage(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of the reference, and the edition of the law in force."""

    edition: str
    sections: tuple[Section, ...]
