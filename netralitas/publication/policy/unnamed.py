"""Whether a sentence points at somebody without naming anybody of the case. Pure.

By a unit or a place called by its name, by initials, or by what a caption says of a picture.
"""

import re
from collections.abc import Iterator
from typing import Final

from netralitas.publication.domain import Leak, Trace

_UNITS: Final = (
    r"dinas|badan|kantor|bagian|bidang|seksi|sekretariat|inspektorat|satuan|upt|uptd|puskesmas"
    r"|rsud|rumah sakit|sekolah|sd|sdn|smp|smpn|sma|sman|smk|smkn|madrasah|kecamatan|kelurahan"
    r"|desa|dusun|kampung|nagari|gampong|rt|rw|camat|lurah|kades|bidan|guru|dokter|perawat"
    r"|penyuluh|kepala|sekretaris|bendahara|staf"
)
_KNOWN_BODIES: Final = (
    r"Badan Pengawas Pemilu|Badan Pengawas Pemilihan Umum|Badan Kepegawaian Negara"
    r"|Kepala Badan Kepegawaian Negara|Komisi Aparatur Sipil Negara"
)
_NO_PLACE: Final = (
    r"Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
    r"|Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Pemilu|Pemilihan|Pilkada|Bawaslu|KPU|BKN|KASN"
    r"|ASN|PNS|PPPK"
)
# After a kind of unit or post: a name with a capital, a number, or a single letter. Words in
# between such as "di" or "Negeri" do not hide it.
_PLACE: Final = re.compile(
    rf"\b(?i:{_UNITS})(?:\s+(?i:di|pada|dari|negeri|unit|teknis|no\.?|nomor|desa|kecamatan"
    rf"|kelurahan|dinas|badan|dusun))*\s+(?!(?:{_NO_PLACE})\b)(?:[A-Z]\w*|\d+\b|[A-Za-z]\b)"
)
_INITIALS: Final = re.compile(
    r"(?<![\w.])[A-Z]\.\s?[A-Z]\b\.?(?:\s?[A-Z]\.)*"
    r"|\b(?i:ber)?(?i:inisial)\b(?:\s+\w+)?"
    r"|\b(?i:terlapor|saudara|saudari|sdr|sdri|bapak|ibu|seorang|tn|ny)\.?\s+[A-Z]{1,3}\b"
    r"|\b[A-Z]{1,3}\s+\(\d{2}\)"
)
_ANY: Final = frozenset(
    {"ASN", "PNS", "CPNS", "KPU", "BKN", "RI", "R.I.", "R.I", "KASN", "TNI", "WIB", "WITA"}
)
_CAPTION: Final = re.compile(
    r"\b(?:(?:keterangan|takarir)\s+(?:foto|gambar|video)|(?:foto|gambar|dok(?:umentasi)?)\.?\s*:"
    r"|(?:dalam|pada|di)\s+(?:foto|gambar|video)|(?:ke)?\w*\s*dari\s+(?:kiri|kanan)"
    r"|\((?:kiri|kanan|tengah)\)|paling\s+(?:kiri|kanan)"
    r"|(?:berbaju|berkemeja|berjilbab|berkacamata|berpeci)\b)",
    re.IGNORECASE,
)


def pointers_in(text: str) -> Iterator[Leak]:
    """Yield where a sentence points at a unit, a place or a person that it does not name whole."""
    for found in _CAPTION.finditer(text):
        yield Leak(trace=Trace.CAPTION, word=found[0].strip())
    for found in _INITIALS.finditer(text):
        if found[0].split()[-1] not in _ANY:
            yield Leak(trace=Trace.INITIALS, word=found[0].strip())
    for found in _PLACE.finditer(re.sub(_KNOWN_BODIES, "instansi", text)):
        yield Leak(trace=Trace.PLACE, word=found[0].strip())
