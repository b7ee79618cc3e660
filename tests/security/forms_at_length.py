"""Every form of a site is filled in badly, in each of several ways; what comes back is read."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import quote_plus

import httpx

from tests.pages import FoundForm, read

FOR_PEOPLE: Final = {200, 303, 400, 403, 404, 409, 413, 422, 429}
HEADERS: Final = {"Sec-Fetch-Site": "same-origin"}
URLENCODED: Final = {**HEADERS, "Content-Type": "application/x-www-form-urlencoded"}
MARKER: Final = "Tulisan 😀 نص nomor {}"
"""Text in two directions with a picture; a person may type it, and no field may lose it."""

BAD: Final = (
    *("\x00", "x" * 20_000, "\u202etxet", "\ud800", "-1", "²", "9" * 400, "<script>", "\r\nX: y"),
    *("../../etc/passwd", "%00", "{{7*7}}", "=1+1", "null", "[]"),
)
_TYPED: Final = re.compile(r"<(?:textarea|input)\b[^>]*>")
_NAME: Final = re.compile(r'\bname="([^"]+)"')
_NOT_TYPED: Final = re.compile(
    r'type="(?:hidden|password|file|radio|checkbox|submit|search)"|\b(?:readonly|hidden)\b'
)

NEVER_SHOWN_AGAIN: Final = {"code", "present", "situs", "token"}
"""Codes of a device and tokens, which are entered anew; the field that machines alone fill in."""

Pair = tuple[str, str]


@dataclass(slots=True)
class Found:
    """What was sent and answered, and what was wrong with it."""

    statuses: Counter[int] = field(default_factory=Counter)
    forms: set[str] = field(default_factory=set)
    kept: int = 0
    wrong: list[str] = field(default_factory=list)


async def try_all(client: httpx.AsyncClient, path: str, found: Found, *, big: bool) -> None:
    """Send the form at a path in every bad way; where there is none to be seen, in one of them."""
    shown = await client.get(path, follow_redirects=False)
    forms = read(shown).forms if shown.status_code == 200 else []
    form = next((each for each in forms if path in {each.action, ""}), None)
    names = list(dict.fromkeys(form.names)) if form else ["reason", "version", "next"]
    for pairs in list(ways(names))[: None if form else 1]:
        await _send(client, path, _encoded(pairs), found)
    await _send(client, path, _parts(names), found)
    if big:
        await _send(client, path, "x" * 10_000_000, found)
    if form is not None:
        found.forms.add(path)
        await _nothing_lost(client, path, form, shown.text, found)


def ways(names: Sequence[str]) -> Iterator[list[Pair]]:
    """Each bad text in another field, so that all come in turn; everything twice, and more."""
    for shift in (0, 7):
        yield [(name, BAD[(place + shift) % len(BAD)]) for place, name in enumerate(names)]
    twice = [(name, text) for name in names for text in ("1", "2")]
    yield [*twice, ("entah", "1"), ("__class__", "x"), ("a[b]", "c")]


def typed_fields(page: str) -> list[str]:
    """The names of what a person types into, as the page shows it."""
    tags = [tag for tag in _TYPED.findall(page) if not _NOT_TYPED.search(tag)]
    return [name.group(1) for name in map(_NAME.search, tags) if name]


async def _nothing_lost(
    client: httpx.AsyncClient, path: str, form: FoundForm, page: str, found: Found
) -> None:
    typed = {name: MARKER.format(place) for place, name in enumerate(typed_fields(page))}
    pairs = [(name, text) for name, text in typed.items() if name in form.names]
    answer = await _send(client, path, _encoded(pairs), found)
    if answer is None or answer.status_code != 422:
        return
    said = read(answer)
    values = [texts for each in said.forms for texts in each.values.values()]
    back = "\n".join(text for texts in values for text in texts)
    found.wrong += [
        f"{path} lost {name}"
        for name, text in pairs
        if text not in back and name not in NEVER_SHOWN_AGAIN
    ]
    found.kept += len(pairs)


async def _send(
    client: httpx.AsyncClient, path: str, body: str | list[tuple[str, bytes]], found: Found
) -> httpx.Response | None:
    try:
        if isinstance(body, str):
            answer = await client.post(path, content=body.encode(), headers=URLENCODED)
        else:
            files = [(name, ("x\r\ny.pdf", content)) for name, content in body]
            answer = await client.post(path, files=files, headers=HEADERS)
    except Exception as error:  # noqa: BLE001 - what escapes is the finding
        found.wrong.append(f"{path}: {type(error).__name__}")
        return None
    found.statuses[answer.status_code] += 1
    if answer.status_code not in FOR_PEOPLE:
        found.wrong.append(f"{path}: {answer.status_code} for {body[:300]!r}")
    return answer


def _encoded(pairs: Sequence[Pair]) -> str:
    return "&".join(
        f"{quote_plus(name)}={quote_plus(text, errors='surrogatepass')}" for name, text in pairs
    )


def _parts(names: Sequence[str]) -> list[tuple[str, bytes]]:
    """Every field as a file: none that takes text gets any."""
    return [(name, b"%PDF-1.7 \xff\x00") for name in names]
