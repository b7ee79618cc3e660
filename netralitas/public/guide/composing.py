"""The guide as a page: the items of the edition in force by when they hold, with their articles."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Final

from netralitas.law.refusals import NoEdition
from netralitas.law.spoken import said
from netralitas.law.violations import (
    INDICATION,
    LEVELS,
    Conflict,
    Edition,
    Editions,
    Level,
    Phase,
    Violation,
)
from netralitas.legislation.queries.sanctions import sanctions_page
from netralitas.legislation.words import month_said, unsure, validity
from netralitas.public.guide import sanctions, words
from netralitas.public.guide.pages import (
    Basis,
    Concern,
    Consequence,
    Decree,
    Dispute,
    GuidePage,
    Part,
    Rule,
    Saying,
)
from netralitas.public.sections import GUIDE
from netralitas.public.sheets import Sheet
from netralitas.web.parts import Link

_TEMPLATE: Final = "public/guide/guide.html"


def guide_sheet(editions: Editions, today: date) -> Sheet:
    """Return the guide of the edition in force on the day; before the first, of the newest."""
    try:
        edition = editions.edition(today)
    except NoEdition:
        edition = editions.all[-1]
    return Sheet(path=GUIDE, template=_TEMPLATE, content=_page(edition, today))


def _page(edition: Edition, today: date) -> GuidePage:
    items = [item for item in edition.violations if item.valid_to is None or today <= item.valid_to]
    wide = _about_all(edition)
    forbidden = tuple(_forbidden(items, today, wide))
    beside = tuple(_beside(items))
    return GuidePage(
        contents=tuple(_contents((*forbidden, *beside))),
        decree=_decree(edition),
        indication=INDICATION,
        duties=_said(words.DUTIES),
        forbidden=forbidden,
        beside=beside,
        contract=_said(words.CONTRACT),
        consequences=tuple(_consequences()),
        disputes=tuple(_dispute(each, whole=each in wide) for each in edition.conflicts),
    )


def _decree(edition: Edition) -> Decree:
    return Decree(
        name=edition.law,
        title=edition.title,
        validity=validity(edition.valid_from, edition.valid_to),
        checked=month_said(edition.checked),
        note=said(edition.note),
    )


def _about_all(edition: Edition) -> Collection[Conflict]:
    """Return what sources say differently of the list itself: at each item it would say nothing."""
    listed = {item.code for item in edition.violations if item.level is not Level.MORAL}
    return tuple(each for each in edition.conflicts if listed <= set(each.concerns))


def _forbidden(
    items: Collection[Violation], today: date, wide: Collection[Conflict]
) -> Iterator[Part]:
    """Yield the items by when they hold, in the order of an election."""
    for phase in Phase:
        found = tuple(_rule(item, today, wide) for item in items if item.phase is phase)
        if found:
            code, title = words.TITLES[phase]
            yield Part(code=code, title=title, lead=words.LEADS.get(phase, ""), rules=found)


def _beside(items: Collection[Violation]) -> Iterator[Concern]:
    for chosen in words.SELECTIONS:
        found = tuple(
            (_short(item.code), item.act) for item in items if chosen.fits(item.act, item.person)
        )
        if found:
            yield Concern(
                code=chosen.code,
                title=chosen.title,
                lead=chosen.lead,
                inferred=unsure(chosen.certainty) if chosen.certainty else None,
                items=found,
            )


def _rule(item: Violation, today: date, wide: Collection[Conflict]) -> Rule:
    return Rule(
        code=_short(item.code),
        act=item.act,
        person=item.person,
        level=LEVELS[item.level],
        unsure=unsure(item.certainty, item.level_certainty),
        articles=tuple(
            Basis(article=clause.article, unsure=unsure(clause.certainty))
            for clause in item.clauses_on(today)
        ),
        no_article=said(item.no_clause) or str(words.NO_ARTICLE),
        disputed=any(each not in wide for each in item.conflicts),
    )


def _dispute(conflict: Conflict, *, whole: bool) -> Dispute:
    codes = [_short(code) for code in conflict.concerns]
    return Dispute(
        items=words.WHOLE if whole else words.listed(codes), sentence=words.dispute(conflict)
    )


def _short(code: str) -> str:
    """Return an item as it is printed: "D8" of "skb2022.D8"."""
    return code.rpartition(".")[2]


def _said(sayings: Iterable[words.LawSaid]) -> tuple[Saying, ...]:
    return tuple(
        Saying(
            sentence=one.sentence, basis=Basis(article=one.article, unsure=unsure(one.certainty))
        )
        for one in sayings
    )


def _consequences() -> Iterator[Consequence]:
    """Yield the sanctions of each level, as the reference of the law has them."""
    for part in sanctions_page().parts:
        yield Consequence(
            title=part.title,
            note=part.note,
            kinds=tuple(sanctions.kind(line.label, in_force=line.in_force) for line in part.lines),
            persons="; ".join(
                dict.fromkeys(sanctions.persons(line.persons) for line in part.lines)
            ),
            articles=tuple(
                dict.fromkeys(
                    Basis(article=line.article, unsure=line.unsure) for line in part.lines
                )
            ),
        )


def _contents(parts: Iterable[Part | Concern]) -> Iterator[Link]:
    between = ((part.code, part.title) for part in parts)
    for code, title in (*words.FIRST, *between, *words.LAST):
        yield Link(label=title, href=f"#{code}")
