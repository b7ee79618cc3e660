"""What describes the files to machines: a Frictionless Data Package and a DCAT catalogue."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from netralitas.public.opendata import schema, words
from netralitas.public.opendata.domain import Column, DataFile, Described, Kind, Table
from netralitas.public.opendata.files import JSON_TYPE

PACKAGE: Final = "datapackage.json"
CATALOGUE_TYPE: Final = "application/ld+json"
_PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
_FORMATS: Final[Mapping[str, str]] = {
    "csv": "CSV",
    "json": "JSON",
    "xlsx": "XLSX",
}
type_said = dict[str, Any]


def package_file(
    tables: Sequence[Table], files: Sequence[DataFile], day: date, site: str, *, demo: bool
) -> DataFile:
    """Return the package of a version: fields, codes, bytes and digests of every file, licence.

    The CSV files are its resources; the same tables in other forms are named beside each.
    """
    said = {
        "$schema": _PROFILE,
        "name": "netralitas-hasil",
        "id": f"{site}/data/versi/{day}/{PACKAGE}",
        "title": words.TITLE,
        "description": f"{words.INVENTED} {words.DESCRIPTION}" if demo else words.DESCRIPTION,
        "homepage": f"{site}/data",
        "version": f"{schema.VERSION}.{day:%Y%m%d}.0",
        "created": f"{day}T00:00:00Z",
        "keywords": list(words.KEYWORDS),
        "licenses": [licence()],
        "contributors": [{"title": party, "roles": ["publisher"]} for party in parties(tables)],
        "citation": words.citation(day, site),
        "resources": [_resource(table, files) for table in tables],
        "otherFormats": [_measured(file) for file in files if not file.name.endswith(".csv")],
    }
    body = json.dumps(said, ensure_ascii=False, indent=1).encode()
    return DataFile(name=PACKAGE, media_type=JSON_TYPE, body=body)


def catalogue(
    tables: Sequence[Table], files: Sequence[DataFile], day: date, site: str, *, demo: bool
) -> bytes:
    """Return the catalogue in terms of DCAT 3, as JSON-LD for a portal to harvest."""
    said = {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "spdx": "http://spdx.org/rdf/terms#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": f"{site}/data.json",
        "@type": "dcat:Catalog",
        "dct:title": _worded(words.TITLE),
        "dct:description": _worded(words.INVENTED if demo else words.DESCRIPTION),
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": publisher(tables)},
        "dct:license": {"@id": words.LICENCE_PATH},
        "dct:language": "id",
        "dct:modified": _day(day),
        "foaf:homepage": {"@id": f"{site}/data"},
        "dcat:dataset": [_dataset(table, files, day, site) for table in tables],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def licence() -> type_said:
    """Return the licence in the words of a data package."""
    return {
        "name": words.LICENCE,
        "title": words.LICENCE_TITLE,
        "path": words.LICENCE_PATH,
    }


def parties(tables: Iterable[Table]) -> tuple[str, ...]:
    """Return the offices that published something of this, in the order of their names."""
    found = {
        str(row[place])
        for table in tables
        for place, column in enumerate(table.described.columns)
        if column.name == "penerbit"
        for row in table.rows
    }
    return tuple(sorted(found))


def publisher(tables: Iterable[Table]) -> str:
    """Return who publishes: the offices by name, or the product where nobody has yet."""
    return ", ".join(parties(tables)) or "Netralitas"


def metadata(described: Described) -> type_said:
    """Return what Satu Data Indonesia (Perpres 39/2019) asks to be said of statistical data."""
    return {
        "konsep": described.title,
        "definisi": described.concept,
        "ukuran": "jumlah" if described.name == "ringkasan" else "status",
        "satuan": described.unit,
        "klasifikasi": [column.name for column in described.columns if column.codes],
        "kodeReferensi": "Kode wilayah Kemendagri (kolom kode_wilayah)",
        "periode": words.PERIOD,
        "produsenData": "kolom penerbit",
    }


def _resource(table: Table, files: Iterable[DataFile]) -> type_said:
    [file] = [file for file in files if file.name == f"{table.described.name}.csv"]
    return {
        "name": table.described.name,
        "type": "table",
        "title": table.described.title,
        "description": table.described.concept,
        **_measured(file),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"'},
        "schema": {
            "fields": [_field(column) for column in table.described.columns],
            "missingValues": [""],
        },
        "satuDataIndonesia": metadata(table.described),
    }


def _field(column: Column) -> type_said:
    constraints: type_said = {"required": column.required}
    if column.codes:
        constraints["enum"] = list(column.codes)
    elif column.kind is Kind.INTEGER:
        constraints["minimum"] = 0
    said: type_said = {
        "name": column.name,
        "title": column.title,
        "description": column.meaning,
        "type": column.kind.value,
        "constraints": constraints,
    }
    if column.codes:
        said["categories"] = [
            {"value": code, "label": label} for code, label in column.codes.items()
        ]
    return said


def _measured(file: DataFile) -> type_said:
    return {"path": file.name, "bytes": len(file.body), "hash": f"sha256:{file.digest}"}


def _dataset(table: Table, files: Iterable[DataFile], day: date, site: str) -> type_said:
    described = table.described
    return {
        "@id": f"{site}/data#{described.name}",
        "@type": "dcat:Dataset",
        "dct:identifier": f"{site}/data#{described.name}",
        "dct:title": _worded(described.title),
        "dct:description": _worded(described.concept),
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": publisher([table])},
        "dct:license": {"@id": words.LICENCE_PATH},
        "dct:modified": _day(day),
        "dct:accrualPeriodicity": {
            "@id": "http://purl.org/cld/freq/irregular",
        },
        "dcat:version": f"{schema.VERSION}.{day:%Y%m%d}.0",
        "dcat:keyword": list(words.KEYWORDS),
        "dct:conformsTo": {"@id": f"{site}/data/{PACKAGE}"},
        "dcat:distribution": list(_distributions(described.name, files, site)),
    }


def _distributions(name: str, files: Iterable[DataFile], site: str) -> Iterator[type_said]:
    for file in files:
        stem, _, ending = file.name.partition(".")
        if stem == name and ending in _FORMATS:
            yield {
                "@type": "dcat:Distribution",
                "dct:title": f"{file.name} ({_FORMATS[ending]})",
                "dcat:downloadURL": {"@id": f"{site}/data/{file.name}"},
                "dcat:mediaType": file.media_type.partition(";")[0],
                "dcat:byteSize": len(file.body),
                "spdx:checksum": {
                    "@type": "spdx:Checksum",
                    "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                    "spdx:checksumValue": file.digest,
                },
            }


def _worded(text: str) -> type_said:
    return {"@value": text, "@language": "id"}


def _day(day: date) -> type_said:
    return {"@value": day.isoformat(), "@type": "xsd:date"}
