"""What the page of a verification shows."""

import msgspec

from netralitas.public.pages import PublicPage
from netralitas.public.verifying.forms import PaperForm


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """The paper that was issued: office, kind, number and day; `said` is what is the same."""

    office: str
    title: str
    number: str
    issued_on: str
    said: str


class VerifyPage(PublicPage, frozen=True, kw_only=True):
    """Where a paper is verified; `denied` after one that was not issued like that."""

    form: PaperForm
    answer: Answer | None = None
    denied: bool = False
