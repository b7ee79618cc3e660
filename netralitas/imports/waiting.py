"""Tables between upload and import: sealed files of this installation, each for one officer.

A list of staff holds names and numbers in clear. Until it is taken in, it stands on the disk only
as ciphertext under a key of the settings, bound to the officer who sent it: nobody else can open
it, and what is given up or forgotten is removed by whoever comes next.
"""

import os
import re
import secrets
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import msgspec

from netralitas.imports.domain import ImportKind
from netralitas.refusals import NotVisible
from netralitas.vault.cipher import Keys, Sealed, SealError

KEPT: Final = timedelta(hours=2)
_TOKEN: Final = re.compile(r"[0-9a-f]{32}")


class Parcel(msgspec.Struct, frozen=True, kw_only=True):
    """A file as it was sent, where it comes from, and which cell is which column once that is said.

    `mapping` is None until somebody said it.
    """

    kind: ImportKind
    name: str
    source: str
    content: bytes
    mapping: dict[str, int] | None = None


class Waiting:
    """The folder of tables that wait; every method blocks and is called from a thread."""

    def __init__(self, folder: Path, keys: Keys) -> None:
        """Use `folder`, made with the first table; `keys` seal them."""
        self.folder = folder
        self.keys = keys

    def put(self, parcel: Parcel, officer: int, now: datetime) -> str:
        """Return the token by which this officer finds the table again; old tables are gone."""
        sweep(self.folder, now)
        token = secrets.token_hex(16)
        self.replace(token, parcel, officer)
        return token

    def replace(self, token: str, parcel: Parcel, officer: int) -> None:
        """Hold that `parcel` waits under a token that `put` gave."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        sealed = self.keys.seal(msgspec.msgpack.encode(parcel), _place(token, officer)).pack()
        draft = self.folder / f"{token}.{secrets.token_hex(4)}"
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:  # noqa: PTH123 - a descriptor with its mode
            file.write(sealed)
        draft.replace(self._path(token))

    def get(self, token: str, officer: int) -> Parcel:
        """Return a table; NotVisible when it is gone, or another officer's."""
        try:
            sealed = Sealed.unpack(self._path(token).read_bytes())
            packed = self.keys.open(sealed, _place(token, officer))
        except (OSError, SealError) as error:
            raise NotVisible from error
        return msgspec.msgpack.decode(packed, type=Parcel)

    def drop(self, token: str, officer: int) -> None:
        """Hold that the table is gone; NotVisible when it was, or is another officer's."""
        self.get(token, officer)
        self._path(token).unlink(missing_ok=True)

    def _path(self, token: str) -> Path:
        if not _TOKEN.fullmatch(token):
            raise NotVisible
        return self.folder / token


def sweep(folder: Path, now: datetime) -> None:
    """Hold that nothing is left in the folder that has waited for more than two hours."""
    oldest = (now - KEPT).timestamp()
    for path in folder.glob("*"):
        with suppress(FileNotFoundError):  # somebody else was faster
            if path.stat().st_mtime < oldest:
                path.unlink()


def _place(token: str, officer: int) -> bytes:
    return f"import {token} {officer}".encode()
