"""Whether a compressed spreadsheet stays within bounds when it is opened.

Every part is decompressed once, counted and thrown away: what the list of contents claims about
sizes is not believed.
"""

import io
import zipfile
import zlib
from typing import Final

from netralitas.imports.domain import FileNotTaken

_LARGEST: Final = 200 * 1024 * 1024  # bytes, of all parts together
_MOST_PARTS: Final = 2_000
_RATIO: Final = 200  # sheets of equal rows reach 50
_FREE: Final = 1024 * 1024  # bytes that a part may have at any ratio
_PIECE: Final = 1024 * 1024
_HEADER: Final = 30  # bytes before the name of a part
_LOCKED_FLAG: Final = 1

BOMB: Final = (
    "Berkas ini terlalu besar setelah dibuka. Simpan ulang hanya lembar yang berisi daftar, tanpa"
    " gambar dan tanpa sel kosong yang diwarnai, lalu unggah lagi."
)
BROKEN: Final = (
    "Berkas ini rusak atau terpotong. Buka dengan aplikasi lembar kerja, simpan ulang, lalu unggah"
    " lagi."
)
LOCKED: Final = (
    "Berkas ini dilindungi kata sandi. Simpan salinan tanpa kata sandi, lalu unggah salinan itu."
)


def hold_bounded(content: bytes) -> None:
    """Hold that the archive can be opened within bounds; raises FileNotTaken."""
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
        if len(parts) > _MOST_PARTS:
            raise FileNotTaken(BOMB)
        left = _LARGEST
        for part in parts:
            left -= _opened_size(content, part, left)
    except (zipfile.BadZipFile, zlib.error, ValueError, IndexError, NotImplementedError) as error:
        raise FileNotTaken(BROKEN) from error


def _opened_size(content: bytes, part: zipfile.ZipInfo, left: int) -> int:
    """Return the true size of a part, in bytes; FileNotTaken when it is more than is `left`."""
    if part.flag_bits & _LOCKED_FLAG:
        raise FileNotTaken(LOCKED)
    packed = _packed(content, part)
    if part.compress_type == zipfile.ZIP_STORED:
        size = len(packed)
    elif part.compress_type == zipfile.ZIP_DEFLATED:
        size = _inflated_size(packed, min(left, max(_FREE, len(packed) * _RATIO)))
    else:
        raise FileNotTaken(BROKEN)
    if size > left:
        raise FileNotTaken(BOMB)
    return size


def _packed(content: bytes, part: zipfile.ZipInfo) -> bytes:
    start = part.header_offset
    name, extra = (
        int.from_bytes(content[start + place : start + place + 2], "little") for place in (26, 28)
    )
    begins = start + _HEADER + name + extra
    return content[begins : begins + part.compress_size]


def _inflated_size(packed: bytes, most: int) -> int:
    opener = zlib.decompressobj(-zlib.MAX_WBITS)
    size, rest = 0, packed
    while rest and not opener.eof:
        size += len(opener.decompress(rest, _PIECE))
        if size > most:
            raise FileNotTaken(BOMB)
        rest = opener.unconsumed_tail
    return size
