"""`netralitas import cases` and `netralitas export cases`: registers in and out, for an office."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click
import msgspec

from netralitas.access.domain import Actor
from netralitas.database.transactions import reading
from netralitas.imports.cases.checking import LARGEST, Checked, File, check, read_file
from netralitas.imports.cases.commands import Register, open_batch, take_in_case
from netralitas.imports.cases.loading import codes_of, loaded
from netralitas.imports.cases.report import Said
from netralitas.imports.cases.writing import written_line
from netralitas.imports.domain import FileNotTaken
from netralitas.imports.running import SOME_REFUSED, acting_for, run
from netralitas.law import book as books
from netralitas.settings import Settings
from netralitas.stopping import Stopped

_LINES: Final = 500  # of a file of output that are written at once


@click.command("cases")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--office", required=True, help="Code of the Bawaslu office whose register it is.")
@click.option("--officer", help="Login of who answers for the register; they keep its cases.")
@click.option("--csv", "table", is_flag=True, help="The simple form, whatever the file is called.")
@click.option("--dry-run", is_flag=True, help="Check every line, take nothing in.")
def import_cases(
    file: Path, office: str, officer: str | None, *, table: bool, dry_run: bool
) -> None:
    """Take in the register FILE (JSON Lines, or CSV); exit 1 when lines were refused."""
    content = _open(file, table=table or file.suffix.casefold() == ".csv")

    async def work(_: Settings) -> tuple[Iterable[Said], int, int]:
        actor = await acting_for(office, officer)
        async with reading(actor) as c:
            checked = await check(c, actor, content)
        if dry_run or not checked.good:
            return checked.said, len(checked.good), checked.refused
        return await _take_in(actor, file, content, checked)

    said, good, refused = run(work)
    for each in sorted(said, key=lambda one: one.line):
        verdict = "refused" if each.refuses else "noted"
        click.echo(f"{each.line}\t{verdict}\t{each.field}\t{each.sentence}")
    done = "would be taken in" if dry_run else "taken in"
    click.echo(f"{good} cases {done}, {refused} refused.")
    if refused:
        raise SystemExit(SOME_REFUSED)


@click.command("cases")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option("--office", required=True, help="Code of the office whose cases are written.")
def export_cases(file: Path | None, office: str) -> None:
    """Write the cases of an office as JSON Lines to FILE, or to standard output."""

    async def work(_: Settings) -> int:
        return await _write(await acting_for(office, None), file)

    written = run(work)
    click.echo(f"{written} cases written.", err=True)


async def _take_in(
    actor: Actor, file: Path, content: File, checked: Checked
) -> tuple[Iterable[Said], int, int]:
    """Take in every good line; one that is refused only now is counted as such."""
    register = Register(
        source=file.name,
        digest=content.digest,
        good=len(checked.good),
        refused=checked.refused,
    )
    batch = await open_batch(actor, register)
    rules = books.load()
    said, refused = list(checked.said), 0
    for placed in checked.good:
        told = await take_in_case(actor, placed, batch, book=rules)
        refused += any(each.refuses for each in told)
        said.extend(told)
    return said, len(checked.good) - refused, checked.refused + refused


def _open(file: Path, *, table: bool) -> File:
    if file.stat().st_size > LARGEST:
        raise Stopped(f"{file} is larger than {LARGEST // 1024**2} MB; divide it.")
    try:
        return read_file(file.read_bytes(), table=table)
    except FileNotTaken as refused:
        raise Stopped(refused.sentence) from refused
    except OSError as error:
        raise Stopped(f"{error.strerror}: {file}.") from error


async def _write(actor: Actor, file: Path | None) -> int:
    """Write the cases of the actor's office, line by line; return how many there are."""
    amount, waiting = 0, bytearray()
    if file is not None:
        await asyncio.to_thread(file.write_bytes, b"")
    async with reading(actor) as c:
        codes = await codes_of(c, actor)
        async for placed in loaded(c, actor):
            waiting += msgspec.json.encode(written_line(placed, codes)) + b"\n"
            amount += 1
            if amount % _LINES == 0:
                await _put(waiting, file)
                waiting.clear()
    await _put(waiting, file)
    return amount


async def _put(lines: bytes | bytearray, file: Path | None) -> None:
    if file is None:
        click.echo(bytes(lines), nl=False)
    else:
        await asyncio.to_thread(_append, file, bytes(lines))


def _append(file: Path, lines: bytes) -> None:
    with file.open("ab") as opened:
        opened.write(lines)
