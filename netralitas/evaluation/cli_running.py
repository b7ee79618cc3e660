"""Running a command on meetings: the database open, one sentence for what goes wrong."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import click

from netralitas import settings as settings_module
from netralitas.database.engine import ENGINE
from netralitas.failures import sentence
from netralitas.settings import Settings, SettingsError

_Result = TypeVar("_Result")


class Stopped(click.ClickException):
    """What cannot be done, in one sentence; exit code 2."""

    exit_code = 2


def run(work: Callable[[Settings], Awaitable[_Result]]) -> _Result:
    """Return what `work` does with the database open, or stop with one sentence."""
    try:
        return asyncio.run(_connected(work, settings_module.load()))
    except click.ClickException:
        raise
    except SettingsError as error:
        raise Stopped(str(error)) from error
    except Exception as error:
        found = sentence(error)
        if found is None:
            raise
        raise Stopped(found) from error


async def _connected(work: Callable[[Settings], Awaitable[_Result]], settings: Settings) -> _Result:
    if not settings.app_dsn:
        raise SettingsError("NETRALITAS_APP_DSN is not set.")
    # Counting a whole country takes longer than a page may.
    await ENGINE.open(
        settings.app_dsn, size=1, application="netralitas evaluation", command_seconds=None
    )
    try:
        return await work(settings)
    finally:
        await ENGINE.close()
