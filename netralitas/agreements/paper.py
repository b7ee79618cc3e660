"""An agreement as its paper has it: every part in the words of the paper, frozen once signed."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec

from netralitas.agreements.domain import AgreementKind
from netralitas.cases.domain import Theme

type_unit = Literal["calendar", "workday", "month"]
type_way = Literal["direct", "post", "email"]
type_proof = Literal["signature", "mail", "telephone", "post"]
type_subject = Literal["extension", "change", "termination", "early_termination"]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a paper; what its form does not know is refused when it is read."""


class PaperParty(Part, frozen=True, kw_only=True):
    """A party: what the paper calls it, its own number, who signed in which capacity and why.

    `organisation` is its office in this register, None for a party that has no account here.
    """

    called: str
    name: str
    number: str
    signatory: str
    capacity: str
    basis: str = ""
    seat: str = ""
    organisation: int | None = None


class Provision(Part, frozen=True, kw_only=True):
    """A sentence of an article: `at` is "ayat (1) huruf a"; the parties that owe it by place."""

    text: str
    at: str = ""
    owed_by: tuple[int, ...] = ()


class Article(Part, frozen=True, kw_only=True):
    """An article with its sentences in their order."""

    number: int
    heading: str
    provisions: tuple[Provision, ...]


class Term(Part, frozen=True, kw_only=True):
    """How long it holds: so many years from signing, to a day, or until all stages end."""

    at: str
    years: int | None = None
    ends_on: date | None = None
    until_stages: bool = False


class Notice(Part, frozen=True, kw_only=True):
    """How long before what the other party must be told, and for which intentions."""

    at: str
    subjects: tuple[type_subject, ...]
    number: int
    unit: type_unit
    with_reasons: bool = False


class Rule(Part, frozen=True, kw_only=True):
    """Where a paper says something, by its article."""

    at: str


class Evaluation(Rule, frozen=True, kw_only=True):
    """How often the parties look back: every so many months, None where it says "berkala"."""

    months: int | None = None


class Copies(Part, frozen=True, kw_only=True):
    """How many copies were made, with duty stamp or with the initials of the hierarchy."""

    number: int
    stamped: bool
    initialled: bool = False


class Named(Part, frozen=True, kw_only=True):
    """What the paper calls itself at another place than its head."""

    where: str
    text: str


class Address(Part, frozen=True, kw_only=True):
    """Where a party takes letters under the agreement."""

    party: int
    to: str
    street: str
    phone: str
    email: str


class Deemed(Rule, frozen=True, kw_only=True):
    """That a letter sent in a way counts as received, once all these proofs of one day are there.

    "mail" is that an e-mail went out well, "signature" that of the receiver in a book of letters.
    """

    way: type_way
    needs: tuple[type_proof, ...]


class Correspondence(Rule, frozen=True, kw_only=True):
    """How letters under the agreement go, when they count as received, how addresses change.

    `change_workdays` is how many working days before an address changes the other party is told, 0
    where the paper does not say.
    """

    addresses: tuple[Address, ...]
    received: tuple[str, ...] = ()
    change_at: str = ""
    change_workdays: int = 0
    deemed: tuple[Deemed, ...] = ()


class PlanDuty(Part, frozen=True, kw_only=True):
    """What a party does in an activity, by its printed number."""

    party: int
    number: int
    text: str


class Indicator(Part, frozen=True, kw_only=True):
    """What is to come of an activity; unit and target only where the paper prints one.

    `target` is for all years together, `yearly` for each year of the plan in their order.
    """

    text: str
    unit: str = ""
    target: int | None = None
    yearly: tuple[int | None, ...] = ()


class PlanRow(Part, frozen=True, kw_only=True):
    """A row of the work plan; the cells of its schedule as printed, in the order of the years.

    Activities of its `theme` may fulfil its duties.
    """

    programme: str
    fund: str
    schedule: tuple[str, ...]
    theme: Theme | None = None
    activity: str = ""
    place: str = ""
    doers: str = ""
    duties: tuple[PlanDuty, ...] = ()
    output: tuple[Indicator, ...] = ()
    outcome: tuple[Indicator, ...] = ()


class Paper(Part, frozen=True, kw_only=True):
    """A whole agreement. `source` says of a public document where its text comes from.

    `together` and `alone` are what it calls its parties; `under` is the number of the agreement
    that it rests on, `amends` that of the one that an addendum changes.
    """

    kind: AgreementKind
    title: str
    place: str
    parties: tuple[PaperParty, ...]
    signed_on: date | None = None
    source: str = ""
    under: str = ""
    amends: str = ""
    together: str = ""
    alone: str = ""
    considerations: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    articles: tuple[Article, ...] = ()
    term: Term | None = None
    notices: tuple[Notice, ...] = ()
    evaluation: Evaluation | None = None
    survival: Rule | None = None
    addendum: Rule | None = None
    disputes: Rule | None = None
    succession: Rule | None = None
    suspension: Rule | None = None
    correspondence: Correspondence | None = None
    copies: tuple[Copies, ...] = ()
    named: tuple[Named, ...] = ()
    years: tuple[int, ...] = ()
    plan: tuple[PlanRow, ...] = ()

    def sentences(self) -> Iterator[tuple[str, Provision]]:
        """Yield each sentence of the articles with its place: "Pasal 5 ayat (1) huruf a"."""
        for article in self.articles:
            for provision in article.provisions:
                yield f"Pasal {article.number} {provision.at}".rstrip(), provision

    def text_of(self, at: str) -> str:
        """Return the sentence at a place; KeyError for a place that the paper does not have."""
        return {place: provision.text for place, provision in self.sentences()}[at]
