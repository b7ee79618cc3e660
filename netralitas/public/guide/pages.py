"""What the public guide shows."""

import msgspec

from netralitas.public.pages import PublicPage
from netralitas.web.parts import Link


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """An article; `unsure` names the kind of source of one that needs confirmation."""

    article: str
    unsure: str | None


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """An item of the catalogue: the act, whom it supports, the level that sources print beside it.

    `person` is None where it names nobody. `unsure` is of the item itself. An item without articles
    says in `no_article` why; of a `disputed` one sources say different things.
    """

    code: str
    act: str
    person: str | None
    level: str
    unsure: str | None
    articles: tuple[Basis, ...]
    no_article: str
    disputed: bool


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Items under one heading, with a word about them; `code` is its place on the page."""

    code: str
    title: str
    lead: str
    rules: tuple[Rule, ...]


class Concern(msgspec.Struct, frozen=True, kw_only=True):
    """Items that concern somebody, by code and act, with a word about them.

    `inferred` names the kind of source where that word is not the catalogue's own.
    """

    code: str
    title: str
    lead: str
    inferred: str | None
    items: tuple[tuple[str, str], ...]


class Dispute(msgspec.Struct, frozen=True, kw_only=True):
    """What sources say differently of some items, in a sentence."""

    items: str
    sentence: str


class Consequence(msgspec.Struct, frozen=True, kw_only=True):
    """Sanctions of one level: which there are, whom they meet, where that stands."""

    title: str
    note: str
    kinds: tuple[str, ...]
    persons: str
    articles: tuple[Basis, ...]


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of the law with its article."""

    sentence: str
    basis: Basis


class Decree(msgspec.Struct, frozen=True, kw_only=True):
    """The joint decree the items stand in: since when, when a successor was last looked for."""

    name: str
    title: str
    validity: str
    checked: str
    note: str


class GuidePage(PublicPage, frozen=True, kw_only=True):
    """The guide. `contents` lead to its parts; `indication` stands beside every level.

    `forbidden` are the items by when they hold, `beside` the same ones as they concern some.
    """

    contents: tuple[Link, ...]
    decree: Decree
    indication: str
    duties: tuple[Saying, ...]
    forbidden: tuple[Part, ...]
    beside: tuple[Concern, ...]
    contract: tuple[Saying, ...]
    consequences: tuple[Consequence, ...]
    disputes: tuple[Dispute, ...]
