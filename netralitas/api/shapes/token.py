"""A token as the API tells of it."""

import msgspec


class TokenShape(msgspec.Struct, frozen=True, kw_only=True):
    """Whose token it is, as what it acts, and what it opens; never the token itself."""

    system: str
    organisation: str
    roles: tuple[str, ...]
    scopes: tuple[str, ...]
