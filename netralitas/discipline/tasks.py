"""What an office has to do next on each respondent handed to it, and in which order. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from netralitas.access.domain import Post
from netralitas.discipline.advice import Advice
from netralitas.discipline.words import choice
from netralitas.workflow.domain import Move, Workflow
from netralitas.workflow.engine import may
from netralitas.workflow.words import who

RECEIVABLE: Final = frozenset({"discipline.arrived", "referral.forwarded"})
"""Where something was handed to an office that has not yet recorded its receipt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """States in which the same kind of work is next, under the heading of that work."""

    title: str
    states: tuple[str, ...]


def _of_discipline(title: str, *states: str) -> Stretch:
    return Stretch(title=title, states=tuple(f"discipline.{state}" for state in states))


STRETCHES: Final = (
    Stretch(
        title="Pilih jalur",
        states=(
            *("discipline.received", "referral.received"),
            *("referral.verification", "referral.validated"),
        ),
    ),
    _of_discipline(
        "Panggil dan periksa",
        *("examination_team", "summoned", "summoned_again"),
        *("ethics_council", "ethics_summoned", "ethics_summoned_again"),
        *("pppk_review", "unit_review"),
    ),
    _of_discipline("Laporkan hasil pemeriksaan", "examined", "ethics_heard", "ethics_absent"),
    _of_discipline(
        "Putuskan",
        *("exam_reported", "absent", "ethics_recommended", "dismissal_proposed"),
    ),
    _of_discipline("Sampaikan surat keputusan", "decree_fixed"),
    _of_discipline("Tunggu berlakunya keputusan", "delivered"),
    _of_discipline("Selesaikan keberatan dan banding", "objection", "appeal"),
    _of_discipline("Laporkan hasil akhir", "in_force", "moral_stated", "not_proven", "annulled"),
    Stretch(title="Menunggu Bawaslu", states=("referral.returned", "referral.validation")),
)
"""In the order of the work; every open state of an office's own stands in one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is next: in words, and the move whose form does it.

    `move` None: it is for others, or one of several is to be chosen on the page of the case.
    """

    label: str
    move: Move | None = None


def task_of(
    declared: Workflow,
    state: str,
    posts: Collection[Post],
    advice: Advice | None = None,
    ending: str | None = None,
) -> Task:
    """Return what one who holds `posts` does next; of several routes the one that is advised.

    `ending` is the move that fits somebody who was found not to serve any more.
    """
    for move in declared.moves:
        if move.code == ending and state in move.sources and may(posts, move.by):
            return Task(label=move.label, move=move)
    ahead = [move for move in declared.moves if state in move.sources and not move.exceptional]
    mine = [move for move in ahead if may(posts, move.by)]
    advised = next((move for move in mine if advice and move.code == advice.move), None)
    if advised is not None and state == "received":
        return Task(label=advised.label, move=advised)
    if not mine:
        return Task(label=f"Menunggu {who(ahead[0].by[:1])}" if ahead else "Lihat perkara")
    to_choose = choice(mine[0].facts)
    return Task(label=to_choose) if to_choose else Task(label=mine[0].label, move=mine[0])
