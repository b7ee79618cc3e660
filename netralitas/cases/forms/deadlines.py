"""The forms of deadlines: what is put on one, since when it stands still, since when it goes on."""

from typing import Final

from netralitas.web.forms import (
    Choices,
    Citation,
    Form,
    HappenedField,
    Integer,
    Paragraph,
    Version,
    optional,
)

LONGEST: Final = 366
"""More units are a slip of the pen: nothing in the procedure runs for longer than a year."""

_BASIS_HINT: Final = "Peraturan, surat, atau putusan; sebutkan pasal atau nomor dan tanggalnya."


class DeadlineForm(Form):
    """What every act on a deadline says: when it was decided, why, and on whom else it falls."""

    happened = HappenedField("Diputuskan pada", missing="Isi tanggalnya.")
    reason = Paragraph("Alasan", maximum=4000)
    others = optional(Choices("Berlaku juga bagi", hint="Tenggat yang sama pada terlapor lain."))
    version = Version()


class ExtensionForm(DeadlineForm):
    """How much longer a deadline becomes, and on what basis."""

    added = Integer("Tambahan", hint="Dalam satuan tenggat ini.", least=1, most=LONGEST)
    basis = Citation("Dasar", hint=_BASIS_HINT, maximum=300)


class PauseForm(DeadlineForm):
    """Since when a deadline stands still, and on what basis."""

    happened = HappenedField("Dijeda sejak", missing="Isi tanggal mulai jeda.")
    basis = Citation("Dasar", hint=_BASIS_HINT, maximum=300)


class ResumptionForm(DeadlineForm):
    """Since when a deadline goes on."""

    happened = HappenedField("Berjalan kembali sejak", missing="Isi tanggal berjalan kembali.")
