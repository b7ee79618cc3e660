"""The catalogue of kinds, after domain.md 3.3 to 3.5: the decree fixes the kind, this names it."""

from typing import Final

from netralitas.cases.domain import Employment, SanctionLevel
from netralitas.discipline.sanctions.kinds import Remedy, SanctionKind
from netralitas.law.domain import Certainty

_CIVIL: Final = frozenset({Employment.PNS, Employment.CPNS})
_AGREED: Final = frozenset({Employment.PPPK})
_EVERYBODY: Final = frozenset(Employment)
_OF_THE_UNIT: Final = _EVERYBODY - _CIVIL - _AGREED
_NO_PAY_RULE: Final = (
    "Belum berlaku: pemotongan tunjangan kinerja menunggu peraturan pemerintah tentang gaji dan"
    " tunjangan; sampai saat itu dipakai hukuman pengganti."
)


def _discipline(
    code: str,
    label: str,
    level: SanctionLevel,
    *,
    months: int | None = None,
    remedy: Remedy = Remedy.OBJECTION,
    waits_for: str | None = None,
) -> SanctionKind:
    """Return a disciplinary punishment of PP 94/2021 Pasal 8; its paragraph follows the level."""
    paragraph = {SanctionLevel.LIGHT: 2, SanctionLevel.MEDIUM: 3, SanctionLevel.HEAVY: 4}[level]
    return SanctionKind(
        code=code,
        label=label,
        level=level,
        persons=_CIVIL,
        article=f"PP 94/2021 Pasal 8 ayat ({paragraph})",
        certainty=Certainty.S,
        months=months,
        remedy=remedy,
        waits_for=waits_for,
    )


def _substitute(code: str, label: str) -> SanctionKind:
    """Return a punishment of one year that stands in for the cut of the allowance."""
    return SanctionKind(
        code=code,
        label=label,
        level=SanctionLevel.MEDIUM,
        persons=_CIVIL,
        article="PerBKN 6/2022 Pasal 62",
        certainty=Certainty.WEAK_S,
        months=12,
        remedy=Remedy.OBJECTION,
    )


def _moral(code: str, label: str, level: SanctionLevel) -> SanctionKind:
    return SanctionKind(
        code=code,
        label=label,
        level=level,
        persons=_CIVIL | _AGREED,
        article="PP 42/2004 Pasal 15",
        certainty=Certainty.S,
    )


def _contract_end(code: str, label: str, article: str) -> SanctionKind:
    return SanctionKind(
        code=code,
        label=label,
        level=SanctionLevel.CONTRACT_ENDED,
        persons=_AGREED,
        article=article,
        certainty=Certainty.WEAK_S,
        remedy=Remedy.APPEAL,
    )


CATALOGUE: Final = (
    SanctionKind(
        code="no_sanction",
        label="Tidak dijatuhi sanksi",
        level=SanctionLevel.NONE,
        persons=_EVERYBODY,
        article="Praktik penanganan",
        certainty=Certainty.M,
    ),
    _moral("moral_closed", "Sanksi moral: pernyataan tertutup", SanctionLevel.MORAL_CLOSED),
    _moral("moral_open", "Sanksi moral: pernyataan terbuka", SanctionLevel.MORAL_OPEN),
    _discipline("oral_warning", "Teguran lisan", SanctionLevel.LIGHT),
    _discipline("written_warning", "Teguran tertulis", SanctionLevel.LIGHT),
    _discipline(
        "written_dissatisfaction", "Pernyataan tidak puas secara tertulis", SanctionLevel.LIGHT
    ),
    *(
        _discipline(
            f"allowance_cut_{months}",
            f"Pemotongan tunjangan kinerja 25% selama {months} bulan",
            SanctionLevel.MEDIUM,
            months=months,
            waits_for=_NO_PAY_RULE,
        )
        for months in (6, 9, 12)
    ),
    _substitute("increment_delayed", "Penundaan kenaikan gaji berkala selama 1 tahun"),
    _substitute("promotion_delayed", "Penundaan kenaikan pangkat selama 1 tahun"),
    _substitute("grade_lowered", "Penurunan pangkat setingkat lebih rendah selama 1 tahun"),
    _discipline(
        "post_lowered",
        "Penurunan jabatan setingkat lebih rendah selama 12 bulan",
        SanctionLevel.HEAVY,
        months=12,
    ),
    _discipline(
        "post_removed",
        "Pembebasan dari jabatan menjadi jabatan pelaksana selama 12 bulan",
        SanctionLevel.HEAVY,
        months=12,
    ),
    _discipline(
        "honourable_dismissal",
        "Pemberhentian dengan hormat tidak atas permintaan sendiri",
        SanctionLevel.HEAVY,
        remedy=Remedy.APPEAL,
    ),
    SanctionKind(
        code="dishonourable_dismissal",
        label="Pemberhentian tidak dengan hormat (bukan hukuman disiplin)",
        level=SanctionLevel.DISMISSAL,
        persons=_CIVIL,
        article="UU 20/2023 Pasal 52 ayat (3) huruf j dan ayat (4)",
        certainty=Certainty.S,
        remedy=Remedy.APPEAL,
    ),
    _contract_end(
        "contract_ended_with_honour",
        "Pemutusan perjanjian kerja dengan hormat tidak atas permintaan sendiri",
        "PP 49/2018 Pasal 53 ayat (2) huruf b",
    ),
    _contract_end(
        "contract_ended_without_honour",
        "Pemutusan perjanjian kerja tidak dengan hormat",
        "PP 49/2018 Pasal 53 ayat (3) huruf c",
    ),
    SanctionKind(
        code="agreement_sanction",
        label="Sanksi lain menurut perjanjian kerja",
        level=SanctionLevel.OTHER,
        persons=_AGREED,
        article="PP 49/2018 Pasal 52",
        certainty=Certainty.S,
    ),
    SanctionKind(
        code="unit_sanction",
        label="Sanksi menurut kontrak atau ketentuan unit kerja",
        level=SanctionLevel.OTHER,
        persons=_OF_THE_UNIT,
        article="SE MenPANRB 1/2023",
        certainty=Certainty.S,
    ),
)
"""Every kind, from nothing to the end of service; those not in force are asked about."""

_BY_CODE: Final = {kind.code: kind for kind in CATALOGUE}


def kind_of(code: str) -> SanctionKind:
    """Return the kind `code`, in force or not; KeyError when the catalogue has none."""
    return _BY_CODE[code]


def offered_kinds(employment: Employment = Employment.UNKNOWN) -> tuple[tuple[str, str], ...]:
    """Return code and label of each kind that can be imposed on one so employed, as catalogued.

    An unknown employment excludes nothing. Kinds that are not in force come last and say so:
    whoever imposes one is asked about it.
    """
    fitting = [
        kind for kind in CATALOGUE if employment is Employment.UNKNOWN or employment in kind.persons
    ]
    in_force = [(kind.code, kind.label) for kind in fitting if kind.in_force]
    waiting = [(k.code, f"{k.label} (belum berlaku)") for k in fitting if not k.in_force]
    return (*in_force, *waiting)
