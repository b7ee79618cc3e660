"""The rules of time: the list by procedure, and one rule with its versions side by side."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from netralitas.law import words as law_words
from netralitas.law.domain import Certainty, Regime, Rule
from netralitas.law.entries import LawData
from netralitas.law.refusals import NotInForce
from netralitas.legislation import addresses
from netralitas.legislation.pages.rules import (
    Property,
    Reading,
    RuleGroup,
    RuleLine,
    RulePage,
    RulesPage,
)
from netralitas.legislation.words import edition_said, unsure
from netralitas.legislation.words.rules import GROUPS, group_of, properties, standing

_REGIMES: Final = {
    "Pemilu": Regime.PEMILU,
    "Pemilihan": Regime.PEMILIHAN,
    "Di luar tahapan": Regime.OUTSIDE,
}

_SOURCE_BELOW: Final = "sumber yang disebut di bawah"


def rules_page(law: LawData, today: date) -> RulesPage:
    """Return every rule in the version of today, or in the nearest one, by procedure."""
    shown = {code: _shown(law, code, today) for code in law.book.codes()}
    groups = tuple(
        RuleGroup(
            title=title,
            note=law.book.regime(_REGIMES[title]).note if title in _REGIMES else "",
            lines=tuple(_line(shown[code], today) for code in codes),
        )
        for title, codes in _grouped(shown).items()
    )
    return RulesPage(
        crumbs=addresses.crumbs(addresses.RULES),
        edition=edition_said(law.edition),
        groups=groups,
        amount=len(shown),
        open=sum(rule.uncertain for rule in shown.values()),
    )


def rule_page(law: LawData, code: str, today: date) -> RulePage:
    """Return one rule; raises UnknownRule."""
    versions, shown = law.book.versions(code), _shown(law, code, today)
    return RulePage(
        crumbs=addresses.crumbs(addresses.RULES, shown.label),
        group=group_of(code),
        label=shown.label,
        code=code,
        bound=law_words.bound(shown),
        unsure=law_words.unconfirmed(shown),
        standing=standing(shown, today),
        readings=_readings(shown) if shown.alternative_starts else (),
        versions=tuple(f"Versi {version.version}" for version in versions),
        properties=_side_by_side(versions),
        laws=tuple((found.id, addresses.law(found.id)) for found in law.laws.cited(shown.article)),
        calculator=addresses.calculator(code),
    )


def _grouped(codes: Iterable[str]) -> dict[str, list[str]]:
    """Return the codes by group, each in its order; rules that no group names stand last."""
    found: dict[str, list[str]] = {title: [] for title, _ in GROUPS}
    named = [code for _, ordered in GROUPS for code in ordered]
    known = set(codes)
    for code in (*(each for each in named if each in known), *sorted(known - set(named))):
        found.setdefault(group_of(code), []).append(code)
    return found


def _shown(law: LawData, code: str, today: date) -> Rule:
    """Return the version in force today; without one, the next to come, else the last there was."""
    try:
        return law.book.rule(code, today)
    except NotInForce:
        versions = law.book.versions(code)
        ahead = [rule for rule in versions if rule.valid_from and rule.valid_from > today]
        return ahead[0] if ahead else versions[-1]


def _line(rule: Rule, today: date) -> RuleLine:
    return RuleLine(
        href=addresses.rule(rule.code),
        label=rule.label,
        bound=law_words.bound(rule),
        article=law_words.basis(rule),
        unsure=law_words.unconfirmed(rule),
        readings=len(rule.alternative_starts),
        standing=standing(rule, today),
    )


def _readings(rule: Rule) -> tuple[Reading, ...]:
    sure = rule.start_certainty is Certainty.T
    taken = Reading(
        label=rule.start_label,
        basis=law_words.basis(rule) if sure else _SOURCE_BELOW,
        unsure=unsure(rule.start_certainty),
        use=True,
    )
    return (
        taken,
        *(
            Reading(label=start.label, basis=start.basis, unsure=unsure(start.certainty), use=False)
            for start in rule.alternative_starts
        ),
    )


def _side_by_side(versions: tuple[Rule, ...]) -> tuple[Property, ...]:
    said = [properties(version) for version in versions]
    labels = dict.fromkeys(label for version in said for label in version)
    rows = []
    for label in labels:
        values = tuple(version.get(label, "") for version in said)
        rows.append(Property(label=label, values=values, changed=len(set(values)) > 1))
    return tuple(rows)
