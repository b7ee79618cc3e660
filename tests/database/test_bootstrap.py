"""After the bootstrap the roles have exactly their rights and PUBLIC has none."""

import asyncio
import subprocess
from collections.abc import Callable, Iterator

import asyncpg
import pytest

from netralitas.database.bootstrap import (
    LOGIN_ROLES,
    bootstrap,
    clone_database,
    drop_database,
    hand_to_search,
    roles_sql,
)
from netralitas.database.embedded import EmbeddedServer
from netralitas.database.embedded_paths import layout

Ask = Callable[..., object]


@pytest.fixture
def fresh(lower_server: EmbeddedServer) -> Iterator[EmbeddedServer]:
    """A server on which the database `fresh` has just been made."""
    asyncio.run(bootstrap(lower_server.dsn(), "fresh"))
    yield lower_server
    asyncio.run(drop_database(lower_server.dsn(), "fresh"))


@pytest.mark.parametrize("role", LOGIN_ROLES)
def test_every_role_can_connect_and_is_no_superuser(
    fresh: EmbeddedServer, ask: Ask, role: str
) -> None:
    assert ask(fresh.dsn(role, "fresh"), "SELECT current_user") == role
    assert ask(fresh.dsn(role, "fresh"), "SHOW is_superuser") == "off"


def test_only_auditor_and_search_pass_row_security(fresh: EmbeddedServer, ask: Ask) -> None:
    passing = "SELECT string_agg(rolname, ' ' ORDER BY rolname) FROM pg_roles WHERE rolbypassrls"
    assert (
        ask(fresh.dsn(), f"{passing} AND rolname LIKE 'netralitas%'")
        == "netralitas_auditor netralitas_search"
    )


def test_the_search_role_cannot_log_in(fresh: EmbeddedServer, ask: Ask) -> None:
    with pytest.raises(asyncpg.InvalidAuthorizationSpecificationError):
        ask(fresh.dsn("netralitas_search", "fresh"), "SELECT 1")


def test_the_auditor_only_reads(fresh: EmbeddedServer, ask: Ask) -> None:
    assert ask(fresh.dsn("netralitas_auditor", "fresh"), "SHOW transaction_read_only") == "on"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (a int)",
        "CREATE TEMPORARY TABLE mine (a int)",
        "CREATE SCHEMA mine",
        "SET ROLE netralitas_owner",
        "SET ROLE netralitas_search",
        "ALTER ROLE netralitas_app SUPERUSER",
        "SELECT owners()",
    ],
)
def test_the_web_s_role_gets_nothing_by_itself(
    fresh: EmbeddedServer, ask: Ask, statement: str
) -> None:
    ask(
        fresh.dsn("netralitas_owner", "fresh"),
        "CREATE OR REPLACE FUNCTION owners() RETURNS int LANGUAGE sql RETURN 1",
        "SELECT owners()",
    )
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        ask(fresh.dsn("netralitas_app", "fresh"), statement)


def test_a_role_of_somebody_else_cannot_even_connect(fresh: EmbeddedServer, ask: Ask) -> None:
    ask(fresh.dsn(), "DROP ROLE IF EXISTS stranger", "CREATE ROLE stranger LOGIN", "SELECT 1")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        ask(fresh.dsn("stranger", "fresh"), "SELECT 1")


def test_the_owner_can_hand_a_function_to_the_search_role(fresh: EmbeddedServer, ask: Ask) -> None:
    owner = fresh.dsn("netralitas_owner", "fresh")
    create = "CREATE OR REPLACE FUNCTION found(a text) RETURNS text LANGUAGE sql SECURITY DEFINER"
    for body in ("RETURN current_user || a", "RETURN current_user || upper(a)"):
        ask(owner, f"{create} {body}", *hand_to_search("found(text)"), "SELECT 1")
    ask(owner, "GRANT EXECUTE ON FUNCTION found TO netralitas_app", "SELECT 1")
    assert ask(fresh.dsn("netralitas_app", "fresh"), "SELECT found('x')") == "netralitas_searchX"
    may_create = "SELECT has_schema_privilege('netralitas_search', 'public', 'CREATE')"
    assert ask(owner, may_create) is False


def test_the_bootstrap_may_be_repeated_and_run_twice_at_once(
    fresh: EmbeddedServer, ask: Ask
) -> None:
    ask(fresh.dsn(), "ALTER ROLE netralitas_app CREATEDB", "SELECT 1")

    async def three() -> None:
        await asyncio.gather(*(bootstrap(fresh.dsn(), "fresh") for _ in range(3)))

    asyncio.run(three())
    rights = "SELECT rolcreatedb FROM pg_roles WHERE rolname = 'netralitas_app'"
    assert ask(fresh.dsn(), rights) is False


def test_a_clone_has_the_data_and_the_rights_of_its_template(
    fresh: EmbeddedServer, ask: Ask
) -> None:
    owner = fresh.dsn("netralitas_owner", "fresh")
    ask(owner, "CREATE TABLE t AS SELECT 7 AS a", "GRANT SELECT ON t TO netralitas_app", "SELECT 1")
    asyncio.run(clone_database(fresh.dsn(), "fresh", "copy"))
    try:
        assert ask(fresh.dsn("netralitas_app", "copy"), "SELECT a FROM t") == 7
        both = (
            "SELECT count(DISTINCT (datdba, array(SELECT unnest(datacl)::text ORDER BY 1)::text))"
            " FROM pg_database WHERE datname IN ('fresh', 'copy')"
        )
        assert ask(fresh.dsn(), both) == 1
    finally:
        asyncio.run(drop_database(fresh.dsn(), "copy"))
    assert ask(fresh.dsn(), "SELECT count(*) FROM pg_database WHERE datname = 'copy'") == 0


def test_the_order_is_by_code_point(fresh: EmbeddedServer, ask: Ask) -> None:
    assert ask(fresh.dsn("netralitas_app", "fresh"), "SELECT 'B' < 'a' AND upper('é') = 'É'")


@pytest.mark.parametrize("name", ["", "A", "a-b", 'a"; DROP ROLE postgres; --', "1a", "a" * 64])
def test_a_name_that_needs_quotes_is_refused(lower_server: EmbeddedServer, name: str) -> None:
    with pytest.raises(ValueError, match="plain database name"):
        asyncio.run(drop_database(lower_server.dsn(), name))


def test_the_script_for_the_administrator_does_the_same(
    lower_server: EmbeddedServer, ask: Ask
) -> None:
    psql = layout(lower_server.folder).programs / "psql"
    for _ in range(2):
        done = subprocess.run(  # noqa: S603 - our own program
            [psql, "-X", "-v", "ON_ERROR_STOP=1", "-d", lower_server.dsn()],
            input=roles_sql("scripted"),
            text=True,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    app = lower_server.dsn("netralitas_app", "scripted")
    assert ask(app, "SELECT has_schema_privilege('public', 'CREATE')") is False
    asyncio.run(drop_database(lower_server.dsn(), "scripted"))
