"""What the pages show on which something is changed: the forms, and the preview."""

import msgspec

from netralitas.editions.forms import SaveForm
from netralitas.editions.pages.parts import Change
from netralitas.web.forms import Form
from netralitas.web.parts import Crumb, Pages


class FormPage(msgspec.Struct, frozen=True, kw_only=True):
    """A form with its heading; `facts` are what it is about, `fields` what is shown in order."""

    crumbs: tuple[Crumb, ...]
    title: str
    subject: str
    lead: str
    form: Form
    fields: tuple[str, ...]
    action: str
    back: str
    facts: tuple[tuple[str, str], ...] = ()


class HoursLine(msgspec.Struct, frozen=True, kw_only=True):
    """The hours of one office in one period."""

    organisation: str
    sentence: str
    validity: str
    basis: str
    unsure: str | None


class HoursPage(msgspec.Struct, frozen=True, kw_only=True):
    """The office hours that are known, and the form for further ones."""

    crumbs: tuple[Crumb, ...]
    lines: tuple[HoursLine, ...]
    form: Form
    fields: tuple[str, ...]
    action: str
    back: str


class MovingLine(msgspec.Struct, frozen=True, kw_only=True):
    """An open deadline that moves: of which case, from when to when, by how much."""

    number: str
    rule: str
    before: str
    after: str
    difference: str


class PreviewPage(msgspec.Struct, frozen=True, kw_only=True):
    """What a draft would do.

    `refusal` says why it cannot be saved any more, `saved` as which edition it was, `stale` that
    somebody was faster. `total` counts the deadlines that move, `elsewhere` those of other offices.
    """

    crumbs: tuple[Crumb, ...]
    action: str
    reason: str
    edition: int
    form: SaveForm
    asks: bool
    changes: tuple[Change, ...]
    moving: tuple[MovingLine, ...]
    total: int
    elsewhere: int
    looked_at: int
    pages: Pages
    saved: tuple[int, str] | None
    refusal: str | None
    stale: bool
