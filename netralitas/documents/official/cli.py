"""`netralitas document verify`: whether a file is a paper as it was issued."""

import hashlib
from pathlib import Path

import click

from netralitas import running
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.official.verifying import Copy, Known, known_again
from netralitas.settings import Settings

_SAID = {Copy.PDF: "the PDF", Copy.DOCX: "the DOCX", Copy.SCAN: "the signed scan"}


@click.group()
def document() -> None:
    """Official papers."""


@document.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--code", help="The verification code that is printed on the paper.")
def verify(file: Path, code: str | None) -> None:
    """Say whether FILE is a paper as it was issued: exit 0 yes, 1 no, 2 when it cannot be told."""
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").digest()

    async def work(_: Settings) -> Known | None:
        async with reading(EVERYTHING) as c:
            return await known_again(c, code=code, digest=digest)

    found = running.run(work, "netralitas document")
    if found is None or found.copy is None:
        click.echo(f"No: {file} is not a paper as it was issued{' under this code' * bool(code)}.")
        raise SystemExit(1)
    number = found.number or "without a number"
    click.echo(
        f"Yes: {file} is {_SAID[found.copy]} of “{found.title}”, {number}, issued by"
        f" {found.office} on {found.issued_on.isoformat()}."
    )
