"""What the pages of the papers of a case show."""

from datetime import date, datetime

import msgspec

from netralitas.documents.official.forms import IssueForm, ScanForm, TemplateForm
from netralitas.web.parts import Crumb


class IssuedLine(msgspec.Struct, frozen=True, kw_only=True):
    """A paper in the list of its case."""

    title: str
    number: str | None
    issued_on: date
    label: str
    scanned: bool
    href: str


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that can be issued from a form."""

    title: str
    href: str


class PapersPage(msgspec.Struct, frozen=True, kw_only=True):
    """The papers of a case; `offers` is empty for who issues none.

    `templates` is where the office words them, for who does.
    """

    crumbs: tuple[Crumb, ...]
    title: str
    back: str
    papers: tuple[IssuedLine, ...]
    offers: tuple[Offer, ...]
    templates: str | None


class IssuePage(msgspec.Struct, frozen=True, kw_only=True):
    """The form of a paper; `label` is how secret it will be."""

    crumbs: tuple[Crumb, ...]
    title: str
    label: str
    form_number: str | None
    action: str
    back: str
    form: IssueForm


class PaperPage(msgspec.Struct, frozen=True, kw_only=True):
    """A paper as issued; `form` None: no scan is asked for, `no_scan` says why it never is."""

    crumbs: tuple[Crumb, ...]
    title: str
    label: str
    number: str | None
    reason: str | None
    office: str
    officer: str
    template: str
    issued_on: date
    code: str
    verify: str
    pdf: str
    docx: str
    scan: str | None
    pdf_digest: str
    docx_digest: str
    scan_digest: str | None
    action: str
    back: str
    form: ScanForm | None
    no_scan: str | None


class TemplateLine(msgspec.Struct, frozen=True, kw_only=True):
    """A paper of the catalogue, and the version by which the office words it."""

    title: str
    form_number: str | None
    label: str
    version: str
    href: str


class TemplatesPage(msgspec.Struct, frozen=True, kw_only=True):
    """Every paper, with its template."""

    title: str
    papers: tuple[TemplateLine, ...]


class VersionLine(msgspec.Struct, frozen=True, kw_only=True):
    """A version of a template."""

    version: str
    officer: str
    made_at: datetime


class TemplatePage(msgspec.Struct, frozen=True, kw_only=True):
    """The form of a template, what can stand in it, and its versions."""

    crumbs: tuple[Crumb, ...]
    title: str
    places: tuple[tuple[str, str], ...]
    action: str
    back: str
    form: TemplateForm
    versions: tuple[VersionLine, ...]
