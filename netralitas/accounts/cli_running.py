"""Running a command on accounts as the system itself, with one sentence for what goes wrong."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import click

from netralitas import settings as settings_module
from netralitas.access.domain import Actor
from netralitas.accounts.cli_words import PROBLEMS
from netralitas.accounts.commands import administration
from netralitas.accounts.domain import AccountRefused
from netralitas.database.engine import ENGINE
from netralitas.failures import sentence
from netralitas.settings import Settings, SettingsError

_Result = TypeVar("_Result")


class Stopped(click.ClickException):
    """What cannot be done, in one sentence; exit code 2."""

    exit_code = 2


def run(work: Callable[[Actor, Settings], Awaitable[_Result]]) -> _Result:
    """Return what `work` does as the system, or stop with one sentence."""
    try:
        return asyncio.run(_connected(work, settings_module.load()))
    except SettingsError as error:
        raise Stopped(str(error)) from error
    except AccountRefused as error:
        raise Stopped(PROBLEMS[error.problem]) from error
    except Exception as error:
        found = sentence(error)
        if found is None:
            raise
        raise Stopped(found) from error


async def _connected(
    work: Callable[[Actor, Settings], Awaitable[_Result]], settings: Settings
) -> _Result:
    if not settings.app_dsn:
        raise SettingsError("NETRALITAS_APP_DSN is not set.")
    await ENGINE.open(settings.app_dsn, size=1, application="netralitas account")
    try:
        return await work(await administration.as_system(), settings)
    finally:
        await ENGINE.close()
