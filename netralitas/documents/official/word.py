"""The same paper as DOCX, to be edited: a form that is filled in, packed always the same way."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from docxtpl import DocxTemplate

from netralitas.documents.rendering.letters import printable

TEMPLATE: Final = Path(__file__).resolve().parents[3] / "templates/documents/official.docx"
_SIZES: Final = {"A4": (210, 297), "F4": (215, 330)}
_EMU: Final = 36_000  # of a millimetre
_FIRST: Final = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
_PACKED_AT: Final = (1980, 1, 1, 0, 0, 0)


def written(data: dict[str, Any], at: datetime) -> bytes:
    """Return the DOCX of a sheet as plain values; `at` is the moment it says it was made.

    Text stays text whatever stands in it: XML is escaped, Jinja in it is never read. Blocks.
    """
    template = DocxTemplate(TEMPLATE)
    template.render(printable(data), autoescape=True)
    document = template.docx
    for section in document.sections:
        wide, high = _SIZES[data["paper"]]
        section.page_width, section.page_height = wide * _EMU, high * _EMU
    about = document.core_properties
    about.title, about.author = data["title"], data["office"]
    about.last_modified_by, about.language = data["office"], "id-ID"
    about.created = about.modified = at.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    made = io.BytesIO()
    document.save(made)
    return _packed(made.getvalue())


def _packed(made: bytes) -> bytes:
    """Return the same parts in the same order, without the moment of packing."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(packed, "w") as new:
        for part in sorted(old.namelist(), key=_place):
            entry = zipfile.ZipInfo(part, _PACKED_AT)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            new.writestr(entry, old.read(part), compresslevel=6)
    return packed.getvalue()


def _place(part: str) -> tuple[int, str]:
    """Return where a part stands: what tells the type of the file comes first, as from Word."""
    return (_FIRST.index(part) if part in _FIRST else len(_FIRST), part)
