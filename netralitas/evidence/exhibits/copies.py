"""Copies of pictures to be looked at, kept beside the files by digest; remade at will.

What is drawn carries nothing of what a camera wrote beside the picture. Removing the folder loses
nothing.
"""

from enum import StrEnum
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import Final

from anyio import CapacityLimiter, to_thread

from netralitas.evidence.storage import Storage
from netralitas.evidence.views import drawn

_ONE: Final = CapacityLimiter(1)
"""One picture is unpacked at a time: a photo of a telephone takes a hundred megabytes."""


class Copy(StrEnum):
    """Which copy: for the list, or for the page of the piece of evidence."""

    SMALL = "small"
    VIEW = "view"


_SIDES: Final = {Copy.SMALL: 240, Copy.VIEW: 2000}


async def copy_of(storage: Storage, digest: str, which: Copy) -> bytes:
    """Return a JPEG of a kept picture, drawn now if it never was.

    Raises FileLost, StorageAway, and FileRefused for a picture that cannot be drawn safely.
    """
    kept = _place(storage, digest, which)
    if await to_thread.run_sync(kept.is_file):
        return await to_thread.run_sync(kept.read_bytes)
    async with storage.local(digest) as original:
        make = partial(_make, original, kept, _SIDES[which])
        return await to_thread.run_sync(make, limiter=_ONE)


async def remove_copies(storage: Storage, digest: str) -> None:
    """Hold that this machine has no copy made from the file."""
    for which in Copy:
        copy = _place(storage, digest, which)
        await to_thread.run_sync(partial(copy.unlink, missing_ok=True))


def _place(storage: Storage, digest: str, which: Copy) -> Path:
    return storage.root.with_name("copies") / digest[:2] / f"{digest}-{which}.jpg"


def _make(original: Path, kept: Path, side: int) -> bytes:
    with original.open("rb") as file:
        content = drawn(file, side)
    for folder in (kept.parent.parent, kept.parent):
        folder.mkdir(mode=0o700, exist_ok=True)
    draft = kept.with_name(f"{kept.name}.{token_hex(4)}")
    draft.write_bytes(content)
    draft.chmod(0o600)
    draft.replace(kept)
    return content
