"""In words: what differs when figures are counted again, and why an account does not close."""

from netralitas.evaluation.domain import Difference
from netralitas.evaluation.words.indicators import DEFINITIONS, MOVEMENTS, REGISTERS
from netralitas.web.formats import number


def differing(difference: Difference) -> str:
    """Return one number that is another now, as a sentence without its end."""
    return (
        f"{_named(difference)}: dibekukan {number(difference.was)},"
        f" sekarang {number(difference.now)} ({signed(difference.by)})"
    )


def signed(amount: int) -> str:
    """Return an amount with its sign, as a change is shown."""
    sign = "+" if amount > 0 else "\N{MINUS SIGN}" if amount < 0 else ""
    return f"{sign}{number(abs(amount))}"


def why(code: str, difference: int, unnamed: int) -> str:
    """Return why the account of a register does not close, as far as the figures know."""
    if code == "respondent" and difference == unnamed:
        return (
            f"karena {number(unnamed)} terlapor diteruskan dari perkara yang pembukaannya belum"
            " menyebut terlapor, jadi tidak tercatat kapan masuk"
        )
    return (
        "karena peristiwa yang membuka atau menutup sebagian isinya tidak terbaca lagi; periksa"
        " catatan peristiwa dengan administrator"
    )


def _named(difference: Difference) -> str:
    register = REGISTERS.get(difference.of)
    if register is not None:
        return f"{register.title}, {MOVEMENTS[difference.part or 'open']}"
    said = DEFINITIONS.get(difference.of)
    if said is None:
        return difference.of
    return said.title if difference.part is None else f"{said.title}, {_part(difference)}"


def _part(difference: Difference) -> str:
    part = difference.part or ""
    return DEFINITIONS[difference.of].parts.get(part, part).lower()
