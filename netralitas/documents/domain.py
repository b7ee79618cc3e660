"""Kinds of papers that a case can hold, and who signs one."""

from dataclasses import dataclass
from enum import StrEnum


class DocumentKind(StrEnum):
    """What a paper is."""

    STUDY_DRAFT = "study_draft"
    PRELIMINARY_STUDY = "preliminary_study"
    STUDY = "study"
    MINUTES = "minutes"
    EVIDENCE_LIST = "evidence_list"
    TEAM_DECREE = "team_decree"
    EXAM_MINUTES = "exam_minutes"
    EXAM_REPORT = "exam_report"
    DECREE = "decree"
    DELIVERY_RECEIPT = "delivery_receipt"
    LETTER = "letter"
    EVIDENCE = "evidence"
    PROOF = "proof"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A place to sign: in which part, and the name; without a name a line for it is left."""

    label: str
    name: str = ""
