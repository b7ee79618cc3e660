"""The body of a paper as one text that a person edits, and back. Pure.

A blank line parts paragraphs; a line that begins with "# " is a heading, lines that begin with "- "
are a list.
"""

import re
from collections.abc import Iterable

from netralitas.documents.letters.known import Block

_PARTS = re.compile(r"\n[ \t]*\n+")
_HEADING, _ITEM = "# ", "- "


def as_text(blocks: Iterable[Block]) -> str:
    """Return the blocks as text to be edited."""
    return "\n\n".join(part for block in blocks for part in _parts(block))


def as_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text that was edited."""
    found: list[Block] = []
    for part in _PARTS.split(text.replace("\r\n", "\n").strip()):
        found += _block(part)
    return tuple(found)


def as_lines(text: str | None) -> tuple[str, ...]:
    """Return the lines of a text that say something."""
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())


def as_paragraphs(text: str | None) -> tuple[str, ...]:
    """Return the paragraphs of a text, which blank lines part."""
    parts = _PARTS.split((text or "").replace("\r\n", "\n").strip())
    return tuple(part.strip() for part in parts if part.strip())


def _parts(block: Block) -> Iterable[str]:
    if block.heading:
        yield _HEADING + block.heading
    yield from block.text
    if block.pairs:
        yield "\n".join(f"{label}: {said}" for label, said in block.pairs)
    if block.items:
        yield "\n".join(_ITEM + item for item in block.items)


def _block(part: str) -> Iterable[Block]:
    """Yield a heading, a list, and what lies between them as a paragraph, in their order."""
    said: list[str] = []
    items: list[str] = []
    for line in (*part.splitlines(), ""):
        if said and (line.startswith((_HEADING, _ITEM)) or not line):
            yield Block(text=("\n".join(said),))
            said = []
        if items and not line.startswith(_ITEM):
            yield Block(items=tuple(items))
            items = []
        if line.startswith(_HEADING):
            yield Block(heading=line.removeprefix(_HEADING).strip())
        elif line.startswith(_ITEM):
            items.append(line.removeprefix(_ITEM).strip())
        elif line:
            said.append(line)
