"""Who may ask, decide and give back, and who reads what bears a label. Pure."""

from collections.abc import Iterable
from typing import Final

from netralitas.exchange.domain import Ground, Label, Request
from netralitas.exchange.workflow import Step
from netralitas.refusals import NotAllowed, RuleBroken

NO_PARTY: Final = (
    "Permintaan diajukan dan dijawab oleh pihak kerja sama; kantor Anda bukan pihak kerja sama ini."
)
NOT_IN_FORCE: Final = "Permintaan diajukan di bawah kerja sama yang ditandatangani dan berlaku."
_DECIDED_BY_OTHER: Final = (
    "Permintaan diputuskan dan dijawab oleh pihak yang diminta, bukan oleh pihak yang meminta."
)
_ENDED_BY_ASKER: Final = (
    "Pencabutan dan pengembalian dicatat oleh pihak yang meminta, bukan oleh pihak yang diminta."
)


def hold_party(ground: Ground, chain: Iterable[int]) -> int:
    """Return the party for which an office acts; NotAllowed for an office of none."""
    party = ground.party_of(chain)
    if party is None:
        raise NotAllowed(NO_PARTY, rule="exchange.party")
    return party


def hold_in_force(ground: Ground) -> None:
    """Hold that requests may be made under an agreement; RuleBroken else."""
    if not ground.in_force:
        raise RuleBroken(NOT_IN_FORCE, rule="exchange.in_force")


def hold_step(request: Request, step: Step, party: int) -> None:
    """Hold that a party may take a step now.

    NotAllowed for the wrong party, RuleBroken for the wrong moment, or a return nobody agreed on.
    """
    if party != (request.asked if step.by_asked else request.asking):
        raise NotAllowed(wrong_party(step), rule=f"exchange.{step.code}")
    if request.state not in step.leaves:
        raise RuleBroken(
            step.early,
            rule=f"exchange.{step.code}",
            remedy="Muat ulang halaman permintaan untuk melihat langkah yang tersedia.",
        )
    if step.code == "pengembalian" and request.ending is None:
        raise RuleBroken(
            "Keputusan atas permintaan ini tidak meminta pengembalian atau pemusnahan.",
            rule="exchange.pengembalian",
        )


def wrong_party(step: Step) -> str:
    """Return the sentence for the party whose step it is not."""
    return _DECIDED_BY_OTHER if step.by_asked else _ENDED_BY_ASKER


def readers_of(label: Label, everybody: Iterable[int], between: Iterable[int]) -> tuple[int, ...]:
    """Return the offices that read what bears a label.

    `everybody` are those that read the agreement; `between` the office that asks, the one that was
    asked, and then the parties for which they act.
    """
    asker, addressee, *parties = between
    inner = {asker, addressee} if label is Label.CONFIDENTIAL else {asker, addressee, *parties}
    return tuple(sorted({*everybody, *inner} if label is Label.PLAIN else inner))
