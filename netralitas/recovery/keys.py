"""The secrets of an installation, sealed into a file that is kept apart from its backups."""

import io
import os
from pathlib import Path
from typing import Final

import pyrage

from netralitas.recovery.identities import recipients_in, recipients_of
from netralitas.recovery.place import sync
from netralitas.recovery.refusals import BackupRefused
from netralitas.recovery.sealing import seal, unseal
from netralitas.settings import PREFIX, SECRETS, Settings

_KEPT: Final = (
    *(f"secret_{name}" for name in SECRETS),
    *("vault_key_id", "vault_old_keys", "log_name"),
)
"""The settings without which a backup is not the installation again."""


def save(settings: Settings, to: Path, recipient: str | None) -> None:
    """Hold that the secrets lie sealed at `to`, for `recipient` or for those of the settings.

    Raises BackupRefused when the file is there, or would lie among the backups.
    """
    keys = recipients_of(settings) if recipient is None else recipients_in(recipient)
    folder = to.resolve().parent
    if any((each / "place.json").exists() for each in (folder, *folder.parents)):
        raise BackupRefused(f"{to} is among the backups: keep the secrets apart from them.")
    lines = settings.lines()
    names = [PREFIX + name.upper() for name in _KEPT]
    text = "".join(f"{name}={lines[name]}\n" for name in names)
    with _new(to) as file:
        seal(io.BytesIO(text.encode()), file, keys)
    sync(to)
    sync(folder)


def open_into(file: Path, keys: list[pyrage.x25519.Identity], to: Path) -> None:
    """Hold that the secrets of a sealed file lie at `to`, for its owner alone.

    Raises BackupRefused, Damaged.
    """
    opened = io.BytesIO()
    with file.open("rb") as source:
        unseal(file.name, source, opened, keys)
    with _new(to) as target:
        target.write(opened.getvalue())


def _new(path: Path) -> io.BufferedWriter:
    """Return a new file for its owner alone, open for writing; BackupRefused when it is there."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise BackupRefused(f"{path} is there already; nothing was written.") from error
    return os.fdopen(handle, "wb")
