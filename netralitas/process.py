"""What every process of the HTTP server does first."""

from collections.abc import Sequence

from netralitas import accepting, measuring
from netralitas.leash import end_with_parent
from netralitas.settings import SECRETS, Settings, load
from netralitas.web import logging


def begin(*, secrets: Sequence[str] = SECRETS) -> Settings:
    """Return the settings of the environment, in a process that logs and is measured.

    It ends with its parent.
    Raises SettingsError, also where one of these `secrets` is missing.
    """
    end_with_parent()
    accepting.follow()
    settings = load(secrets=secrets)
    logging.configure(demo=settings.demo)
    measuring.listen()
    return settings
