"""The form of what another system says of a respondent."""

from typing import ClassVar, Final

from netralitas.audit.domain import Moment
from netralitas.referral.external.domain import (
    ExternalStanding,
    ExternalSystem,
    ExternalWord,
    unknown_day,
)
from netralitas.referral.external.words import NOTHING_SAID, STANDINGS, SYSTEMS
from netralitas.web.forms import (
    LETTERS,
    MEBIBYTE,
    Choice,
    Form,
    HappenedField,
    Text,
    Upload,
    optional,
)

LARGEST: Final = 20 * MEBIBYTE
LONGEST_NUMBER: Final = 120
LONGEST_SAID: Final = 500
LONGEST_SOURCE: Final = 200


class RoughDay(HappenedField):
    """A day of which perhaps only the month or the year is known; no hour is asked for."""

    kind: ClassVar[str] = "date"
    parts: ClassVar[tuple[str, ...]] = ("", "day", "month", "year")


class ExternalForm(Form):
    """Which system, its number, where the matter stands there, for when, who told it."""

    system = Choice("Sistem", [(system.value, label) for system, label in SYSTEMS.items()])
    number = optional(
        Text("Nomor di sistem itu", hint="Seperti tertulis di sana.", maximum=LONGEST_NUMBER)
    )
    standing = optional(
        Choice(
            "Status di sistem itu",
            [
                (standing.value, label)
                for standing, label in STANDINGS.items()
                if standing is not ExternalStanding.UNKNOWN
            ],
            hint="Kosongkan bila tidak disebut. Kata-kata aslinya ditulis di bawah.",
        )
    )
    said = optional(
        Text(
            "Keterangan yang tertulis di sana",
            hint="Kata-kata aslinya. Jangan menulis nama pelapor atau saksi.",
            maximum=LONGEST_SAID,
        )
    )
    as_of = optional(
        RoughDay(
            "Tanggal status",
            hint="Kosongkan tanggal atau bulan yang tidak diketahui. Misalnya 3 2 2025.",
        )
    )
    according_to = Text(
        "Menurut siapa",
        hint="Misalnya petugas BKN lewat surat, atau layar SBT yang dilihat sendiri; cukup"
        " jabatannya.",
        missing="Isi menurut siapa, misalnya petugas BKN atau layar SBT yang dilihat sendiri.",
        maximum=LONGEST_SOURCE,
    )
    proof = optional(
        Upload(
            "Bukti bertanggal",
            kinds=LETTERS,
            largest=LARGEST,
            hint="Tangkapan layar atau surat. PDF, JPEG, atau PNG, paling besar 20 MB.",
        )
    )

    def check(self) -> None:
        """Hold that something is said: a number, a standing or words."""
        named = any(self.read_value(name) for name in ("number", "standing", "said"))
        if self.read_value("system") and not named:
            self.refuse("number", NOTHING_SAID)

    @property
    def word(self) -> ExternalWord:
        """Return what the system says; of a form that is valid."""
        return ExternalWord(
            system=ExternalSystem(self.system),
            number=self.number or "",
            standing=ExternalStanding(self.standing or ExternalStanding.UNKNOWN),
            said=self.said or "",
            as_of=self._as_of(),
            according_to=self.according_to,
        )

    def _as_of(self) -> Moment:
        if self.as_of is None or self.as_of.on is None:
            return unknown_day()
        return Moment(precision=self.as_of.precision, on=self.as_of.on)
