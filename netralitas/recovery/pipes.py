"""Anything sealed on its way into a file, and opened again: for PostgreSQL's own backups."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

import pyrage

from netralitas.recovery.place import sync
from netralitas.recovery.refusals import BackupRefused
from netralitas.recovery.sealing import seal, unseal


def seal_into(source: BinaryIO, to: Path, keys: Sequence[pyrage.x25519.Recipient]) -> None:
    """Hold that all of `source` lies sealed at `to`, on the disk; a broken run leaves nothing.

    Raises BackupRefused when a file is there: nothing is ever written over.
    """
    if to.exists():
        raise BackupRefused(f"{to} is there already; nothing was written.")
    draft = _draft(to)
    try:
        with draft.open("wb") as target:
            seal(source, target, keys)
        sync(draft)
        os.link(draft, to)  # unlike renaming it never replaces what somebody else wrote meanwhile
        sync(to.parent)
    except FileExistsError as error:
        raise BackupRefused(f"{to} is there already; nothing was written.") from error
    finally:
        draft.unlink(missing_ok=True)


def open_from(
    file: Path, keys: Sequence[pyrage.x25519.Identity], to: Path | None, out: BinaryIO
) -> None:
    """Hold that what was sealed in `file` is at `to`, as a whole or not at all; else it went out.

    Raises Damaged or BackupRefused; what went to `out` before that must not be used.
    """
    if to is None:
        with file.open("rb") as source:
            unseal(file.name, source, out, keys)
        out.flush()
        return
    draft = _draft(to)
    try:
        with file.open("rb") as source, draft.open("wb") as target:
            unseal(file.name, source, target, keys)
        draft.replace(to)
    finally:
        draft.unlink(missing_ok=True)


def _draft(beside: Path) -> Path:
    """Return a new file of its own, for its owner alone, in the same folder."""
    handle, name = tempfile.mkstemp(dir=beside.parent, prefix=f".{beside.name}.")
    os.close(handle)
    return Path(name)
