"""What a feature says in a paper, what it asks for, and what it gets."""

from dataclasses import dataclass
from datetime import date

import msgspec

from netralitas.documents.domain import DocumentKind, Signature
from netralitas.documents.letters.known import Article, Block
from netralitas.evidence.domain import Stored

__all__ = ["Article", "Block", "Content", "Issue", "Issued", "Signature"]


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What a paper says, plain text only: nothing in it is read as markup.

    `facts` are labels and values under the head. Without `signatures` the signatory of the office's
    template signs, without `copies` its copies go out.
    """

    subject: str
    facts: tuple[tuple[str, str], ...] = ()
    to: tuple[str, ...] = ()
    body: tuple[Block, ...] = ()
    signatures: tuple[Signature, ...] = ()
    copies: tuple[str, ...] = ()
    basis: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """A paper to be issued: its code in the catalogue, what it says, the local day it bears.

    `printed` is a number given elsewhere, with the reason; without it the register gives its next.
    """

    case: int
    paper: str
    content: Content
    on: date
    printed: str | None = None
    printed_reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """A paper that now exists for good: its id, verification code, number, and both files."""

    id: int
    code: str
    number: str | None
    title: str
    kind: DocumentKind
    pdf: Stored
    docx: Stored
