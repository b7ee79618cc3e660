"""What the page of the reconciliation shows."""

import msgspec

from netralitas.web.parts import Crumb, Link, Pages


class PersonLine(msgspec.Struct, frozen=True, kw_only=True):
    """One respondent as each side has them; every value is said in words."""

    href: str
    number: str
    name: str
    forwarded: str
    forwarded_by: str
    referral: str
    recommended: str
    recommended_by: str
    systems: tuple[str, ...]
    follow_up: str
    imposed: str
    gaps: tuple[str, ...]


class ReconciliationPage(msgspec.Struct, frozen=True, kw_only=True):
    """The respondents of whom both parties of a meeting read, the differing ones first."""

    crumbs: tuple[Crumb, ...]
    meeting: str
    parties: tuple[str, str]
    people: int
    differing: int
    lines: tuple[PersonLine, ...]
    pages: Pages
    files: tuple[Link, ...]
