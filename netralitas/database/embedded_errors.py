"""What can be wrong with the embedded database, each as one sentence that says what to do."""

import errno
import pwd
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class EmbeddedError(Exception):
    """The embedded database cannot be used; the message is one sentence that says what to do."""


@contextmanager
def one_sentence(folder: Path) -> Iterator[None]:
    """Turn what the operating system refuses into one sentence."""
    try:
        yield
    except OSError as error:
        raise EmbeddedError(_refusal(folder, error)) from error


def _refusal(folder: Path, error: OSError) -> str:
    if error.errno in {errno.EACCES, errno.EPERM} and folder.exists():
        return not_ours(folder, folder.stat().st_uid)
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"The disk of {folder} is full: free some space and start again."
    return f"The database cannot be kept in {folder} ({error.strerror}): give another folder."


def not_ours(path: Path, owner: int) -> str:
    """Return the sentence for data made by another account."""
    try:
        name = pwd.getpwuid(owner).pw_name
    except KeyError:
        name = str(owner)
    return (
        f"{path} belongs to the account {name}: start Netralitas as the account that first"
        " started it there, or give another folder."
    )


def last_words(folder: Path, messages: str) -> str:
    """Return one sentence made of what PostgreSQL said before it gave up."""
    if "No space left on device" in messages:
        return f"The disk of {folder} is full: free some space and start again."
    lines = [line for line in messages.splitlines() if "FATAL:" in line or "error:" in line]
    said = (lines or messages.splitlines() or ["nothing"])[-1].strip()
    return f"PostgreSQL could not be started in {folder}; it said: {said}"
