"""How sure something about the law is, as it stands beside "perlu konfirmasi"."""

from netralitas.law.certainty_words import SOURCE_KINDS
from netralitas.law.domain import Certainty


def unsure(*certainties: Certainty) -> str | None:
    """Return the kind of the weakest source, "sumber kedua", or None where all were read."""
    return next(
        (str(kind) for certainty, kind in SOURCE_KINDS.items() if certainty in certainties), None
    )
