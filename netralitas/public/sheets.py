"""A page before it is written: its ETag comes from what goes into it, so most are never written."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from netralitas.language import CATALOGUES, LANGUAGES, SOURCE, Phrase, heard, local, speaking
from netralitas.public import sections
from netralitas.public.editions import Written
from netralitas.public.pages import PublicPage, Stand
from netralitas.web import static, templates

_CODE: Final = Path(__file__).resolve().parents[1]


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A page to be: address, template, what it shows, in which language.

    A `lasting` one says when it changed last, and does not change because the log grew; any other
    says until when it counts.
    """

    path: str
    template: str
    content: PublicPage
    lasting: bool = True
    locale: str = SOURCE

    def etag(self, stand: Stand, *, demo: bool) -> str:
        """Return what is the same as long as the page says the same: 32 hexadecimal digits."""
        with speaking(self.locale):
            content = msgspec.json.encode(self.content, enc_hook=_as_text)
        until = b"" if self.lasting else msgspec.json.encode(stand.of_figures())
        shown = (self.locale, self.template, "demo" if demo else "")
        parts = (look(), *map(str.encode, shown), content, until)
        return sha256(b"\0".join(parts)).hexdigest()[:32]

    def write(self, stand: Stand, *, demo: bool) -> bytes:
        """Return the page as it is sent."""
        told = stand if self.lasting else stand.of_figures()
        content = msgspec.structs.replace(self.content, stand=told)
        with speaking(self.locale):
            frame = sections.frame(heard(self.path)[1], demo=demo)
            return templates.render(self.template, page=content, frame=frame).encode()


def in_each_language(compose: Callable[[], Iterable[Sheet]]) -> tuple[Sheet, ...]:
    """Return the sheets as they are composed in each language, at the addresses of that one."""
    found: list[Sheet] = []
    for each in LANGUAGES:
        with speaking(each):
            found += (
                msgspec.structs.replace(sheet, path=local(sheet.path), locale=each)
                for sheet in compose()
            )
    return tuple(found)


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
        *CATALOGUES.rglob("*.po"),
    ]
    for file in sorted(sources):
        summed.update(file.read_bytes())
    return summed.digest()


def _as_text(value: object) -> str:
    """Write what JSON does not know: words as they are shown, a form by its type alone."""
    return str(value) if isinstance(value, Phrase) else type(value).__qualname__
