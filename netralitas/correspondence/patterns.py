"""How an office prints its numbers: a pattern with a serial, as data."""

import re
from collections.abc import Mapping
from datetime import date
from string import Formatter
from typing import Final

ROMAN_MONTHS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

_PLACES: Final = frozenset({"serial", "month", "year"})
_DIGITS: Final = re.compile(r"0[1-9]")


class PatternError(ValueError):
    """A pattern that cannot number anything; the message says why."""


def check(pattern: str) -> None:
    """Hold that `pattern` can be printed; PatternError otherwise.

    Places: {serial} (exactly once; {serial:03} fills up with zeros), {month} in Roman numerals,
    {year}.
    """
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError as error:
        raise PatternError("a brace is open or stands alone") from error
    places = [(name, spec, conversion) for _, name, spec, conversion in parts if name is not None]
    for name, spec, conversion in places:
        if name not in _PLACES:
            raise PatternError(f"{{{name}}} is no place of a pattern")
        if conversion or (spec and not (name == "serial" and _DIGITS.fullmatch(spec))):
            raise PatternError(f"{{{name}}} cannot be printed like that")
    if [name for name, *_ in places].count("serial") != 1:
        raise PatternError("a pattern has {serial} exactly once")


def printed(pattern: str, serial: int, on: date) -> str:
    """Return the number as it is printed: `serial` of the register, given out on the day `on`."""
    check(pattern)
    values: Mapping[str, int | str] = {
        "serial": serial,
        "month": ROMAN_MONTHS[on.month - 1],
        "year": on.year,
    }
    return pattern.format_map(values)
