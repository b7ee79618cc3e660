"""Where the embedded server keeps its files and its socket."""

import hashlib
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from netralitas.database.embedded_errors import EmbeddedError
from netralitas.database.embedded_programs import (
    SYSTEM,
    Account,
    find_account,
    programs,
)

SOCKET: Final = ".s.PGSQL.5432"

# The same for every process, whatever its TMPDIR; what is made there is private and checked.
_SHORT = Path("/tmp")  # noqa: S108 - see above
_SOCKET_BYTES = 107  # what sockaddr_un holds beside its end mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The files of one server. `folder` is private to it, with nothing else inside."""

    folder: Path
    programs: Path
    socket: Path
    account: Account

    @property
    def cluster(self) -> Path:
        """Return PostgreSQL's own data directory."""
        return self.folder / "pg"

    @property
    def log(self) -> Path:
        """Return the file with PostgreSQL's messages."""
        return self.folder / "postgres.log"


def layout(data: Path) -> Layout:
    """Return where a server for `data` lives, without making anything but what root must copy.

    As root, a place that the server's account cannot reach is replaced by one below
    /var/lib/netralitas; the rights of existing folders are never changed.
    """
    account = find_account()
    folder = place(data.expanduser().resolve(), account)
    return Layout(
        folder=folder, programs=programs(account), socket=socket_folder(folder), account=account
    )


def place(data: Path, account: Account) -> Path:
    """Return the folder used for `data`: itself, or root's other one when out of reach."""
    if not account.switched or (data / "pg").exists():
        return data  # if it is somebody else's, the start says so
    digest = hashlib.sha256(os.fsencode(data)).hexdigest()[:12]
    other = SYSTEM / f"{data.name}-{digest}"
    if other.exists():  # chosen earlier: stays, even if the rights have changed since
        return other
    nearest = next(folder for folder in (data, *data.parents) if folder.exists())
    if not nearest.is_dir() or account.can("/usr/bin/test", "-x", nearest):
        return data
    return other


def socket_folder(folder: Path) -> Path:
    """Return the private folder of the socket: in `folder`, unless a socket's name cannot be.

    A name may have 107 bytes, and drivers split it at commas.
    """
    inside = folder / "socket"
    plain = re.fullmatch(r"[A-Za-z0-9_./+-]+", str(inside)) is not None
    if plain and len(os.fsencode(inside / SOCKET)) <= _SOCKET_BYTES:
        return inside
    return _SHORT / f"netralitas-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:24]}"


def make_private(folder: Path, account: Account) -> None:
    """Make `folder` with mode 0700 for `account`; one that is there must be exactly that."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        pass
    else:
        folder.chmod(0o700)  # whatever the umask
        if account.switched:
            os.chown(folder, account.uid, account.gid)
    found = folder.lstat()
    if not (
        stat.S_ISDIR(found.st_mode)
        and found.st_uid == account.uid
        and stat.S_IMODE(found.st_mode) == 0o700
    ):
        raise EmbeddedError(
            f"{folder} must be a folder of the account {account.name} with mode 0700: remove it"
            " and start again."
        )
