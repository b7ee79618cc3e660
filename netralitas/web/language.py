"""The language and the time zone a page is written in; Indonesian is the language of the source."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

from babel.support import NullTranslations, Translations

SOURCE = "id"
DEFAULT_ZONE = "Asia/Jakarta"
_CATALOGUES = Path(__file__).resolve().parents[2] / "locales"

_LOCALE: ContextVar[str] = ContextVar("netralitas_locale", default=SOURCE)
_ZONE: ContextVar[str] = ContextVar("netralitas_zone", default=DEFAULT_ZONE)


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


def gettext(message: str) -> str:
    """Return the message in the page's language; the message itself in Indonesian."""
    return _translations(locale()).gettext(message)


def ngettext(one: str, many: str, amount: int) -> str:
    """Return the message for an amount; Indonesian nouns do not change with it."""
    return _translations(locale()).ngettext(one, many, amount)


@cache
def _translations(locale: str) -> NullTranslations:
    if locale == SOURCE:
        return NullTranslations()
    return Translations.load(_CATALOGUES, [locale])
