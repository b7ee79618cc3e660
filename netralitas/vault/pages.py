"""What the page of opened identities shows."""

import msgspec

from netralitas.vault.forms import ErasureForm
from netralitas.web.parts import Crumb


class OpenedIdentity(msgspec.Struct, frozen=True, kw_only=True):
    """One identity in words: whose, and what was given, label by label; or that it is gone."""

    subject: str
    lines: tuple[tuple[str, str], ...] = ()
    erased: str | None = None


class IdentityPage(msgspec.Struct, frozen=True, kw_only=True):
    """The identities of a case, for the person who asked and was allowed, until a moment."""

    crumbs: tuple[Crumb, ...]
    case: int
    identities: tuple[OpenedIdentity, ...]
    notes: tuple[str, ...]


class ErasurePage(msgspec.Struct, frozen=True, kw_only=True):
    """Which identities of a case a commissioner erases; without a form there is none left."""

    crumbs: tuple[Crumb, ...]
    case: int
    form: ErasureForm | None
