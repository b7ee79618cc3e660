"""How a restore is wished, and what it gave."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import pyrage

from netralitas.recovery.manifest import Manifest
from netralitas.recovery.settling import Settled


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """How to restore: the keys that open the backup, and what is known of the time since.

    `outside` are signed heads that left the house, `erasures` the ledger of what was erased. With
    `same_log` nothing was published after the backup, and the log keeps its name; with `other` the
    backup may be that of another installation, whose log cannot be verified here.
    """

    keys: Sequence[pyrage.x25519.Identity]
    outside: Sequence[str] = ()
    erasures: Path | None = None
    same_log: bool = False
    other: bool = False


class Restored(msgspec.Struct, frozen=True, kw_only=True):
    """A restore that was proved: what is there again, what was ended, and how long it took.

    `lost` is how many leaves of the log are known to have been published and are not there;
    `origin` the name of the log from now on, empty where it keeps the one it had; `erased` what
    disposal said of the ledger, empty without one; `seconds` of each part of the work.
    """

    manifest: Manifest
    files: int
    missing: tuple[str, ...]
    settled: Settled
    lost: int
    origin: str
    migrated: bool
    erased: str
    verified: str
    seconds: dict[str, float]
