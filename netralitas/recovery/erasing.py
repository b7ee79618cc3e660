"""What was erased since the backup is erased again: the one place that asks disposal for it.

It is asked as anybody asks it, by its command and its words: once to erase, and once more to be
told that nothing of the ledger is there any more.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

from netralitas.recovery.refusals import BackupRefused, Damaged
from netralitas.settings import Settings

_COMMAND: Final = (sys.executable, "-m", "netralitas", "disposal", "reapply")
_NOTHING: Final = "0 erasures "


def hold_readable(file: Path) -> None:
    """Hold that there is a ledger to apply, before anything is restored; BackupRefused."""
    if not file.is_file():
        raise BackupRefused(f"There is no ledger of erasures {file}.")


def erase_again(settings: Settings, file: Path) -> str:
    """Return what was erased again, in a sentence; blocks. Nothing of the ledger is there then.

    Raises Damaged with what disposal says when something may be back.
    """
    first = _asked(settings, file)
    again = _asked(settings, file)
    if not again.startswith(_NOTHING):
        raise Damaged([f"what was erased is back: {again}"])
    return first


def _asked(settings: Settings, file: Path) -> str:
    done = subprocess.run(  # noqa: S603 - our own program
        [*_COMMAND, file.resolve()],
        check=False,
        capture_output=True,
        text=True,
        env=settings.environment(),
    )
    if done.returncode != 0:
        said = done.stderr.strip().splitlines() or ["it said nothing"]
        raise Damaged([f"erasures were not applied again, what was erased is back: {said[-1]}"])
    return done.stdout.strip()
