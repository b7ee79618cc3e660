"""Open data: files that describe themselves, in an order that says nothing, kept by their day."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import asyncpg
import httpx
import msgspec
import pytest
from python_calamine import CalamineWorkbook

from netralitas.public import sections
from netralitas.public.opendata import schema
from netralitas.public.opendata.bringing_out import Site, bring_out
from netralitas.public.opendata.composing import open_data, version_files
from netralitas.public.opendata.domain import DataFile, Kept
from netralitas.public.opendata.rows import tables_of
from netralitas.public.pages import Stand
from netralitas.public_app import PublicSite
from netralitas.publication.domain import Ending, EndReason, Group, Level, Stage
from netralitas.publication.queries import Published
from tests.conftest import Database
from tests.public.conftest import connected
from tests.public.made import ended, open_data_of, published, record, release

DAY = date(2024, 9, 2)
SITE = "https://hasil.contoh.test"
SCHEMA = {1: "184141bc62de1b25"}
"""What the fingerprint of each version of the schema is. A line is added, and none is changed."""


def varied() -> Published:
    """Three outcomes in two releases, one corrected and one withdrawn."""
    waiting = record(level=None, stage=Stage.FOLLOWED_UP, since=date(2024, 5, 1), months=None)
    return Published(
        current=(
            release(9, records=(record(year=2025), waiting)),
            release(3, records=(record(group=Group.ASN, level=Level.HEAVY),)),
        ),
        corrected=(ended(2, ending=Ending.CORRECTED, replaced_by="9"),),
        withdrawn=(
            ended(
                *(1,), ending=Ending.WITHDRAWN, reason=EndReason.OTHER, note="=SUM(A1), salah baca."
            ),
        ),
    )


def made(told: Published | None = None, day: date = DAY) -> dict[str, DataFile]:
    """Every file of a version by its name."""
    files = version_files(tables_of(told or varied(), SITE), day, SITE, demo=False)
    return {file.name: file for file in files}


def rows(file: DataFile) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.body.decode())))


def test_a_column_or_a_code_changes_only_with_the_version_of_the_schema() -> None:
    assert schema.fingerprint() == SCHEMA[schema.VERSION]
    [first, *others] = schema.TABLES
    column = replace(first.columns[0], name="year")
    changed = replace(first, columns=(column, *first.columns[1:]))
    assert schema.fingerprint((changed, *others)) != SCHEMA[schema.VERSION]


def test_every_outcome_is_a_row_without_a_number_and_without_an_order() -> None:
    told = varied()
    [first, second] = told.current
    turned = Published(
        current=(second, msgspec.structs.replace(first, records=first.records[::-1])),
        corrected=told.corrected,
        withdrawn=told.withdrawn,
    )
    assert made(told) == made(turned)
    found = rows(made(told)["hasil.csv"])
    assert [row["tahun"] for row in found] == sorted(row["tahun"] for row in found)
    assert {row["golongan_jabatan"] for row in found} == {"asn_atau_aparatur_lain", "pelaksana"}
    assert {row["menunggu_sejak"] for row in found} == {"", "2024-05"}
    assert "rilis" not in made(told)["hasil.csv"].body.decode()


def test_the_totals_are_those_of_the_rows_and_json_says_the_same() -> None:
    files = made()
    outcomes, totals = rows(files["hasil.csv"]), rows(files["ringkasan.csv"])
    assert sum(int(row["jumlah"]) for row in totals) == len(outcomes) == 3
    said = json.loads(files["hasil.json"].body)
    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in said["data"]] == (
        outcomes
    )
    assert (said["skema"], said["versi"], said["lisensi"]) == (1, "2024-09-02", "CC-BY-4.0")


def test_corrections_and_withdrawals_are_a_table_with_their_reason_and_no_formula() -> None:
    [first, second] = rows(made()["koreksi.csv"])
    assert {first["jenis"], second["jenis"]} == {"dikoreksi", "ditarik"}
    other = next(row for row in (first, second) if row["alasan"] == "alasan_lain")
    assert other["keterangan"] == "'=SUM(A1), salah baca."
    assert other["halaman"] == f"{SITE}/hasil/1"


def test_the_workbook_has_every_table_no_formula_and_nobody_in_its_metadata() -> None:
    body = made()["hasil.xlsx"].body
    book = CalamineWorkbook.from_filelike(io.BytesIO(body))
    assert book.sheet_names == ["hasil", "ringkasan", "koreksi", "kamus"]
    with ZipFile(io.BytesIO(body)) as packed:
        inner = {name: packed.read(name).decode() for name in packed.namelist()}
    assert [name for name, text in inner.items() if "<f>" in text or "<f " in text] == []
    assert "<dc:creator></dc:creator>" in inner["docProps/core.xml"]
    assert made()["hasil.xlsx"].body == body


def test_the_package_is_valid_and_a_damaged_one_is_not(tmp_path: Path) -> None:
    files = made()
    for file in files.values():
        (tmp_path / file.name).write_bytes(file.body)
    assert faults_of(tmp_path) == set()
    damaged = files["hasil.csv"].body.replace(b"pelaksana", b"sekda")
    (tmp_path / "hasil.csv").write_bytes(damaged)
    assert {"constraint-error", "hash-count", "byte-count"} <= faults_of(tmp_path)


def faults_of(folder: Path) -> set[str]:
    """The kinds of faults that `frictionless validate` finds in a package.

    A program of its own: to import it here would change how every test reads CSV.
    """
    program = str(Path(sys.executable).with_name("frictionless"))
    asked = [program, "validate", "datapackage.json", "--json", "--trusted"]
    ran = subprocess.run(asked, cwd=folder, capture_output=True, timeout=60, check=False)  # noqa: S603 - of this environment
    report = json.loads(ran.stdout)
    assert report["valid"] is (ran.returncode == 0)
    return {error["type"] for task in report["tasks"] for error in task["errors"]}


def test_every_digest_and_size_is_that_of_the_file() -> None:
    files = made()
    said = json.loads(files["datapackage.json"].body)
    measured = [*said["resources"], *said["otherFormats"]]
    assert {each["path"] for each in measured} == files.keys() - {"datapackage.json"}
    for each in measured:
        body = files[each["path"]].body
        assert each["hash"] == f"sha256:{sha256(body).hexdigest()}"
        assert each["bytes"] == len(body)
    assert said["licenses"][0]["name"] == "CC-BY-4.0"
    assert said["resources"][0]["satuDataIndonesia"]["satuan"] == "terlapor"


def test_the_catalogue_leads_a_portal_to_every_file() -> None:
    files = tuple(made().values())
    kept = (Kept(day=DAY, schema=1, digests={file.name: file.digest for file in files}),)
    gone = open_data(tables_of(varied(), SITE), files, kept, SITE, demo=False)
    bodies = {file.path: file.body for file in gone.files}
    said = json.loads(bodies[sections.CATALOGUE])
    led = {
        each["dcat:downloadURL"]["@id"].removeprefix(SITE)
        for dataset in said["dcat:dataset"]
        for each in dataset["dcat:distribution"]
    }
    assert led == bodies.keys() - {
        *(sections.CATALOGUE, sections.VERSIONS, "/data/datapackage.json")
    }
    assert bodies.keys() | {sections.OUTCOME_FEED} == {
        path for path in sections.DATA if "data" in path or path == sections.OUTCOME_FEED
    } - {sections.LAW}


def test_an_english_reader_is_told_what_the_columns_and_codes_mean() -> None:
    [indonesian, english] = open_data_of(varied()).sheets
    assert (english.path, english.locale) == ("/en/data", "en")
    stand = Stand(moment=datetime(2024, 9, 2, 3, tzinfo=UTC), position=1)
    html = english.write(stand, demo=False).decode()
    assert '<code lang="id">hukuman_disiplin_berat</code>: heavy disciplinary punishment' in html
    assert "Number of respondents by year, stage and level of outcome" in html
    assert "The names of columns and the codes in the files are in Indonesian" in html
    assert 'href="/data/hasil.csv"' in html
    assert "berbahasa Indonesia" not in indonesian.write(stand, demo=False).decode()


async def brought(database: Database, told: Published, day: date) -> dict[str, bytes]:
    """What goes out on a day, by its address."""
    async with connected(database, "worker") as connection:
        out = await bring_out(connection, told, day, Site(address=SITE, demo=False))
    return {file.path: file.body for file in out.files}


async def test_yesterdays_version_stays_as_it_was(
    clone: Database, site: PublicSite, visitor: httpx.AsyncClient
) -> None:
    first = await brought(clone, published(2), DAY)
    again = await brought(clone, published(2), DAY + timedelta(days=1))
    assert again == first
    later = await brought(clone, published(3), DAY + timedelta(days=2))
    assert later["/data/hasil.csv"] != first["/data/hasil.csv"]
    for name in ("hasil.csv", "hasil.xlsx", "datapackage.json"):
        old = await visitor.get(f"/data/versi/{DAY}/{name}")
        assert old.content == first[f"/data/{name}"]
        assert "immutable" in old.headers["cache-control"]
        held = {"If-None-Match": old.headers["etag"]}
        assert (await visitor.get(f"/data/versi/{DAY}/{name}", headers=held)).status_code == 304
    now = await visitor.get(f"/data/versi/{DAY + timedelta(days=2)}/hasil.csv")
    assert now.content == later["/data/hasil.csv"]
    assert "immutable" not in now.headers["cache-control"]
    index = json.loads(later[sections.VERSIONS])
    assert [each["versi"] for each in index] == ["2024-09-04", "2024-09-02"]
    for each in index[1]["berkas"]:
        body = (await visitor.get(each["alamat"].removeprefix(SITE))).content
        assert sha256(body).hexdigest() == each["sha256"]


async def test_a_day_has_one_version_and_no_day_before_it_can_be_changed(clone: Database) -> None:
    await brought(clone, published(1), DAY)
    await brought(clone, published(2), DAY)
    latest = await brought(clone, published(3), DAY + timedelta(days=1))
    assert len(json.loads(latest[sections.VERSIONS])) == 2
    async with connected(clone, "worker") as connection:
        with pytest.raises(asyncpg.PostgresError, match="stay as they are"):
            await connection.execute(
                "UPDATE published.data_file SET body = 'x', digest = sha256('x') WHERE day = $1",
                DAY,
            )
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute("DELETE FROM published.data_file")


async def test_a_guessed_version_is_not_found(
    clone: Database, site: PublicSite, visitor: httpx.AsyncClient
) -> None:
    await brought(clone, published(1), DAY)
    assert (await visitor.get(f"/data/versi/{DAY}/hasil.csv")).status_code == 200
    for path in (
        *("2024-09-03/hasil.csv", "2024-09-02/lain.csv", "2024-9-2/hasil.csv", "2024-09-02"),
        *("2024-02-31/hasil.csv", "x/hasil.csv", "2024-09-02/..%2Fhasil.csv"),
    ):
        assert (await visitor.get(f"/data/versi/{path}")).status_code == 404, path
