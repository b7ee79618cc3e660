"""The text of the demo's own agreement: articles in short words, and a work plan to be counted."""

from typing import Final

from netralitas.accounts.domain import OrganisationKind
from netralitas.agreements.domain import AgreementKind
from netralitas.agreements.model import DUTIES
from netralitas.agreements.paper import (
    Article,
    Copies,
    Evaluation,
    Indicator,
    Notice,
    Paper,
    PaperParty,
    PlanDuty,
    PlanRow,
    Provision,
    Rule,
    Term,
)
from netralitas.agreements.words import CALLED
from netralitas.cases.domain import Theme

TITLE: Final = "Netralitas ASN dan pencegahan pelanggaran di Tanjung Lestari"
YEARS: Final = (2024, 2025, 2026, 2027)
SIGNED_NUMBERS: Final = ("011/HK.02/K.TL-01/03/2024", "005/NK/III/TL/2024")

_FUND: Final = "PARA PIHAK"
_ALL_YEARS: Final = ("Maret s.d. Desember", "Januari s.d. Desember")
_ACTIVITIES: Final[dict[Theme, tuple[str, str, tuple[int, ...]]]] = {
    Theme.NEUTRALITY: (
        "Sosialisasi netralitas ASN",
        "ASN memahami hak dan kewajibannya tentang netralitas",
        (5, 4, 4, 1),
    ),
    Theme.MONEY_POLITICS: (
        "Sosialisasi anti politik uang di lingkup ASN",
        "ASN memahami larangan politik uang",
        (2, 2, 2, 1),
    ),
    Theme.BLACK_CAMPAIGN: (
        "Sosialisasi anti kampanye hitam di lingkup ASN",
        "ASN memahami larangan kampanye hitam",
        (2, 2, 2, 1),
    ),
}
_ARTICLES: Final = (
    ("Maksud dan tujuan", "Para pihak bekerja sama agar ASN di Tanjung Lestari netral."),
    ("Ruang lingkup", "Pencegahan dan pengawasan; tindak lanjut rekomendasi; data dan informasi."),
    ("Tugas", "Para pihak melaksanakan rencana kerja yang merupakan lampiran naskah ini."),
    ("Pembiayaan", "Biaya ditanggung para pihak secara proporsional."),
    ("Jangka waktu", "Naskah ini berlaku 3 (tiga) tahun sejak ditandatangani."),
    ("Evaluasi", "Para pihak mengevaluasi pelaksanaan sedikitnya 1 (satu) kali setiap tahun."),
    ("Perpanjangan", "Perpanjangan diberitahukan 3 (tiga) bulan sebelum naskah ini berakhir."),
    ("Adendum", "Perubahan ditulis dalam adendum yang ditandatangani para pihak."),
    ("Perbedaan penafsiran", "Perbedaan penafsiran diselesaikan dengan musyawarah."),
    ("Setelah berakhir", "Tugas yang belum selesai tetap diselesaikan para pihak."),
)


def agreement_paper(bawaslu: int, government: int) -> Paper:
    """Return the text as its two parties drafted it; they are offices by id."""
    first, second = CALLED[:2]
    return Paper(
        kind=AgreementKind.NOTA_KESEPAKATAN,
        title=TITLE,
        place="Muara Embun",
        parties=(
            PaperParty(
                called=first,
                name="Bawaslu Kabupaten Tanjung Lestari",
                number="",
                signatory="Sari Kusumawati",
                capacity="Ketua Bawaslu Kabupaten Tanjung Lestari",
                organisation=bawaslu,
            ),
            PaperParty(
                called=second,
                name="Pemerintah Kabupaten Tanjung Lestari",
                number="",
                signatory="Arum Wiraguna",
                capacity="Bupati Tanjung Lestari",
                organisation=government,
            ),
        ),
        together="PARA PIHAK",
        alone="PIHAK",
        articles=tuple(
            Article(number=number, heading=heading, provisions=(_provision(number, text),))
            for number, (heading, text) in enumerate(_ARTICLES, start=1)
        ),
        term=Term(at="Pasal 5", years=3),
        notices=(Notice(at="Pasal 7", subjects=("extension",), number=3, unit="month"),),
        evaluation=Evaluation(at="Pasal 6", months=12),
        survival=Rule(at="Pasal 10"),
        addendum=Rule(at="Pasal 8"),
        disputes=Rule(at="Pasal 9"),
        copies=(Copies(number=2, stamped=True),),
        years=YEARS,
        plan=(*map(_of_a_theme, Theme), _follow_up(), _exchange()),
    )


def _provision(number: int, text: str) -> Provision:
    return Provision(text=text, owed_by=(1, 2) if number == 3 else ())


def _of_a_theme(theme: Theme) -> PlanRow:
    """Return the row of a theme, with the duties of the model."""
    title, outcome, targets = _ACTIVITIES[theme]
    sides = (OrganisationKind.BAWASLU, OrganisationKind.GOVERNMENT)
    output = [Indicator(text="Jumlah kegiatan yang terlaksana", unit="kegiatan", yearly=targets)]
    if theme is Theme.BLACK_CAMPAIGN:
        output.append(Indicator(text="Jumlah unggahan bersama", unit="unggahan", target=4))
    return PlanRow(
        programme="Pencegahan dan pengawasan",
        activity=title,
        place="Kabupaten Tanjung Lestari",
        fund=_FUND,
        schedule=_ALL_YEARS,
        theme=theme,
        duties=tuple(
            PlanDuty(party=party, number=number, text=text)
            for party, side in enumerate(sides, start=1)
            for number, text in enumerate(DUTIES[theme][side], start=1)
        ),
        output=tuple(output),
        outcome=(Indicator(text=outcome),),
    )


def _follow_up() -> PlanRow:
    return PlanRow(
        programme="Tindak lanjut dan pengawasan rekomendasi",
        fund=_FUND,
        schedule=_ALL_YEARS,
        output=(
            Indicator(text="Jumlah terlapor yang diteruskan", unit="terlapor"),
            Indicator(text="Jumlah rekomendasi yang disampaikan", unit="terlapor"),
            Indicator(text="Jumlah hasil yang diumumkan", unit="publikasi", target=6),
        ),
        outcome=(Indicator(text="Aturan netralitas ASN ditegakkan"),),
    )


def _exchange() -> PlanRow:
    return PlanRow(
        programme="Penyediaan data dan informasi",
        fund=_FUND,
        schedule=_ALL_YEARS,
        output=(
            Indicator(text="Jumlah rapat evaluasi", unit="rapat", yearly=(1, 1, 1, 1)),
            Indicator(text="Jumlah pertukaran data", unit="dokumen", yearly=(4, 4, 4, 1)),
        ),
        outcome=(Indicator(text="Data tersedia dan dapat dipercaya"),),
    )
