"""The moves of `publication`: from the draft over two approvals and the notice to the public."""

from dataclasses import replace
from typing import Final

from netralitas.access.domain import Post
from netralitas.publication.workflow import bases
from netralitas.workflow.domain import Ask, Move
from netralitas.workflow.posts import (
    COMMISSIONER,
    FOLLOW_UP,
    INVESTIGATOR,
    OTHER_PUBLISHER,
    PUBLISHER,
)

_UNPUBLISHED: Final = frozenset({"drafted", "checked", "approved_once", "approved", "notified"})


def _approval(code: str, label: str, done: str, source: str, target: str) -> Move:
    """Return the approval by one commissioner, who did not make the step before."""
    return Move(
        code=code,
        label=label,
        done=done,
        sources=frozenset({source}),
        target=target,
        by=(COMMISSIONER,),
        basis=bases.DUTY,
        requires=("two_persons",),
        facts=(target,),
    )


def _answer(code: str, label: str, done: str, *offered: Ask) -> Move:
    """Return an answer of the other party, or of us on its behalf with the letter."""
    return Move(
        code=code,
        label=label,
        done=done,
        sources=frozenset({"notified"}),
        target=None,
        by=(OTHER_PUBLISHER, FOLLOW_UP, PUBLISHER, INVESTIGATOR),
        basis=bases.DUTY,
        asks=offered,
        on_behalf=(Ask.LETTER_IN,),
        facts=(code,),
        not_before=frozenset({"notified"}),
    )


def _ending(code: str, label: str, done: str, target: str, by: tuple[Post, ...]) -> Move:
    """Return what becomes of a published release: always with its reason."""
    return Move(
        code=code,
        label=label,
        done=done,
        sources=frozenset({"published"}),
        target=target,
        by=by,
        basis=bases.REDACTION,
        facts=(target,),
        exceptional=True,
        second_factor=True,
    )


MOVES: Final = (
    Move(
        code="draft",
        label="Susun rilis",
        done="Rilis disusun.",
        sources=frozenset(),
        target="drafted",
        by=(INVESTIGATOR, PUBLISHER),
        basis=bases.DUTY,
        asks=(Ask.RESPONDENTS,),
        may_ask=(Ask.SUMMARY,),
        facts=("drafted",),
    ),
    Move(
        code="check",
        label="Periksa bahwa tidak ada yang dapat dikenali",
        done="Rilis diperiksa: tidak ada orang yang dapat dikenali.",
        sources=frozenset({"drafted"}),
        target="checked",
        by=(PUBLISHER, COMMISSIONER),
        basis=(*bases.REDACTION, *bases.REPORTER),
        requires=("two_persons",),
        facts=("checked",),
    ),
    _approval(
        "approve_first",
        "Setujui rilis",
        "Rilis disetujui orang pertama.",
        "checked",
        "approved_once",
    ),
    _approval(
        "approve_second",
        "Setujui rilis sebagai orang kedua",
        "Rilis disetujui orang kedua.",
        "approved_once",
        "approved",
    ),
    Move(
        code="notify",
        label="Beri tahu pihak lain",
        done="Pihak lain diberi tahu dan diminta menanggapi.",
        sources=frozenset({"approved"}),
        target="notified",
        by=(PUBLISHER, INVESTIGATOR),
        basis=bases.DUTY,
        asks=(Ask.LETTER_OUT, Ask.ANSWER_BY),
        facts=("notified",),
        tells=True,
    ),
    Move(
        code="publish",
        label="Terbitkan rilis",
        done="Rilis diterbitkan.",
        sources=frozenset({"notified"}),
        target="published",
        by=(PUBLISHER, COMMISSIONER),
        basis=(*bases.DUTY, *bases.REDACTION),
        requires=("answer_time_over",),
        facts=("published",),
        not_before=frozenset({"notified", "no_objection", "objection_raised"}),
        second_factor=True,
    ),
    _answer("no_objection", "Nyatakan tidak keberatan", "Pihak lain tidak keberatan."),
    _answer("objection_raised", "Sampaikan keberatan", "Pihak lain keberatan.", Ask.REASON),
    Move(
        code="return_to_draft",
        label="Kembalikan rilis untuk diperbaiki",
        done="Rilis dikembalikan untuk diperbaiki.",
        sources=_UNPUBLISHED - {"drafted"},
        target="drafted",
        by=(PUBLISHER, COMMISSIONER),
        basis=bases.PRACTICE,
        asks=(Ask.REASON,),
        facts=("returned",),
    ),
    Move(
        code="abandon",
        label="Batalkan rilis",
        done="Rilis dibatalkan sebelum terbit.",
        sources=_UNPUBLISHED,
        target="abandoned",
        by=(PUBLISHER, COMMISSIONER),
        basis=bases.PRACTICE,
        asks=(Ask.REASON,),
        facts=("abandoned",),
    ),
    _ending(
        "correct",
        "Koreksi rilis",
        "Rilis dikoreksi; versi baru disusun tersendiri.",
        "corrected",
        (PUBLISHER, COMMISSIONER),
    ),
    _ending("withdraw", "Tarik rilis", "Rilis ditarik.", "withdrawn", (COMMISSIONER,)),
)


def _asking(move: Move) -> Move:
    """Return a move of version 2: publishing may wait for a day, ending has its public reason."""
    if move.code == "publish":
        return replace(move, may_ask=(Ask.EMBARGO,))
    return replace(move, asks=(Ask.PUBLIC_REASON,)) if move.code in _ENDINGS else move


_ENDINGS: Final = frozenset({"correct", "withdraw"})
MOVES_V2: Final = tuple(map(_asking, MOVES))
"""As before; a release may wait for its day, and ends with a reason that everybody reads."""
