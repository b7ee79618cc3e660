"""The tables that can be taken in. A new kind of table is a schema here, and what stores its rows.

Heads are compared by their letters and digits: "Nama Pegawai" is "NAMA_PEGAWAI".
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar

from netralitas.cases.domain import Employment, PositionClass
from netralitas.cases.words import EMPLOYMENTS, POSITION_CLASSES
from netralitas.imports.domain import CellKind, Column, ImportKind, Schema

_Value = TypeVar("_Value", bound=StrEnum)

_EMPLOYED: Final[Mapping[str, Employment]] = {
    "pegawai negeri sipil": Employment.PNS,
    "calon pns": Employment.CPNS,
    "p3k": Employment.PPPK,
    "honorer": Employment.CONTRACT,
    "kontrak": Employment.CONTRACT,
    "non asn": Employment.CONTRACT,
    "non-asn": Employment.CONTRACT,
    "kades": Employment.VILLAGE_HEAD,
    "polisi": Employment.POLICE,
}
_POSTED: Final[Mapping[str, PositionClass]] = {
    "jpt madya": PositionClass.JPT_MADYA,
    "jpt pratama": PositionClass.JPT_PRATAMA,
    "jabatan administrator": PositionClass.ADMINISTRATOR,
    "jabatan pengawas": PositionClass.SUPERVISOR,
    "jabatan pelaksana": PositionClass.STAFF,
    "jabatan fungsional": PositionClass.FUNCTIONAL,
    "jft": PositionClass.FUNCTIONAL,
}


def _choices(labels: Mapping[_Value, str], synonyms: Mapping[str, _Value]) -> dict[str, str]:
    """Return every way of writing with its value: the label, its code, what else is usual."""
    said = {label.casefold(): value.value for value, label in labels.items()}
    said |= {value.value: value.value for value in labels}
    return said | {text: value.value for text, value in synonyms.items()}


STAFF: Final = Schema(
    kind=ImportKind.STAFF,
    columns=(
        Column(
            code="name",
            label="Nama",
            kind=CellKind.NAME,
            aliases=("nama", "nama lengkap", "nama pegawai", "nama asn", "nama dan gelar"),
            required=True,
        ),
        Column(
            code="nip",
            label="NIP",
            kind=CellKind.NIP,
            aliases=(
                "nip",
                "nip baru",
                "nip/nippppk",
                "nomor induk pegawai",
                "no induk",
                "ni pppk",
            ),
            unique=True,
        ),
        Column(
            code="employment",
            label="Status kepegawaian",
            kind=CellKind.CHOICE,
            aliases=("status kepegawaian", "status pegawai", "jenis pegawai", "kedudukan"),
            choices=_choices(EMPLOYMENTS, _EMPLOYED),
            offered=tuple(EMPLOYMENTS.values()),
        ),
        Column(
            code="position_class",
            label="Jenis jabatan",
            kind=CellKind.CHOICE,
            aliases=("jenis jabatan", "kelompok jabatan", "tingkat jabatan"),
            choices=_choices(POSITION_CLASSES, _POSTED),
            offered=tuple(POSITION_CLASSES.values()),
        ),
        Column(
            code="position",
            label="Jabatan",
            aliases=("jabatan", "nama jabatan", "jabatan terakhir"),
        ),
        Column(
            code="unit",
            label="Unit kerja",
            aliases=("unit kerja", "unor", "unit organisasi", "nama unor", "satuan kerja", "opd"),
        ),
        Column(
            code="employer",
            label="Instansi",
            aliases=("instansi", "instansi kerja", "instansi induk", "pemerintah daerah"),
        ),
        Column(
            code="grade",
            label="Pangkat dan golongan",
            aliases=("pangkat dan golongan", "pangkat/golongan", "golongan", "gol", "gol ruang"),
            maximum=60,
        ),
    ),
)
