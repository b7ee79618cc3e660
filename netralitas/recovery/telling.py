"""What the commands say of a backup, in lines to read."""

from collections.abc import Sequence
from pathlib import Path

from netralitas.recovery.checking import Checked
from netralitas.recovery.creating import Made
from netralitas.recovery.drilling import Drilled
from netralitas.recovery.manifest import Manifest
from netralitas.recovery.pruning import Pruned
from netralitas.recovery.settling import Settled
from netralitas.recovery.wishes import Restored

_MEGABYTE = 1_000_000


def made(done: Made, to: Path) -> list[str]:
    """Return what was written, and each file that was not there."""
    kept = done.kept
    return [
        f"{to / done.manifest.name}",
        listed(done.manifest),
        f"{kept.new} files are new, {_megabytes(kept.new_bytes)}; the others lay there already.",
        *(f"MISSING or changed in the storage: file {digest}" for digest in kept.missing),
    ]


def listed(manifest: Manifest) -> str:
    """Return a backup in a line."""
    rows, facts = sum(manifest.facts.tables.values()), manifest.facts
    return (
        f"{manifest.name}  {_megabytes(manifest.database.size)} of database,"
        f" {rows} rows in {len(facts.tables)} tables; {manifest.files.files} files,"
        f" {_megabytes(manifest.files.size)}; {facts.leaves} leaves of the log;"
        f" PostgreSQL {facts.server}; migrated to {max(facts.migrations, default='nothing')}"
    )


def checked(found: Checked, damage: Sequence[str]) -> list[str]:
    """Return what a backup holds, and that it is whole or what is wrong with it."""
    first = [listed(found.manifest)] if found.manifest else []
    return [*first, *(damaged(damage) if damage else ["The backup is whole."])]


def damaged(damage: Sequence[str]) -> list[str]:
    """Return what is wrong, a line each."""
    return ["DAMAGED:", *(f"- {each}" for each in damage)]


def restored(done: Restored) -> list[str]:
    """Return what is there again, what was ended, and what somebody has to see to."""
    manifest, settled = done.manifest, done.settled
    rows = sum(manifest.facts.tables.values())
    lines = [
        (
            f"Restored {manifest.name}: {rows} rows in {len(manifest.facts.tables)} tables,"
            f" counted; {done.files} files."
        ),
        done.verified,
        *settled_lines(settled),
        " ".join(f"{name} {seconds} s" for name, seconds in done.seconds.items()),
    ]
    if done.migrated:
        lines.append("The database was brought to this version.")
    if done.erased:
        lines.append(done.erased)
    if done.origin:
        lines.append(f"The log is called {done.origin} from now on.")
    if done.lost:
        lines.append(f"{done.lost} leaves that were published are not there any more.")
    return [*lines, *(f"MISSING since before the backup: file {each}" for each in done.missing)]


def settled_lines(done: Settled) -> list[str]:
    """Return what was ended and what is held."""
    paused = ", ".join(f"{count} {name}" for name, count in done.paused.items())
    return [
        f"Ended: {', '.join(f'{count} {name}' for name, count in done.ended.items())}.",
        f"Held: {done.jobs} messages that may have been sent; {paused}.",
    ]


def drilled(done: Drilled) -> list[str]:
    """Return what the drill showed."""
    passed = f"{done.files_whole} files have their digest. The drill has passed."
    return [*restored(done.restored), passed]


def pruned(done: Pruned) -> str:
    """Return what is gone and what stays."""
    gone = ", ".join(done.gone) or "nothing"
    return (
        f"Gone: {gone}; with it {done.objects} files, {_megabytes(done.freed)}."
        f" {len(done.stay)} backups stay."
    )


def _megabytes(size: int) -> str:
    return f"{size / _MEGABYTE:.1f} MB"
