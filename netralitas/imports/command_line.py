"""What the commands on tables share: the file opened, its columns known, every row reported."""

from pathlib import Path

import click

from netralitas.access.domain import Actor
from netralitas.cases.nip import NipSealer
from netralitas.database.transactions import reading
from netralitas.imports.domain import Checked, FileNotTaken, ImportKind
from netralitas.imports.examining import Opened, open_table, unnamed
from netralitas.imports.queries import remembered_columns
from netralitas.imports.reading import LARGEST
from netralitas.imports.running import SOME_REFUSED
from netralitas.settings import Settings
from netralitas.stopping import Stopped
from netralitas.vault.cipher import Keys, Purpose


def opened_file(file: Path, kind: ImportKind) -> Opened:
    """Return the table of a file; Stopped where it is none."""
    try:
        with file.open("rb") as given:
            return open_table(given.read(LARGEST + 1), kind)
    except FileNotTaken as refused:
        raise Stopped(refused.sentence) from refused
    except OSError as error:
        raise Stopped(f"{error.strerror}: {file}.") from error


def sealer_of(settings: Settings) -> NipSealer:
    """Return what seals numbers of civil servants in this installation."""
    keys = Keys.derive(Purpose.NIP, settings.vault_key_id, settings.vault_secrets())
    return NipSealer(keys=keys, secret=settings.secret("index"))


async def known_columns(actor: Actor, opened: Opened, source: str) -> dict[str, int]:
    """Return the columns as remembered of the source or guessed; Stopped where one is missing."""
    async with reading(actor) as c:
        kind = opened.schema.kind
        known = await remembered_columns(c, actor.organisation, source, kind)
    mapping = opened.guessed(known)
    missing = unnamed(mapping, opened.schema)
    if missing:
        raise Stopped(f"No column of the file is known as {', '.join(missing)}.")
    return mapping


def report(checked: Checked, *, dry_run: bool) -> None:
    """Print each refused cell and how many rows are good; leave with 1 where some are not."""
    for fault in checked.refused:
        click.echo(f"{fault.row}\t{fault.column}\t{fault.sentence}")
    done = "would be taken in" if dry_run else "taken in"
    click.echo(f"{len(checked.good)} rows {done}, {checked.refused_rows} refused.")
    if checked.refused:
        raise SystemExit(SOME_REFUSED)
