"""Drafts of the papers of a follow-up: their texts, from what is known; what is not stays blank."""

from netralitas.documents.letters.catalogue import DRAFTS, Draft, drafts_at, find_draft
from netralitas.documents.letters.known import (
    BLANK,
    Block,
    Known,
    KnownLetter,
    KnownPerson,
    Sanction,
    Sheet,
    Side,
)

__all__ = [
    "BLANK",
    "DRAFTS",
    "Block",
    "Draft",
    "Known",
    "KnownLetter",
    "KnownPerson",
    "Sanction",
    "Sheet",
    "Side",
    "drafts_at",
    "find_draft",
]
