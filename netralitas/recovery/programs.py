"""PostgreSQL's own programs that dump and restore: found, and run beside us through a pipe."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final, TypeVar, cast
from urllib.parse import unquote, urlsplit, urlunsplit

from netralitas.database.embedded_errors import EmbeddedError
from netralitas.database.embedded_programs import find_account, programs
from netralitas.recovery.refusals import BackupRefused

A = TypeVar("A")

_INSTALLED: Final = Path("/usr/lib/postgresql")
_VERSION: Final = re.compile(r"\(PostgreSQL\)\s+(\d+)")
_LONGEST: Final = 300  # characters of what a program said


def program(name: str, major: int) -> tuple[Path, int]:
    """Return the program `name` of the lowest version that is not below `major`, and the version.

    From the PATH, Debian's folders and the wheel of the embedded server. Raises BackupRefused.
    """
    found = {version: path for path in _candidates(name) if (version := _version(path)) >= major}
    if not found:
        raise BackupRefused(
            f"There is no {name} of PostgreSQL {major} or newer: install postgresql-client."
        )
    version = min(found)
    return found[version], version


def _candidates(name: str) -> list[Path]:
    """Return the programs of this name, those first that count last."""
    places = [path / "bin" / name for path in sorted(_INSTALLED.glob("*"))]
    with suppress(EmbeddedError):  # without the wheel the machine's own are enough
        places.insert(0, programs(find_account()) / name)
    on_path = shutil.which(name)
    if on_path is not None:
        places.append(Path(on_path))
    return [place for place in places if place.is_file()]


def _version(path: Path) -> int:
    said = subprocess.run(  # noqa: S603 - a program of PostgreSQL
        [path, "--version"], check=False, capture_output=True, text=True, env=_environment("")
    ).stdout
    found = _VERSION.search(said)
    return int(found[1]) if found else 0


def reading_from(command: Sequence[str | Path], dsn: str, take: Callable[[BinaryIO], A]) -> A:
    """Return what `take` makes of the output of a program that is connected to `dsn`.

    Raises BackupRefused with the program's first error when it fails.
    """
    return _run(command, dsn, take, stdout=subprocess.PIPE)


def writing_to(command: Sequence[str | Path], dsn: str, give: Callable[[BinaryIO], A]) -> A:
    """Return what `give` returns after it wrote to a program that is connected to `dsn`.

    Raises BackupRefused with the program's first error when it fails; what `give` raises comes
    first, and then the program got no end of its input, and undid what it did.
    """
    return _run(command, dsn, give, stdin=subprocess.PIPE)


def _run(
    command: Sequence[str | Path],
    dsn: str,
    work: Callable[[BinaryIO], A],
    *,
    stdin: int = subprocess.DEVNULL,
    stdout: int = subprocess.DEVNULL,
) -> A:
    address, password = apart(dsn)
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(  # noqa: S603 - a program of PostgreSQL
            [*command, "--no-password", "--dbname", address],
            stdin=stdin,
            stdout=stdout,
            stderr=said,
            env=_environment(password),
        )
        pipe = _only_pipe(process)
        try:
            result = work(pipe)
            pipe.close()
        except BrokenPipeError:
            process.wait()
            raise _failed(command, said) from None
        except BaseException:
            process.kill()  # before its input ends: it must not take half of it for all
            process.wait()
            raise
        finally:
            with suppress(OSError):  # what was not written cannot be
                pipe.close()
        if process.wait() != 0:
            raise _failed(command, said)
        return result


def _only_pipe(process: subprocess.Popen[bytes]) -> BinaryIO:
    """Return the one end that was asked for."""
    [pipe] = filter(None, (process.stdin, process.stdout))
    return cast("BinaryIO", pipe)


def _failed(command: Sequence[str | Path], said: BinaryIO) -> BackupRefused:
    """Return the refusal with the first error; what follows one may quote rows."""
    said.seek(0)
    lines = said.read().decode(errors="replace").splitlines()
    errors = [line.partition("error: ")[2] for line in lines if "error: " in line]
    problem = errors[0] if errors else "it did not say why"
    return BackupRefused(f"{Path(command[0]).name} failed: {problem[:_LONGEST]}.")


def apart(dsn: str) -> tuple[str, str]:
    """Return a DSN without its password, and the password: arguments of a program are seen."""
    parts = urlsplit(dsn)
    who, at, where = parts.netloc.rpartition("@")
    name, _, password = who.partition(":")
    return urlunsplit(parts._replace(netloc=f"{name}{at}{where}")), unquote(password)


def _environment(password: str) -> Mapping[str, str]:
    """Return a bare environment: no PGHOST or PGOPTIONS of the caller counts."""
    given = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": str(Path.home())}
    return {**given, "PGPASSWORD": password} if password else given
