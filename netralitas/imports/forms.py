"""The forms of an import: the file, which column is which, the confirmation; and the search."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from netralitas.imports.attendance.schema import ATTENDANCE
from netralitas.imports.domain import Schema, type_mapping
from netralitas.imports.examining import Opened
from netralitas.imports.external_schema import EXTERNAL
from netralitas.imports.reading import LARGEST
from netralitas.imports.schemas import STAFF
from netralitas.web.forms import Choice, FileField, Form, Text, Version, optional
from netralitas.web.forms.bound import type_options
from netralitas.web.forms.files import file_name
from netralitas.web.forms.given import Given, Wrong

_LONGEST_OPTION: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SentTable:
    """A file as it arrived; what it is, its content tells."""

    name: str
    content: bytes


class TableFile(FileField[SentTable]):
    """One file that may be a table."""

    kind: ClassVar[str] = "file"

    def read(self, given: Given) -> SentTable | None:
        """Return the file, None when none was chosen; Wrong for one that is too large."""
        chosen = given.files()
        if not chosen:
            return None
        if len(chosen) > 1:
            raise Wrong(f"{self.label}: pilih satu berkas saja.")
        content = chosen[0].file
        content.seek(0)
        raw = content.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise Wrong(f"Berkas terlalu besar. Batasnya {LARGEST // (1024 * 1024)} MB.")
        return SentTable(name=file_name(chosen[0].filename), content=raw)


class TableForm(Form):
    """A table that is sent."""

    file = TableFile(
        "Berkas daftar",
        hint="XLSX, XLS, ODS, atau CSV (UTF-8), paling besar 10 MB dan 100.000 baris.",
        missing="Pilih berkas daftar.",
    )

    @property
    def said_source(self) -> str:
        """Return where it comes from; nothing where that is not asked."""
        return ""


class UploadForm(TableForm):
    """A list and where it comes from."""

    file = TableFile(
        "Berkas daftar pegawai",
        hint="XLSX, XLS, ODS, atau CSV (UTF-8), paling besar 10 MB dan 100.000 baris.",
        missing="Pilih berkas daftar pegawai.",
    )
    source = Text(
        "Sumber daftar",
        hint="Misalnya BKPSDM Kabupaten Contoh. Susunan kolom diingat untuk tiap sumber.",
        minimum=3,
        maximum=120,
    )

    @property
    def said_source(self) -> str:
        """Return where it comes from."""
        return self.source


class AttendanceUploadForm(TableForm):
    """A list of those who were present."""

    file = TableFile(
        "Berkas daftar hadir",
        hint="XLSX, XLS, ODS, atau CSV (UTF-8), paling besar 10 MB, tanpa sel yang digabung.",
        missing="Pilih berkas daftar hadir.",
    )


class ExternalUploadForm(UploadForm):
    """What other systems say, and where the file comes from."""

    file = TableFile(
        "Berkas catatan sistem lain",
        hint="XLSX, XLS, ODS, atau CSV (UTF-8), paling besar 10 MB dan 100.000 baris.",
        missing="Pilih berkas catatan sistem lain.",
    )
    source = Text(
        "Menurut siapa",
        hint="Misalnya unduhan SBT oleh petugas BKN, 3 Februari 2025. Berlaku bagi baris yang tidak"
        " menyebutnya sendiri.",
        minimum=3,
        maximum=120,
    )


class MappingForm(Form):
    """Which column of the file is which; the fields are those of the schema."""

    schema: ClassVar[Schema]

    def check(self) -> None:
        """Hold that no column of the file is said to be two things."""
        said: dict[str, str] = {}
        for code in self.fields:
            place = self.read_value(code)
            if place is None:
                continue
            if place in said:
                other = self.fields[said[place]].label
                self.refuse(code, f"Kolom ini sudah dipilih untuk {other}. Pilih kolom lain.")
            said.setdefault(place, code)

    @property
    def mapping(self) -> dict[str, int]:
        """Return the place of each column that was said."""
        places = {code: self.value_of(code) for code in self.fields}
        return {code: int(str(place)) for code, place in places.items() if place is not None}


def mapping_form(schema: Schema) -> type[MappingForm]:
    """Return the form that asks for the columns of a schema."""
    fields = {
        column.code: choice if column.required else optional(choice)
        for column in schema.columns
        for choice in (Choice(column.label, missing=f"Pilih kolom untuk {column.label}."),)
    }
    return type("SchemaMappingForm", (MappingForm,), {**fields, "schema": schema, "__doc__": ""})


STAFF_MAPPING: Final = mapping_form(STAFF)
EXTERNAL_MAPPING: Final = mapping_form(EXTERNAL)
ATTENDANCE_MAPPING: Final = mapping_form(ATTENDANCE)


def mapping_choices(opened: Opened) -> Mapping[str, type_options]:
    """Return the columns of the file, as they may be picked for each of ours."""
    columns = [
        (str(place), opened.example(place)[:_LONGEST_OPTION])
        for place in range(len(opened.heading.cells))
    ]
    return {column.code: columns for column in opened.schema.columns}


def mapping_values(mapping: type_mapping) -> dict[str, object]:
    """Return what the form shows for columns that are known."""
    return {code: str(place) for code, place in mapping.items()}


class ConfirmForm(Form):
    """How many rows the page said would be taken in."""

    good = Version()


class StaffSearchForm(Form):
    """A name, or a whole NIP."""

    cari = Text(
        "Nama pegawai",
        hint="Nama lengkap atau sebagian kata utuh; gelar tidak perlu. NIP dicari utuh 18 angka.",
        maximum=200,
        missing="Isi nama atau NIP yang dicari.",
    )
