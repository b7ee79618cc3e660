"""A respondent as a person: as they were, in which other cases, and their number, shown once."""
