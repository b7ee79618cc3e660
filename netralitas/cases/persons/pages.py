"""What the page of a respondent as a person shows."""

from datetime import date

import msgspec

from netralitas.cases.persons.forms import RevealForm
from netralitas.web.parts import Crumb


class OtherCase(msgspec.Struct, frozen=True, kw_only=True):
    """Another case of the same person that this reader may see."""

    number: str
    subject: str | None
    href: str
    act_on: date | None
    owner: str
    post: str | None


class PersonPage(msgspec.Struct, frozen=True, kw_only=True):
    """A respondent as they were at the time of the act, and their other cases.

    `number` is the whole NIP, right after it was opened and never again.
    """

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    known: tuple[tuple[str, str], ...]
    masked: str | None
    number: str | None
    reveal: str | None
    form: RevealForm | None
    matched: str
    others: tuple[OtherCase, ...]
    more: bool
    edit: str | None
    back: str
