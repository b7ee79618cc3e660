"""Of whom a second factor is demanded before anything else."""

from collections.abc import Iterable

from netralitas.access.domain import Role
from netralitas.settings import PREFIX, Settings, SettingsError


def roles_required(settings: Settings) -> frozenset[Role]:
    """Return the roles that nobody uses without a second factor; SettingsError for unknown ones.

    The demo demands none: one click there makes anybody anyone.
    """
    codes = [part.strip() for part in settings.factor_roles.split(",") if part.strip()]
    try:
        required = frozenset(map(Role, codes))
    except ValueError as error:
        known = ", ".join(Role)
        raise SettingsError(f"{PREFIX}FACTOR_ROLES must be some of: {known}.") from error
    return frozenset() if settings.demo else required


def is_required(roles: Iterable[frozenset[Role]], settings: Settings) -> bool:
    """Say whether a second factor is demanded of whoever has these roles at their desks."""
    required = roles_required(settings)
    return any(held & required for held in roles)
