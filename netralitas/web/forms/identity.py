"""Fields that identify or reach a person: NIP, NIK, telephone, e-mail."""

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from netralitas.language import say
from netralitas.web.forms.field import Field
from netralitas.web.forms.given import Given, Wrong

_SEPARATORS = re.compile(r"[\s.\-\u00a0\u2010-\u2015]")
_DIGITS = re.compile(r"[0-9]+")
_ADDRESS = re.compile(
    r"[^@\s\"<>(),:;\\\[\]]{1,64}"
    r"@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)


def _digits(given: Given, length: int) -> str:
    """Return exactly `length` digits, separators left out; empty when nothing was typed."""
    text = _SEPARATORS.sub("", given.line())
    if not text:
        return ""
    if not _DIGITS.fullmatch(text):
        raise Wrong(say("{label} hanya terdiri atas angka.", label=given.label))
    if len(text) != length:
        raise Wrong(
            say(
                "{label} terdiri atas {length} angka; yang Anda tulis {typed}.",
                label=given.label,
                length=length,
                typed=len(text),
            )
        )
    return text


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


class Nip(Field[str]):
    """The 18 digits of a civil servant's number: birth date, start of service, sex, sequence."""

    kind: ClassVar[str] = "nip"

    def read(self, given: Given) -> str | None:
        """Return the 18 digits, None when empty; raises Wrong naming every part that is wrong."""
        digits = _digits(given, 18)
        wrong = tuple(self._faults(digits)) if digits else ()
        if wrong:
            raise Wrong(*wrong)
        return digits or None

    def _faults(self, digits: str) -> Iterator[str]:
        birth = (int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
        if not 1900 <= birth[0] <= 2100 or not _is_day(*birth):
            yield say(
                "{label}: delapan angka pertama harus tanggal lahir (tahun, bulan, hari).",
                label=self.label,
            )
        year, month = int(digits[8:12]), int(digits[12:14])
        if not 1900 <= year <= 2100:
            yield say(
                "{label}: angka ke-9 sampai ke-12 harus tahun mulai bertugas.", label=self.label
            )
        if not 1 <= month <= 12:
            yield say(
                "{label}: angka ke-13 dan ke-14 harus bulan mulai bertugas (01 sampai 12).",
                label=self.label,
            )
        if digits[14] not in "12":
            yield say(
                "{label}: angka ke-15 harus 1 (laki-laki) atau 2 (perempuan).", label=self.label
            )


class Nik(Field[str]):
    """The 16 digits of a citizen's number; a woman's birth day is written with 40 added."""

    kind: ClassVar[str] = "nik"

    def read(self, given: Given) -> str | None:
        """Return the 16 digits, None when empty."""
        digits = _digits(given, 16)
        if not digits:
            return None
        day, month = int(digits[6:8]), int(digits[8:10])
        # Two digits of a year: 2000 is a leap year, so no true birthday is refused.
        if not _is_day(2000, month, day - 40 if day > 40 else day):
            raise Wrong(
                say("{label}: angka ke-7 sampai ke-12 harus tanggal lahir.", label=self.label)
            )
        return digits


class Phone(Field[str]):
    """A telephone number in Indonesia; the value is written +62…"""

    kind: ClassVar[str] = "phone"

    def read(self, given: Given) -> str | None:
        """Return the number with country code, None when empty."""
        text = re.sub(r"[\s.\-()\u00a0\u2010-\u2015]", "", given.line())
        if not text:
            return None
        national = re.sub(r"^(\+62|62|0)", "", text)
        if not re.fullmatch(r"[1-9][0-9]{6,12}", national) or national == text:
            raise Wrong(
                say(
                    "{label} harus berupa nomor telepon, misalnya 0812 3456 7890.",
                    label=self.label,
                )
            )
        return f"+62{national}"


class Email(Field[str]):
    """An address for e-mail, at most 254 characters."""

    kind: ClassVar[str] = "email"

    def read(self, given: Given) -> str | None:
        """Return the address, None when empty."""
        text = given.line()
        if not text:
            return None
        if len(text) > 254 or not _ADDRESS.fullmatch(text) or ".." in text:
            raise Wrong(
                say(
                    "{label} harus berupa alamat surel, misalnya nama@contoh.go.id.",
                    label=self.label,
                )
            )
        return text
