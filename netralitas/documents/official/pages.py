"""What the pages of the papers of a case show."""

from datetime import date

import msgspec

from netralitas.documents.official.forms import IssueForm, ScanForm
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
    """The papers of a case; `offers` is empty for who issues none."""

    crumbs: tuple[Crumb, ...]
    title: str
    back: str
    papers: tuple[IssuedLine, ...]
    offers: tuple[Offer, ...]


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
