"""What makes a folder a BagIt bag (RFC 8493): its declaration, its manifests. Pure.

A payload file is anything below `data/`; the manifest names the SHA-256 of each, and the manifest
of tags that of every other file, so that one digest, that of the manifest of tags, stands for all.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import msgspec

DECLARATION: Final = "bagit.txt"
INFORMATION: Final = "bag-info.txt"
MANIFEST: Final = "manifest-sha256.txt"
TAG_MANIFEST: Final = "tagmanifest-sha256.txt"
PAYLOAD: Final = "data/"

_DECLARED: Final = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a bag: its path, its size in bytes, the SHA-256 that it must have.

    `content` holds what was made for the bag; None: the bytes are kept under the digest.
    """

    path: str
    size: int
    sha256: str
    content: bytes | None = None


def made(path: str, content: bytes) -> Member:
    """Return a member made of these bytes."""
    digest = hashlib.sha256(content).hexdigest()
    return Member(path=path, size=len(content), sha256=digest, content=content)


def bag(payload: Sequence[Member], information: Mapping[str, str]) -> tuple[Member, ...]:
    """Return all files of the bag around its payload: the tags first, the payload as it came."""
    count, amount = len(payload), sum(member.size for member in payload)
    said = {**information, "Payload-Oxum": f"{amount}.{count}"}
    tags = (
        made(DECLARATION, _DECLARED.encode()),
        made(INFORMATION, _lines(f"{name}: {_flat(text)}" for name, text in said.items())),
        made(MANIFEST, manifest(payload)),
    )
    return (*tags, made(TAG_MANIFEST, manifest(tags)), *payload)


def manifest(members: Iterable[Member]) -> bytes:
    """Return the lines of a manifest: digest and path of each member, in the order of paths."""
    return _lines(
        f"{member.sha256}  {_escaped(member.path)}"
        for member in sorted(members, key=lambda member: member.path)
    )


def read_manifest(content: bytes) -> dict[str, str]:
    """Return the digest of each path that a manifest names; ValueError where it is none."""
    found: dict[str, str] = {}
    for line in content.decode().splitlines():
        digest, separator, path = line.partition("  ")
        if not separator or len(digest) != 64 or path in found:
            raise ValueError("a line of the manifest is not a digest and a path")
        found[_unescaped(path)] = digest.lower()
    return found


def _lines(texts: Iterable[str]) -> bytes:
    return "".join(f"{text}\n" for text in texts).encode()


def _flat(text: str) -> str:
    """Return the text on one line: a line of its own would be another label."""
    return " ".join(text.split())


def _escaped(path: str) -> str:
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _unescaped(path: str) -> str:
    return path.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
