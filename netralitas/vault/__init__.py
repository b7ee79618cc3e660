"""Identities of reporters, informants and witnesses, encrypted apart from the case."""
