"""What the pages of the desk show; the form page carries its form and is made by its route."""

from datetime import datetime

import msgspec


class NextDate(msgspec.Struct, frozen=True, kw_only=True):
    """What comes next and by when, with the article and the doubt about it where there is one."""

    sentence: str
    source: str
    doubt: str | None


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
    dates: tuple[NextDate, ...]
    steps: tuple[str, ...]
