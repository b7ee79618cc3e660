"""Moves of `discipline` by which the office examines: its own work, whose papers stay with it."""

from typing import Final

from netralitas.discipline.workflow import bases
from netralitas.discipline.workflow.steps import office_step
from netralitas.workflow.domain import Ask

# Of PPPK the discipline of PNS is followed as far as their own rules say nothing.
_PREPARED: Final = frozenset({"examination_team", "pppk_review"})


MOVES: Final = (
    office_step(
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
    office_step(
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
    office_step(
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
    office_step(
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
    office_step(
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
    office_step(
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
    office_step(
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
    office_step(
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
