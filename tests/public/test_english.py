"""The public site in English: nothing is missing, and whoever reads on stays in English."""

import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from string import Formatter
from typing import Final

import msgspec
import pytest

from netralitas.language import (
    ENGLISH,
    Phrase,
    addresses,
    catalogues,
    heard,
    local,
    phrase,
    say,
    speaking,
)
from netralitas.public.composing import section_sheets
from netralitas.public.pages import Stand
from netralitas.public.sheets import in_each_language
from netralitas.publication.policy.totals import Milestone
from scripts import messages
from tests.public.made import compose, ended, figures, published

STAND: Final = Stand(moment=datetime(2024, 9, 2, 3, 20, tzinfo=UTC), position=1234)
INDONESIAN: Final = frozenset(
    re.findall(
        r"\w+",
        "yang dan tidak dengan untuk anda pada belum sudah atau dari ini itu adalah oleh akan dapat"
        " kepada sampai bila setiap tanpa kami bukan karena juga sejak terlapor perkara laporan",
    )
)
"""Words that stand in almost every Indonesian sentence, and in no English one."""
_VOID: Final = frozenset({"br", "hr", "img", "input", "link", "meta", "path", "rect", "wbr"})


class Reader(HTMLParser):
    """What an English reader is shown: words outside of what is marked as Indonesian, and links."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[tuple[str, str | None]] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag in {"a", "form"}:
            self.links.append((told.get("href") or told.get("action") or "", told.get("lang")))
        if not self._silent(told.get("lang")):
            for name in ("aria-label", "title", "placeholder", "alt"):
                self.words += _words(told.get(name) or "")
        if tag not in _VOID:
            self._open.append((tag, self._silent(told.get("lang"))))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._silent(None) and not (self._open and self._open[-1][0] in {"script", "style"}):
            self.words += _words(data)

    def _silent(self, lang: str | None) -> bool:
        if lang is not None:
            return lang != ENGLISH
        return bool(self._open) and self._open[-1][1]


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Every prepared English page that needs no database, by its address."""
    told = published(120, corrected=(ended(121, replaced_by="120"),), withdrawn=(ended(122),))
    found = in_each_language(lambda: compose(figures(), told))
    return {
        sheet.path: sheet.write(STAND, demo=True).decode()
        for sheet in found
        if sheet.locale == ENGLISH
    }


def test_no_message_of_the_public_site_is_without_its_translation() -> None:
    assert messages.missing() == []


def test_a_translation_fills_in_what_the_message_fills_in() -> None:
    for part in catalogues(ENGLISH).values():
        for message in part:
            for said, told in zip(_each(message.id), _each(message.string), strict=False):
                assert _filled(told) <= _filled(said), said
                if not isinstance(message.id, tuple):
                    assert _filled(told) == _filled(said), said


def _each(told: object) -> tuple[str, ...]:
    return (told,) if isinstance(told, str) else tuple(told)  # type: ignore[arg-type]  # plural forms


def _filled(text: str) -> set[str]:
    braces = {name for _, name, _, _ in Formatter().parse(text) if name}
    return braces | set(re.findall(r"%\((\w+)\)s", text))


def test_no_indonesian_word_stands_on_an_english_page(pages: dict[str, str]) -> None:
    found = {}
    for path, html in pages.items():
        reader = Reader()
        reader.feed(html)
        left = INDONESIAN & set(reader.words)
        if left:
            found[path] = left
    assert found == {}


def test_one_of_something_is_said_in_the_singular() -> None:
    one = figures(**dict.fromkeys(Milestone, 1))
    with speaking(ENGLISH):
        home, *_ = section_sheets(one, ())
    html = msgspec.structs.replace(home, locale=ENGLISH).write(STAND, demo=True).decode()
    assert ("1 case<" in html, "1 cases<" in html) == (True, False)


def test_whoever_follows_a_link_stays_in_english(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        reader = Reader()
        reader.feed(html)
        left = [
            href
            for href, lang in reader.links
            if href.startswith("/") and lang != "id" and heard(href)[0] != ENGLISH
        ]
        assert [href for href in left if local_page(href)] == [], path


def local_page(href: str) -> bool:
    """Whether an address is one of a page: files are the same in every language."""
    files = ("/masuk", "/log/checkpoint", "/log/pernyataan", "/api/")
    with speaking(ENGLISH):
        return not href.startswith(files) and local(href) != href


def test_each_page_leads_to_the_same_page_in_indonesian(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        assert f'<html lang="{ENGLISH}">' in html
        assert f'href="{heard(path)[1]}" lang="id" hreflang="id"' in html, path


def test_the_words_of_a_constant_are_shown_in_the_language_of_the_page() -> None:
    word = phrase("Beranda")
    assert (f"{word}", str(word), word) == ("Beranda",) * 3
    with speaking(ENGLISH):
        assert (f"{word}", f"{word:>6}", str(word)) == ("Home", "  Home", "Home")
        assert word == "Beranda", "kept and compared, it stays what it is"
        assert say("Beranda") == "Home"


def test_an_address_is_asked_for_in_the_language_before_it() -> None:
    for path in ("/", "/hasil", "/hasil/abc?x=1#y"):
        indonesian, english = addresses(path)
        assert (heard(indonesian), heard(english)) == (("id", path), ("en", path))
    assert heard("/energi") == ("id", "/energi")
    assert addresses("/data/hasil.csv") == ("/data/hasil.csv",) * 2
    assert addresses("https://contoh.id/a") == ("https://contoh.id/a",) * 2


def test_a_phrase_is_words_and_nothing_else() -> None:
    assert isinstance(phrase("Beranda"), Phrase)
    assert phrase("{n} huruf", n=3) == "3 huruf"
