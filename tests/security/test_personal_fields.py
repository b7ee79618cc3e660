"""The table of personal data names every column that can hold any, and says what is true."""

import re

import asyncpg
import pytest

from tests.conftest import Database
from tests.project.source import ROOT

DOCUMENT = ROOT / "docs" / "personal-data.md"
SEALED = ("sealed", "keyed digest", "digest", "Argon2id")

# Everything that can hold words, bytes or a person: numbers and dates alone say nothing of anybody.
_COLUMNS = """
SELECT c.relname || '.' || a.attname AS column, format_type(a.atttypid, NULL) AS type
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p') AND (
    format_type(a.atttypid, NULL) IN ('text', 'character varying', 'bytea', 'json', 'jsonb',
                                      'tsvector')
    OR format_type(a.atttypid, NULL) LIKE '%[]'
    OR EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f'
               AND f.conkey = ARRAY[a.attnum] AND f.confrelid = 'officer'::regclass))
"""

_OUTSIDE = """
SELECT n.nspname || '.' || c.relname AS table, a.attname AS column,
       format_type(a.atttypid, NULL) AS type
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname IN ('inbox', 'published')
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p')
"""
_HEADING = "The inbox, and what the public site reads"


def section(heading: str) -> list[list[str]]:
    """The rows of the table below a heading."""
    text = DOCUMENT.read_text(encoding="utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in text.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def personal() -> dict[str, list[str]]:
    return {row[0].strip("`"): row[1:] for row in section("What is personal")}


def others() -> list[str]:
    return [
        f"{table.strip('`')}.{column}"
        for table, columns, _ in section("What is not")
        for column in re.findall(r"`(\w+)`", columns)
    ]


@pytest.fixture
async def columns(shared_database: Database) -> dict[str, str]:
    connection = await asyncpg.connect(shared_database.dsn("owner"))
    try:
        return {row["column"]: row["type"] for row in await connection.fetch(_COLUMNS)}
    finally:
        await connection.close()


async def test_the_table_names_every_column_once(columns: dict[str, str]) -> None:
    assert len(columns) > 100
    assert sorted([*personal(), *others()]) == sorted(columns)


def test_every_personal_field_says_what_in_which_form_why_and_for_whom() -> None:
    assert all(len(row) == 4 and all(row) for row in personal().values())


async def test_what_is_said_to_be_sealed_or_digested_is_bytes(columns: dict[str, str]) -> None:
    hidden = {name for name, row in personal().items() if row[1].startswith(SEALED)}
    assert {"vault_entry.ciphertext", "respondent.nip_cipher"} < hidden
    assert {columns[name] for name in hidden - {"officer.password"}} == {"bytea"}


async def test_what_is_said_to_be_under_row_security_is(
    columns: dict[str, str], shared_database: Database
) -> None:
    said = {name.split(".")[0] for name, row in personal().items() if "row security" in row[1]}
    connection = await asyncpg.connect(shared_database.dsn("owner"))
    try:
        rows = await connection.fetch(
            "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity"
        )
    finally:
        await connection.close()
    assert said <= {row["relname"] for row in rows}
    assert {"respondent", "case_file", "event_note"} <= said


def outside(cell: int) -> list[tuple[str, str]]:
    """Table and column of each that stands in this cell: 0 those sealed, 2 those in clear."""
    return [
        (table.strip("`"), column)
        for table, *cells in section(_HEADING)
        for column in re.findall(r"`(\w+)`", cells[cell])
    ]


@pytest.fixture
async def beside(shared_database: Database) -> dict[tuple[str, str], str]:
    connection = await asyncpg.connect(shared_database.dsn("owner"))
    try:
        rows = await connection.fetch(_OUTSIDE)
    finally:
        await connection.close()
    return {(row["table"], row["column"]): row["type"] for row in rows}


async def test_every_column_of_the_inbox_and_of_the_public_schema_is_named_once(
    beside: dict[tuple[str, str], str],
) -> None:
    assert len(beside) > 45
    assert sorted([*outside(0), *outside(2)]) == sorted(beside)


async def test_what_people_write_into_the_inbox_is_sealed_bytes_for_somebody(
    beside: dict[tuple[str, str], str],
) -> None:
    assert {beside[column] for column in outside(0)} == {"bytea"}
    sealed = {table for table, _ in outside(0)}
    rows = section(_HEADING)
    assert {row[0].strip("`") for row in rows if row[2]} == sealed
    words = {
        column
        for table, column in outside(2)
        if table.startswith("inbox.") and beside[table, column] in {"text", "jsonb"}
    }
    of_nobody = {
        "number",
        "confidentiality",
        "regime",
        "key_id",
        "media_type",
        "refusal",
        "token",
        "said",
    }
    assert words == of_nobody
