"""The sentences of the import of registers: why a line is refused, what was kept apart."""

from collections.abc import Iterable
from typing import Final

NO_JSON: Final = "Baris ini bukan satu objek JSON; periksa tanda kutip, koma, dan kurungnya."
TOO_LONG: Final = "Baris ini lebih dari 1 MB; satu baris memuat satu perkara."
NO_OBJECT: Final = "Di sini seharusnya ada objek { … }."
NO_LIST: Final = "Di sini seharusnya ada daftar [ … ]."
NO_TEXT: Final = "Teks ini memuat karakter yang tidak dapat disimpan."
UNKNOWN_FIELD: Final = "Nama isian ini tidak dikenal; nilainya disimpan sebagai keterangan."
WITHHELD: Final = (
    "Identitas pelapor, saksi, dan nomor induk tidak diambil dari register; catat pada perkaranya."
)
NO_DATE: Final = "Tanggal ini tidak ada dalam kalender; nilainya disimpan sebagai keterangan."
COARSE: Final = (
    "Isian ini menyimpan tanggal sampai harinya; yang tertulis disimpan sebagai keterangan."
)
LATER: Final = "Surat diterima sebelum dikirim; salah satu tanggalnya keliru."
KNOWN_BEFORE_IN_FILE: Final = "Kunci “{key}” sudah dipakai pada baris {line} berkas ini."
KNOWN_BEFORE: Final = "Kunci “{key}” sudah diimpor sebagai perkara {case}."
KNOWN_MEANWHILE: Final = "Kunci “{key}” sudah diimpor sementara berkas ini dibaca."
NUMBER_BEFORE: Final = "Nomor “{printed}” sudah dipakai perkara lain di kantor ini."
NUMBER_IN_FILE: Final = "Nomor “{printed}” juga tertulis pada baris {line} berkas ini."
NUMBER_TWICE: Final = "Nomor “{printed}” tertulis dua kali pada baris ini."
NO_REFERENCE: Final = "Tidak ada “{ref}” pada baris ini."
REF_TWICE: Final = "Sebutan “{ref}” dipakai dua kali pada baris ini."
NO_RESPONDENT: Final = "Proses ini berjalan atas terlapor; sebutkan terlapornya."
ON_CASE: Final = "Proses ini berjalan atas perkara, bukan atas terlapor."
NO_STATE_YET: Final = "Kejadian pertama suatu proses menyebut tahapnya (state atau step)."
NOTHING_HAPPENED: Final = (
    "Proses ini tidak punya kejadian; sebutkan sekurang-kurangnya tahapnya, tanpa tanggal boleh."
)
NO_HANDLING: Final = (
    "Sumber perkara tidak diketahui; sebutkan tahap penanganannya dalam satu kejadian."
)
NO_STEP: Final = "Langkah “{step}” tidak dikenal dalam alur “{workflow}”."
STEP_LEADS: Final = "Langkah “{step}” menuju tahap “{target}”, bukan “{state}”."
NOTHING_SAID: Final = (
    "Kejadian ini tidak menyebut tahap atau fakta yang dikenal; disimpan sebagai keterangan."
)
NO_FACT: Final = (
    "Fakta “{fact}” tidak dikenal dalam alur “{workflow}”; disimpan sebagai keterangan."
)
NO_OFFICE: Final = "Tidak ada instansi dengan kode “{code}”; disimpan sebagai keterangan."
NO_REGION: Final = "Tidak ada wilayah dengan kode “{code}”; dipakai wilayah kantor."
NO_ELECTION: Final = "Tidak ada pemilihan dengan kode “{code}”; disimpan sebagai keterangan."
NO_KIND: Final = "Jenis sanksi “{code}” tidak ada dalam katalog; disimpan sebagai keterangan."
OTHER_LEVEL: Final = "Jenis “{code}” bertingkat “{level}”, bukan seperti yang tertulis."
NO_SANCTION: Final = "Sanksi dicatat pada proses seorang terlapor; disimpan sebagai keterangan."
NO_COUNTERPART: Final = (
    "Perkara dengan kunci “{key}” belum ada; hubungannya disimpan sebagai keterangan."
)
NOT_MERGED: Final = (
    "Penggabungan dicatat bila penanganan sampai pada tahap “merged” dari tahap lain; disimpan"
    " sebagai keterangan."
)
LONGER: Final = "Nilai ini terlalu panjang; disimpan sebagai keterangan."
UNSAID: Final = "Perihal tidak disebut dalam register"
"""The subject of a case of which the register does not say what it is about."""


def required(names: Iterable[str]) -> str:
    """Say which fields a line must have."""
    return f"Isian wajib belum ada: {', '.join(names)}."


def unknown_choice(value: object, choices: Iterable[str]) -> str:
    """Say that a value is none of a closed list, and which there are."""
    return f"Nilai {short(value)} tidak dikenal. Yang dikenal: {', '.join(choices)}."


def unreadable(value: object, how: str | None) -> str:
    """Say that a value is not of the kind of its field, and how it is written."""
    hint = f" Tulis seperti ini: {how}" if how else ""
    return f"Nilai {short(value)} tidak terbaca.{hint}"


def short(value: object) -> str:
    """Return a value as it is quoted in a sentence."""
    text = str(value)
    return f"“{text[:40]}…”" if len(text) > 40 else f"“{text}”"
