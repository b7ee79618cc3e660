"""What must be present before a move of `referral`, and the sentence that says it is not."""

from typing import Final

from netralitas.referral.workflow import bases
from netralitas.workflow.domain import Ask, Requirement

REQUIREMENTS: Final = (
    Requirement(
        code="respondent_identified",
        missing="Hanya terlapor yang sudah teridentifikasi dapat diteruskan.",
        basis=bases.SBT,
    ),
    Requirement(
        code="receiver_valid",
        missing="Instansi penerima tidak berwenang pada tanggal penerusan.",
        basis=bases.SUCCESSION,
        overridable=True,
        judged_with=Ask.ADDRESSEE,
    ),
    Requirement(
        code="successor_valid",
        missing="Instansi pengganti tidak berwenang pada tanggal pengalihan.",
        basis=bases.SUCCESSION,
        overridable=True,
        judged_with=Ask.SUCCESSOR,
    ),
)

REQUIREMENTS_V3: Final = (
    *REQUIREMENTS,
    Requirement(
        code="authority_valid",
        missing="Instansi ini sudah tidak berwenang pada tanggal itu; periksa tanggal surat, atau"
        " alihkan dahulu penerusannya kepada instansi pengganti.",
        basis=bases.SUCCESSION,
        overridable=True,
        dated=True,
    ),
)
