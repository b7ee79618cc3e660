"""How sure something about the law is, and on what kind of source it rests, in words."""

from netralitas.language import phrase
from netralitas.law.domain import Certainty

CERTAINTIES = {
    Certainty.T: phrase("dibaca dalam naskah aturan"),
    Certainty.S: phrase("dari sumber kedua, naskah aturan belum dibaca"),
    Certainty.WEAK_S: phrase("dari sumber kedua yang lemah, naskah aturan belum dibaca"),
    Certainty.M: phrase("lazim disebut, belum ditemukan dalam naskah aturan"),
    Certainty.I: phrase("simpulan, tidak tertulis dalam sumber"),
}
SOURCE_KINDS = {
    Certainty.M: phrase("lazim disebut"),
    Certainty.I: phrase("simpulan"),
    Certainty.WEAK_S: phrase("sumber kedua yang lemah"),
    Certainty.S: phrase("sumber kedua"),
}
"""What stands beside "perlu konfirmasi" on a page, the weakest source first."""
