"""The sealed file of a package: the manifest for machines and for people, then every paper.

What its list of contents shows without the password, names of kinds and sizes, names nobody.
"""

from collections.abc import Iterator
from datetime import datetime

from netralitas.documents.sealing import sealed_zip, type_named
from netralitas.evidence.domain import extension
from netralitas.evidence.storage import Storage
from netralitas.referral.packages.domain import Manifest
from netralitas.referral.packages.manifests import in_words, read_manifest


def sealed(
    manifest: bytes, digest: str, made_at: datetime, storage: Storage, password: str
) -> Iterator[bytes]:
    """Yield the sealed file.

    Blocks: call it from a thread. Raises FileLost when a paper is not there, StorageAway.
    """
    return sealed_zip(_members(manifest, digest, storage), made_at, password, digest)


def member_names(manifest: Manifest) -> tuple[str, ...]:
    """Return how the papers are called in the file: by place and kind, as anybody may read."""
    return tuple(
        f"berkas/{place:02}-{paper.kind.replace('_', '-')}.{extension(paper.media_type)}"
        for place, paper in enumerate(manifest.papers, start=1)
    )


def _members(manifest: bytes, digest: str, storage: Storage) -> Iterator[type_named]:
    read = read_manifest(manifest)
    yield "manifest.json", (manifest,)
    yield "manifest.txt", (in_words(read, digest).encode(),)
    for name, paper in zip(member_names(read), read.papers, strict=True):
        yield name, storage.pieces(paper.sha256)
