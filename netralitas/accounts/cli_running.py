"""Running a command on accounts as the system itself, with one sentence for what goes wrong."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from netralitas import running
from netralitas.access.domain import Actor
from netralitas.accounts.cli_words import PROBLEMS
from netralitas.accounts.commands import administration
from netralitas.accounts.domain import AccountRefused
from netralitas.settings import Settings
from netralitas.stopping import Stopped

_Result = TypeVar("_Result")


def run(work: Callable[[Actor, Settings], Awaitable[_Result]]) -> _Result:
    """Return what `work` does as the system, or stop with one sentence."""

    async def as_system(settings: Settings) -> _Result:
        try:
            return await work(await administration.as_system(), settings)
        except AccountRefused as error:
            raise Stopped(PROBLEMS[error.problem]) from error

    return running.run(as_system, "netralitas account")
