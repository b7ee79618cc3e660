"""What a study lacks before it goes to the plenary, who reads it, what changed in it. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from difflib import ndiff

from netralitas.investigation.study import words
from netralitas.investigation.study.domain import Content, Finding, Section, Study
from netralitas.refusals import RuleBroken

DRAFTED_IN = frozenset({"registered", "clarification", "study"})
"""States of the handling in which a study is written."""
SUBMITTED_FROM = "study"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What two versions of a section do not have in common, in lines."""

    section: Section
    added: tuple[str, ...]
    removed: tuple[str, ...]


def hold_drafting(state: str) -> None:
    """Hold that a study can be written while the handling stands there; RuleBroken else."""
    if state not in DRAFTED_IN:
        raise RuleBroken(words.LATER, rule="study.state")


def hold_second(officer: int, authors: Collection[int]) -> None:
    """Hold that whoever reads as the second wrote no version; RuleBroken else."""
    if officer in authors:
        raise RuleBroken(words.SECOND_READER, rule="study.second_reader")


def hold_resolver(officer: int, commented: int, authors: Collection[int]) -> None:
    """Hold that a comment is settled by who made it or by who wrote nothing; RuleBroken else."""
    if officer != commented and officer in authors:
        raise RuleBroken(words.RESOLVER, rule="study.resolver")


def contradicts(findings: Collection[Finding]) -> bool:
    """Say whether no violation is found together with one."""
    return Finding.NOT_VIOLATION in findings and len(findings) > 1


def missing(study: Study, respondents: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    """Return what stands against submitting, a sentence each; nothing: it can be submitted.

    `respondents` are the ids of all respondents of the case with what they are called.
    """
    latest = study.latest
    if latest is None:
        return ("Kajian belum ditulis.",)
    content = latest.content
    concluded = {each.respondent for each in content.conclusions if each.findings}
    without = [said for one, said in respondents if one not in concluded]
    number = study.open_comments
    found = (
        "Duduk perkara belum diisi." if not content.facts else None,
        "Kajian belum mengutip satu pun peraturan." if not content.cited else None,
        f"Belum ada kesimpulan untuk {', '.join(without)}." if without else None,
        f"Masih ada {number} catatan yang belum diselesaikan." if number else None,
        None if study.approved else "Versi terakhir belum disetujui pembaca kedua.",
    )
    return tuple(sentence for sentence in found if sentence)


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
