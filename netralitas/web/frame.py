"""What stands around every page: product, organisation, person, sections, demo bar."""

import re
from collections.abc import Collection
from itertools import groupby
from typing import Final

import msgspec

from netralitas.access.domain import Role
from netralitas.access.policy import Permission, roles_for
from netralitas.language import DEFAULT_ZONE, SOURCE

PRODUCT = "Netralitas"
_DEADLINES = "/tenggat"
_NOTICES = "/pemberitahuan"


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """One word of the navigation; `current` when the page belongs to it."""

    label: str
    href: str
    current: bool = False


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Who is signed in, in words."""

    name: str
    role: str


class DemoPerson(msgspec.Struct, frozen=True, kw_only=True):
    """An invented person a visitor of the demo can become; `key` is what the form posts.

    `label` is what the bar calls them, `place` their office in short; `hint` says what to try.
    """

    key: str
    label: str
    current: bool = False
    name: str = ""
    title: str = ""
    office: str = ""
    place: str = ""
    hint: str = ""


class DemoReceipt(msgspec.Struct, frozen=True, kw_only=True):
    """A receipt of an invented case, or a paper of one, whose code a visitor may try."""

    number: str
    code: str
    about: str


class Tongue(msgspec.Struct, frozen=True, kw_only=True):
    """The same page in another language: its code, its own name, where the page is."""

    code: str
    name: str
    href: str


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """The context of the layouts, the same for every page of one request.

    `account` are the pages about the person; the first one stands behind their name.
    `demo` is None outside the demo, and keeps the people of one office together. `receipts` and
    `papers` are for a visitor of the demo who is nobody yet. `due_count` is what is due today or
    late for this person, `unseen_count` what they were told and have not seen, `bell` where the
    bell leads: None for those who are told nothing. `tongues` are the same page in other languages.
    """

    product: str = PRODUCT
    organisation: str | None = None
    person: Person | None = None
    sections: tuple[Section, ...] = ()
    account: tuple[Section, ...] = ()
    bell: str | None = None
    due_count: int = 0
    unseen_count: int = 0
    demo: tuple[DemoPerson, ...] | None = None
    receipts: tuple[DemoReceipt, ...] = ()
    papers: tuple[DemoReceipt, ...] = ()
    locale: str = SOURCE
    tongues: tuple[Tongue, ...] = ()
    zone: str = DEFAULT_ZONE

    @property
    def demo_offices(self) -> tuple[tuple[DemoPerson, ...], ...]:
        """Return the people of the demo, those of each office together."""
        found = groupby(self.demo or (), key=lambda person: person.office)
        return tuple(tuple(people) for _, people in found)


class _Entry(msgspec.Struct, frozen=True):
    label: str
    href: str
    roles: frozenset[Role]


_READERS = roles_for(Permission.LIST_CASES)
_STAFF = (
    _Entry("Beranda", "/beranda", frozenset(Role)),
    _Entry("Perkara", "/perkara", _READERS),
    _Entry("Tenggat", _DEADLINES, roles_for(Permission.SEE_DEADLINES)),
    _Entry("Tindak lanjut", "/tindak-lanjut", roles_for(Permission.SEE_FOLLOW_UP)),
    _Entry("Surat", "/surat", roles_for(Permission.SEE_LETTERS)),
    _Entry("Pencegahan", "/pencegahan", _READERS),
    _Entry("Kerja sama", "/kerja-sama", _READERS),
    _Entry("Evaluasi", "/evaluasi", roles_for(Permission.SEE_MEETINGS)),
    _Entry("Referensi", "/referensi", roles_for(Permission.READ_LAW)),
    _Entry("Administrasi", "/administrasi", roles_for(Permission.ADMINISTER)),
)
_ELSEWHERE: Final = (
    (re.compile(r"/perkara/\d+/surat/"), "/surat"),
    (re.compile(r"/impor/sistem-lain(/|$)"), "/tindak-lanjut"),
    (re.compile(r"/alamat(/|$)"), "/perkara"),
    (re.compile(r"/klarifikasi$"), _DEADLINES),
    (re.compile(r"/pleno(/|$)"), "/perkara"),
    (re.compile(r"/pengelolaan(/|$)"), "/administrasi"),
    (re.compile(r"/(retensi|pemusnahan|penahanan|hak-subjek-data)(/|$)"), "/perkara"),
)
"""Pages that belong to another section than their address says."""
_ACCOUNT = (
    _Entry("Faktor kedua", "/akun/faktor-kedua", frozenset(Role)),
    _Entry("Kunci sandi", "/akun/kunci-sandi", frozenset(Role)),
    _Entry("Kode pemulihan", "/akun/kode-pemulihan", frozenset(Role)),
    _Entry("Sesi", "/akun/sesi", frozenset(Role)),
    _Entry("Kata sandi", "/akun/kata-sandi", frozenset(Role)),
    _Entry("Perwakilan", "/akun/perwakilan", frozenset(Role)),
    _Entry("Benturan kepentingan", "/akun/kepentingan", roles_for(Permission.DECLARE_INTEREST)),
    _Entry("Data saya", "/akun/data-saya", frozenset(Role)),
    _Entry("Data pribadi", "/data-pribadi", roles_for(Permission.SEE_INVENTORY)),
)


def staff_sections(
    roles: frozenset[Role], path: str, *, ready: frozenset[str] | None = None
) -> tuple[Section, ...]:
    """Return the sections these roles may use, the one `path` lies in marked as current.

    `ready` names the addresses that have pages; None means all of them.
    """
    shown = [
        entry for entry in _STAFF if entry.roles & roles and (ready is None or entry.href in ready)
    ]
    here = _section_of(path, [entry.href for entry in shown])
    return tuple(
        Section(label=entry.label, href=entry.href, current=entry.href == here) for entry in shown
    )


def account_sections(roles: frozenset[Role], path: str) -> tuple[Section, ...]:
    """Return the pages about a person of these roles, the one of `path` marked as current."""
    return tuple(
        Section(label=entry.label, href=entry.href, current=within(path, entry.href))
        for entry in _ACCOUNT
        if entry.roles & roles
    )


def bell_for(roles: frozenset[Role]) -> str | None:
    """Return where the bell leads these roles: to their notices, if they get any."""
    return _NOTICES if roles & roles_for(Permission.SEE_NOTICES) else None


def _section_of(path: str, sections: Collection[str]) -> str | None:
    """Return the section that a page belongs to, which is not always the one it lies in."""
    for address, section in _ELSEWHERE:
        if section in sections and address.match(path):
            return section
    return next((section for section in sections if within(path, section)), None)


def within(path: str, section: str) -> bool:
    """Return whether a path is the section's page or one below it."""
    return path == section or path.startswith(f"{section}/")
