"""What the public pages about the service show."""

import msgspec

from netralitas.public.pages import PublicPage
from netralitas.public.service.forms import ComplaintForm
from netralitas.service.domain import Duty


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A step of the service with its time: the limit, the article, and what is not sure of it."""

    title: str
    sentence: str
    source: str = ""
    doubt: str | None = None


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office as people find it: hours, where, who is on duty, how it manages its service."""

    name: str
    hours: str
    address: str
    telephone: str
    email: str
    competence: str
    supervision: str
    evaluation: str
    duties: tuple[Duty, ...]


class MonthLine(msgspec.Struct, frozen=True, kw_only=True):
    """A month of the service in words."""

    month: str
    received: str
    receipt: str
    study: str
    in_time: str
    complaints: str
    answered: str


class ServicePage(PublicPage, frozen=True, kw_only=True):
    """The standard of the service, its hours and offices, and its months."""

    steps: tuple[Step, ...]
    answer: Step | None
    offices: tuple[Office, ...]
    holidays: tuple[str, ...]
    months: tuple[MonthLine, ...]
    least: int


class ComplainPage(PublicPage, frozen=True, kw_only=True):
    """The form of a complaint. `token` makes it one however often it is sent.

    `only` is the office where there is no other. `task` is the proof of work; `closed` says that no
    office takes complaints in.
    """

    form: ComplaintForm
    only: str
    token: str
    task: str
    bits: int
    wrong: str = ""
    closed: str = ""


class SentPage(PublicPage, frozen=True, kw_only=True):
    """The receipt of a complaint: its number, its code, by when an answer is due."""

    number: str
    code: str
    office: str
    due: str
