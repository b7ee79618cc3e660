"""Running a command on meetings: counting a whole country takes longer than a page may."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from netralitas import running
from netralitas.settings import Settings

_Result = TypeVar("_Result")


def run(work: Callable[[Settings], Awaitable[_Result]]) -> _Result:
    """Return what `work` does with the database open, or stop with one sentence."""
    return running.run(work, "netralitas evaluation", command_seconds=None)
