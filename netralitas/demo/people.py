"""Who is in the demo, all invented: officers, where they sit, what a visitor can try."""

from dataclasses import dataclass
from typing import Final

from netralitas.access.domain import Role

PASSWORD: Final = "contoh netralitas"  # noqa: S105 - printed in the README, for invented people


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """An invented officer: key and login, where they sit, as what; `hint` says what to try."""

    key: str
    name: str
    office: str
    title: str
    roles: tuple[Role, ...]
    hint: str


OFFICERS: Final = (
    Officer(
        key="rina",
        name="Rina Paramita",
        office="kab",
        title="Staf penanganan pelanggaran",
        roles=(Role.INVESTIGATOR,),
        hint="Terima satu dari tiga laporan di kotak masuk; lanjutkan draf di meja.",
    ),
    Officer(
        key="bagas",
        name="Bagas Wiratama",
        office="kab",
        title="Staf penanganan pelanggaran",
        roles=(Role.INVESTIGATOR,),
        hint="Lanjutkan klarifikasi yang jatuh tempo besok; jawab pesan pelapor di kotak masuk.",
    ),
    Officer(
        key="sari",
        name="Sari Kusumawati",
        office="kab",
        title="Ketua",
        roles=(Role.COMMISSIONER,),
        hint="Putuskan kajian pada rapat pleno hari ini; satu perkara menunggu diteruskan ke BKN.",
    ),
    Officer(
        key="tono",
        name="Tono Adiputra",
        office="kab",
        title="Anggota",
        roles=(Role.COMMISSIONER,),
        hint="Setujui rilis sebagai orang kedua; satu perkara tidak terlihat karena berkerabat.",
    ),
    Officer(
        key="dimas",
        name="Dimas Anjasmara",
        office="kab",
        title="Anggota",
        roles=(Role.COMMISSIONER,),
        hint="Baca kajian yang akan diputus, lalu catat kehadiran pada rapat pleno hari ini.",
    ),
    Officer(
        key="wulan",
        name="Wulan Maheswari",
        office="kab",
        title="Pengawas lapangan",
        roles=(Role.SUPERVISOR,),
        hint="Catat temuan dari kecamatan; satu perkara kerabatnya tidak ada baginya.",
    ),
    Officer(
        key="putri",
        name="Putri Anindita",
        office="kab",
        title="PPID Bawaslu",
        roles=(Role.PUBLISHER,),
        hint="Periksa rilis yang baru disusun: tidak ada orang yang dapat dikenali.",
    ),
    Officer(
        key="seno",
        name="Seno Prakoso",
        office="kab",
        title="Sekretaris rapat",
        roles=(Role.SECRETARY,),
        hint="Siapkan rapat evaluasi berikutnya; keputusan yang terlambat sudah ada di acaranya.",
    ),
    Officer(
        key="nita",
        name="Nita Rahmadani",
        office="kab",
        title="Auditor",
        roles=(Role.AUDITOR,),
        hint="Baca satu perkara dari awal: siapa melakukan apa, kapan, dan atas dasar apa.",
    ),
    Officer(
        key="hanif",
        name="Hanif Kurniadi",
        office="kab",
        title="Administrator kantor",
        roles=(Role.ADMINISTRATOR,),
        hint="Undang orang, ajukan penggantian kata sandi; administrator pusat menyetujuinya.",
    ),
    Officer(
        key="galih",
        name="Galih Pranowo",
        office="prov",
        title="Anggota provinsi",
        roles=(Role.COMMISSIONER,),
        hint="Lihat perkara kabupaten dari atas, atau ambil alih satu di antaranya.",
    ),
    Officer(
        key="maya",
        name="Maya Larasati",
        office="bkn",
        title="Penghubung BKN",
        roles=(Role.LIAISON,),
        hint="Catat penerimaan penerusan yang baru datang, lalu beri rekomendasi.",
    ),
    Officer(
        key="dewa",
        name="Dewa Santika",
        office="bkpsdm",
        title="Petugas disiplin BKPSDM",
        roles=(Role.FOLLOW_UP,),
        hint="Catat penerimaan rekomendasi yang baru datang, pilih jalurnya, lihat tenggatnya.",
    ),
    Officer(
        key="ratih",
        name="Ratih Wulandari",
        office="bkpsdm",
        title="Pejabat yang diberi delegasi bupati",
        roles=(Role.APPOINTING,),
        hint="Tetapkan surat keputusan atas hasil pemeriksaan yang sudah dilaporkan.",
    ),
    Officer(
        key="yoga",
        name="Yoga Pramudya",
        office="bkpsdm",
        title="PPID Pemda",
        roles=(Role.PUBLISHER,),
        hint="Tanggapi rilis yang diberitahukan Bawaslu; terbitkan rilis instansi Anda sendiri.",
    ),
    Officer(
        key="laras",
        name="Laras Setyowati",
        office="inspektorat",
        title="Auditor kepegawaian Inspektorat",
        roles=(Role.FOLLOW_UP,),
        hint="Tindak lanjuti perkara yang dialamatkan ke Inspektorat.",
    ),
    Officer(
        key="indra",
        name="Indra Mahardika",
        office="setda",
        title="Bagian tata pemerintahan",
        roles=(Role.FOLLOW_UP,),
        hint="Tindak lanjuti perkara kepala desa dan perangkatnya.",
    ),
    Officer(
        key="admin",
        name="Hadi Nugraha",
        office="ri",
        title="Administrator",
        roles=(Role.ADMINISTRATOR,),
        hint="Tambahkan cuti bersama: tenggat mana yang bergeser? Isi perkara tidak terbuka.",
    ),
)
"""Of one office they stand together; the offices as the sign-in page shows them."""

_PLACES: Final = {
    "kab": "Bawaslu",
    "prov": "Provinsi",
    "bkn": "BKN",
    "bkpsdm": "BKPSDM",
    "inspektorat": "Inspektorat",
    "setda": "Setda",
    "ri": "Pusat",
}
PLACES: Final = {officer.key: _PLACES[officer.office] for officer in OFFICERS}
"""What the demo's bar calls the office of each, by login."""

HINTS: Final = {officer.key: officer.hint for officer in OFFICERS}
"""What to try, by login."""
