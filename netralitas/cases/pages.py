"""The pages with a form: what stands around it, and the form itself."""

import msgspec

from netralitas.cases.queries import Correctable, Figure, Outlook
from netralitas.publication.queries import CaseRelease
from netralitas.web.forms import Form
from netralitas.web.parts import Crumb, Link
from netralitas.workflow.domain import Basis, Obstacle


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Fields of a form that belong together; with a `fold` they open on a click."""

    fields: tuple[str, ...]
    fold: str | None = None
    unfolded: bool = False


class ActPage(msgspec.Struct, frozen=True, kw_only=True):
    """The form of a move or fact; `refused` and `changed` say why it was not recorded."""

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    action: str
    back: str
    button: str
    form: Form
    parts: tuple[Part, ...]
    versions: str
    basis: tuple[Basis, ...]
    outlook: Outlook
    exceptional: bool = False
    uploads: bool = False
    blocked: tuple[Obstacle, ...] = ()
    refused: tuple[Obstacle, ...] = ()
    changed: tuple[str, ...] = ()
    stale: bool = False
    next_number: str | None = None
    releases: tuple[CaseRelease, ...] = ()


class FormPage(msgspec.Struct, frozen=True, kw_only=True):
    """A small form of a case; `fields` in their order, `hidden` what it carries for the person.

    `known` is what it is about, `blocked` why nothing is filled in, `instead` what else to do.
    """

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    action: str
    back: str
    button: str
    form: Form
    fields: tuple[str, ...]
    selects: tuple[str, ...] = ()
    hidden: dict[str, str] = {}
    uploads: bool = False
    event: Correctable | None = None
    known: tuple[Figure, ...] = ()
    blocked: str | None = None
    instead: Link | None = None
    changed: tuple[str, ...] = ()
    stale: bool = False
