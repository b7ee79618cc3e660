"""What every process of the HTTP server does first."""

from netralitas.leash import end_with_parent
from netralitas.settings import Settings, load
from netralitas.web import logging


def begin(*, secrets: bool = True) -> Settings:
    """Return the settings of the environment, in a process that ends with its parent and logs.

    Raises SettingsError; without `secrets` none is demanded.
    """
    end_with_parent()
    settings = load(secrets=secrets)
    logging.configure(demo=settings.demo)
    return settings
