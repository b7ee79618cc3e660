"""The inventory of personal data declares every column once, and says what is true."""

from typing import Any, Final

import asyncpg
import pytest

from netralitas.privacy.inventory.columns import EVERY_COLUMN
from netralitas.privacy.inventory.document import document
from netralitas.privacy.inventory.domain import Column, Leaves
from netralitas.privacy.inventory.reading import inventory
from tests.conftest import Database
from tests.project.source import ROOT

SEALED: Final = ("sealed", "keyed digest", "digest", "Argon2id")
# Beside the words of pages and codes of `published`, of which each is prepared for everybody.
OF_NOBODY: Final = {
    *("number", "confidentiality", "regime", "key_id", "media_type", "refusal", "token", "said"),
}


@pytest.fixture
async def columns(shared_database: Database) -> dict[str, Any]:
    """Every column of the database by the name of its table and its own."""
    connection = await asyncpg.connect(shared_database.dsn("owner"))
    try:
        rows = await connection.fetch(EVERY_COLUMN)
    finally:
        await connection.close()
    return {f"{row['place']}.{row['name']}": row for row in rows}


def personal() -> dict[str, Column]:
    return {
        f"{name}.{column.column}": column
        for name, table in inventory().items()
        for column in table.personal
    }


def test_the_page_is_what_the_declarations_say() -> None:
    page = ROOT / "docs" / "personal-data.md"
    assert page.read_text(encoding="utf-8") == document(), "run scripts/personal_data.py"


async def test_every_column_of_every_schema_is_declared_once(columns: dict[str, Any]) -> None:
    declared = [f"{name}.{each}" for name, table in inventory().items() for each in table.columns]
    assert len(columns) > 1000
    assert sorted(declared) == sorted(columns)


async def test_what_can_hold_words_bytes_or_an_officer_is_never_called_plain(
    columns: dict[str, Any],
) -> None:
    plain = {f"{name}.{each}" for name, table in inventory().items() for each in table.plain}
    assert [name for name in sorted(plain) if columns[name]["wordy"]] == []
    others = {f"{name}.{each}" for name, table in inventory().items() for each in table.others}
    assert [name for name in sorted(plain | others) if columns[name]["of_officer"]] == []


def test_every_personal_column_says_what_why_for_whom_and_how_it_leaves() -> None:
    for name, column in personal().items():
        said = (column.what, column.form, column.why, column.read_by)
        assert all(said), name
        assert (column.leaves is Leaves.KEPT) == bool(column.because), name
    for name, table in inventory().items():
        said_of = (table.holds, table.purpose, table.readers, table.basis, table.retention)
        assert all(said_of) if table.personal else not any(said_of), name
        assert bool(table.others) == bool(table.because), name


async def test_what_is_said_to_be_sealed_or_digested_is_bytes(columns: dict[str, Any]) -> None:
    hidden = {name for name, column in personal().items() if column.form.startswith(SEALED)}
    assert {"vault_entry.ciphertext", "respondent.nip_cipher"} < hidden
    assert {columns[name]["type"] for name in hidden - {"officer.password"}} == {"bytea"}


async def test_what_is_said_to_be_under_row_security_is(shared_database: Database) -> None:
    said = {name.split(".")[0] for name, row in personal().items() if "row security" in row.form}
    connection = await asyncpg.connect(shared_database.dsn("owner"))
    try:
        rows = await connection.fetch(
            "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity"
        )
    finally:
        await connection.close()
    assert said <= {row["relname"] for row in rows}
    assert {"respondent", "case_file", "event_note"} <= said


async def test_what_people_write_into_the_inbox_is_sealed_bytes_for_somebody(
    columns: dict[str, Any],
) -> None:
    sealed = {name for name in personal() if name.startswith("inbox.")}
    assert len(sealed) > 8
    assert {columns[name]["type"] for name in sealed} == {"bytea"}
    words = {
        name.rsplit(".", 1)[1]
        for name, row in columns.items()
        if name.startswith("inbox.") and row["type"] in {"text", "jsonb"}
    }
    assert words == OF_NOBODY
