"""A published log as files, made without a database: what a journalist would have downloaded."""

import base64
import hashlib
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from netralitas.audit import heads, merkle, proofs
from netralitas.audit.heads import LogHead
from netralitas.intake.receipt_seal import promise_of

SEED = bytes(range(32))
NAME = "netralitas"
KEY = str(heads.verifier_of(SEED, NAME))
TOOL = Path(__file__).parents[2] / "static" / "verifier" / "periksa_catatan.py"
SALT = b"s" * 32
SAID = "netralitas tanda terima 1\nLW-0000-0000\n"


def leaves(count: int, kind: bytes = b"") -> list[bytes]:
    """So many leaves; the receipt stands at 5."""
    made = [merkle.leaf_hash(hashlib.sha256(kind + b"%d" % n).digest()) for n in range(count)]
    made[5] = merkle.leaf_hash(promise_of(SALT, SAID))
    return made


def note(hashes: Sequence[bytes], seed: bytes = SEED, name: str = NAME) -> str:
    head = LogHead(origin=name, size=len(hashes), root=merkle.root(hashes))
    return heads.sign(head, seed, name)


def tile_path(folder: Path, level: int, position: int, width: int) -> Path:
    part = "" if width == merkle.WIDTH else f".p/{width}"
    thousands, last = divmod(position, 1000)
    above = f"x{thousands:03}/" if thousands else ""
    return folder / "tile" / str(level) / f"{above}{last:03}{part}"


def publish(folder: Path, hashes: Sequence[bytes], *earlier: int) -> None:
    """Write the files of a log, with a head for each of these sizes and the whole."""
    edge = merkle.RightEdge()
    for level, position, tile in [*edge.append(hashes), *edge.unfinished()]:
        path = tile_path(folder, level, position, len(tile))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"".join(tile))
    (folder / "checkpoint").write_text(note(hashes), encoding="utf-8")
    listed = [
        json.dumps({"size": size, "day": "2024-09-03", "note": note(hashes[:size])})
        for size in (len(hashes), *earlier)
    ]
    (folder / "kepala.jsonl").write_text("\n".join(listed) + "\n", encoding="utf-8")
    (folder / "kunci.txt").write_text(f"{KEY}\n", encoding="utf-8")


def receipt_proof(hashes: Sequence[bytes], day: int) -> dict[str, Any]:
    """The proof of the receipt at leaf 5, which the head of `day` leaves was the first to have."""

    def subtree(level: int, index: int) -> bytes:
        return merkle.root(hashes[index << level : (index + 1) << level])

    def listed(found: Sequence[bytes]) -> list[str]:
        return [base64.b64encode(one).decode() for one in found]

    return {
        "format": "netralitas receipt proof 1",
        "checkpoint": note(hashes),
        "day_checkpoint": note(hashes[:day]),
        "consistency": listed(proofs.consistency(day, len(hashes), subtree)),
        "receipt": {
            "position": 5,
            "leaf": hashes[5].hex(),
            "inclusion": listed(proofs.inclusion(5, len(hashes), subtree)),
            "said": SAID,
            "salt": SALT.hex(),
        },
        "case": None,
    }


@dataclass(frozen=True)
class Answer:
    """How the tool ended and what it said."""

    code: int
    text: str


def run(*arguments: object, key: str = KEY) -> Answer:
    """Run the tool as anybody would: no package of ours, nothing installed."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-I", "-S", str(TOOL), *map(str, arguments), "--kunci", key],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Answer(done.returncode, done.stdout + done.stderr)
