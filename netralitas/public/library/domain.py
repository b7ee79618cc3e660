"""A material that is shared with everybody, and which kinds of file may be."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final
from unicodedata import normalize

from netralitas.cases.domain import Theme

LARGEST: Final = 20 * 1024 * 1024  # bytes

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES: Final = {
    "application/pdf": "pdf",
    _WORD: "docx",
    _SHEET: "xlsx",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
}
"""What is shared, by its type: how its name ends. Nothing that a browser would run is."""

_LONGEST: Final = 60
_BETWEEN: Final = re.compile("[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """A shared material. `digest` is the SHA-256 of what is sent, in hexadecimal; size in bytes.

    `activity` is that which it belongs to, where everybody knows of it.
    """

    digest: str
    size: int
    media_type: str
    title: str
    on: date
    theme: Theme | None
    office: str
    activity: int | None

    @property
    def name(self) -> str:
        """Return the name of the file: its title in plain letters, and how its type ends."""
        plain = normalize("NFKD", self.title).encode("ascii", "ignore").decode().lower()
        words = _BETWEEN.sub("-", plain)[:_LONGEST].strip("-")
        return f"{words or 'materi'}.{TYPES[self.media_type]}"
