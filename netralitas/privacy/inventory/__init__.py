"""The inventory of personal data: every column of the database is one of a person, or of nobody."""
