"""Moves of `discipline` before the ethics council, whose papers stay with the office."""

from collections.abc import Iterable
from typing import Final

from netralitas.discipline.workflow import bases
from netralitas.discipline.workflow.states import HEARD_IN_ETHICS
from netralitas.workflow.domain import Ask, Basis, Move
from netralitas.workflow.posts import APPOINTING, FOLLOW_UP, INVESTIGATOR


def _step(  # noqa: PLR0913 - the fields of a declaration, all of them named
    *,
    code: str,
    label: str,
    done: str,
    sources: Iterable[str],
    target: str | None,
    fact: str,
    basis: tuple[Basis, ...] = bases.ETHICS,
    asks: tuple[Ask, ...] = (),
    may_ask: tuple[Ask, ...] = (),
    not_before: Iterable[str] = (),
    batch: bool = False,
) -> Move:
    """Return a step of the council; Bawaslu records one that it learnt of by letter."""
    return Move(
        code=code,
        label=label,
        done=done,
        sources=frozenset(sources),
        target=target,
        by=(FOLLOW_UP, INVESTIGATOR),
        basis=basis,
        asks=asks,
        may_ask=may_ask,
        on_behalf=(Ask.LETTER_IN,),
        facts=(fact,),
        not_before=frozenset(not_before),
        internal=True,
        batch=batch,
    )


MOVES: Final = (
    _step(
        code="summon_ethics",
        label="Panggil ke sidang kode etik",
        done="Terlapor dipanggil ke sidang majelis kode etik.",
        sources={"ethics_council"},
        target="ethics_summoned",
        fact="ethics_summoned",
        basis=bases.ETHICS_SUMMONS,
        asks=(Ask.LETTER_OUT, Ask.EXAM_ON),
        not_before=("recommendation_received",),
    ),
    _step(
        code="hear_ethics",
        label="Catat sidang kode etik",
        done="Sidang majelis kode etik dilaksanakan.",
        sources={"ethics_council", "ethics_summoned", "ethics_summoned_again"},
        target="ethics_heard",
        fact="ethics_heard",
        may_ask=(Ask.EXAM_MINUTES,),
        not_before=("ethics_summoned", "ethics_summoned_again"),
        batch=True,
    ),
    _step(
        code="form_council",
        label="Catat pembentukan majelis kode etik",
        done="Majelis kode etik dibentuk.",
        sources={"ethics_council"},
        target=None,
        fact="council_formed",
        may_ask=(Ask.TEAM_DECREE,),
        batch=True,
    ),
    _step(
        code="summon_ethics_again",
        label="Panggil kedua kali ke sidang kode etik",
        done="Terlapor dipanggil kedua kali ke sidang majelis kode etik.",
        sources={"ethics_summoned"},
        target="ethics_summoned_again",
        fact="ethics_summoned_again",
        basis=bases.ETHICS_SUMMONS,
        asks=(Ask.LETTER_OUT, Ask.EXAM_ON),
        not_before=("ethics_summoned", "ethics_missed"),
    ),
    _step(
        code="close_ethics_absent",
        label="Tutup sidang kode etik tanpa kehadiran",
        done="Terlapor dua kali tidak hadir; majelis menilai berdasarkan bukti yang ada.",
        sources={"ethics_summoned_again"},
        target="ethics_absent",
        fact="ethics_closed",
        basis=bases.ETHICS_SUMMONS,
        may_ask=(Ask.EXAM_MINUTES,),
        not_before=("ethics_summoned_again", "ethics_missed"),
    ),
    _step(
        code="record_ethics_absence",
        label="Catat tidak hadir dalam sidang kode etik",
        done="Terlapor tidak hadir dalam sidang majelis kode etik.",
        sources={"ethics_summoned", "ethics_summoned_again"},
        target=None,
        fact="ethics_missed",
        basis=bases.ETHICS_SUMMONS,
        may_ask=(Ask.EXAM_MINUTES,),
        not_before=("ethics_summoned", "ethics_summoned_again"),
    ),
    _step(
        code="recommend_ethics",
        label="Catat rekomendasi majelis kode etik",
        done="Majelis kode etik memberi rekomendasi kepada pejabat yang memutus.",
        sources={"ethics_heard", "ethics_absent"},
        target="ethics_recommended",
        fact="ethics_recommended",
        may_ask=(Ask.EXAM_REPORT,),
        not_before=("ethics_heard", "ethics_closed"),
        batch=True,
    ),
    Move(
        code="state_moral",
        label="Nyatakan sanksi moral",
        done="Sanksi moral dinyatakan.",
        sources=HEARD_IN_ETHICS,
        target="moral_stated",
        by=(FOLLOW_UP, APPOINTING, INVESTIGATOR),
        basis=bases.ETHICS,
        asks=(Ask.IMPOSED,),
        may_ask=(Ask.DECREE_NUMBER,),
        on_behalf=(Ask.LETTER_IN,),
        facts=("moral_stated",),
        not_before=frozenset({"ethics_heard", "ethics_missed", "ethics_recommended"}),
    ),
)
