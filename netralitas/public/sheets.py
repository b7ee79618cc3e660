"""A page before it is written: its ETag comes from what goes into it, so most are never written."""

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from netralitas.public import sections
from netralitas.public.editions import Written
from netralitas.public.pages import PublicPage, Stand
from netralitas.web import static, templates
from netralitas.web.language import speaking

_CODE: Final = Path(__file__).resolve().parents[1]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A page to be: address, template, what it shows.

    A `lasting` one says when it changed last, and does not change because the log grew; any other
    says until when it counts.
    """

    path: str
    template: str
    content: PublicPage
    lasting: bool = True

    def etag(self, stand: Stand, *, demo: bool) -> str:
        """Return what is the same as long as the page says the same: 32 hexadecimal digits."""
        content = msgspec.json.encode(self.content, enc_hook=_as_text)
        until = b"" if self.lasting else msgspec.json.encode(stand.of_figures())
        parts = (look(), self.template.encode(), content, until, b"demo" if demo else b"")
        return sha256(b"\0".join(parts)).hexdigest()[:32]

    def write(self, stand: Stand, *, demo: bool) -> bytes:
        """Return the page as it is sent."""
        told = stand if self.lasting else stand.of_figures()
        content = msgspec.structs.replace(self.content, stand=told)
        frame = sections.frame(self.path, demo=demo)
        with speaking(frame.locale, frame.zone):
            return templates.render(self.template, page=content, frame=frame).encode()


def tagged(sheets: Iterable[Sheet], stand: Stand, *, demo: bool) -> tuple[tuple[Sheet, str], ...]:
    """Return each sheet with the ETag of its page."""
    return tuple((sheet, sheet.etag(stand, demo=demo)) for sheet in sheets)


def changed(
    sheets: Iterable[tuple[Sheet, str]], held: Mapping[str, str], stand: Stand, *, demo: bool
) -> tuple[Written, ...]:
    """Return the pages whose ETag differs from the one held, written; the rest stay as they are."""
    return tuple(
        Written(path=sheet.path, body=sheet.write(stand, demo=demo), etag=etag)
        for sheet, etag in sheets
        if held.get(sheet.path) != etag
    )


@cache
def look() -> bytes:
    """Return what tells one look of the pages from another: templates, words, style, script."""
    summed = sha256(static.digest().encode())
    sources = [
        *templates.FOLDER.rglob("*.html"),
        *_CODE.glob("web/*.py"),
        *_CODE.glob("public/*.py"),
        *_CODE.glob("public/opendata/*.py"),
    ]
    for file in sorted(sources):
        summed.update(file.read_bytes())
    return summed.digest()


def _as_text(value: object) -> str:
    """Write what JSON does not know, such as a form, by its type: it is the same on each page."""
    return type(value).__qualname__
