"""Outcomes as Atom (RFC 4287): an entry for each that came out, was corrected or was withdrawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from heapq import nlargest
from typing import Final
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from netralitas.public.agenda.feed import NAMESPACE, said_at, text
from netralitas.public.opendata import words
from netralitas.public.outcomes import address, ended_words, is_silent, title
from netralitas.public.sections import OUTCOME_FEED, OUTCOMES
from netralitas.publication.domain import Ending
from netralitas.publication.queries import PublicRelease, Published
from netralitas.publication.words import ENDINGS

MOST: Final = 100
BEGUN: Final = "2024-01-01"
"""Since when the ids of entries are ours to give (RFC 4151); it never changes."""

_PUBLISHED: Final = "terbit"
_ENDED: Final = {Ending.CORRECTED: "koreksi", Ending.WITHDRAWN: "penarikan"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """Something that happened to a release, and when."""

    at: datetime
    what: str
    release: PublicRelease


def outcome_feed(published: Published, site: str, empty: datetime, *, demo: bool) -> bytes:
    """Return the feed, its newest entry first; `site` is where the pages are.

    The id of an entry is made of the random code of its release, and stays. What was withdrawn is
    no longer said in the entry that once said it. `empty` is as of when a feed without entries
    speaks: with one, the same releases make the same bytes.
    """
    newest = nlargest(MOST, _entries(published), key=lambda one: (one.at, one.release.code))
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": "id"})
    text(root, "id", f"{_tag(site)}:hasil")
    text(root, "title", words.FEED_INVENTED if demo else words.FEED)
    text(root, "updated", said_at(newest[0].at if newest else empty))
    text(root, "rights", words.LICENCE_TITLE)
    SubElement(root, "link", {"rel": "self", "href": f"{site}{OUTCOME_FEED}"})
    page = {"rel": "alternate", "type": "text/html", "href": f"{site}{OUTCOMES}"}
    SubElement(root, "link", page)
    for one in newest:
        _add(root, one, site)
    body: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body


def _entries(published: Published) -> Iterator[_Entry]:
    for release in (*published.current, *published.corrected, *published.withdrawn):
        yield _Entry(at=release.published_at, what=_PUBLISHED, release=release)
        if release.ending is not None and release.ended_at is not None:
            yield _Entry(at=release.ended_at, what=_ENDED[release.ending], release=release)


def _add(root: Element, one: _Entry, site: str) -> None:
    release, page = one.release, f"{site}{address(one.release.code)}"
    entry = SubElement(root, "entry")
    text(entry, "id", f"{_tag(site)}:hasil/{release.code}/{one.what}")
    ended = one.what != _PUBLISHED and release.ending is not None
    named = title(release)
    text(
        entry, "title", f"{ENDINGS[release.ending]}: {named}" if ended and release.ending else named
    )
    changed = release.ended_at if release.ended_at and not ended else one.at
    text(entry, "updated", said_at(changed))
    text(entry, "published", said_at(one.at))
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": page})
    text(SubElement(entry, "author"), "name", release.party)
    text(entry, "content", _content(release)).set("type", "text")


def _content(release: PublicRelease) -> str:
    """Return what is said now: how it ended first, and what it says unless that is over."""
    ended = ended_words(release)
    said = [" ".join(filter(None, (ended, release.note)))] if ended else []
    if not is_silent(release):
        said += [one.sentence for one in release.outcomes]
        said += [release.summary] if release.summary else []
        said.append(release.answered)
    return "\n".join(said)


def _tag(site: str) -> str:
    return f"tag:{urlsplit(site).hostname or 'localhost'},{BEGUN}"
