"""The law as an edition says it, the editions themselves, and what a change of it would do."""

from netralitas.editions.queries.law import Preview, entries, law_file, law_of, newest, preview

__all__ = ["Preview", "entries", "law_file", "law_of", "newest", "preview"]
