"""Verification of what stands in the log beside events: seals of receipts, padding, what is public.

A leaf without an event is padding only if it is what the key of the log makes of its position: a
dropped event cannot be passed off as that.
"""

import base64
import hashlib
from collections.abc import Sequence
from typing import Final

import asyncpg
import msgspec

from netralitas.audit import heads
from netralitas.audit.heads import BadHead
from netralitas.audit.origins import Reign
from netralitas.audit.padding import PaddingKeys, padding_leaf
from netralitas.audit.verdict import Findings

_BATCH: Final = 2000

_LEAVES: Final = """
SELECT leaf.position, leaf.hash, leaf.receipt, seal.promise
FROM log_leaf AS leaf LEFT JOIN inbox.receipt_seal AS seal ON seal.id = leaf.receipt
WHERE leaf.event IS NULL ORDER BY leaf.position
"""
_TILES: Final = """
SELECT published.level, published.position
FROM published.log_tile AS published LEFT JOIN log_tile AS tile USING (level, position)
WHERE substring(tile.hashes FOR octet_length(published.hashes)) IS DISTINCT FROM published.hashes
"""
_PLACES: Final = """
SELECT entry.digest, entry.kind, entry.position FROM published.log_entry AS entry
LEFT JOIN log_leaf AS leaf ON leaf.position = entry.position
WHERE leaf.hash IS DISTINCT FROM entry.leaf
"""
_HEADS: Final = """
SELECT public.size, public.root, public.note
FROM published.log_head AS public LEFT JOIN log_head AS head USING (size)
WHERE (head.root, head.note) IS DISTINCT FROM (public.root, public.note)
"""
_STATEMENTS: Final = "SELECT name, statement, size, root FROM published.log_origin"


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """How many leaves stand for no event: padding, and seals of receipts."""

    padding: int
    receipts: int


async def beside(c: asyncpg.Connection, findings: Findings, keys: PaddingKeys) -> Beside:
    """Compare every leaf without an event with what it must be; `keys` are those of the padding."""
    padding = receipts = 0
    async for position, digest, receipt, promise in c.cursor(_LEAVES, prefetch=_BATCH):
        if receipt is None:
            padding += 1
            problem = _padding(position, digest, keys.at(position))
        else:
            receipts += 1
            problem = _receipt(digest, receipt, promise)
        if problem:
            findings.add("log_leaf", position, problem)
    return Beside(padding=padding, receipts=receipts)


async def in_public(c: asyncpg.Connection, findings: Findings, had: Sequence[Reign]) -> None:
    """Compare what was published of the log with the log."""
    for level, position in await c.fetch(_TILES):
        findings.add("published.log_tile", f"{level}/{position}", "it is not the tile of the log")
    for size, _, _ in await c.fetch(_HEADS):
        findings.add("published.log_head", size, "it is not the head that was signed")
    for digest, kind, position in await c.fetch(_PLACES):
        row = f"{digest.hex()[:16]}/{kind}"
        findings.add("published.log_entry", row, f"leaf {position} is another one")
    keys = {each.verifier.name: each.verifier for each in had}
    for name, statement, size, root in await c.fetch(_STATEMENTS):
        try:
            lines = heads.open_text(statement, keys[name]).splitlines()
        except BadHead as error:
            findings.add("published.log_origin", name, str(error))
            continue
        said = f"{size}", base64.b64encode(root).decode()
        if tuple(line.rpartition(": ")[2] for line in lines[3:5]) != said:
            problem = "its statement says something else than its row"
            findings.add("published.log_origin", name, problem)


def _padding(position: int, digest: bytes, key: bytes | None) -> str | None:
    if key is None:
        return "it stands for no event, and without the secret of the log nobody can say why"
    if padding_leaf(key, position) != digest:
        return "it stands for no event, and is not the padding of its position"
    return None


def _receipt(digest: bytes, receipt: int, promise: bytes | None) -> str | None:
    if promise is None:
        return f"the seal {receipt} of a receipt, which it stands for, is gone"
    if hashlib.sha256(b"\x00" + promise).digest() != digest:
        return f"it is not the hash of the seal {receipt} of a receipt"
    return None
