"""A paper as PDF/A-2a and PDF/UA-1: the same data at the same moment are the same bytes."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Final, Literal

import msgspec
import typst
from anyio import to_thread

from netralitas.documents.rendering.letters import FONTS, printable
from netralitas.language import as_source

TEMPLATES: Final = Path(__file__).resolve().parents[3] / "templates" / "documents"
type_standard = Literal["a-1b", "a-2a", "ua-1"]
STANDARDS: Final[tuple[type_standard, ...]] = ("a-2a", "ua-1")
_NAME: Final = re.compile(r"[a-z]+(_[a-z]+)*")


class UnknownPaperError(Exception):
    """There is no template of this name."""


async def render(template: str, data: Mapping[str, object] | msgspec.Struct, at: datetime) -> bytes:
    """Return the paper of a template (`receipt` for receipt.typ) filled with `data`, as PDF.

    `at` is the moment the PDF says it was made: take it from what the paper is about, not from the
    present, and the same paper can be made again byte for byte. `data` are plain values or structs;
    text stays text whatever stands in it, and letters that the typeface lacks are printed as a box.
    Works in a thread. Raises UnknownPaperError.
    """
    return await to_thread.run_sync(compiled, template, data, at)


def compiled(
    template: str,
    data: Mapping[str, object] | msgspec.Struct,
    at: datetime,
    *,
    standards: tuple[type_standard, ...] = STANDARDS,
    bookmarks: bool = True,
) -> bytes:
    """Return what `render` returns; blocks for some 20 ms.

    With other `standards`, and without bookmarks, a validator of an older one can look at it.
    """
    source = TEMPLATES / f"{template}.typ"
    if not _NAME.fullmatch(template) or not source.is_file():
        raise UnknownPaperError(template)
    plain = printable(msgspec.to_builtins(data, enc_hook=as_source))
    return typst.compile(
        source,
        root=TEMPLATES,  # a template reads nothing outside
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=list(standards),
        sys_inputs={
            "data": msgspec.json.encode(plain).decode(),  # data only, never source
            "bookmarks": "yes" if bookmarks else "no",
        },
        timestamp=at.astimezone(UTC).replace(microsecond=0),  # a PDF knows whole seconds
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
