"""Why a deadline cannot be computed or a rule not be found, each with its sentence."""

from datetime import date

from netralitas.language import say
from netralitas.refusals import NotVisible, Refusal


class CannotCompute(Refusal):
    """The deadline cannot be computed, for the reason given."""


class YearNotLoaded(CannotCompute):
    """Counting working days needs the calendar of `year`, and it is not loaded."""

    def __init__(self, year: int) -> None:
        super().__init__(
            say("Tidak dapat dihitung: kalender hari libur tahun {year} belum dimuat.", year=year)
        )
        self.year = year


class TimeNeeded(CannotCompute):
    """A rule in hours was asked for with a start known to the day only."""

    def __init__(self, code: str) -> None:
        super().__init__(
            say(
                "Tidak dapat dihitung: tenggat ini dihitung dalam jam, sehingga jam mulainya harus "
                "diketahui."
            )
        )
        self.code = code


class OutOfRange(CannotCompute):
    """The count leaves the years that a date can express."""

    def __init__(self) -> None:
        super().__init__(say("Tidak dapat dihitung: tanggalnya di luar tahun 1 sampai 9999."))


class UnknownRule(NotVisible):
    """No rule has the code."""

    def __init__(self, code: str) -> None:
        super().__init__(say("Aturan “{code}” tidak dikenal.", code=code))
        self.code = code


class NotInForce(Refusal):
    """The rule exists, but no version of it was in force on the day `on`."""

    def __init__(self, code: str, on: date) -> None:
        super().__init__(
            say("Aturan “{code}” tidak berlaku pada tanggal {on:%d-%m-%Y}.", code=code, on=on)
        )
        self.code = code
        self.on = on


class NoEdition(Refusal):
    """No edition of the catalogue of violations is loaded for the day `on`."""

    def __init__(self, on: date, first: date) -> None:
        super().__init__(
            f"Katalog pelanggaran untuk tanggal {on:%d-%m-%Y} belum dimuat: edisi paling awal"
            f" berlaku mulai {first:%d-%m-%Y}."
        )
        self.on = on


class UnknownViolation(NotVisible):
    """No edition has an item of the code."""

    def __init__(self, code: str) -> None:
        super().__init__(f"Butir pelanggaran “{code}” tidak dikenal.")
        self.code = code


class UnknownLaw(NotVisible):
    """The register has no law of the name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Peraturan “{name}” tidak ada dalam daftar peraturan.")
        self.name = name
