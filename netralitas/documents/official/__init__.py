"""Official papers of a case: numbered, printed as PDF and DOCX, frozen, and known again."""
