"""The command line: every command ends with exit code 0, or with one sentence and code 2."""

import asyncio
import json
from collections.abc import Sequence
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import click

from netralitas import settings as settings_module
from netralitas.settings import OF_THE_PUBLIC_SITE, SECRETS, Settings, SettingsError
from netralitas.stopping import Stopped, in_one_sentence

PORT = click.IntRange(1, 65535)
DRAIN = "Seconds between denying readiness and ending."

# Each command imports only what it needs itself: `audit verify` must not wait for the web server.
# ruff: noqa: PLC0415


def settings(*, secrets: Sequence[str] = SECRETS) -> Settings:
    """Return the settings of the environment; SettingsError says what is wrong with them."""
    return settings_module.load(secrets=secrets)


_FEATURES: Final = {
    "account": "netralitas.accounts.cli:account",
    "audit": "netralitas.audit.cli:audit",
    "backup": "netralitas.recovery.cli:backup",
    "bundle": "netralitas.cases.bundle.cli:bundle",
    "disposal": "netralitas.disposal.cli:disposal",
    "document": "netralitas.documents.official.cli:document",
    "evaluation": "netralitas.evaluation.cli:evaluation",
    "evidence": "netralitas.evidence.integrity.cli:evidence",
    "export": "netralitas.imports.cli:exports",
    "import": "netralitas.imports.cli:imports",
}
"""The commands of features: the module of each, and what it is called there."""


class Commands(click.Group):
    """The commands; those of a feature are loaded when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted([*super().list_commands(ctx), *_FEATURES])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name."""
        if cmd_name not in _FEATURES:
            return super().get_command(ctx, cmd_name)
        module, _, name = _FEATURES[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=Commands)
@click.option(
    "--environment",
    type=click.Path(path_type=Path),
    help="A file of settings, such as the demo's data/demo/environment.",
)
@in_one_sentence
def main(environment: Path | None) -> None:
    """Netralitas: the case tracker for violations of ASN neutrality in Indonesian elections."""
    if environment is not None:
        settings_module.adopt(environment)


def _when_starter_is_gone(_context: click.Context, _option: click.Parameter, given: bool) -> None:  # noqa: FBT001 - click's signature
    """Follow `--until-eof` at once, whatever the command does then."""
    if given:
        from netralitas.leash import end_with_input

        end_with_input()


until_eof = click.option(
    "--until-eof",
    is_flag=True,
    hidden=True,  # for whoever starts this program and may be killed
    expose_value=False,
    callback=_when_starter_is_gone,
)

metrics_port = click.option(
    "--metrics-port",
    "metrics",
    type=PORT,
    help="Tell Prometheus figures there, on 127.0.0.1; each further worker on the next port.",
)


@main.command()
@click.option("--port", type=PORT, default=8000, show_default=True, help="Port on 127.0.0.1.")
@click.option(
    "--data", type=click.Path(path_type=Path), default=Path("data/demo"), show_default=True
)
@click.option("--reset", is_flag=True, help="Begin again with fresh demo data.")
@in_one_sentence
def demo(port: int, data: Path, *, reset: bool) -> None:
    """Serve the product with invented organisations, people and cases."""
    from netralitas.demo.serve import DemoError, serve_demo

    try:
        serve_demo(port=port, data=data, reset=reset)
    except DemoError as error:
        raise Stopped(str(error)) from error


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=PORT, default=8000, show_default=True)
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True)
@click.option("--public-only", is_flag=True, help="The public site alone; it needs no secret.")
@click.option("--staff-only", is_flag=True, help="The staff site alone.")
@click.option("--fd", "descriptor", type=click.IntRange(3), help="A bound socket, as of systemd.")
@click.option("--drain", type=click.IntRange(0, 600), default=0, help=DRAIN)
@metrics_port
@until_eof
@in_one_sentence
def serve(*, public_only: bool, staff_only: bool, **where: Any) -> None:  # noqa: ANN401 - the options
    """Serve both sites, or one; DSNs and real secrets come from the environment."""
    from netralitas.serve import Listening, Sites, serve_sites

    if public_only and staff_only:
        raise Stopped("--public-only and --staff-only exclude each other.")
    sites = Sites.PUBLIC if public_only else Sites.STAFF if staff_only else Sites.BOTH
    given = settings(secrets=OF_THE_PUBLIC_SITE if sites is Sites.PUBLIC else SECRETS)
    serve_sites(given, sites, Listening(**where))


@main.command()
@metrics_port
@until_eof
@in_one_sentence
def worker(metrics: int | None) -> None:
    """Do the jobs: search text, the log of events, nightly comparison of the clocks."""
    from netralitas.work import work

    asyncio.run(work(settings(), metrics))


@main.command()
@click.option("--check", is_flag=True, help="Say what is missing, change nothing; exit 1 if so.")
@in_one_sentence
def migrate(*, check: bool) -> None:
    """Bring the database to this version's tables, rights and reference data."""
    from netralitas.bringing_up import bring_up
    from netralitas.database import migrate as migrations
    from netralitas.workflows import declared_states

    dsn = _needed(settings(), "owner_dsn")
    if check:
        missing = asyncio.run(migrations.check(dsn, declared_states()))
        click.echo("\n".join(missing) or "Nothing is missing.")
        raise SystemExit(1 if missing else 0)
    asyncio.run(bring_up(dsn, click.echo))


@main.group()
def database() -> None:
    """Roles and rights, for a database administrator."""


@database.command()
@click.option("--sql", is_flag=True, required=True, help="Print the statements.")
@in_one_sentence
def roles(*, sql: bool) -> None:
    """Print the statements that make roles and database."""
    from netralitas.database.bootstrap import roles_sql

    click.echo(roles_sql(), nl=not sql)


@main.group()
def vault() -> None:
    """What is sealed: identities, codes, numbers, drafts, messages."""


@vault.command("rotate")
@in_one_sentence
def rotate_keys() -> None:
    """Seal everything again under the present key; afterwards the older ones may go."""
    from netralitas.rotating import rotate
    from netralitas.vault.cipher import SealError

    try:
        counts = asyncio.run(rotate(settings()))
    except SealError as error:
        raise Stopped(f"Something does not open and is as it was: {error}.") from error
    click.echo("Sealed again under the present key:")
    click.echo("\n".join(f"  {count}" for count in counts))


@main.group()
def law() -> None:
    """Rules of time, as the pages explain them."""


@law.command()
@click.argument("rule")
@click.option("--from", "begin", type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M"]), required=True)
@click.option("--zone", type=click.Choice(["WIB", "WITA", "WIT"]), default="WIB", show_default=True)
@click.option("--json", "as_json", is_flag=True)
@in_one_sentence
def explain(rule: str, begin: datetime, zone: str, *, as_json: bool) -> None:
    """Say how a date is reached, day by day."""
    from netralitas.law.book import load
    from netralitas.law.explanation import explained

    explanation = explained(load(), rule, begin, zone)
    words = explanation.as_json() if as_json else None
    click.echo(
        json.dumps(words, ensure_ascii=False) if words else "\n".join(explanation.in_words())
    )


def _needed(given: Settings, name: str) -> str:
    value: str = getattr(given, name)
    if not value:
        raise SettingsError(f"NETRALITAS_{name.upper()} is not set.")
    return value
