"""The schema of the open data, in one place: its version, its tables, every column and code.

Whoever changes a column, a code or its spelling raises VERSION; a test compares a digest of all of
this with the one that was written down for the version.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256
from typing import Final

from netralitas.cases.words import REGIMES, SOURCES, THEMES
from netralitas.language import phrase
from netralitas.public.opendata.domain import Column, Described, Kind
from netralitas.publication.words import END_REASONS, ENDINGS, GROUPS, LEVELS, NO_REASON, STAGES

VERSION: Final = 1


def code(words: str) -> str:
    """Return words as a code: small letters, with lines instead of what separates them."""
    return re.sub(r"[^a-z0-9]+", "_", words.lower()).strip("_")


def _codes(said: Iterable[str], *further: str) -> dict[str, str]:
    return {code(words): words for words in (*said, *further)}


_YEAR: Final = Column(
    name="tahun",
    title="Tahun masuk",
    meaning=phrase("Tahun perkara diterima atau ditemukan."),
    kind=Kind.YEAR,
)
_REGION: Final = Column(
    name="kode_wilayah",
    title="Kode wilayah",
    meaning=phrase(
        "Kode Kemendagri dari wilayah kantor yang menerbitkan; kosong bila tidak dicatat."
    ),
    required=False,
)
_PARTY: Final = Column(
    name="penerbit", title="Penerbit", meaning=phrase("Kantor yang menerbitkan hasil itu.")
)
_STAGE: Final = Column(
    name="tahap",
    title="Tahap",
    meaning=phrase("Sampai di mana perkara terlapor ini ketika hasilnya diterbitkan."),
    codes=_codes(STAGES.values()),
)
_LEVEL: Final = Column(
    name="tingkat_hasil",
    title="Tingkat hasil",
    meaning=phrase("Apa yang dijatuhkan atau diputuskan; kosong selama perkaranya belum selesai."),
    required=False,
    codes=_codes(LEVELS.values()),
)

OUTCOMES: Final = Described(
    name="hasil",
    title=phrase("Hasil yang diterbitkan, satu baris untuk setiap terlapor"),
    concept=phrase(
        "Hasil penanganan dugaan pelanggaran netralitas ASN dan tindak lanjutnya, yang disetujui"
        " dua orang dari pihak yang menerbitkan dan masih berlaku. Pernyataan tertutup tidak"
        " termasuk. Golongan jabatan hanya disebut bila cukup banyak orang bekerja di dalamnya."
    ),
    unit=phrase("terlapor"),
    columns=(
        *(_YEAR, _REGION, _PARTY),
        Column(
            name="rezim",
            title="Rezim",
            meaning=phrase("Aturan yang berlaku: Pemilu, Pemilihan, atau di luar tahapan."),
            codes=_codes(REGIMES.values()),
        ),
        Column(
            name="sumber",
            title="Sumber",
            meaning=phrase("Dari mana perkara itu berasal."),
            codes=_codes(SOURCES.values()),
        ),
        Column(
            name="tema",
            title="Tema",
            meaning=phrase("Kelompok perbuatan yang diduga dilanggar."),
            codes=_codes(THEMES.values()),
        ),
        Column(
            name="golongan_jabatan",
            title="Golongan jabatan",
            meaning=phrase("Golongan jabatan terlapor; golongan yang kecil digabung ke atas."),
            codes=_codes(GROUPS.values()),
        ),
        *(_STAGE, _LEVEL),
        Column(
            name="menunggu_sejak",
            title="Menunggu sejak",
            meaning=phrase("Bulan sejak jawaban ditunggu; kosong bila tidak ada yang ditunggu."),
            kind=Kind.MONTH,
            required=False,
        ),
        Column(
            name="lama_bulan",
            title="Lama dalam bulan",
            meaning=phrase(
                "Selesai dalam berapa bulan (30 hari) setelah diteruskan, dibulatkan ke atas."
            ),
            kind=Kind.INTEGER,
            required=False,
        ),
    ),
)

YEARS: Final = Described(
    name="ringkasan",
    title=phrase("Jumlah terlapor menurut tahun, tahap, dan tingkat hasil"),
    concept=phrase("Dihitung dari tabel hasil, dan dari tidak ada yang lain."),
    unit=phrase("kelompok terlapor"),
    columns=(
        *(_YEAR, _REGION, _PARTY, _STAGE, _LEVEL),
        Column(
            name="jumlah",
            title="Jumlah",
            meaning=phrase("Banyaknya terlapor."),
            kind=Kind.INTEGER,
        ),
    ),
)

CORRECTIONS: Final = Described(
    name="koreksi",
    title=phrase("Hasil yang dikoreksi atau ditarik"),
    concept=phrase("Setiap hasil yang pernah terbit dan tidak berlaku lagi, dengan alasannya."),
    unit=phrase("rilis"),
    columns=(
        Column(
            name="berakhir_pada", title="Berakhir", meaning=phrase("Hari berakhir."), kind=Kind.DATE
        ),
        Column(name="terbit_pada", title="Terbit", meaning=phrase("Hari terbit."), kind=Kind.DATE),
        _PARTY,
        Column(
            name="jenis",
            title="Jenis",
            meaning=phrase("Diganti dengan versi baru, atau ditarik."),
            codes=_codes(ENDINGS.values()),
        ),
        Column(
            name="alasan",
            title="Alasan",
            meaning=phrase("Alasan menurut daftar tetap."),
            codes=_codes(END_REASONS.values(), NO_REASON),
        ),
        Column(
            name="keterangan",
            title="Keterangan",
            meaning=phrase("Keterangan kantor dengan kata-katanya sendiri, tanpa nama orang."),
            required=False,
        ),
        Column(name="halaman", title="Halaman", meaning=phrase("Alamat halaman hasil itu.")),
        Column(
            name="pengganti",
            title="Pengganti",
            meaning=phrase("Alamat halaman versi yang menggantikannya."),
            required=False,
        ),
    ),
)

TABLES: Final = (OUTCOMES, YEARS, CORRECTIONS)


def fingerprint(tables: Iterable[Described] = TABLES) -> str:
    """Return what changes with any column, type or code: 16 hexadecimal digits."""
    said = [(table.name, [_told(column) for column in table.columns]) for table in tables]
    return sha256(json.dumps(said).encode()).hexdigest()[:16]


def _told(column: Column) -> list[object]:
    told = asdict(column)
    return [told[name] for name in ("name", "kind", "required")] + [sorted(column.codes)]
