"""The catalogue of violations: every edition, and one item with what sources say differently."""

from collections.abc import Collection, Iterable
from typing import Final

from netralitas.law.entries import LawData
from netralitas.law.violations import (
    INDICATION,
    LEVELS,
    PHASES,
    Conflict,
    Edition,
    Level,
    Source,
    Violation,
)
from netralitas.legislation import addresses
from netralitas.legislation.pages.violations import (
    ClauseLine,
    Difference,
    EditionPart,
    ViolationLine,
    ViolationPage,
    ViolationsPage,
)
from netralitas.legislation.words import month_said, unsure, validity

_ETHICS: Final = "Pelanggaran kode etik"
_DISCIPLINE: Final = "Pelanggaran disiplin"


def violations_page(law: LawData) -> ViolationsPage:
    """Return every edition of the catalogue, the newest first."""
    return ViolationsPage(
        crumbs=addresses.crumbs(addresses.VIOLATIONS),
        indication=INDICATION,
        editions=tuple(_part(edition) for edition in reversed(law.violations.all)),
    )


def violation_page(law: LawData, code: str) -> ViolationPage:
    """Return one item; raises UnknownViolation."""
    item = law.violations.violation(code)
    edition = next(each for each in law.violations.all if each.code == item.edition)
    return ViolationPage(
        crumbs=addresses.crumbs(addresses.VIOLATIONS, f"Butir {_short(code)}"),
        indication=INDICATION,
        edition=edition.law,
        code=_short(code),
        act=item.act,
        person=item.person or "tidak disebut",
        phase=PHASES[item.phase],
        unsure=unsure(item.certainty),
        level=LEVELS[item.level],
        level_unsure=unsure(item.level_certainty),
        validity=validity(item.valid_from, item.valid_to),
        clauses=tuple(_clauses(item)),
        no_clause=item.no_clause,
        sources=_addresses(item.sources),
        differences=tuple(map(_difference, item.conflicts)),
    )


def _part(edition: Edition) -> EditionPart:
    ethics = [item for item in edition.violations if item.level is Level.MORAL]
    others = [item for item in edition.violations if item.level is not Level.MORAL]
    wide = [each for each in edition.conflicts if _concerns_all(each, others)]
    return EditionPart(
        title=edition.title,
        law=(edition.law, addresses.law(edition.law)),
        validity=validity(edition.valid_from, edition.valid_to),
        note=edition.note,
        checked=month_said(edition.checked),
        groups=tuple(
            (title, tuple(_line(item, wide) for item in items))
            for title, items in ((_ETHICS, ethics), (_DISCIPLINE, others))
            if items
        ),
        differences=tuple(map(_difference, wide)),
    )


def _concerns_all(conflict: Conflict, items: Iterable[Violation]) -> bool:
    """Say whether it concerns the list itself: marking each item would mark nothing."""
    return {item.code for item in items} <= set(conflict.concerns)


def _line(item: Violation, wide: Collection[Conflict]) -> ViolationLine:
    certainties = (item.certainty, item.level_certainty, *(c.certainty for c in item.clauses))
    return ViolationLine(
        href=addresses.violation(item.code),
        code=_short(item.code),
        act=item.act,
        phase=PHASES[item.phase],
        level=LEVELS[item.level],
        articles="; ".join(clause.article for clause in item.clauses) or "pasal tidak ditemukan",
        unsure=unsure(*certainties),
        disputed=any(each not in wide for each in item.conflicts),
    )


def _clauses(item: Violation) -> Iterable[ClauseLine]:
    for clause in item.clauses:
        first, last = clause.valid_from or item.valid_from, clause.valid_to or item.valid_to
        yield ClauseLine(
            article=clause.article,
            validity=validity(first, last),
            unsure=unsure(clause.certainty),
        )


def _difference(conflict: Conflict) -> Difference:
    return Difference(
        about=conflict.about,
        said=conflict.said,
        said_by=_addresses(conflict.said_by),
        taken=conflict.taken,
        taken_from=_addresses(conflict.taken_from),
        why=conflict.why,
    )


def _addresses(sources: Iterable[Source]) -> tuple[str, ...]:
    return tuple(source.address for source in sources)


def _short(code: str) -> str:
    """Return an item as the decree numbers it: "D8" of "skb2022.D8"."""
    return code.rpartition(".")[2]
