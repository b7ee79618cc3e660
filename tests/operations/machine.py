"""What Debian has and this machine may lack: a test says so, and under CI it fails."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

POSTGRESQL = Path("/usr/lib/postgresql/15/bin")


def need(*programs: str | Path) -> None:
    """Skip the test with the reason where one of these programs is missing; under CI fail."""
    missing = sorted(_missing(programs))
    if not missing:
        return
    reason = f"not installed here: {', '.join(missing)}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def _missing(programs: Iterable[str | Path]) -> Iterable[str]:
    found = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin"))
    return {str(each) for each in programs if shutil.which(str(each), path=found) is None}
