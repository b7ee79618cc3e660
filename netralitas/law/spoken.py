"""The words of the data of the law in the language of the page: names of rules, facts, notes.

Articles and the texts of the law itself stay as they are, and so does what an office wrote into
its own edition.
"""

from dataclasses import replace

from netralitas.language import SOURCE, gettext, locale
from netralitas.law.domain import Rule, Start


def said(text: str) -> str:
    """Return a text of the data in the language of the page; one that it has not, as it is."""
    return gettext(text) if text else text


def spoken(rule: Rule) -> Rule:
    """Return the rule with its words in the language of the page, for showing alone."""
    if locale() == SOURCE:
        return rule
    return replace(
        rule,
        label=said(rule.label),
        start_label=said(rule.start_label),
        note=said(rule.note),
        alternative_starts=tuple(map(_spoken_start, rule.alternative_starts)),
    )


def _spoken_start(start: Start) -> Start:
    return replace(start, label=said(start.label), basis=said(start.basis))
