"""The agenda as Atom (RFC 4287): an entry for every announcement, move and cancellation."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from heapq import nlargest
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, tostring

from netralitas.public.agenda import words
from netralitas.public.agenda.composing import address
from netralitas.public.agenda.domain import Announced, Change
from netralitas.public.sections import AGENDA, FEED

MEDIA_TYPE: Final = "application/atom+xml; charset=utf-8"
MOST: Final = 50
NAMESPACE: Final = "http://www.w3.org/2005/Atom"
_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(activities: Sequence[Announced], site: str, empty: datetime, *, demo: bool) -> bytes:
    """Return the feed, its newest entry first; `site` is where the pages are.

    An entry keeps its id for ever. `empty` is as of when a feed without entries speaks: with one,
    the same activities make the same bytes.
    """
    news = [
        (change.at, activity.id, place, activity)
        for activity in activities
        for place, change in enumerate(activity.changes)
    ]
    newest = nlargest(MOST, news, key=lambda each: each[:3])
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": "id"})
    text(root, "id", _identity(f"{site}{AGENDA}"))
    text(root, "title", words.FEED[demo])
    text(root, "updated", said_at(newest[0][0] if newest else empty))
    SubElement(root, "link", {"rel": "self", "href": f"{site}{FEED}"})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": f"{site}{AGENDA}"})
    for _, _, place, activity in newest:
        _add_entry(root, activity, place, site)
    body: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body


def _add_entry(root: Element, activity: Announced, place: int, site: str) -> None:
    change, page = activity.changes[place], f"{site}{address(activity.id)}"
    entry = SubElement(root, "entry")
    text(entry, "id", _identity(f"{page}#{place}"))
    text(entry, "title", words.headline(activity, change))
    text(entry, "updated", said_at(change.at))
    text(entry, "published", said_at(change.at))
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": page})
    text(SubElement(entry, "author"), "name", activity.organiser)
    text(entry, "content", _content(activity, change)).set("type", "text")


def _content(activity: Announced, change: Change) -> str:
    """Return what happened, and how the activity stands now."""
    said = [
        words.change(change),
        f"{words.kind(activity.kind)} tentang {words.theme(activity.theme)}."
        if activity.theme
        else f"{words.kind(activity.kind)}.",
        f"Waktu: {words.when(activity)}.",
        f"Tempat: {words.where(activity)}.",
        f"Untuk: {activity.audience}. Penyelenggara: {words.held_by(activity)}.",
    ]
    return "\n".join(said)


def text(parent: Element, name: str, said: str) -> Element:
    """Return an element that says this, without the signs that XML cannot hold."""
    found = SubElement(parent, name)
    found.text = _NOT_IN_XML.sub("", said)
    return found


def _identity(of: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, of)}"


def said_at(at: datetime) -> str:
    """Return a moment as Atom writes it."""
    return at.astimezone(UTC).isoformat(timespec="seconds")
