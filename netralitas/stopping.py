"""How a command at the command line stops: with one sentence, and exit code 2."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from netralitas.settings import SettingsError

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


class Stopped(click.ClickException):
    """What cannot be done, in one sentence; exit code 2."""

    exit_code = 2


def in_one_sentence(command: Callable[_Given, _Result]) -> Callable[_Given, _Result]:
    """Make the failures that a person can mend one sentence and exit code 2."""

    @wraps(command)
    def wrapped(*args: _Given.args, **kwargs: _Given.kwargs) -> _Result:
        try:
            return command(*args, **kwargs)
        except click.ClickException:
            raise
        except SettingsError as error:
            raise Stopped(str(error)) from error
        except Exception as error:
            from netralitas.failures import sentence  # noqa: PLC0415 - large, seldom needed

            found = sentence(error)
            if found is None:
                raise
            raise Stopped(found) from error

    return wrapped
