"""What the pages of tokens show: one struct each, the whole context of its template."""

import msgspec

from netralitas.api.forms import TokenForm
from netralitas.web.parts import Crumb, type_tone


class TokenLine(msgspec.Struct, frozen=True, kw_only=True):
    """A token in the list; `end` is where it is ended, None when that has happened."""

    name: str
    system: str
    prefix: str
    opens: tuple[str, ...]
    roles: str
    made: str
    until: str
    used: str
    standing: str
    tone: type_tone
    end: str | None


class TokensPage(msgspec.Struct, frozen=True, kw_only=True):
    """The tokens of an office, with the form of another; `made` is shown this once."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    nothing: str
    tokens: tuple[TokenLine, ...]
    form: TokenForm
    made: str | None = None
