"""What tells that a page in English still says something in Indonesian."""

import html
import re
from typing import Final

_COMMON: Final = """
ada adalah akan anda atau belum berkas bila bulan dan dapat dari dengan hanya hari ini isi itu
kantor karena ke kode halaman laporan lagi oleh pada paling perkara petugas pilih sejak semua
sesudah setiap sudah tahun tanggal terlapor tidak untuk yang
"""
INDONESIAN: Final = frozenset(_COMMON.split())
_KEPT: Final = re.compile(r'<(\w+)[^>]*\blang="id"[^>]*>.*?</\1>|<!--.*?-->|“[^”]*”', re.DOTALL)


def indonesian_words(page: str) -> frozenset[str]:
    """The common Indonesian words of a page, without what is marked so or quoted.

    A term in brackets after its English word may be one.
    """
    shown = html.unescape(re.sub(r"<[^>]+>", " ", _KEPT.sub(" ", page)))
    plain = re.sub(r"\([^()]*\)", " ", shown)
    return INDONESIAN & {word.lower() for word in re.findall(r"[A-Za-z]+", plain)}
