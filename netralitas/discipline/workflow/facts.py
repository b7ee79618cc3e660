"""The dated facts of `discipline` that change no state; they may arrive in any order."""

from typing import Final

from netralitas.access.domain import Post
from netralitas.discipline.workflow import bases
from netralitas.discipline.workflow.states import AFTER_DECREE
from netralitas.workflow.domain import Ask, Basis, FactDeclaration
from netralitas.workflow.posts import APPOINTING, FOLLOW_UP, INVESTIGATOR

_KNOWN_TO_BOTH: Final = (FOLLOW_UP, INVESTIGATOR)


def _fact(  # noqa: PLR0913 - the fields of a declaration, all of them named
    code: str,
    label: str,
    done: str,
    *,
    by: tuple[Post, ...] = _KNOWN_TO_BOTH,
    basis: tuple[Basis, ...] = bases.PRACTICE,
    asks: tuple[Ask, ...] = (),
    when: frozenset[str] = frozenset(),
) -> FactDeclaration:
    return FactDeclaration(
        code=code, label=label, done=done, by=by, basis=basis, asks=asks, when=when
    )


FACTS: Final = (
    _fact(
        "recommendation_received",
        "Tanggal terima rekomendasi yang baru diketahui",
        "Rekomendasi ternyata sudah diterima instansi yang menindaklanjuti.",
        asks=(Ask.LETTER_IN,),
    ),
    _fact(
        "superior_informed",
        "Atasan langsung diberi tahu",
        "Atasan langsung terlapor diberi tahu.",
        by=(FOLLOW_UP,),
        basis=bases.SUPERIOR,
    ),
    _fact(
        "released_from_duty",
        "Dibebaskan sementara dari tugas",
        "Terlapor dibebaskan sementara dari tugas jabatannya.",
        by=(FOLLOW_UP, APPOINTING),
        basis=bases.RELEASE,
        when=frozenset({"examined", "exam_reported"}),
    ),
    _fact(
        "exam_report_sent",
        "Laporan hasil pemeriksaan dikirim",
        "Laporan hasil pemeriksaan dikirim kepada instansi pengawas ASN.",
        basis=bases.LETTER,
    ),
    _fact(
        "final_report_sent",
        "Laporan hasil akhir dikirim",
        "Laporan hasil akhir dikirim kepada instansi pengawas ASN.",
        basis=bases.LETTER,
    ),
    _fact(
        "official_changed",
        "Pejabat yang memutus berganti",
        "Pejabat yang memutus berganti.",
        by=(FOLLOW_UP, APPOINTING, INVESTIGATOR),
        asks=(Ask.REASON,),
    ),
    _fact(
        "handover_missed",
        "Tidak hadir pada penyerahan surat keputusan",
        "Terlapor tidak hadir pada penyerahan surat keputusan.",
        by=(FOLLOW_UP,),
        basis=bases.SENDING,
        when=frozenset({"decree_fixed"}),
    ),
    _fact(
        "decree_sent",
        "Surat keputusan dikirim",
        "Surat keputusan dikirim kepada terlapor.",
        by=(FOLLOW_UP,),
        basis=bases.SENDING,
        when=frozenset({"decree_fixed"}),
    ),
    _fact(
        "sk_received",
        "Tanggal terima surat keputusan yang baru diketahui",
        "Surat keputusan ternyata sudah diterima terlapor.",
        basis=bases.DELIVERY,
        when=AFTER_DECREE - {"decree_fixed"},
    ),
    _fact(
        "objection_decided",
        "Keberatan diputus, isinya tidak diberitahukan",
        "Keberatan diputus; isi keputusannya tidak diberitahukan.",
        by=(FOLLOW_UP, APPOINTING, INVESTIGATOR),
        basis=bases.REMEDY,
        when=frozenset({"objection"}),
    ),
    _fact(
        "appeal_copy_received",
        "Tembusan banding diterima",
        "Tembusan banding administratif diterima Pejabat Pembina Kepegawaian.",
        by=(FOLLOW_UP, APPOINTING),
        basis=bases.APPEAL_ANSWERED,
        when=frozenset({"appeal"}),
    ),
    _fact(
        "appeal_answered",
        "Tanggapan atas banding disampaikan",
        "Tanggapan atas banding administratif disampaikan kepada BPASN.",
        by=(FOLLOW_UP, APPOINTING),
        basis=bases.APPEAL_ANSWERED,
        when=frozenset({"appeal"}),
    ),
    _fact(
        "kept_working",
        "Izin tetap bekerja selama banding",
        "Terlapor diizinkan tetap bekerja selama banding administratif.",
        by=(FOLLOW_UP, APPOINTING),
        basis=bases.REMEDY,
        when=frozenset({"appeal"}),
    ),
    _fact(
        "recorded_idis",
        "Dicatat dalam I'DIS",
        "Hukuman disiplin dicatat dalam I'DIS.",
        basis=bases.IDIS,
        when=AFTER_DECREE | {"moral_stated", "reported"},
    ),
    _fact(
        "term_served",
        "Masa hukuman selesai dijalani",
        "Masa hukuman disiplin selesai dijalani.",
        basis=bases.PUNISHMENT,
        when=frozenset({"in_force", "reported"}),
    ),
    _fact(
        "answered_publicly",
        "Pernyataan pejabat di muka umum",
        "Pejabat menyatakan sikapnya di muka umum.",
        by=(INVESTIGATOR,),
        asks=(Ask.REASON,),
    ),
    _fact(
        "letter_received",
        "Surat diterima",
        "Surat diterima.",
        asks=(Ask.LETTER_IN,),
    ),
)
