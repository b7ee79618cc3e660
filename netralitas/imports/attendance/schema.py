"""The columns of a list of those who were present."""

from typing import Final

from netralitas.imports.domain import CellKind, Column, ImportKind, Schema

ATTENDANCE: Final = Schema(
    kind=ImportKind.ATTENDANCE,
    merges=False,
    columns=(
        Column(
            code="name",
            label="Nama",
            kind=CellKind.NAME,
            aliases=("nama", "nama lengkap", "nama peserta", "nama pegawai", "nama dan gelar"),
            required=True,
            maximum=120,
        ),
        Column(
            code="unit",
            label="Unit kerja",
            aliases=("unit kerja", "unit", "opd", "perangkat daerah", "satuan kerja", "instansi"),
            required=True,
        ),
        Column(
            code="position",
            label="Jabatan",
            aliases=("jabatan", "nama jabatan"),
            maximum=120,
        ),
        Column(
            code="nip",
            label="NIP",
            kind=CellKind.NIP,
            aliases=("nip", "nip baru", "nomor induk pegawai", "ni pppk"),
            unique=True,
        ),
        Column(
            code="origin",
            label="Asal tamu",
            aliases=("asal tamu", "asal", "asal instansi", "alamat"),
            maximum=120,
        ),
    ),
)
