"""What the page of opened identities shows."""

import msgspec

from netralitas.web.parts import Crumb


class OpenedIdentity(msgspec.Struct, frozen=True, kw_only=True):
    """One identity in words: whose it is, and what was given, label by label."""

    subject: str
    lines: tuple[tuple[str, str], ...]


class IdentityPage(msgspec.Struct, frozen=True, kw_only=True):
    """The identities of a case, for the person who asked and was allowed, until a moment."""

    crumbs: tuple[Crumb, ...]
    case: int
    identities: tuple[OpenedIdentity, ...]
    notes: tuple[str, ...]
