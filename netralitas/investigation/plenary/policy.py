"""Who can decide a case in a plenary, how they have to vote, what follows from it. Pure.

No source names the number of a quorum or of votes with certainty (Perbawaslu 5/2018 was not read):
more than half is our own rule, and the number of a quorum a setting of the office.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final

from netralitas.investigation.plenary.domain import Attendance, Cast, Decided, Outcome, Vote
from netralitas.investigation.study.domain import Finding
from netralitas.law.words import day
from netralitas.refusals import RuleBroken

PRECEDENCE: Final = (
    Finding.OTHER_LAW,
    Finding.CRIMINAL,
    Finding.ORGANISER_ETHICS,
    Finding.ADMINISTRATIVE,
    Finding.NOT_VIOLATION,
)
"""Of several findings the first becomes the outcome of the case: what is forwarded comes before
what is passed on to another body, and that before what only ends with a notice of status. The rest
are recorded beside it.
"""

_DECISIONS: Final[Mapping[Finding, str]] = {
    Finding.OTHER_LAW: "decide_other_law",
    Finding.CRIMINAL: "decide_criminal",
    Finding.ORGANISER_ETHICS: "decide_organiser_ethics",
    Finding.ADMINISTRATIVE: "decide_administrative",
    Finding.NOT_VIOLATION: "decide_not_violation",
}
_MOVES: Final[Mapping[tuple[str, Outcome], str]] = {
    ("plenary", Outcome.RETURNED): "return_to_study",
    ("registration_plenary", Outcome.APPROVED): "approve_preliminary_study",
    ("registration_plenary", Outcome.REFUSED): "refuse_registration_in_plenary",
    ("registration_plenary", Outcome.RETURNED): "return_preliminary_study",
    ("finding_submitted", Outcome.FIXED): "fix_finding",
    ("finding_submitted", Outcome.STOPPED): "stop_tracing",
    ("tracing", Outcome.STOPPED): "stop_tracing",
}
ON_THE_TABLE: Final = frozenset({"plenary", *(state for state, _ in _MOVES)})
"""States of the handling in which a case can lie before a plenary."""
NEEDS_A_REASON: Final = frozenset({Outcome.RETURNED, Outcome.REFUSED, Outcome.STOPPED})

TWO_PERSONS: Final = (
    "Keputusan dicatat oleh orang lain daripada penyusun, pembaca kedua, dan yang mengajukan"
    " kajian."
)


def outcomes_of(state: str) -> tuple[Outcome, ...]:
    """Return what a plenary can make of a case in this state; nothing where it does not lie."""
    further = tuple(outcome for of, outcome in _MOVES if of == state)
    return (Outcome.DECIDED, *further) if state == "plenary" else further


def move_of(state: str, outcome: Outcome, decided: Sequence[Decided]) -> str:
    """Return the move of the handling by which the outcome is recorded; RuleBroken: there is none.

    Of a decision it is that of the first finding of any respondent, by precedence.
    """
    if state == "plenary" and outcome is Outcome.DECIDED:
        return _DECISIONS[main_finding(decided)]
    found = _MOVES.get((state, outcome))
    if found is None:
        raise RuleBroken("Perkara ini tidak sedang menunggu keputusan itu.", rule="plenary.outcome")
    return found


def main_finding(decided: Sequence[Decided]) -> Finding:
    """Return the finding that becomes the outcome of the case; RuleBroken where there is none."""
    found = {finding for each in decided for finding in each.findings}
    for finding in PRECEDENCE:
        if finding in found:
            return finding
    raise RuleBroken("Putuskan sekurang-kurangnya satu terlapor.", rule="plenary.respondents")


def parallel_findings(decided: Sequence[Decided]) -> tuple[Finding, ...]:
    """Return the kinds of violation beside the outcome, each once, by precedence."""
    main = main_finding(decided)
    found = {finding for each in decided for finding in each.findings}
    return tuple(
        each for each in PRECEDENCE if each in found and each not in {main, Finding.NOT_VIOLATION}
    )


def hold_each_decided(decided: Sequence[Decided], respondents: Collection[int]) -> None:
    """Hold that every respondent is decided on, and none contradictorily; RuleBroken else."""
    if {each.respondent for each in decided} != set(respondents):
        raise RuleBroken("Putuskan setiap terlapor.", rule="plenary.respondents")
    for each in decided:
        if not each.findings or (Finding.NOT_VIOLATION in each.findings and len(each.findings) > 1):
            raise RuleBroken(
                "“Bukan pelanggaran” tidak dapat diputuskan bersama jenis pelanggaran.",
                rule="plenary.respondents",
            )


def hold_quorum(attendance: Attendance) -> None:
    """Hold that enough members take part; RuleBroken else: nothing is decided."""
    if not attendance.quorate:
        raise RuleBroken(
            f"Kuorum tidak tercapai: {len(attendance.taking_part)} anggota ikut memutus,"
            f" sekurang-kurangnya {attendance.needed} dari {len(attendance.members)} anggota"
            " (jumlah kuorum perlu konfirmasi).",
            rule="plenary.quorum",
            remedy="Catat anggota yang hadir, atau bawa perkara ke rapat berikutnya.",
        )


def hold_votes(attendance: Attendance, votes: Sequence[Cast]) -> None:
    """Hold that each member taking part votes once, and more than half of them for it.

    RuleBroken for anybody else's vote, a missing one, a dissent without its reason, no majority.
    """
    voted = [each.officer for each in votes]
    if len(voted) != len(set(voted)) or set(voted) != attendance.taking_part:
        raise RuleBroken(
            "Suara diberikan oleh setiap anggota yang hadir dan tidak berbenturan kepentingan,"
            " dan oleh mereka saja.",
            rule="plenary.votes",
        )
    if any(each.vote is Vote.DISSENT and not each.reason for each in votes):
        raise RuleBroken("Pendapat berbeda memerlukan alasan.", rule="plenary.dissent")
    for_it = sum(each.vote is Vote.FOR for each in votes)
    if 2 * for_it <= len(votes):
        raise RuleBroken(
            "Keputusan memerlukan lebih dari separuh suara anggota yang ikut memutus (perlu"
            " konfirmasi).",
            rule="plenary.majority",
        )


def hold_after_submitting(held_on: date, since: date | None) -> None:
    """Hold that the meeting was not before the case came to it; RuleBroken else."""
    if since is not None and held_on < since:
        raise RuleBroken(
            f"Rapat ini mendahului pengajuan perkara ({day(since)}). Bawa perkara ke rapat pada"
            " atau sesudah hari itu.",
            rule="plenary.date",
        )


def hold_recorder(hands: frozenset[int], drafters: Collection[int]) -> None:
    """Hold that who records the decision neither wrote, read as second nor submitted the study."""
    if not hands.isdisjoint(drafters):
        raise RuleBroken(TWO_PERSONS, rule="plenary.two_persons")
