"""The register of laws in words: headings by kind, standings, addresses."""

import re
from typing import Final

from netralitas.law.laws import State
from netralitas.web.parts import type_tone

KINDS: Final = {
    "UU": "Undang-Undang",
    "Perppu": "Peraturan Pemerintah Pengganti Undang-Undang",
    "PP": "Peraturan Pemerintah",
    "Perpres": "Peraturan Presiden",
    "Perbawaslu": "Peraturan Bawaslu",
    "PerBKN": "Peraturan Badan Kepegawaian Negara",
    "Permendagri": "Peraturan Menteri Dalam Negeri",
    "Permenkop": "Peraturan Menteri Koperasi dan UKM",
    "Permenkumham": "Peraturan Menteri Hukum dan HAM",
    "SE MenPANRB": "Surat Edaran MenPANRB",
    "SKB": "Keputusan Bersama",
    "Kep. Bawaslu": "Keputusan Bawaslu",
}
STATES: Final = {
    State.NOT_YET: "belum berlaku",
    State.IN_FORCE: "berlaku",
    State.AMENDED: "diubah",
    State.REPLACED: "diganti",
    State.UNKNOWN: "tidak diketahui",
}
TONES: Final[dict[State, type_tone]] = {
    State.NOT_YET: "waiting",
    State.IN_FORCE: "done",
    State.AMENDED: "soon",
    State.REPLACED: "late",
    State.UNKNOWN: "neutral",
}


def slug(name: str) -> str:
    """Return the name of a law as it stands in an address: "uu-7-2017"."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
