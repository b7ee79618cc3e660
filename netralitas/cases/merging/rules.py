"""What stands in the way of a merger, of its undoing, of a split. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from netralitas.cases.dossier import Dossier, LockedProceeding
from netralitas.refusals import RuleBroken
from netralitas.workflow.domain import Holder, State
from netralitas.workflows import workflow

MERGED: Final = "merged"
"""The state of a handling that goes on in another case."""

_OWN: Final = frozenset({"handling", "identity_access"})
"""Workflows that end or go on where they are, whichever case the matter goes on in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why something is not done: the code of the rule, and the sentence."""

    rule: str
    sentence: str


def against_merging(one: Dossier) -> Refusal | None:
    """Return why this case cannot go on in another one; None when it can."""
    if _state(one.handling()).final:
        return Refusal(
            rule="merge.over", sentence="Penanganan perkara ini sudah berakhir; tidak digabung."
        )
    if _sits(one):
        return Refusal(
            rule="merge.plenary",
            sentence="Perkara ini sedang dalam rapat pleno; gabungkan setelah ada putusannya.",
        )
    if any(proceeding.workflow not in _OWN for proceeding in one.proceedings):
        return Refusal(
            rule="merge.further",
            sentence=(
                "Perkara ini sudah diteruskan atau punya proses lain, jadi tidak digabung ke"
                " perkara lain. Gabungkan perkara yang lain itu ke perkara ini."
            ),
        )
    return None


def against_taking_in(one: Dossier, other: Dossier) -> Refusal | None:
    """Return why `one` cannot go on in this other case; None when it can."""
    if one.id == other.id:
        return Refusal(rule="merge.same", sentence="Pilih perkara lain daripada perkara ini.")
    if _state(other.handling()).final:
        return Refusal(
            rule="merge.over_there",
            sentence="Penanganan perkara tujuan sudah berakhir; pilih perkara yang berjalan.",
        )
    if _sits(other):
        return Refusal(
            rule="merge.plenary",
            sentence=("Perkara tujuan sedang dalam rapat pleno; gabungkan setelah ada putusannya."),
        )
    return None


def against_undoing(other: Dossier, respondents: Iterable[int]) -> Refusal | None:
    """Return why a merger into `other`, which took these respondents, stays; None: it can go."""
    if _sits(other):
        return Refusal(
            rule="merge.plenary",
            sentence="Perkara tujuan sedang dalam rapat pleno; batalkan setelah ada putusannya.",
        )
    if _pursued(other, respondents):
        return Refusal(
            rule="merge.further",
            sentence=(
                "Terlapor yang ikut dipindahkan sudah diproses lebih lanjut di perkara tujuan,"
                " jadi penggabungan tidak dapat dibatalkan."
            ),
        )
    return None


def against_splitting(one: Dossier) -> Refusal | None:
    """Return why no respondent can be given a case of their own now; None when they can."""
    if _state(one.handling()).final:
        return Refusal(
            rule="split.over", sentence="Penanganan perkara ini sudah berakhir; tidak dipisah."
        )
    if _sits(one):
        return Refusal(
            rule="split.plenary",
            sentence="Perkara ini sedang dalam rapat pleno; pisahkan setelah ada putusannya.",
        )
    if len(one.respondents) < 2:
        return Refusal(
            rule="split.alone",
            sentence="Perkara ini hanya tentang satu terlapor; tidak ada yang dipisahkan.",
        )
    return None


def against_parting(one: Dossier, chosen: Iterable[int]) -> Refusal | None:
    """Return why these respondents cannot leave the case together; None when they can."""
    leaving = set(chosen)
    if not leaving or leaving.issuperset(respondent.id for respondent in one.respondents):
        return Refusal(
            rule="split.some",
            sentence="Pilih sebagian terlapor: sekurang-kurangnya satu pindah dan satu tinggal.",
        )
    if _pursued(one, leaving):
        return Refusal(
            rule="split.further",
            sentence=(
                "Terlapor yang sudah diteruskan atau punya proses sendiri tetap di perkara ini."
            ),
        )
    return None


def hold_none(*refusals: Refusal | None) -> None:
    """Raise RuleBroken for the first refusal that there is."""
    for refusal in refusals:
        if refusal is not None:
            raise RuleBroken(refusal.sentence, rule=refusal.rule)


def hold_reason(reason: str) -> None:
    """Hold that a reason was given; RuleBroken otherwise."""
    if not reason.strip():
        raise RuleBroken("Tuliskan alasannya.", rule="merge.reason")


def movable(one: Dossier) -> tuple[int, ...]:
    """Return the respondents who may go on in another case: nothing was opened on them."""
    return tuple(
        respondent.id for respondent in one.respondents if not _pursued(one, (respondent.id,))
    )


def _pursued(dossier: Dossier, respondents: Iterable[int]) -> bool:
    wanted = set(respondents)
    return any(proceeding.respondent in wanted for proceeding in dossier.proceedings)


def _sits(dossier: Dossier) -> bool:
    return _state(dossier.handling()).holder is Holder.PLENARY


def _state(proceeding: LockedProceeding) -> State:
    return workflow(proceeding.workflow, proceeding.workflow_version).state(proceeding.state)
