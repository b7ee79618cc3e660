"""Moves of `discipline` by which the office examines: its own work, whose papers stay with it."""

from collections.abc import Iterable
from typing import Final

from netralitas.discipline.workflow import bases
from netralitas.workflow.domain import Ask, Basis, Move
from netralitas.workflow.posts import FOLLOW_UP, INVESTIGATOR

# Of PPPK the discipline of PNS is followed as far as their own rules say nothing.
_PREPARED: Final = frozenset({"examination_team", "pppk_review"})


def _step(  # noqa: PLR0913 - the fields of a declaration, all of them named
    *,
    code: str,
    label: str,
    done: str,
    sources: Iterable[str],
    target: str | None,
    fact: str,
    basis: tuple[Basis, ...],
    asks: tuple[Ask, ...] = (),
    may_ask: tuple[Ask, ...] = (),
    not_before: Iterable[str] = (),
    batch: bool = False,
) -> Move:
    """Return a working step of the office; Bawaslu records one that it learnt of by letter."""
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
        code="summon",
        label="Panggil untuk diperiksa",
        done="Terlapor dipanggil untuk diperiksa.",
        sources=_PREPARED,
        target="summoned",
        fact="summoned",
        basis=bases.SUMMONS,
        asks=(Ask.LETTER_OUT, Ask.EXAM_ON),
        not_before=("recommendation_received",),
    ),
    _step(
        code="examine",
        label="Catat pemeriksaan",
        done="Terlapor diperiksa.",
        sources=_PREPARED | {"summoned", "summoned_again"},
        target="examined",
        fact="examined",
        basis=bases.EXAMINATION,
        may_ask=(Ask.EXAM_MINUTES,),
        not_before=("summoned", "summoned_again"),
        batch=True,
    ),
    _step(
        code="form_team",
        label="Catat pembentukan tim pemeriksa",
        done="Tim pemeriksa dibentuk.",
        sources=_PREPARED,
        target=None,
        fact="team_formed",
        basis=bases.TEAM,
        may_ask=(Ask.TEAM_DECREE,),
        batch=True,
    ),
    _step(
        code="summon_again",
        label="Panggil kedua kali untuk diperiksa",
        done="Terlapor dipanggil kedua kali untuk diperiksa.",
        sources={"summoned"},
        target="summoned_again",
        fact="summoned_again",
        basis=bases.SECOND_SUMMONS,
        asks=(Ask.LETTER_OUT, Ask.EXAM_ON),
        not_before=("summoned", "missed_exam"),
    ),
    _step(
        code="close_absent",
        label="Tutup pemeriksaan tanpa kehadiran",
        done="Terlapor dua kali tidak hadir; diputus berdasarkan bukti yang ada.",
        sources={"summoned_again"},
        target="absent",
        fact="examination_closed",
        basis=bases.ABSENCE,
        may_ask=(Ask.EXAM_MINUTES,),
        not_before=("summoned_again", "missed_exam"),
    ),
    _step(
        code="record_absence",
        label="Catat tidak hadir pada pemeriksaan",
        done="Terlapor tidak hadir pada hari pemeriksaan.",
        sources={"summoned", "summoned_again"},
        target=None,
        fact="missed_exam",
        basis=bases.ABSENCE,
        may_ask=(Ask.EXAM_MINUTES,),
        not_before=("summoned", "summoned_again"),
    ),
    _step(
        code="report_exam",
        label="Laporkan hasil pemeriksaan",
        done="Hasil pemeriksaan dilaporkan kepada pejabat yang memutus.",
        sources={"examined"},
        target="exam_reported",
        fact="exam_reported",
        basis=bases.EXAMINATION,
        may_ask=(Ask.EXAM_REPORT,),
        not_before=("examined",),
        batch=True,
    ),
)

STAYING: Final = (
    _step(
        code="report_absent",
        label="Laporkan pemeriksaan tanpa kehadiran",
        done="Bukti yang ada dilaporkan kepada pejabat yang memutus.",
        sources={"absent"},
        target=None,
        fact="exam_reported",
        basis=bases.ABSENCE,
        may_ask=(Ask.EXAM_REPORT,),
        not_before=("examination_closed",),
    ),
)
