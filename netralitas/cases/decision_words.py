"""The words of what a plenary decided of a respondent, where they are forwarded all the same."""

from typing import Final

NOT_DECIDED: Final = "decided_otherwise"
NOT_DECIDED_SAID: Final = (
    "Rapat pleno tidak memutuskan pelanggaran hukum lain (netralitas ASN) untuk terlapor ini."
)


def not_decided(number: int) -> str:
    """Return the sentence that asks about respondents whom the plenary decided on otherwise."""
    return (
        f"{number} terlapor yang dipilih tidak diputuskan rapat pleno sebagai pelanggaran hukum"
        " lain (netralitas ASN). Hapus pilihannya; bila memang diteruskan, centang pilihan itu di"
        " bawah dan tulis alasan serta dasarnya."
    )
