"""What is worth knowing about one follow-up beside its state: a sentence each. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.cases.domain import Employment, PositionClass
from netralitas.discipline.domain import ENDED_BY, PersonCheck, Signer
from netralitas.discipline.policy import imposing
from netralitas.discipline.policy.terms import last_day
from netralitas.discipline.sanctions import kind_of
from netralitas.discipline.words import SIGNERS, STANDINGS
from netralitas.law.words import day

_CIVIL: Final = frozenset({Employment.PNS, Employment.CPNS})
_BEFORE_EXAMINATION: Final = frozenset({"received", "examination_team"})
_UNTOLD: Final = (
    "Atasan langsung belum diberi tahu; ia yang pertama memanggil terlapor (PP 94/2021 Pasal 26"
    " ayat (1), perlu konfirmasi)."
)
_NEGLIGENT: Final = {
    "superior_negligent": "Atasan langsung tercatat lalai (PP 94/2021 Pasal 28, perlu konfirmasi).",
    "official_negligent": (
        "Pejabat yang berwenang tercatat tidak menghukum (PP 94/2021 Pasal 24 ayat (2), perlu"
        " konfirmasi)."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """One follow-up as far as its notes ask; `told` are days by fact, None where not known."""

    state: str
    employment: Employment
    position: PositionClass
    told: Mapping[str, date | None]
    check: PersonCheck | None = None
    imposed: str | None = None
    signer: Signer | None = None


def notes_on(one: Followed) -> tuple[str, ...]:
    """Return what is to be known, the most pressing first."""
    return tuple(
        said for said in (_checked(one), _untold(one), _signed(one), _term(one)) if said
    ) + tuple(said for fact, said in _NEGLIGENT.items() if fact in one.told)


def fitting_end(check: PersonCheck | None) -> str | None:
    """Return the move of `discipline` that fits what a check found; None while they serve."""
    return ENDED_BY.get(check.standing) if check else None


def _checked(one: Followed) -> str | None:
    if one.check is None:
        return None
    since = f" sejak {_plain(one.check.since)}" if one.check.since else ""
    return f"Status kepegawaian: {STANDINGS[one.check.standing].lower()}{since}."


def _untold(one: Followed) -> str | None:
    told = {"superior_informed", "superior_acted"} & set(one.told)
    asked = one.state in _BEFORE_EXAMINATION and one.employment in _CIVIL
    return _UNTOLD if asked and not told else None


def _signed(one: Followed) -> str | None:
    """Return that the table names somebody else for this level; it stands as a warning."""
    if one.signer is None or one.imposed is None:
        return None
    level = kind_of(one.imposed).level
    if imposing.fits(level, one.position, one.signer):
        return None
    able = " atau ".join(SIGNERS[each] for each in imposing.may_impose(level, one.position))
    return (
        f"Ditandatangani {SIGNERS[one.signer]}; menurut tabel kewenangan oleh {able}"
        " (perlu konfirmasi)."
    )


def _term(one: Followed) -> str | None:
    begun = one.told.get("in_force")
    months = kind_of(one.imposed).months if one.imposed else None
    if begun is None or months is None:
        return None
    if "term_served" in one.told:
        return "Masa hukuman selesai dijalani."
    return f"Masa hukuman {months} bulan sampai {_plain(last_day(begun, months))}."


def _plain(on: date) -> str:
    return day(on).split(", ", 1)[1]
