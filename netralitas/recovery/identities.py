"""Whose keys open a backup: public ones in the settings, private ones in a file of people."""

import os
from pathlib import Path
from typing import Final

import pyrage

from netralitas.recovery.refusals import BackupRefused
from netralitas.settings import Settings

_HOW: Final = "Make a pair with: netralitas backup identity FILE"
_NO_KEY: Final = "holds no private key of age (AGE-SECRET-KEY-…)."


def recipients_of(settings: Settings) -> list[pyrage.x25519.Recipient]:
    """Return the public keys of the settings; BackupRefused without one, or for one that is none.

    The private halves are on no server.
    """
    return recipients_in(settings.backup_recipients)


def recipients_in(text: str) -> list[pyrage.x25519.Recipient]:
    """Return the public keys in a text with commas; BackupRefused as `recipients_of` does."""
    given = [part.strip() for part in text.split(",") if part.strip()]
    if not given:
        raise BackupRefused(f"NETRALITAS_BACKUP_RECIPIENTS is not set. {_HOW}")
    try:
        return [pyrage.x25519.Recipient.from_str(each) for each in given]
    except pyrage.RecipientError as error:
        reason = "A recipient is a public key of age (age1…); several stand with commas."
        raise BackupRefused(f"{reason} {_HOW}") from error


def identities_in(file: Path) -> list[pyrage.x25519.Identity]:
    """Return the private keys that a file holds, a line each; BackupRefused when it holds none."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
        found = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
        keys = [pyrage.x25519.Identity.from_str(line) for line in found]
    except (UnicodeDecodeError, pyrage.IdentityError) as error:
        raise BackupRefused(f"{file} {_NO_KEY}") from error
    if not keys:
        raise BackupRefused(f"{file} {_NO_KEY}")
    return keys


def new_identity(file: Path) -> str:
    """Write a new private key into `file`, for its owner alone, and return its public half.

    Raises BackupRefused when the file is there.
    """
    identity = pyrage.x25519.Identity.generate()
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise BackupRefused(f"{file} is there already; nothing was written.") from error
    with os.fdopen(handle, "w", encoding="utf-8") as opened:
        opened.write(f"# public key: {identity.to_public()}\n{identity}\n")
        opened.flush()
        os.fsync(opened.fileno())
    return str(identity.to_public())
