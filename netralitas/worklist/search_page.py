"""What the search page shows; apart from the other pages because it carries a form."""

from typing import Final

import msgspec

from netralitas.web.parts import Crumb
from netralitas.worklist.forms import SearchForm
from netralitas.worklist.pages import Found

CRUMBS: Final = (Crumb("Perkara", "/perkara"), Crumb("Cari"))


class SearchPage(msgspec.Struct, frozen=True, kw_only=True):
    """The field, a note why nothing was looked for, and what was found after a search."""

    form: SearchForm
    note: str | None = None
    found: Found | None = None
    crumbs: tuple[Crumb, ...] = CRUMBS
