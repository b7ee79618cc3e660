"""Fields that several forms of the law ask for."""

from typing import Final

from netralitas.law.certainty_words import CERTAINTIES
from netralitas.law.domain import Certainty
from netralitas.web.forms import Choice, Paragraph

_LONGEST_REASON: Final = 500
_OFFERED: Final = (Certainty.T, Certainty.S, Certainty.M)


def reason() -> Paragraph:
    """Return the field for why the law is changed, which its history shows."""
    return Paragraph(
        "Alasan perubahan",
        hint="Tampil pada riwayat. Tanpa nama orang dan tanpa nomor perkara.",
        missing="Tuliskan alasan perubahan.",
        maximum=_LONGEST_REASON,
    )


def certainty(hint: str = "") -> Choice:
    """Return the field for how sure the source is."""
    offered = [(each.value, f"{each.value}: {CERTAINTIES[each]}") for each in _OFFERED]
    return Choice("Kepastian", offered, hint=hint, missing="Pilih kepastian sumbernya.")
