"""`netralitas disposal …`: the ledger of erasures, out of the house and back."""

import os
from pathlib import Path
from typing import Final

import click
import msgspec

from netralitas import running
from netralitas.disposal.commands.ledger import (
    OtherInstallationError,
    Reapplied,
    export_ledger,
    marks_in,
    reapply_ledger,
)
from netralitas.evidence.storage import Storage
from netralitas.settings import Settings
from netralitas.stopping import Stopped

FILE: Final = click.Path(dir_okay=False, path_type=Path)


@click.group()
def disposal() -> None:
    """What was erased, so that it stays erased after a restore."""


@disposal.command()
@click.option("--out", type=FILE, required=True, help="Lines that it lacks are added at its end.")
def ledger(out: Path) -> None:
    """Add to FILE what was erased since it was last written; may be repeated.

    Keep it apart from the backups, as long as the oldest of them.
    """

    known = marks_in(out.read_bytes()) if out.exists() else set()

    async def work(_: Settings) -> list[bytes]:
        return [line async for line in export_ledger() if not marks_in(line) & known]

    lines = running.run(work, "netralitas disposal", command_seconds=None, role="worker")
    with out.open("ab") as file:
        file.writelines(line + b"\n" for line in lines)
        file.flush()
        os.fsync(file.fileno())
    click.echo(f"{len(lines)} erasures added to {out}.")


@disposal.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def reapply(file: Path) -> None:
    """Erase in a restored database what FILE says was erased; may be repeated."""
    lines = file.read_bytes().splitlines()

    async def work(settings: Settings) -> Reapplied:
        return await reapply_ledger(lines, Storage.of(settings))

    try:
        told = running.run(work, "netralitas disposal", command_seconds=None, role="owner")
    except OtherInstallationError as error:
        raise Stopped(str(error)) from error
    except msgspec.DecodeError as error:
        raise Stopped(f"{file} is no ledger of erasures: {error}.") from error
    click.echo(sentence(told))


def sentence(told: Reapplied) -> str:
    """Return what was done, kind by kind, in English."""
    kinds = ", ".join(f"{kind} {amount}" for kind, amount in sorted(told.applied.items()))
    return (
        f"{told.applied.total()} erasures applied again{f' ({kinds})' if kinds else ''},"
        f" {told.already} held already, {told.absent} about nothing that is here."
    )
