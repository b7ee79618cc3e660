"""What SQL as the role of the public site can do: read what is published, write for one code.

Nothing else at all: it sees the rows of the code it was given, whatever else it says of itself.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import asyncpg
import pytest

from netralitas.database.bootstrap import PUBLIC_SITE
from netralitas.database.connection import Connection
from netralitas.database.context import EVERYTHING, Context, local_settings
from netralitas.database.embedded import EmbeddedServer
from netralitas.database.roles import held
from tests.world import World, temporary_world

Denied = asyncpg.InsufficientPrivilegeError
PUBLISHED = {
    *("published.edition", "published.page", "published.status"),
    *("published.office", "published.message", "published.package"),
    *("published.attendance", "published.material", "published.paper"),
    *("published.log_head", "published.log_tile", "published.log_entry", "published.log_origin"),
    "published.data_file",
}
INBOX = {
    "inbox.draft": {"SELECT", "INSERT", "DELETE"},
    "inbox.file": {"SELECT", "INSERT", "DELETE"},
    "inbox.piece": {"SELECT", "INSERT", "DELETE"},
    "inbox.report": {"SELECT", "INSERT"},
    "inbox.message": {"SELECT", "INSERT"},
    "inbox.acknowledgement": {"SELECT", "INSERT"},
    "inbox.attendance": {"SELECT", "INSERT"},
    "inbox.receipt_seal": {"SELECT", "INSERT"},
    "inbox.complaint": {"SELECT", "INSERT"},
}
READABLE = PUBLISHED | INBOX.keys()
CHANGED = {
    *(("inbox.draft", column) for column in ("wrapped", "content", "version", "touched_at")),
    *(("inbox.file", column) for column in ("sha256", "media_type")),
}
OWN = "sha256('x')"  # the digest of a code
OTHER = "sha256('y')"
HOLDS_A_CODE = f"SELECT set_config('netralitas.receipt', encode({OWN}, 'hex'), false)"
COMMANDS = ("INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN")

TABLES = """
SELECT n.nspname || '.' || c.relname AS name, n.nspname AS schema, c.relname AS relation
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
  AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'
  AND n.nspname NOT LIKE 'pg_temp%'
ORDER BY 1
"""


@pytest.fixture(scope="module")
async def world(server: EmbeddedServer) -> AsyncIterator[World]:
    """A case, and something of everything that is published."""
    async with temporary_world(server) as world:
        root = await asyncpg.connect(world.database.dsn("postgres"))
        for statement in (
            "INSERT INTO published.edition VALUES (true, 1, 1, now(), now())",
            "INSERT INTO published.page VALUES ('/', 'text/html', 'x', 'x', 1)",
            "INSERT INTO published.status VALUES (sha256('x'), '{}', now())",
            "INSERT INTO published.office VALUES (1, 'x', 'x', '[]', '{}', '{1}', '1', sha256(''))",
            "INSERT INTO published.message VALUES (sha256('x'), 1, true, 'x', now())",
            "INSERT INTO published.package VALUES (sha256('x'), '{}', '1', sha256(''), now())",
            (
                "INSERT INTO published.attendance"
                " VALUES ('x', '{}', '1', sha256(''), now(), now(), now())"
            ),
            "INSERT INTO published.material VALUES (sha256('x'), 'x', 'x', 'x', now())",
            (
                "INSERT INTO published.paper"
                " VALUES (sha256('x'), 'x', 'x', 'x', now(), sha256('x'), sha256('y'), null, now())"
            ),
            "INSERT INTO published.log_head VALUES (256, now(), 'x', sha256('x'), 'x', now())",
            "INSERT INTO published.log_tile VALUES (0, 0, sha256('x'))",
            "INSERT INTO published.log_entry VALUES (sha256('x'), 'receipt', 0, sha256('x'))",
            (
                "INSERT INTO published.log_origin (name, earlier, size, root, first_size, reason,"
                " declared_at, statement) VALUES ('x', 'x', 0, sha256('x'), 0, 'x', now(), 'x')"
            ),
            (
                "INSERT INTO published.data_file"
                " VALUES ('2024-09-02', 'x.csv', 'x', 'x', sha256('x'), 1)"
            ),
            *(statement for digest in (OWN, OTHER) for statement in _report(digest)),
        ):
            await root.execute(statement)
        await root.close()
        yield world


def _report(digest: str) -> Iterator[str]:
    """What fills in the inbox for a code: a report with a file, and a message."""
    yield f"INSERT INTO inbox.draft (digest, content) VALUES ({digest}, 'x')"
    yield f"INSERT INTO inbox.file (digest, ordinal, label, size) VALUES ({digest}, 1, 'x', 1)"
    yield f"INSERT INTO inbox.piece VALUES ({digest}, 1, 0, 'x')"
    yield (
        "INSERT INTO inbox.report (digest, number, office, readers, confidentiality, proved,"
        f" key_id, sealed_key, mailbox) VALUES ({digest}, {digest}::text, 1, '{{1}}',"
        " 'anonymous', false, '1', 'x', sha256(''))"
    )
    yield (
        "INSERT INTO inbox.message (digest, key_id, for_office, for_reporter)"
        f" VALUES ({digest}, '1', 'x', 'x')"
    )
    yield (
        "INSERT INTO inbox.acknowledgement (digest, key_id, for_office)"
        f" VALUES ({digest}, '1', 'x')"
    )
    yield (
        "INSERT INTO inbox.attendance (digest, token, key_id, for_office)"
        f" VALUES ({digest}, 'x', '1', 'x')"
    )
    yield (
        "INSERT INTO inbox.receipt_seal (digest, said, promise)"
        f" VALUES ({digest}, 'x', sha256('x'))"
    )
    yield (
        "INSERT INTO inbox.complaint VALUES"
        f" ({digest}, 'x', 1, false, '1', 'x', sha256('x'), now())"
    )


@asynccontextmanager
async def as_public(world: World) -> AsyncIterator[Connection]:
    """A connection of the public site."""
    connection = await asyncpg.connect(world.database.dsn("public"))
    try:
        yield connection
    finally:
        await connection.close()


@pytest.fixture
async def public(world: World) -> AsyncIterator[Connection]:
    """A connection of the public site for one test."""
    async with as_public(world) as connection:
        yield connection


async def tables(connection: Connection) -> list[asyncpg.Record]:
    """Every table and view there is; the catalogue is open to each role."""
    return await connection.fetch(TABLES)


async def refused(connection: Connection, statement: str) -> bool:
    """Say whether a statement is refused for want of a right, before it does anything."""
    try:
        await connection.execute(statement)
    except Denied:
        return True
    return False


async def test_it_can_read_what_is_published_and_the_inbox(
    public: Connection,
) -> None:
    known = [row["name"] for row in await tables(public)]
    assert len(known) > 40
    readable = {name for name in known if not await refused(public, f"SELECT FROM {name} LIMIT 1")}
    assert readable == READABLE


async def test_what_it_reads_is_there(public: Connection) -> None:
    for name in PUBLISHED:
        assert await public.fetchval(f"SELECT count(*) FROM {name}") == 1


async def test_of_the_inbox_it_sees_the_rows_of_the_code_it_was_given(public: Connection) -> None:
    for name in INBOX:
        assert await public.fetchval(f"SELECT count(*) FROM {name}") == 0
    await public.execute(
        "SELECT set_config('netralitas.receipt', encode(sha256('x'), 'hex'), false)"
    )
    for name in INBOX:
        assert await public.fetchval(f"SELECT count(*) FROM {name}") == 1
        assert await public.fetchval(f"SELECT count(*) FROM {name} WHERE digest = {OTHER}") == 0


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE inbox.draft SET content = 'y' WHERE digest = {OTHER}",
        f"DELETE FROM inbox.draft WHERE digest = {OTHER}",
        f"DELETE FROM inbox.piece WHERE digest = {OTHER}",
        f"UPDATE inbox.file SET media_type = 'y', sha256 = {OWN} WHERE digest = {OTHER}",
    ],
)
async def test_with_one_code_it_changes_nothing_of_another(
    public: Connection, statement: str
) -> None:
    await public.execute(
        "SELECT set_config('netralitas.receipt', encode(sha256('x'), 'hex'), false)"
    )
    assert (await public.execute(statement)).endswith(" 0")


@pytest.mark.parametrize(
    "statement",
    [
        f"INSERT INTO inbox.message VALUES (DEFAULT, {OTHER}, '1', 'x', 'x')",
        f"INSERT INTO inbox.piece VALUES ({OTHER}, 1, 1, 'x')",
        "UPDATE inbox.report SET taken_at = now()",
        "UPDATE inbox.report SET sealed_key = 'y'",
        "DELETE FROM inbox.report",
        "DELETE FROM inbox.message",
        f"INSERT INTO inbox.acknowledgement VALUES ({OTHER}, '1', 'x')",
        "UPDATE inbox.acknowledgement SET for_office = 'y'",
        "DELETE FROM inbox.acknowledgement",
        f"INSERT INTO inbox.attendance VALUES ({OTHER}, 'x', '1', 'x')",
        "UPDATE inbox.attendance SET for_office = 'y'",
        "DELETE FROM inbox.attendance",
        f"INSERT INTO inbox.complaint VALUES ({OTHER}, 'x', 1, true, '1', 'x', {OWN}, now())",
        "UPDATE inbox.complaint SET for_office = 'y'",
        "DELETE FROM inbox.complaint",
        "UPDATE inbox.piece SET sealed = 'y'",
    ],
)
async def test_it_cannot_write_for_another_code_or_undo_what_was_sent(
    public: Connection, statement: str
) -> None:
    await public.execute(
        "SELECT set_config('netralitas.receipt', encode(sha256('x'), 'hex'), false)"
    )
    assert await refused(public, statement)


async def test_it_can_write_to_no_table_but_the_inbox(public: Connection) -> None:
    for row in await tables(public):
        name = row["name"]
        if name in INBOX:
            continue
        for statement in (
            f"INSERT INTO {name} DEFAULT VALUES",
            f"DELETE FROM {name} WHERE false",
            f"TRUNCATE {name}",
            f"DO $$ BEGIN LOCK TABLE {name} IN EXCLUSIVE MODE; END $$",
            f"ALTER TABLE {name} ADD COLUMN taken integer",
            f"DROP TABLE {name}",
        ):
            assert await refused(public, statement), statement


async def test_the_catalogue_knows_of_no_right_to_write(public: Connection) -> None:
    version = public.get_server_version().major  # type: ignore[attr-defined]  # asyncpg's own
    commands = [each for each in COMMANDS if each != "MAINTAIN" or version >= 17]
    held_rights = [
        (row["name"], command)
        for row in await tables(public)
        for command in commands
        if await public.fetchval(
            "SELECT has_table_privilege($1, $2::text, $3)", PUBLIC_SITE, row["name"], command
        )
    ]
    assert set(held_rights) == {
        (name, right) for name, rights in INBOX.items() for right in rights - {"SELECT"}
    }
    columns = """
    SELECT DISTINCT table_schema || '.' || table_name AS name, column_name AS column
    FROM information_schema.column_privileges
    WHERE grantee IN ($1, 'PUBLIC') AND table_schema NOT IN ('pg_catalog', 'information_schema')
      AND privilege_type = 'UPDATE'
    """
    changed = {(row["name"], row["column"]) for row in await public.fetch(columns, PUBLIC_SITE)}
    assert changed == CHANGED


async def test_it_has_the_rights_of_the_table_of_grants_and_no_other(world: World) -> None:
    root = await asyncpg.connect(world.database.dsn("postgres"))
    try:
        found = {
            (right.place, right.privilege)
            for right in await held(root)
            if right.role == PUBLIC_SITE
        }
    finally:
        await root.close()
    assert found == {
        *(("published.", "USAGE"), ("inbox.", "USAGE")),
        *((name, "SELECT") for name in PUBLISHED),
        *((name, right) for name, rights in INBOX.items() for right in rights),
        *((name, "UPDATE") for name, _ in CHANGED),
    }


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE taken (id integer)",
        "CREATE TABLE published.taken (id integer)",
        "CREATE SCHEMA taken",
        "CREATE TEMPORARY TABLE taken (id integer)",
        "CREATE FUNCTION taken() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE VIEW published.taken AS SELECT 1",
        "CREATE ROLE taken",
        "CREATE DATABASE taken",
        "SELECT lo_create(0)",
        "SELECT lo_from_bytea(0, 'taken')",
        "SET ROLE netralitas_app",
        "SET ROLE netralitas_owner",
        "SET SESSION AUTHORIZATION netralitas_worker",
        "SET session_replication_role = replica",
        "SELECT search_cases('camat', 10)",
        "SELECT recording_time()",
        "SELECT pg_read_file('/etc/hostname')",
        "SELECT lo_import('/etc/hostname')",
        "COPY published.page TO PROGRAM 'true'",
        "COPY published.page TO 'taken'",
        "SELECT nextval('event_id_seq')",
        "ALTER ROLE netralitas_public BYPASSRLS",
    ],
)
async def test_it_can_make_become_and_call_nothing(public: Connection, statement: str) -> None:
    assert await refused(public, statement), "it was allowed"


async def test_it_can_pass_on_nothing_that_it_has(public: Connection) -> None:
    await public.execute("GRANT SELECT ON published.page TO PUBLIC")  # a warning, and no effect
    rights = await public.fetchval(
        "SELECT relacl::text FROM pg_class WHERE oid = 'published.page'::regclass"
    )
    assert "{=r" not in rights
    assert ",=r" not in rights


def contexts() -> Iterator[Context]:
    """Every office and everybody that the public site might pretend to be."""
    yield EVERYTHING
    yield from (Context(organisation=number, officer=1) for number in range(1, 5))


async def test_no_context_shows_it_a_row_of_a_case(public: Connection, world: World) -> None:
    protected = [row["name"] for row in await tables(public) if row["schema"] == "public"]
    assert "public.case_file" in protected
    for context in contexts():
        for name in protected:
            await public.execute("BEGIN")
            await public.execute(local_settings(context))
            assert await refused(public, f"SELECT FROM {name} LIMIT 1"), name
            await public.execute("ROLLBACK")


async def test_no_context_shows_it_the_inbox_of_another(public: Connection) -> None:
    for context in contexts():
        await public.execute("BEGIN")
        await public.execute(local_settings(context))
        for name in INBOX:
            assert await public.fetchval(f"SELECT count(*) FROM {name}") == 0, (name, context)
        await public.execute("ROLLBACK")


async def test_a_status_is_found_by_its_digest_and_the_code_is_not_in_it(
    public: Connection,
) -> None:
    found = await public.fetchval("SELECT content FROM published.status WHERE digest = sha256('x')")
    assert found == "{}"
    columns = await public.fetch(
        "SELECT attname FROM pg_attribute"
        " WHERE attrelid = 'published.status'::regclass AND attnum > 0"
    )
    assert {row["attname"] for row in columns} == {"digest", "content", "told_at"}


async def test_it_is_a_plain_role_that_belongs_to_no_other(public: Connection) -> None:
    row = await public.fetchrow(
        "SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls"
        " FROM pg_roles WHERE rolname = current_user"
    )
    assert tuple(row) == (False,) * 5
    memberships = await public.fetchval(
        "SELECT count(*) FROM pg_auth_members WHERE member = current_user::regrole"
    )
    assert memberships == 0
    owned = await public.fetchval(
        "SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole"
    )
    assert owned == 0
