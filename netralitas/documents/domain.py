"""Kinds of papers that a case can hold."""

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
