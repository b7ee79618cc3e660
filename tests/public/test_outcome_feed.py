"""The feed of outcomes: what came out, was corrected and withdrawn, for any reader."""

from datetime import UTC, datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring

from netralitas.public.outcome_feed import MOST, outcome_feed
from netralitas.publication.domain import Ending
from netralitas.publication.queries import Published
from tests.public.made import ended, published, release

SITE = "https://hasil.contoh.test"
EMPTY = datetime(2024, 9, 1, 17, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(told: Published) -> Element:
    return fromstring(outcome_feed(told, SITE, EMPTY, demo=False))  # noqa: S314 - it is our own


def said(entry: Element, name: str) -> str:
    return entry.findtext(f"{ATOM}{name}") or ""


def test_an_old_reader_finds_all_that_atom_asks_for() -> None:
    root = feed(published(3))
    for part in (root, *root.findall(f"{ATOM}entry")):
        assert said(part, "id").startswith("tag:hasil.contoh.test,2024-01-01:hasil")
        assert said(part, "title")
        assert datetime.fromisoformat(said(part, "updated")).tzinfo is not None
        for link in part.findall(f"{ATOM}link"):
            assert urlsplit(link.get("href")).netloc == "hasil.contoh.test"
    identities = [said(entry, "id") for entry in root.findall(f"{ATOM}entry")]
    assert len(set(identities)) == len(identities) == 3
    updated = [said(entry, "updated") for entry in root.findall(f"{ATOM}entry")]
    assert updated == sorted(updated, reverse=True)


def test_a_correction_and_a_withdrawal_are_news_with_their_reason() -> None:
    old = ended(1, ending=Ending.CORRECTED, replaced_by="2", summary="Kalimat lama.")
    gone = ended(3, ending=Ending.WITHDRAWN, summary="Kalimat yang keliru.")
    root = feed(Published(current=(release(2),), corrected=(old,), withdrawn=(gone,)))
    news = {said(entry, "id").rpartition(":")[2]: entry for entry in root.findall(f"{ATOM}entry")}
    assert news.keys() == {
        *("hasil/1/terbit", "hasil/1/koreksi", "hasil/2/terbit"),
        *("hasil/3/terbit", "hasil/3/penarikan"),
    }
    assert said(news["hasil/3/penarikan"], "title").startswith("Ditarik: ")
    assert "Alasan: data pada hasil itu keliru." in said(news["hasil/3/penarikan"], "content")
    assert said(news["hasil/3/terbit"], "updated") == said(news["hasil/3/penarikan"], "updated")
    assert b"Kalimat yang keliru." not in outcome_feed(
        *(Published(current=(), corrected=(), withdrawn=(gone,)), SITE, EMPTY), demo=False
    )


def test_the_same_releases_make_the_same_bytes_and_an_empty_feed_is_valid() -> None:
    first, again = (outcome_feed(published(2), SITE, EMPTY, demo=True) for _ in range(2))
    assert first == again
    root = feed(published(0))
    assert said(root, "updated") == "2024-09-01T17:00:00+00:00"
    assert len(feed(published(MOST + 5)).findall(f"{ATOM}entry")) == MOST


def test_what_xml_cannot_hold_and_what_it_would_take_for_markup_is_passed_on_safely() -> None:
    sly = release(1, summary="<b>&\x0b\x00 ]]>")
    root = feed(published(0, current=(sly,)))
    [entry] = root.findall(f"{ATOM}entry")
    assert "<b>& ]]>" in said(entry, "content")
