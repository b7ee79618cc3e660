"""How the office's registers print their numbers (domain.md 1.4, reconstructed: M). Pure.

A number can always be typed as printed instead: the technical guides change.
"""

from dataclasses import dataclass

from netralitas.cases.domain import NumberKind, Source

KINDS = {Source.REPORT: "LP", Source.FINDING: "TM", Source.INFORMATION: "IA"}
LEVELS = {"nation": "RI", "province": "Prov", "regency": "Kab", "district": "Kec"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What of an office stands in its numbers: level and region code ("19.06")."""

    id: int
    level: str
    region: str


def pattern(number: NumberKind, source: Source, election: str | None, office: Office) -> str:
    """Return the pattern of a register: serial, month and year are filled in when it is given.

    "003/Reg/LP/PB/Kab/19.06/IX/2024"; the word Reg only in the register, never on a receipt.
    """
    parts = [
        "{serial:03}",
        "Reg" if number is NumberKind.REGISTER else "",
        KINDS.get(source, ""),
        election or "",
        LEVELS.get(office.level, ""),
        office.region,
        "{month}",
        "{year}",
    ]
    return "/".join(part for part in parts if part)
