"""What the pages of the public library show."""

from datetime import date

import msgspec

from netralitas.public.pages import PublicPage
from netralitas.web.parts import Crumb, Pages


class MaterialLine(msgspec.Struct, frozen=True, kw_only=True):
    """A material in the list; `activity` leads to the activity it is of, where that is known."""

    href: str
    title: str
    about: str
    on: date
    theme: str
    office: str
    activity: str | None


class LibraryPage(PublicPage, frozen=True, kw_only=True):
    """A page of the library, the newest first."""

    title: str
    crumbs: tuple[Crumb, ...]
    lines: tuple[MaterialLine, ...]
    pages: Pages
