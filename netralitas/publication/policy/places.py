"""What places are called: words that point at none of them, and the part of a name that does."""

from typing import Final

_KINDS: Final = frozenset({"kecamatan", "distrik", "kelurahan", "desa", "nagari", "gampong"})
_SIDES: Final = frozenset(
    {"utara", "selatan", "timur", "barat", "tengah", "pusat", "kota", "baru", "lama", "dalam"}
)

OF_ANY_PLACE: Final = (
    _KINDS
    | _SIDES
    | frozenset(
        {
            *("lapangan", "gedung", "balai", "aula", "rumah", "jalan", "pasar", "masjid", "gereja"),
            *("halaman", "pagar", "posko", "warung", "kedai", "kafe", "hotel", "stadion", "taman"),
            *("terminal", "ruang", "rapat", "pertemuan", "serbaguna", "acara", "tempat", "pendopo"),
            *("olahraga", "raya", "depan", "dekat", "samping", "sekitar", "sekolah", "puskesmas"),
            *("media", "daring", "facebook", "instagram", "whatsapp", "tiktok", "youtube", "grup"),
            *("akun", "laman", "unggahan", "kampanye", "deklarasi", "pasangan", "calon", "warga"),
            *("pribadi", "terbuka", "tertutup", "bersama", "wilayah", "lingkungan", "sebuah"),
        }
    )
)
"""Words with which many places are described, so that they say of none of them where it is."""


def called(parts: list[str]) -> list[str]:
    """Return the words by which a unit or district is known: without its kind where that is enough.

    "kecamatan rawa cendana" is known as "rawa cendana", "kecamatan kota" only as a whole. Nothing,
    where any unit is called so.
    """
    bare = parts[1:] if parts and parts[0] in _KINDS else parts
    if bare != parts:
        return parts if _SIDES.issuperset(bare) else bare
    return parts if len(parts) > 1 else []
