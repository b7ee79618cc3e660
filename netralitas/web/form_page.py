"""A page that is one form, as most acts of an office are: what it is about, fields, one button."""

from typing import Final

import msgspec

from netralitas.refusals import Invalid, RuleBroken, Stale
from netralitas.web.forms import Form
from netralitas.web.parts import Crumb

FORM_PAGE: Final = "parts/form_page.html"
"""The template of such a page."""


class FormPage(msgspec.Struct, frozen=True, kw_only=True):
    """A form with the words around it.

    `fields` are shown in this order, those in `selects` as lists; `rows` is how high a paragraph
    is. `version` is that of what it was opened on, where that matters. `wide` gives long texts the
    whole width.
    """

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    action: str
    back: str
    button: str
    form: Form
    fields: tuple[str, ...]
    version: int | None = None
    selects: tuple[str, ...] = ()
    danger: bool = False
    uploads: bool = False
    wide: bool = False
    rows: int = 5


def refused_on(form: Form, refused: Invalid | RuleBroken | Stale) -> int:
    """Say beside its field, or on top, what a command refused; return the status of the page."""
    if isinstance(refused, Invalid):
        form.refuse_all(refused.errors)
        return 422
    remedy = refused.remedy if isinstance(refused, RuleBroken) else None
    form.refuse("", " ".join(filter(None, (refused.reason, remedy))))
    return 409
