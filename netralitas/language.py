"""The language and the time zone a page is written in; Indonesian is the language of the source."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final, Self

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

SOURCE: Final = "id"
ENGLISH: Final = "en"
LANGUAGES: Final = {SOURCE: "Bahasa Indonesia", ENGLISH: "English"}
"""The languages of the public site, each by its own name."""

DEFAULT_ZONE: Final = "Asia/Jakarta"
CATALOGUES: Final = Path(__file__).resolve().parent / "locales"
"""Here stands a folder for each language but that of the source, with a catalogue for each part."""

_LOCALE: ContextVar[str] = ContextVar("netralitas_locale", default=SOURCE)
_ZONE: ContextVar[str] = ContextVar("netralitas_zone", default=DEFAULT_ZONE)


class Phrase(str):
    """Words that a module says once for all pages; each page shows them in its own language.

    As a string it is the Indonesian text, so it compares, is kept and is sent as that. Wherever it
    is shown (in a template, an f-string, a format, by `str`) it is in the language of the page.
    What works on the letters of a string (a slice, `join`, `+`) needs `str` of it first.
    """

    __slots__ = ("_message", "_values")

    _message: str
    _values: dict[str, object]

    def __new__(cls, message: str, **values: object) -> Self:
        """Return the words; `values` fill the braces of the message."""
        made = super().__new__(cls, message.format(**values) if values else message)
        made._message, made._values = message, values
        return made

    def __str__(self) -> str:
        """Return the words in the language of the page."""
        if _LOCALE.get() == SOURCE:
            return str.__str__(self)[:]
        said = gettext(self._message)
        return said.format(**self._values) if self._values else said

    def __format__(self, form: str) -> str:
        """Return the words in the language of the page, as an f-string shows them."""
        return format(str(self), form)


def phrase(message: str, **values: object) -> Phrase:
    """Return words for whatever page shows them, such as a constant of a module."""
    return Phrase(message, **values)


def as_source(value: object) -> str:
    """Return words as they are kept and printed, whatever the page: for `enc_hook` of msgspec.

    Raises TypeError for anything else.
    """
    if isinstance(value, Phrase):
        return "".join(value)
    raise TypeError(f"no words: {type(value).__qualname__}")


def say(message: str, **values: object) -> str:
    """Return a sentence in the language of the page that is being written, its braces filled."""
    return gettext(message).format(**values)


def locale() -> str:
    """Return the language of the page being written, such as `id`."""
    return _LOCALE.get()


def zone() -> str:
    """Return the IANA name of the time zone in which the page shows moments."""
    return _ZONE.get()


@contextmanager
def speaking(locale: str, zone: str = DEFAULT_ZONE) -> Iterator[None]:
    """Write everything inside the block in this language and this time zone."""
    language_before, zone_before = _LOCALE.set(locale), _ZONE.set(zone)
    try:
        yield
    finally:
        _ZONE.reset(zone_before)
        _LOCALE.reset(language_before)


def local(address: str) -> str:
    """Return where a page of this site is in the language of the page being written.

    Files, known by the dot in their name, are the same in every language; other sites stay.
    """
    if _LOCALE.get() == SOURCE or not address.startswith("/") or _is_file(address):
        return address
    begin = f"/{_LOCALE.get()}"
    return begin if address == "/" else begin + address


def addresses(address: str) -> tuple[str, ...]:
    """Return where a page of this site is in every language, first that of the source."""
    found = []
    for each in LANGUAGES:
        with speaking(each):
            found.append(local(address))
    return tuple(found)


def _is_file(address: str) -> bool:
    path = address.partition("?")[0].partition("#")[0]
    return "." in path.rpartition("/")[2]


def heard(address: str) -> tuple[str, str]:
    """Return the language in which an address is asked for, and the address without it.

    >>> heard("/en/hasil")
    ('en', '/hasil')
    """
    for each in LANGUAGES:
        begin = f"/{each}"
        if each != SOURCE and (address == begin or address.startswith(f"{begin}/")):
            return each, address.removeprefix(begin) or "/"
    return SOURCE, address


def gettext(message: str) -> str:
    """Return the message in the page's language; the message itself in Indonesian."""
    return _translations(locale()).gettext(message)


def ngettext(one: str, many: str, amount: int) -> str:
    """Return the message for an amount; Indonesian nouns do not change with it."""
    return _translations(locale()).ngettext(one, many, amount)


def catalogues(locale: str) -> dict[str, Catalog]:
    """Return the catalogues of a language by the part of the product they are for."""
    found = {}
    for path in sorted((CATALOGUES / locale).glob("*.po")):
        with path.open("rb") as file:
            found[path.stem] = read_po(file, locale=locale)
    return found


@cache
def _translations(locale: str) -> NullTranslations:
    if locale == SOURCE:
        return NullTranslations()
    whole = Catalog(locale=locale)
    for part in catalogues(locale).values():
        for message in part:
            if message.id:
                whole[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    return Translations(compiled)
