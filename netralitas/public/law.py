"""The law of the calculator: what the worker put out, before that what comes with the product."""

import json
from functools import lru_cache
from typing import Final

from netralitas.law.entries import LawData, committed, law_data
from netralitas.public import sections
from netralitas.public.prepared import Shelf

_FIRST: Final = 1


def law_on(shelf: Shelf) -> LawData:
    """Return the law as the shelf has it; it is read once for each edition of the law."""
    page = shelf.edition.pages.get(sections.LAW)
    if page is None:
        return _shipped()
    return _read(page.plain.body["body"])


@lru_cache(maxsize=1)
def _shipped() -> LawData:
    return law_data(committed(), edition=_FIRST, calendar_version=_FIRST)


@lru_cache(maxsize=1)
def _read(body: bytes) -> LawData:
    said = json.loads(body)
    entries = {(entry["kind"], entry["key"]): entry["body"] for entry in said["entries"]}
    return law_data(entries, edition=said["edition"], calendar_version=said["calendar_version"])
