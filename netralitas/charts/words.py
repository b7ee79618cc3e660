"""Values of charts as they are read: "1.234", "75%", "Rp1.500.000"."""

from typing import Final

UNKNOWN: Final = "\N{EN DASH}"


def said(value: int | None, unit: str) -> str:
    """Return a value in its unit; words of units stand in the heads, not beside each number."""
    if value is None:
        return UNKNOWN
    number = f"{value:,}".replace(",", ".")
    if unit == "%":
        return f"{number}%"
    return f"Rp{number}" if unit == "Rp" else number
