"""The pages with a form: what stands around it, and the form itself."""

import msgspec

from netralitas.cases.queries import Correctable, Figure, Like, Outlook
from netralitas.cases.queries.proposals import ReceiverProposal
from netralitas.cases.queries.suggesting import Note
from netralitas.cases.queries.telling import Telling
from netralitas.imports.queries import StaffMatch
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
    telling: Telling | None = None
    proposals: tuple[ReceiverProposal, ...] = ()
    remedies: dict[str, Link] = {}
    notes: tuple[Note, ...] = ()
    drafts: tuple[Link, ...] = ()


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


class RespondentPage(FormPage, frozen=True, kw_only=True):
    """The form of a respondent, with a search over the staff lists of the office.

    `searching` is where the search is sent, None where there is none; `found` None: nothing asked.
    `listed` says that a line of a list filled the form.
    """

    search: Form | None = None
    searching: str | None = None
    found: tuple[StaffMatch, ...] | None = None
    listed: bool = False


class LikelyPage(msgspec.Struct, frozen=True, kw_only=True):
    """Cases that resemble one; `merge` is where one of them is chosen for a merger.

    `blocked` says why there is no merger now; a fragment has no `crumbs` and no way back.
    """

    likes: tuple[Like, ...]
    crumbs: tuple[Crumb, ...] = ()
    back: str | None = None
    merge: str | None = None
    blocked: str | None = None
