"""Kinds of papers that a case can hold."""

from enum import StrEnum


class DocumentKind(StrEnum):
    """What a paper is."""

    STUDY_DRAFT = "study_draft"
    PRELIMINARY_STUDY = "preliminary_study"
    STUDY = "study"
    MINUTES = "minutes"
    EVIDENCE_LIST = "evidence_list"
    LETTER = "letter"
    EVIDENCE = "evidence"
    OTHER = "other"
