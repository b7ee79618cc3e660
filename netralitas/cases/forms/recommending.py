"""One letter that recommends different things on different respondents, on one form."""

from collections.abc import Iterator
from typing import Any, Final

from netralitas.discipline.sanctions import recommended_options
from netralitas.web.forms import Choice, Choices, Field, Form, optional

GROUPS: Final = ("second", "third")
"""Beside those of "Terapkan juga untuk", so many groups of respondents with a word of their own."""

FOLD: Final = "Rekomendasi yang berbeda untuk terlapor lain dalam surat yang sama"
_WITHOUT_WORD: Final = "Pilih apa yang direkomendasikan bagi terlapor yang dicentang di bawahnya."
_WITHOUT_PERSON: Final = "Centang terlapor yang dimaksud, atau kosongkan pilihan di atasnya."
_TWICE: Final = "Seorang terlapor hanya dapat dicentang satu kali dalam satu surat."


def fields() -> Iterator[tuple[str, Field[Any]]]:
    """Yield the fields of each group: what is recommended, and for whom."""
    for number, group in enumerate(GROUPS, start=2):
        word = Choice(f"Rekomendasi ke-{number}", recommended_options())
        yield f"recommended_{group}", optional(word)
        yield f"others_{group}", optional(Choices(f"Untuk terlapor (rekomendasi ke-{number})"))


def names() -> tuple[str, ...]:
    """Return the names of all these fields."""
    return tuple(f"{part}_{group}" for group in GROUPS for part in ("recommended", "others"))


def check(form: Form) -> None:
    """Hold that each group has a word and its respondents, and nobody stands in two."""
    seen = set(form.read_value("others") or ())
    for group in GROUPS:
        if f"recommended_{group}" not in form.fields:
            return
        word = form.read_value(f"recommended_{group}")
        chosen = set(form.read_value(f"others_{group}") or ())
        if chosen and word is None:
            form.refuse(f"recommended_{group}", _WITHOUT_WORD)
        if word is not None and not chosen:
            form.refuse(f"others_{group}", _WITHOUT_PERSON)
        if chosen & seen:
            form.refuse(f"others_{group}", _TWICE)
        seen |= chosen


def each_of(form: Form) -> dict[int, str]:
    """Return what is recommended for each proceeding of a group, by its id."""
    return {
        int(one): form.read_value(f"recommended_{group}")
        for group in GROUPS
        for one in form.read_value(f"others_{group}") or ()
    }
