"""What must be present before a move of `handling`, and the sentence that says it is not."""

from typing import Final

from netralitas.investigation.workflow import bases
from netralitas.workflow.domain import Ask, Requirement

REQUIREMENTS: Final = (
    Requirement(
        code="respondent_listed",
        missing="Perkara ini belum memuat terlapor; terlapor yang belum teridentifikasi boleh.",
        basis=bases.FORMAL_REQUIREMENTS,
    ),
    Requirement(
        code="preliminary_study",
        missing="Kajian awal belum dilampirkan.",
        basis=bases.PRELIMINARY_STUDY,
        supplied_by=Ask.PRELIMINARY_STUDY,
    ),
    Requirement(
        code="preliminary_study_approved",
        missing="Penerusan langsung memerlukan kajian awal yang disetujui rapat pleno.",
        basis=bases.FORWARDING,
    ),
    Requirement(
        code="study",
        missing="Kajian belum dilampirkan; penerusan tanpa kajian dikembalikan instansi penerima.",
        basis=bases.RETURNED,
        supplied_by=Ask.STUDY,
    ),
    Requirement(
        code="forwarding_ground",
        missing="Belum ada kajian, atau kajian awal yang disetujui rapat pleno, untuk penerusan.",
        basis=bases.RETURNED,
    ),
    Requirement(
        code="respondent_identified",
        missing="Hanya terlapor yang sudah teridentifikasi dapat diteruskan.",
        basis=bases.IDENTITY,
    ),
    Requirement(
        code="evidence_list",
        missing="Daftar bukti belum dilampirkan.",
        basis=bases.PRACTICE,
        overridable=True,
        supplied_by=Ask.EVIDENCE_LIST,
    ),
    Requirement(
        code="receiver_valid",
        missing="Instansi penerima tidak berwenang pada tanggal penerusan.",
        basis=bases.RECEIVERS,
        overridable=True,
        judged_with=Ask.ADDRESSEE,
    ),
    Requirement(
        code="two_persons",
        missing="Keputusan rapat pleno dicatat oleh orang lain daripada yang mengajukannya.",
        basis=bases.PLENARY,
    ),
)

REQUIREMENTS_V3: Final = (
    *REQUIREMENTS,
    Requirement(
        code="plenary_recorded",
        missing=(
            "Rapat pleno yang memutuskan ini tidak dicatat di Netralitas: kehadiran, kuorum, suara,"
            " dan benturan kepentingan belum diperiksa."
        ),
        basis=bases.PLENARY,
        overridable=True,
        supplied_by=Ask.PLENARY,
    ),
)
