"""Sanctions in groups by level, and who decides each (domain.md 3.3 to 3.5)."""

from typing import Final, NamedTuple

from netralitas.cases.domain import SanctionLevel
from netralitas.language import phrase
from netralitas.law.domain import Certainty


class Decides(NamedTuple):
    """Who decides on sanctions of a level, where that stands, and how sure it is."""

    who: str
    article: str
    certainty: Certainty


class SanctionGroup(NamedTuple):
    """Sanctions shown together: the title, their levels, what is said of all of them."""

    title: str
    levels: tuple[SanctionLevel, ...]
    note: str
    decides: Decides


GROUPS: Final = (
    SanctionGroup(
        phrase("Sanksi moral (PP 42/2004)"),
        (SanctionLevel.MORAL_CLOSED, SanctionLevel.MORAL_OPEN),
        phrase(
            "Dinyatakan tertulis. Pernyataan terbuka boleh diumumkan; pernyataan tertutup tidak"
            " pernah diumumkan dengan identitas."
        ),
        Decides(
            "Pejabat Pembina Kepegawaian, atas rekomendasi majelis kode etik",
            "PP 42/2004 Pasal 15",
            Certainty.S,
        ),
    ),
    SanctionGroup(
        phrase("Hukuman disiplin ringan (PP 94/2021)"),
        (SanctionLevel.LIGHT,),
        phrase("Tidak dipakai bagi pelanggaran netralitas menurut PP 94/2021 Pasal 5 huruf n."),
        Decides(
            "Pejabat yang berwenang menghukum menurut jenjang jabatan",
            "PP 94/2021 Pasal 16",
            Certainty.S,
        ),
    ),
    SanctionGroup(
        phrase("Hukuman disiplin sedang (PP 94/2021)"),
        (SanctionLevel.MEDIUM,),
        "",
        Decides(
            "Pejabat yang berwenang menghukum menurut jenjang jabatan",
            "PP 94/2021 Pasal 16",
            Certainty.S,
        ),
    ),
    SanctionGroup(
        phrase("Hukuman disiplin berat (PP 94/2021)"),
        (SanctionLevel.HEAVY,),
        "",
        Decides("Pejabat Pembina Kepegawaian", "PP 94/2021 Pasal 16", Certainty.M),
    ),
    SanctionGroup(
        phrase("Pemberhentian tidak dengan hormat"),
        (SanctionLevel.DISMISSAL,),
        phrase("Bukan hukuman disiplin menurut PP 94/2021."),
        Decides("Pejabat Pembina Kepegawaian", "PP 79/2021 Pasal 1", Certainty.I),
    ),
    SanctionGroup(
        phrase("PPPK: pemutusan perjanjian kerja"),
        (SanctionLevel.CONTRACT_ENDED,),
        phrase("Tata caranya mengikuti disiplin PNS."),
        Decides("Diusulkan oleh Pejabat Pembina Kepegawaian", "PP 49/2018 Pasal 52", Certainty.S),
    ),
    SanctionGroup(
        phrase("Sanksi lain"),
        (SanctionLevel.OTHER,),
        "",
        Decides(
            "Pejabat Pembina Kepegawaian bagi PPPK; unit kerja atau bupati bagi yang lain",
            "PP 49/2018 Pasal 52; praktik penanganan",
            Certainty.M,
        ),
    ),
)
"""Every level but that of no sanction."""
