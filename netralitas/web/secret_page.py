"""A page that shows a secret once, with the button that fetches what was made with it."""

from typing import Final

import msgspec

from netralitas.web.parts import Crumb

SHOWN_ONCE: Final = "parts/secret_page.html"
"""The template of such a page."""


class SecretPage(msgspec.Struct, frozen=True, kw_only=True):
    """The secret under its label, and the form that fetches what was made with it.

    `digest` is that of a sealed file that was made already. `back` leads to what it is about.
    """

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    label: str
    secret: str
    action: str
    button: str
    back: str
    back_label: str
    digest: str | None = None
    digest_label: str = ""
