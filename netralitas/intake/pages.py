"""What the pages and papers of the desk show; the form page carries its form."""

from datetime import datetime

import msgspec

from netralitas.documents.domain import Signature


class NextDate(msgspec.Struct, frozen=True, kw_only=True):
    """What comes next and by when, with the article and the doubt about it where there is one."""

    sentence: str
    source: str
    doubt: str | None


class FileShown(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of evidence that was handed in, with its SHA-256 in hexadecimal."""

    title: str
    digest: str


class ReceiptPage(msgspec.Struct, frozen=True, kw_only=True):
    """The receipt of a matter: what the person at the desk takes home. It names no reporter."""

    case: int
    title: str
    number: str
    office: str
    received: str
    received_at: datetime
    receiver: str
    regime: str
    subject: str
    person: str
    code: str | None
    about_code: tuple[str, ...]
    late: tuple[str, ...]
    files: tuple[FileShown, ...]
    dates: tuple[NextDate, ...]
    steps: tuple[str, ...]
    form_a: bool = False


class ReceiptPaper(msgspec.Struct, frozen=True, kw_only=True):
    """The receipt as it is printed by `receipt.typ`; `facts` are pairs of a label and its words."""

    title: str
    office: str
    letterhead: tuple[str, ...]
    footer: str
    number: str
    code: str | None
    about_code: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    late: tuple[str, ...]
    files: tuple[FileShown, ...]
    dates: tuple[NextDate, ...]
    steps: tuple[str, ...]
    closing: str
    signatures: tuple[Signature, ...]


class FormA(msgspec.Struct, frozen=True, kw_only=True):
    """The report of a supervision as it is printed by `form_a.typ`.

    `made_at` is when the finding was taken in; `respondents` are names, posts and units.
    """

    title: str
    office: str
    letterhead: tuple[str, ...]
    footer: str
    number: str
    finder: tuple[tuple[str, str], ...]
    respondents: tuple[tuple[str, str, str], ...]
    event: tuple[tuple[str, str], ...]
    witnesses: str
    files: tuple[FileShown, ...]
    description: str
    report: str | None
    signatures: tuple[Signature, ...]
    made_at: datetime
