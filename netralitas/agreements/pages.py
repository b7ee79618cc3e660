"""What the pages of agreements show: one struct each, the whole context of its template."""

import msgspec

from netralitas.web.parts import Crumb, type_tone


class PartyLine(msgspec.Struct, frozen=True, kw_only=True):
    """A party: its place on the paper, its own number, the capacity of who signed."""

    place: str
    name: str
    printed: str
    capacity: str


class AgreementCard(msgspec.Struct, frozen=True, kw_only=True):
    """One agreement of the register; `left` says how long it holds, `tone` repeats it."""

    href: str
    kind: str
    title: str
    place: str
    signed: str
    ends: str
    left: str
    tone: type_tone
    parties: tuple[PartyLine, ...]


class RegisterPage(msgspec.Struct, frozen=True, kw_only=True):
    """Every agreement that the reader's office takes part in, the one that ends last first."""

    agreements: tuple[AgreementCard, ...]


class DutyLine(msgspec.Struct, frozen=True, kw_only=True):
    """A duty with how often activities did it."""

    text: str
    done: int
    often: str


class DutyList(msgspec.Struct, frozen=True, kw_only=True):
    """The duties of one party in one theme; `kept` of them were done at least once."""

    party: str
    duties: tuple[DutyLine, ...]
    kept: int


class ThemeDuties(msgspec.Struct, frozen=True, kw_only=True):
    """What the parties promised for a theme, and how many activities of it were held."""

    label: str
    activities: int
    href: str
    parties: tuple[DutyList, ...]


class AgreementPage(msgspec.Struct, frozen=True, kw_only=True):
    """One agreement with its duties; `ended` when its last day has passed."""

    agreement: AgreementCard
    ended: bool
    themes: tuple[ThemeDuties, ...]
    crumbs: tuple[Crumb, ...]
