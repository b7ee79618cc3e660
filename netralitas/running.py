"""What a command at the command line runs in: the database, one sentence for what goes wrong."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from netralitas import settings as settings_module
from netralitas.database.engine import COMMAND_SECONDS, ENGINE
from netralitas.settings import Settings, SettingsError
from netralitas.stopping import in_one_sentence

_Result = TypeVar("_Result")


@in_one_sentence
def run(
    work: Callable[[Settings], Awaitable[_Result]],
    application: str,
    *,
    command_seconds: float | None = COMMAND_SECONDS,
    role: str = "app",
) -> _Result:
    """Return what `work` does with the database open for a role, or stop with one sentence.

    `application` is how the connection is called; `command_seconds` are None for what may take
    longer than a page.
    """
    return asyncio.run(_connected(work, application, command_seconds, role))


async def _connected(
    work: Callable[[Settings], Awaitable[_Result]],
    application: str,
    command_seconds: float | None,
    role: str,
) -> _Result:
    settings = settings_module.load()
    dsn = {
        "app": settings.app_dsn,
        "worker": settings.worker_dsn,
        "owner": settings.owner_dsn,
    }[role]
    if not dsn:
        raise SettingsError(f"NETRALITAS_{role.upper()}_DSN is not set.")
    await ENGINE.open(dsn, size=1, application=application, command_seconds=command_seconds)
    try:
        return await work(settings)
    finally:
        await ENGINE.close()
