"""What a form asks once for each party: as many fields as a paper has parties, four at most."""

from collections.abc import Iterable
from typing import Final

from netralitas.agreements.words import KINDS
from netralitas.web.forms import Choice, Form, Text, optional

PLACES: Final = ("first", "second", "third", "fourth")
"""What the fields of the parties begin with, in their order."""

_LONG: Final = 500


def shown(names: Iterable[str], parties: int) -> tuple[str, ...]:
    """Return the fields without those of parties that the paper does not have."""
    absent = tuple(f"{place}_" for place in PLACES[parties:])
    return tuple(name for name in names if not name.startswith(absent))


def said_by(form: Form, part: str) -> tuple[str, ...]:
    """Return what was typed for a part of each party, "" for one that left it out."""
    return tuple(str(form.value_of(f"{place}_{part}") or "") for place in PLACES)


class NameForm(Form):
    """What an agreement is called, and where it is signed."""

    kind = Choice("Jenis", [(kind.value, said) for kind, said in KINDS.items()])
    title = Text("Judul", hint="Sesudah kata “tentang” pada kepala naskah.", maximum=_LONG)
    place = Text("Tempat penandatanganan")


class PartiesForm(NameForm):
    """What each party says of itself: its number, who signs, in which capacity, why they may.

    `first_` is the party that enters it.
    """

    first_number = optional(Text("Nomor naskah pihak kesatu"))
    first_signatory = optional(Text("Nama penanda tangan pihak kesatu"))
    first_capacity = optional(Text("Jabatan penanda tangan pihak kesatu"))
    first_basis = optional(Text("Dasar kewenangan pihak kesatu", maximum=_LONG))
    second_number = optional(Text("Nomor naskah pihak kedua"))
    second_signatory = optional(Text("Nama penanda tangan pihak kedua"))
    second_capacity = optional(Text("Jabatan penanda tangan pihak kedua"))
    second_basis = optional(Text("Dasar kewenangan pihak kedua", maximum=_LONG))
    third_number = optional(Text("Nomor naskah pihak ketiga"))
    third_signatory = optional(Text("Nama penanda tangan pihak ketiga"))
    third_capacity = optional(Text("Jabatan penanda tangan pihak ketiga"))
    third_basis = optional(Text("Dasar kewenangan pihak ketiga", maximum=_LONG))
    fourth_number = optional(Text("Nomor naskah pihak keempat"))
    fourth_signatory = optional(Text("Nama penanda tangan pihak keempat"))
    fourth_capacity = optional(Text("Jabatan penanda tangan pihak keempat"))
    fourth_basis = optional(Text("Dasar kewenangan pihak keempat", maximum=_LONG))


class NumbersForm(Form):
    """The number that each party gives its copy."""

    first_number = optional(Text("Nomor naskah pihak kesatu"))
    second_number = optional(Text("Nomor naskah pihak kedua"))
    third_number = optional(Text("Nomor naskah pihak ketiga"))
    fourth_number = optional(Text("Nomor naskah pihak keempat"))
