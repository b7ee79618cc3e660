"""The door of a provider, as it stands open in a process: loaded only where one is configured."""

from typing import Protocol

from netralitas.accounts.sso.configuration import provider_of
from netralitas.accounts.sso.domain import Provider, Returned, Somebody
from netralitas.accounts.sso.trying import Attempt, Trying
from netralitas.settings import Settings
from netralitas.vault.cipher import Keys, Purpose


class Asks(Protocol):
    """What asks a provider: `asking.Asking`."""

    @property
    def provider(self) -> Provider:
        """Return which one."""

    async def way_there(self, attempt: Attempt) -> str:
        """Return the address at the provider to which a browser goes with a new try."""

    async def redeem(self, returned: Returned, attempt: Attempt) -> Somebody:
        """Return whom the provider vouches for."""


class Door:
    """What asks the provider, and the cookie of those who are on their way."""

    def __init__(self, asking: Asks, trying: Trying) -> None:
        """Take both."""
        self.asking = asking
        self.trying = trying


def door_of(settings: Settings) -> Door | None:
    """Return the door of the settings, None without a provider; SettingsError for half of one."""
    provider = provider_of(settings)
    if provider is None:
        return None
    from netralitas.accounts.sso.asking import Asking  # noqa: PLC0415 - large, seldom needed

    masters = settings.vault_secrets()
    keys = Keys.derive(Purpose.SIGN_IN, settings.vault_key_id, masters)
    return Door(Asking.of(provider), Trying(keys=keys, settings=settings))
