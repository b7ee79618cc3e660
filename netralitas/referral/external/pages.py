"""What the page of other systems shows."""

import msgspec

from netralitas.referral.external.forms import ExternalForm
from netralitas.referral.external.words import Systems
from netralitas.web.parts import Crumb


class RecordLine(msgspec.Struct, frozen=True, kw_only=True):
    """What a system said at some time; `proof` is where its proof is downloaded."""

    system: str
    number: str
    standing: str
    said: str
    as_of: str
    according_to: str
    recorded: str
    officer: str
    proof: str | None


class SystemsPage(msgspec.Struct, frozen=True, kw_only=True):
    """What other systems say of a respondent; without a `form` the reader only reads."""

    crumbs: tuple[Crumb, ...]
    title: str
    caption: str
    action: str
    back: str
    systems: Systems
    records: tuple[RecordLine, ...]
    form: ExternalForm | None
    done: bool
