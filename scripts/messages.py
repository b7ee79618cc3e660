"""Bring the English catalogues up to date with the words of the public site.

    python scripts/messages.py            adds what is missing, untranslated; drops the rest
    python scripts/messages.py --missing  lists what is not translated, and changes nothing

Each part of the site has a catalogue of its own. A message that several parts say stands in the
first of them.
"""

import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

from netralitas.language import CATALOGUES, ENGLISH, catalogues

ROOT: Final = Path(__file__).resolve().parents[1]
PARTS: Final = {
    "site": (
        "netralitas/language.py",
        "netralitas/law/*words.py",
        "netralitas/law/time_left.py",
        "netralitas/refusals.py",
        "netralitas/cases/words.py",
        "netralitas/web/*.py",
        "netralitas/web/forms/*.py",
        "netralitas/public/*.py",
        "templates/layouts/base.html",
        "templates/layouts/public.html",
        "templates/layouts/site.html",
        "templates/macros/*.html",
        "templates/parts/*.html",
        "templates/charts/*.html",
        "templates/errors/fragment.html",
        "templates/public/*.html",
    ),
    "figures": (
        "netralitas/public/counting/*.py",
        "netralitas/publication/words/__init__.py",
        "netralitas/evaluation/words/*.py",
        "templates/public/counting/*.html",
    ),
    "status": (
        "netralitas/investigation/words/__init__.py",
        "netralitas/publication/status_words.py",
        "netralitas/publication/step_words.py",
        "templates/public/status.html",
    ),
    "data": ("netralitas/public/opendata/*.py", "templates/public/data.html"),
    "log": ("netralitas/public/log/*.py", "templates/public/log/*.html"),
    "reporting": (
        "netralitas/law/hours.py",
        "netralitas/intake/inbox/words.py",
        "netralitas/public/reporting/**/*.py",
        "templates/layouts/door.html",
        "templates/public/reporting/*.html",
    ),
    "service": (
        "netralitas/service/words.py",
        "netralitas/public/service/*.py",
        "templates/public/service/*.html",
    ),
    "prevention": (
        "netralitas/prevention/words.py",
        "netralitas/public/agenda/*.py",
        "netralitas/public/library/*.py",
        "netralitas/public/attending/*.py",
        "templates/public/agenda/*.html",
        "templates/public/library/*.html",
        "templates/public/attending/*.html",
    ),
    "law": (
        "netralitas/public/guide/*.py",
        "netralitas/public/calculator/*.py",
        "netralitas/public/acknowledging/*.py",
        "netralitas/public/verifying/*.py",
        "netralitas/law/*.py",
        "netralitas/law/violations/*.py",
        "netralitas/law/data/pemilu.toml",
        "netralitas/law/data/pemilihan.toml",
        "netralitas/law/data/asn.toml",
        "netralitas/law/data/office.toml",
        "netralitas/law/data/calendar.toml",
        "netralitas/law/data/violations.toml",
        "netralitas/legislation/words/*.py",
        "templates/public/calculator.html",
        "templates/public/guide/*.html",
        "templates/public/acknowledging/*.html",
        "templates/public/verifying/*.html",
    ),
}
"""The sources of each part, as patterns below the root.

A file that a part names in full belongs to it, whatever the patterns of the parts before it.
"""

_KEYWORDS: Final = {
    **dict.fromkeys(("_", "gettext", "phrase", "say"), None),
    "ngettext": (1, 2),
}
_OF_DATA: Final = frozenset(
    ("label", "start_label", "note", "name", "basis", "about", "said", "taken", "why", "no_clause")
)
"""The words of the data of the law that are ours; its articles and its items stay as they are."""

_OPTIONS: Final = {"trimmed": "true", "extensions": "jinja2.ext.do"}


def said() -> dict[str, dict[str | tuple[str, ...], str]]:
    """Return the messages of each part, with the file that says each first."""
    found: dict[str, dict[str | tuple[str, ...], str]] = {}
    known: set[str | tuple[str, ...]] = set()
    for part, patterns in PARTS.items():
        found[part] = {}
        for path in _sources(patterns):
            for message in _messages(path):
                if message not in known:
                    known.add(message)
                    found[part][message] = path.relative_to(ROOT).as_posix()
    return found


def missing() -> list[str]:
    """Return every message without an English translation, and every translation of no message."""
    told = {
        message.id: message.string
        for part in catalogues(ENGLISH).values()
        for message in part
        if message.id
    }
    wanted = {message for part in said().values() for message in part}
    lacking = [f"not translated: {message}" for message in wanted if not _whole(told.get(message))]
    return sorted([*lacking, *(f"never said: {message}" for message in told.keys() - wanted)])


def _whole(told: Sequence[str] | None) -> bool:
    return told is not None and bool(told) and all(told)


def _sources(patterns: tuple[str, ...]) -> Iterator[Path]:
    """Yield the files of a part; one that another part names is of that one alone."""
    named = {name for names in PARTS.values() for name in names} - set(patterns)
    for pattern in patterns:
        found = sorted(ROOT.glob(pattern))
        yield from (path for path in found if path.relative_to(ROOT).as_posix() not in named)


def _messages(path: Path) -> Iterator[str | tuple[str, ...]]:
    if path.suffix == ".toml":
        yield from _of_data(tomllib.loads(path.read_text("utf-8")))
        return
    method = "python" if path.suffix == ".py" else "jinja2"
    options = {} if path.suffix == ".py" else _OPTIONS
    for _, message, _, _ in extract_from_file(method, path, keywords=_KEYWORDS, options=options):
        yield message


def _of_data(value: object, name: str = "") -> Iterator[str]:
    """Yield the texts below a value of a data file that the site shows in the page's language."""
    if isinstance(value, str) and name in _OF_DATA:
        yield value
    for each in value if isinstance(value, list) else ():
        yield from _of_data(each, name)
    for key, each in value.items() if isinstance(value, dict) else ():
        yield from _of_data(each, key)


def _update() -> None:
    held = catalogues(ENGLISH)
    told = {m.id: m.string for part in held.values() for m in part if m.id}
    for part, messages in said().items():
        made = Catalog(locale=ENGLISH)
        for message, where in messages.items():
            made.add(message, told.get(message, ""), locations=[(where, 0)])
        path = CATALOGUES / ENGLISH / f"{part}.po"
        with path.open("wb") as file:
            write_po(file, made, width=100, omit_header=True, include_lineno=False)


if __name__ == "__main__":
    if "--missing" in sys.argv[1:]:
        sys.stdout.writelines(f"{line}\n" for line in missing())
    else:
        _update()
