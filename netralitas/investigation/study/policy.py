"""What a study lacks before it goes to the plenary, and who reads it. Pure."""

from collections.abc import Collection, Sequence
from typing import Final

from netralitas.investigation.study.domain import Finding, Study
from netralitas.refusals import RuleBroken

DRAFTED_IN = frozenset({"registered", "clarification", "study"})
"""States of the handling in which a study is written."""
SUBMITTED_FROM = "study"

LATER: Final = "Kajian disusun sejak perkara diregistrasi sampai diajukan ke rapat pleno."
SUBMITTED: Final = (
    "Kajian ini sudah selesai disusun dan tidak berubah lagi. Bila rapat pleno mengembalikannya,"
    " kajian dapat diperbaiki sebagai versi baru."
)
SECOND_READER: Final = (
    "Pembaca kedua adalah orang lain daripada penyusun; Anda menyusun salah satu versi kajian ini."
)
RESOLVER: Final = (
    "Catatan diselesaikan oleh yang menulisnya, atau oleh pembaca yang bukan penyusun kajian."
)


def hold_drafting(state: str) -> None:
    """Hold that a study can be written while the handling stands there; RuleBroken else."""
    if state not in DRAFTED_IN:
        raise RuleBroken(LATER, rule="study.state")


def hold_second(hands: frozenset[int], authors: Collection[int]) -> None:
    """Hold that whoever reads as the second wrote no version; RuleBroken else."""
    if not hands.isdisjoint(authors):
        raise RuleBroken(SECOND_READER, rule="study.second_reader")


def hold_resolver(officer: int, commented: int, authors: Collection[int]) -> None:
    """Hold that a comment is settled by who made it or by who wrote nothing; RuleBroken else."""
    if officer != commented and officer in authors:
        raise RuleBroken(RESOLVER, rule="study.resolver")


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
