"""The fields of a person check: how a respondent stands in service, since when, read where."""

from collections.abc import Iterator
from typing import Any, Final

from netralitas.discipline.domain import PersonCheck, PersonStanding, StandingSource
from netralitas.discipline.words import STANDING_SOURCES, STANDINGS
from netralitas.web.forms import Choice, DateField, Field, Form, optional

_NAME: Final = "person_standing"
_SINCE_HINT: Final = "Kosongkan bila terlapor masih aktif atau tanggalnya tidak diketahui."
_STILL_ACTIVE: Final = "Tanggal diisi hanya bila terlapor tidak lagi aktif di instansi ini."


def fields() -> Iterator[tuple[str, Field[Any]]]:
    """Yield the fields by name."""
    yield _NAME, Choice("Status kepegawaian", _pairs(STANDINGS))
    since = DateField("Sejak tanggal", past=True, hint=_SINCE_HINT)
    yield f"{_NAME}_since", optional(since)
    yield f"{_NAME}_source", Choice("Sumber", _pairs(STANDING_SOURCES))


def check(form: Form) -> None:
    """Hold that one who is in service has not been out of it since a day."""
    if _NAME not in form.fields:
        return
    active = form.read_value(_NAME) == PersonStanding.ACTIVE
    if active and form.read_value(f"{_NAME}_since") is not None:
        form.refuse(f"{_NAME}_since", _STILL_ACTIVE)


def check_in(form: Form) -> PersonCheck | None:
    """Return what the fields of a valid form say; None where it has no such fields."""
    standing = form.read_value(_NAME)
    source = form.read_value(f"{_NAME}_source")
    if standing is None or source is None:
        return None
    return PersonCheck(
        standing=PersonStanding(standing),
        source=StandingSource(source),
        since=form.read_value(f"{_NAME}_since"),
    )


def _pairs(words: dict[Any, str]) -> tuple[tuple[str, str], ...]:
    return tuple((code.value, said) for code, said in words.items())
