"""The table of what other systems say of respondents: its columns, and their heads."""

from collections.abc import Mapping
from typing import Final

from netralitas.imports.domain import CellKind, Column, ImportKind, Schema
from netralitas.referral.external.domain import ExternalStanding, ExternalSystem
from netralitas.referral.external.words import STANDINGS, SYSTEMS

_SYSTEMS: Final[Mapping[str, ExternalSystem]] = {
    "idis": ExternalSystem.IDIS,
    "integrated discipline": ExternalSystem.IDIS,
    "sapa bkn terpadu": ExternalSystem.SBT,
    "sp4n": ExternalSystem.LAPOR,
    "lapor!": ExternalSystem.LAPOR,
}
_STANDINGS: Final[Mapping[str, ExternalStanding]] = {
    "direkomendasikan": ExternalStanding.RECOMMENDED,
    "diverifikasi": ExternalStanding.VERIFICATION,
    "verifikasi": ExternalStanding.VERIFICATION,
    "ditindaklanjuti": ExternalStanding.FOLLOWED_UP,
    "diblokir": ExternalStanding.BLOCKED,
    "blokir": ExternalStanding.BLOCKED,
    "blokir dibuka": ExternalStanding.UNBLOCKED,
    "tidak ditemukan": ExternalStanding.GONE,
}

EXTERNAL: Final = Schema(
    kind=ImportKind.EXTERNAL,
    columns=(
        Column(
            code="case",
            label="Nomor perkara",
            aliases=("nomor perkara", "nomor registrasi", "nomor register", "nomor tanda terima"),
            required=True,
        ),
        Column(
            code="respondent",
            label="Terlapor",
            kind=CellKind.PERSON,
            aliases=("terlapor", "nomor urut terlapor", "nip terlapor", "nip", "nama terlapor"),
            required=True,
        ),
        Column(
            code="system",
            label="Sistem",
            kind=CellKind.CHOICE,
            aliases=("sistem", "nama sistem", "aplikasi"),
            required=True,
            choices={
                **{label.casefold(): system.value for system, label in SYSTEMS.items()},
                **{text: system.value for text, system in _SYSTEMS.items()},
            },
            offered=tuple(SYSTEMS.values()),
        ),
        Column(
            code="number",
            label="Nomor di sistem",
            aliases=("nomor di sistem", "nomor aduan", "nomor laporan", "id laporan"),
            maximum=120,
        ),
        Column(
            code="standing",
            label="Status",
            kind=CellKind.CHOICE,
            aliases=("status", "status laporan", "status di sistem"),
            choices={
                **{label.casefold(): standing.value for standing, label in STANDINGS.items()},
                **{text: standing.value for text, standing in _STANDINGS.items()},
            },
            offered=tuple(STANDINGS.values()),
        ),
        Column(
            code="said",
            label="Keterangan di sistem",
            aliases=("keterangan di sistem", "keterangan", "uraian status"),
            maximum=500,
        ),
        Column(
            code="as_of",
            label="Tanggal status",
            kind=CellKind.ROUGH_DAY,
            aliases=("tanggal status", "per tanggal", "tanggal"),
        ),
        Column(
            code="according_to",
            label="Menurut",
            aliases=("menurut", "menurut siapa", "sumber"),
        ),
    ),
)
