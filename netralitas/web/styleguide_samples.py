"""Invented values for the style guide: no person, number or case in here exists."""

from datetime import date, time

from netralitas.access.domain import Role
from netralitas.audit.domain import Precision
from netralitas.web.forms import (
    Choice,
    Choices,
    DateField,
    Form,
    Happened,
    HappenedField,
    Integer,
    Nip,
    Paragraph,
    Text,
    Ticked,
    Uploads,
    Version,
    optional,
)
from netralitas.web.parts import Crumb, Deadline, Happening, NextStep, Stage, Strip, Tab

TODAY = date(2024, 9, 3)
ROLES = frozenset({Role.INVESTIGATOR})
PEOPLE = (
    ("rina", "Rina · staf Bawaslu"),
    ("hadi", "Hadi · anggota Bawaslu"),
    ("sari", "Sari · BKPSDM"),
    ("tono", "Tono · penghubung BKN"),
    ("dewi", "Dewi · administrator"),
)


class SampleForm(Form):
    """One field of every kind."""

    subject = Text("Perihal", hint="Satu kalimat, tanpa nama orang", maximum=120)
    source = Choice("Sumber", [("report", "Laporan"), ("finding", "Temuan")])
    channel = Choice(
        "Saluran", [("desk", "Datang langsung"), ("letter", "Surat"), ("phone", "Telepon")]
    )
    known_on = DateField("Tanggal diketahui", past=True)
    happened = HappenedField("Waktu kejadian")
    nip = optional(Nip("NIP terlapor", hint="18 angka; spasi boleh"))
    respondents = Integer("Jumlah terlapor", least=1, most=99)
    themes = optional(
        Choices("Tema", [("media", "Media sosial"), ("event", "Kegiatan"), ("other", "Lainnya")])
    )
    story = optional(Paragraph("Uraian kejadian", maximum=2000))
    files = optional(Uploads("Bukti", hint="Foto, rekaman, atau PDF; paling besar 20 MB"))
    checked = Ticked("Identitas pelapor sudah diperiksa", must=True)
    version = Version()


class FilterForm(Form):
    """The line of filters above a list."""

    marks_optional = False
    stage = optional(Choice("Tahap", [("study", "Kajian awal"), ("plenary", "Pleno")]))
    words = optional(Text("Nomor atau kata", maximum=80))


FILLED = {
    "subject": "Unggahan dukungan pada media sosial",
    "source": "report",
    "known_on": date(2024, 9, 2),
    "happened": Happened(precision=Precision.TIME, on=date(2024, 8, 30), at=time(19, 30)),
    "themes": ("media",),
    "version": 4,
}
MISTAKES = {
    "salah-subject": "Ungg\x00ahan",
    "salah-source": "gossip",
    "salah-known_on-day": "31",
    "salah-known_on-month": "Februari",
    "salah-known_on-year": "2024",
    "salah-happened-day": "4",
    "salah-happened-month": "9",
    "salah-happened-year": "2024",
    "salah-nip": "1974 0532 2010 13 3 001",
    "salah-respondents": "sebelas",
    "salah-themes": ["media", "event"],
    "salah-story": "Baris pertama tetap ada.\nBaris kedua juga.",
    "salah-version": "4",
}

CRUMBS = (Crumb("Beranda", "/beranda"), Crumb("Perkara", "/perkara"), Crumb("Panduan gaya"))
TABS = (
    Tab(label="Terbuka", href="?status=terbuka", current=True, amount=37),
    Tab(label="Menunggu pihak lain", href="?status=menunggu", amount=12),
    Tab(label="Selesai", href="?status=selesai", amount=1204),
)
STRIPS = (
    Strip(
        title="Penanganan oleh Bawaslu",
        holder="di tangan Rina Kurnia sejak 2 September 2024",
        stages=(
            Stage(label="Penerimaan", state="done", note="2 Sep"),
            Stage(label="Kajian awal", state="current", note="sejak 2 Sep"),
            Stage(label="Registrasi"),
            Stage(label="Klarifikasi"),
            Stage(label="Kajian"),
            Stage(label="Pleno"),
        ),
    ),
    Strip(
        title="Terlapor 2 · penerusan ke BKN",
        holder="menunggu jawaban BKN",
        stages=(
            Stage(label="Diteruskan", state="done", note="12 Nov"),
            Stage(label="Verifikasi", state="skipped"),
            Stage(label="Rekomendasi", state="current", note="374 hari"),
            Stage(label="Tindak lanjut"),
        ),
    ),
)
DEADLINES = (
    Deadline(
        title="Kajian awal",
        remaining="Sisa 1 hari",
        sentence="Paling lambat Rabu, 4 September 2024.",
        tone="soon",
        source="Contoh pasal dan ayat",
        doubt="sumber kedua",
        steps=(
            "Laporan diterima Senin, 2 September 2024.",
            "Hari ke-1: Selasa, 3 September 2024.",
            "Hari ke-2: Rabu, 4 September 2024.",
        ),
    ),
    Deadline(
        title="Undangan klarifikasi",
        remaining="Terlambat 2 hari",
        sentence="Seharusnya Minggu, 1 September 2024.",
        tone="late",
        source="Contoh pasal dan ayat",
    ),
    Deadline(
        title="Jawaban BKN",
        remaining="Menunggu 374 hari",
        sentence="Diteruskan 12 November 2024; tanggal terima belum diketahui.",
        tone="waiting",
    ),
    Deadline(
        title="Pemberitahuan kepada pelapor",
        remaining="Terpenuhi",
        sentence="Disampaikan Senin, 2 September 2024.",
        tone="done",
    ),
)
NEXT_STEPS = (
    NextStep(label="Catat hasil kajian awal", href="#langkah", primary=True),
    NextStep(label="Minta kelengkapan", href="#langkah", who="Memberi waktu kepada pelapor"),
    NextStep(
        label="Teruskan ke BKN",
        blocked="Belum ada kajian yang disetujui pleno. Langkah ini milik anggota Bawaslu.",
    ),
)
HAPPENINGS = (
    Happening(
        when="Selasa, 3 September 2024 pukul 08.05 WIB",
        machine="2024-09-03T08:05:00+07:00",
        sentence="Rina Kurnia ditugaskan menyusun kajian awal.",
        tone="soon",
    ),
    Happening(
        when="Senin, 2 September 2024 pukul 10.45 WIB",
        machine="2024-09-02T10:45:00+07:00",
        sentence="Tiga foto diterima sebagai bukti dan disegel.",
        detail="Dicatat dua hari kemudian oleh Rina Kurnia, dengan berita acara.",
        tone="done",
    ),
    Happening(
        when="Agustus 2024",
        machine="2024-08",
        sentence="Peristiwa dilihat pengawas kecamatan.",
        corrected=True,
    ),
)
