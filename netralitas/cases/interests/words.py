"""The words of declared interests."""

from typing import Final

from netralitas.cases.domain import InterestKind

KINDS: Final[dict[InterestKind, str]] = {
    InterestKind.UNIT: "Unit kerja atau instansi",
    InterestKind.PERSON: "Orang",
}
