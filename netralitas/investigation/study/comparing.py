"""What changed between two versions of a study, section by section."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import ndiff

from netralitas.investigation.study import words
from netralitas.investigation.study.domain import Content, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What two versions of a section do not have in common, in lines."""

    section: Section
    added: tuple[str, ...]
    removed: tuple[str, ...]


def changes(
    before: Content | None, after: Content, people: Sequence[tuple[int, str]]
) -> tuple[Changed, ...]:
    """Return the sections in which `after` differs from `before`, with their lines."""
    found = []
    for section in Section:
        old = lines(before, section, people) if before else []
        told = list(ndiff(old, lines(after, section, people)))
        added = tuple(line[2:] for line in told if line.startswith("+ "))
        removed = tuple(line[2:] for line in told if line.startswith("- "))
        if added or removed:
            found.append(Changed(section=section, added=added, removed=removed))
    return tuple(found)


def lines(content: Content, section: Section, people: Sequence[tuple[int, str]]) -> list[str]:
    """Return a section as lines of text, for comparison."""
    if section is Section.FACTS:
        return content.facts.splitlines()
    if section is Section.EVIDENCE:
        pieces = [f"Berkas {each}" for each in content.evidence]
        return [*pieces, *content.evidence_said.splitlines()]
    if section is Section.ELEMENTS:
        return [f"{e.article}: {e.element}: {e.analysis}" for e in content.elements]
    if section is Section.CITATIONS:
        return list(content.citations)
    called = dict(people)
    return [
        f"{called.get(each.respondent, each.respondent)}: "
        f"{words.findings_said(each.findings)}. {each.reason}"
        for each in content.conclusions
    ]
