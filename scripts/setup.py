"""Make .venv hold the pinned packages and the project; run again, it finds nothing to do."""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
STATE = ENVIRONMENT / "netralitas-setup.json"
UNFINISHED = "unfinished"
LOCKS = {"run": ("requirements.lock",), "dev": ("requirements.lock", "requirements-dev.lock")}
OLDEST = (3, 11)
STILL_WORKING_SECONDS = 15


def main(purpose: str) -> None:
    """Set up for `purpose`: "run" (serve the product) or "dev" (lint and tests as well)."""
    require_python()
    with Path(__file__).open() as own_file:  # two builds at once wait for each other
        fcntl.flock(own_file, fcntl.LOCK_EX)
        # A pip that outlives a killed setup keeps the lock as well.
        os.set_inheritable(own_file.fileno(), True)  # noqa: FBT003 - takes no keywords
        wanted = {name: digest(locks) for name, locks in LOCKS.items()}
        done = finished_before()
        if done.get(purpose) == wanted[purpose]:
            return
        install(LOCKS[purpose])
        done = {name: made for name, made in done.items() if made == wanted[name]}
        done |= {"run": wanted["run"], purpose: wanted[purpose]}
        STATE.write_text(json.dumps(done), encoding="utf-8")


def require_python() -> None:
    """Stop with one sentence where this Python is too old to go on."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:2]))
        stop(
            f"this is Python {found}; Netralitas needs 3.11 or newer. "
            "Name one that is installed, for example: make demo PYTHON=python3.12"
        )


def digest(locks: "tuple[str, ...]") -> str:
    """Return one digest of everything that decides what is installed, and where."""
    import tomllib  # here, so that an older Python reaches the sentence about its version

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = [project["project"], project["build-system"], sys.version_info[:2], str(ROOT)]
    parts += [(ROOT / lock).read_text(encoding="utf-8") for lock in locks]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def finished_before() -> "dict[str, str]":
    """Return the digests of what is complete; an environment left half made is removed."""
    try:
        done: dict[str, str] = json.loads(STATE.read_text(encoding="utf-8"))
    except FileNotFoundError:
        done = {}
    except ValueError:  # UNFINISHED, or cut off in the middle
        remove_environment()
        return {}
    if works(PYTHON):
        return done
    remove_environment()
    return {}


def works(python: Path) -> bool:
    """Say whether `python` starts and is of our version; a moved venv, for one, does not start."""
    question = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    try:
        return subprocess.run([python, "-c", question], check=False).returncode == 0
    except OSError:
        return False


def remove_environment() -> None:
    """Take .venv away; renamed first, so that an interruption leaves none rather than half."""
    leaving = ENVIRONMENT.with_name(".venv.leaving")
    shutil.rmtree(leaving, ignore_errors=True)
    if ENVIRONMENT.exists():
        ENVIRONMENT.rename(leaving)
        shutil.rmtree(leaving)


def install(locks: "tuple[str, ...]") -> None:
    """Create the environment where there is none, then install what `locks` pin and the project."""
    say("1/3 virtual environment in .venv")
    ENVIRONMENT.mkdir(exist_ok=True)
    STATE.write_text(UNFINISHED, encoding="utf-8")
    if not PYTHON.exists():
        run([sys.executable, "-m", "venv", str(ENVIRONMENT)], "python3 has no venv; install it")
    say(f"2/3 packages of {' and '.join(locks)} (the first time takes a minute or more)")
    pinned = [argument for lock in locks for argument in ("-r", str(ROOT / lock))]
    run([*pip(), "--require-hashes", *pinned], "the packages could not be installed")
    say("3/3 Netralitas itself")
    own = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    run([*pip(), *own], "the project could not be installed")


def pip() -> "list[str]":
    """Return the start of a pip command that speaks only of errors."""
    return [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]


def run(command: "list[str]", failure: str) -> None:
    """Run `command` to its end, saying from time to time that it still works; stop if it fails."""
    started = monotonic()
    with subprocess.Popen(command, close_fds=False) as process:
        while process.poll() is None:
            try:
                process.wait(STILL_WORKING_SECONDS)
            except subprocess.TimeoutExpired:
                say(f"    still working, {monotonic() - started:.0f} s")
    if process.returncode != 0:
        stop(f"{failure} (see above). Once it is mended, the same command starts again.")


def say(line: str) -> None:
    """Print one line at once, also into a pipe."""
    print(line, flush=True)


def stop(sentence: str) -> None:
    """End with a sentence and exit code 2."""
    print(f"setup: {sentence}", file=sys.stderr)
    raise SystemExit(2)


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except KeyboardInterrupt:
        stop("interrupted; the same command starts again.")
