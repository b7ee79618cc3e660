"""The words of the parts of each figure, by the codes of the definition."""

from typing import Final

from netralitas.cases.words import THEMES
from netralitas.language import phrase

_OTHER: Final = {"other": phrase("Lainnya")}
SOURCES: Final = {
    "report": "Laporan",
    "finding": "Temuan",
    "information": "Informasi awal",
    "authority_request": "Permintaan klarifikasi instansi pengawas ASN",
    "transfer": "Pelimpahan dari Bawaslu tingkat lain",
    "split": "Pemisahan dari perkara lain",
    **_OTHER,
}
LEVELS: Final = {
    "none": "Tanpa sanksi",
    "moral_closed": "Sanksi moral tertutup",
    "moral_open": "Sanksi moral terbuka",
    "discipline_light": "Hukuman disiplin ringan",
    "discipline_medium": "Hukuman disiplin sedang",
    "discipline_heavy": "Hukuman disiplin berat",
    "dismissal": "Pemberhentian",
    "contract_ended": "Pemutusan perjanjian kerja",
    **_OTHER,
}
CASE_STATUSES: Final = {
    "intake": "Diterima atau ditelusuri",
    "preliminary_study": "Kajian awal",
    "not_registered": "Tidak diregistrasi, status belum diberitahukan",
    "in_study": "Diregistrasi, sedang ditangani",
    "decided": "Diputuskan, belum diteruskan atau diumumkan",
    "forwarded": "Diteruskan atau disampaikan, status belum diumumkan",
    "announced": "Status diumumkan, belum ditutup",
    "not_registered_notified": "Tidak diregistrasi, status diberitahukan",
    "stopped": "Penelusuran dihentikan",
    "withdrawn": "Laporan dicabut",
    "moved": "Dilimpahkan atau diambil alih",
    "closed": "Ditutup",
    "merged": "Digabung ke perkara lain",
    **_OTHER,
}
REFERRAL_STATUSES: Final = {
    "sent": "Diteruskan, belum diterima",
    "examined": "Diperiksa instansi",
    "returned": "Dikembalikan untuk dilengkapi",
    "recommended": "Direkomendasikan",
    "taken_up": "Ditindaklanjuti langsung oleh pemerintah daerah",
    "not_proven": "Tidak terbukti",
    "rejected": "Ditolak",
    "rerouted": "Dialihkan ke instansi pengganti",
    "respondent_away": "Terlapor pensiun, berhenti, meninggal, atau pindah",
    "cancelled": "Dibatalkan",
    **_OTHER,
}
FOLLOW_UP_STATUSES: Final = {
    "arrived": "Belum diterima",
    "in_process": "Sedang diperiksa",
    "decided": "Keputusan ditetapkan, belum berlaku",
    "contested": "Keberatan atau banding",
    "not_reported": "Ada hasil, belum dilaporkan",
    "reported": "Hasil dilaporkan",
    "respondent_away": "Terlapor pensiun, berhenti, meninggal, atau pindah",
    "passed_on": "Disampaikan ke instansi lain",
    **_OTHER,
}
RESPONDENT_STATUSES: Final = {
    "handled": "Perkaranya masih ditangani, belum diteruskan",
    "with_authority": "Pada instansi pengawas ASN, belum dijawab",
    "recommended": "Direkomendasikan, tindak lanjut belum dimulai",
    "followed_up": "Sedang diperiksa instansinya",
    "decided": "Keputusan ditetapkan atau digugat, belum berlaku",
    "in_force": "Ada hasil, belum dilaporkan",
    "reported": "Hasil dilaporkan",
    "not_proven": "Tidak terbukti, ditolak, atau penerusan dibatalkan",
    "away": "Pensiun, berhenti, meninggal, atau pindah",
    "passed_on": "Dialihkan atau disampaikan ke instansi lain",
    "not_forwarded": "Perkaranya berakhir tanpa diteruskan",
    **_OTHER,
}
ACTIVITY_STATUSES: Final = {
    "planned": "Direncanakan",
    "announced": "Diumumkan",
    "held": "Terlaksana",
    "cancelled": "Dibatalkan",
    **_OTHER,
}
ACTIVITY_THEMES: Final = {
    **{theme.value: label for theme, label in THEMES.items()},
    "no_theme": phrase("Tanpa tema (perubahan jam layanan)"),
    **_OTHER,
}
