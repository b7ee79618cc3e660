"""`netralitas bundle verify`: whether a bundle in hand is whole; it needs no database."""

from pathlib import Path

import click

from netralitas.audit.heads import Verifier, verifier_from
from netralitas.cases.bundle.checking import Checked, NotABundle, check_bundle
from netralitas.stopping import Stopped, in_one_sentence


@click.group()
def bundle() -> None:
    """Bundles of cases, as they left the house."""


@bundle.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--key", help="The public key of the log, as `netralitas audit key` prints it.")
@in_one_sentence
def verify(file: Path, key: str | None) -> None:
    """Check every file and every event of FILE: exit 0 whole, 1 broken and what is wrong."""
    verifier = _verifier(key)
    try:
        found = check_bundle(file, verifier)
    except NotABundle as error:
        raise Stopped(f"{file.name} is not a bundle: {error}.") from error
    for problem in found.problems:
        click.echo(problem)
    click.echo(_said(found))
    raise SystemExit(1 if found.problems else 0)


def _verifier(key: str | None) -> Verifier | None:
    if key is None:
        return None
    try:
        return verifier_from(key)
    except ValueError as error:
        raise Stopped("The key is not one that `netralitas audit key` prints.") from error


def _said(found: Checked) -> str:
    whole = "broken" if found.problems else "whole"
    signed = "by the key given" if found.signed else "not compared with a key"
    return (
        f"{whole}: {found.files} files, {found.proved} events in the log,"
        f" {found.waiting} recorded since the head; signature {signed}"
    )
