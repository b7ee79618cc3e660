"""What the pages of the rules of time show."""

import msgspec

from netralitas.web.parts import Crumb


class RuleLine(msgspec.Struct, frozen=True, kw_only=True):
    """A rule in the list; `readings` says who counts from another fact, `standing` why not today.

    `unsure` is the kind of source of what needs confirmation, None where everything was read.
    """

    href: str
    label: str
    bound: str
    article: str
    unsure: str | None
    readings: int
    standing: str


class RuleGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Rules of one procedure; `note` is what is said about the procedure as a whole."""

    title: str
    note: str
    lines: tuple[RuleLine, ...]


class RulesPage(msgspec.Struct, frozen=True, kw_only=True):
    """Every rule by procedure; `open` of them need confirmation in some part."""

    crumbs: tuple[Crumb, ...]
    edition: str
    groups: tuple[RuleGroup, ...]
    amount: int
    open: int


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A fact from which the rule is counted, and who reads it so; one of them is in `use`."""

    label: str
    basis: str
    unsure: str | None
    use: bool


class Property(msgspec.Struct, frozen=True, kw_only=True):
    """What each version says of one thing, the oldest first; `changed` where they differ."""

    label: str
    values: tuple[str, ...]
    changed: bool


class RulePage(msgspec.Struct, frozen=True, kw_only=True):
    """One rule: what it says today, from which fact, and its versions side by side."""

    crumbs: tuple[Crumb, ...]
    group: str
    label: str
    code: str
    bound: str
    unsure: str | None
    standing: str
    readings: tuple[Reading, ...]
    versions: tuple[str, ...]
    properties: tuple[Property, ...]
    laws: tuple[tuple[str, str], ...]
    calculator: str
