"""Places in the texts of a template: {nomor_perkara} and others, replaced as plain text. Pure."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

PLACES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "nomor_perkara": "nomor perkara, registrasi bila sudah ada",
        "nomor_naskah": "nomor naskah ini",
        "tanggal": "tanggal naskah",
        "perihal": "perihal naskah",
        "kantor": "nama kantor Anda",
    }
)
"""Each place, and what stands there."""

_PLACE: Final = re.compile(r"\{([^{}]*)\}")


def unknown_in(texts: Iterable[str]) -> list[str]:
    """Return the places of the texts that nobody fills in, each once."""
    named = [name for text in texts for name in _PLACE.findall(text)]
    return list(dict.fromkeys(name for name in named if name not in PLACES))


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return the text with its places replaced, once: a value is never read as a place."""
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), text)
