"""The rights that hold after `migrate`: the statements that make them so, and the comparison."""

from collections.abc import Iterator, Set
from dataclasses import replace
from typing import Final

from netralitas.database.bootstrap import APP, AUDITOR, PUBLIC_SITE, SEARCH, WORKER
from netralitas.database.connection import Connection
from netralitas.database.grants import APP_MAY, WORKER_MAY_TOO
from netralitas.database.grants_beside import SCHEMAS, SEQUENCES
from netralitas.database.grants_of_functions import FUNCTIONS, HANDED_OVER, SEARCHED
from netralitas.database.privileges import NUMBERED, Grant, Right

GRANTED_ROLES: Final = (APP, WORKER, AUDITOR, PUBLIC_SITE, SEARCH)


def rights() -> frozenset[Right]:
    """Return the rights that hold after `migrate`; nobody but the owner has any other."""
    wanted: set[Right] = set()
    for grant in APP_MAY:
        wanted.update(grant.rights(APP), grant.rights(WORKER))
        wanted.update(Grant(table=grant.table).rights(AUDITOR))
    for grant in WORKER_MAY_TOO:
        wanted.update(grant.rights(WORKER))
    wanted.update(_beside())
    for sequence in (*(f"{table}_id_seq" for table in NUMBERED), *SEQUENCES):
        wanted.add(Right(role=AUDITOR, privilege="SELECT", place=sequence))  # for a dump
    for table in SEARCHED:
        wanted.update(Grant(table=table).rights(SEARCH))
    for function, callers in (FUNCTIONS | HANDED_OVER).items():
        wanted.update(Right(role=role, privilege="EXECUTE", place=function) for role in callers)
    return frozenset(right for right in wanted if not _within_another(right, wanted))


def _within_another(right: Right, wanted: Set[Right]) -> bool:
    """Say whether the column may be touched anyway, because the whole table may."""
    return bool(right.column) and replace(right, column="") in wanted


def _beside() -> Iterator[Right]:
    """Yield the rights in the schemas beside that of the application."""
    for schema, granted in SCHEMAS.items():
        for role, grants in granted.items():
            yield Right(role=role, privilege="USAGE", place=f"{schema}.")
            for grant in grants:
                yield from grant.rights(role)


def grants_sql() -> list[str]:
    """Return the statements after which `rights()` hold and nothing else; may be repeated.

    To be run by the owner in one transaction, so that nobody meets the moment in between.
    """
    everybody = ", ".join(("PUBLIC", *GRANTED_ROLES))
    statements = [
        f"REVOKE ALL ON ALL {kind} IN SCHEMA {schema} FROM {everybody}"
        for kind in ("TABLES", "SEQUENCES")
        for schema in ("public", *SCHEMAS)
    ]
    statements += [f"REVOKE ALL ON SCHEMA {schema} FROM {everybody}" for schema in SCHEMAS]
    statements += [f"REVOKE ALL ON FUNCTION {name} FROM {everybody}" for name in FUNCTIONS]
    together: dict[tuple[str, str, str], list[str]] = {}
    for right in sorted(right for right in rights() if right.place not in HANDED_OVER):
        together.setdefault((right.role, right.privilege, right.place), []).append(right.column)
    for (role, privilege, place), columns in together.items():
        listed = "" if columns == [""] else f" ({', '.join(columns)})"
        statements.append(f"GRANT {privilege}{listed} ON {_object(place)} TO {role}")
    return statements


async def held(connection: Connection) -> frozenset[Right]:
    """Return the rights in our schemas that anybody but an object's owner has at present."""
    return frozenset(
        Right(role=role, privilege=privilege, place=place, column=column)
        for role, privilege, place, column in await connection.fetch(_HELD)
    )


def _object(place: str) -> str:
    if place.endswith("."):
        return f"SCHEMA {place[:-1]}"
    if place.endswith(")"):
        return f"FUNCTION {place}"
    return f"SEQUENCE {place}" if place.endswith("_seq") else f"TABLE {place}"


# Without an entry of its own an object has the built-in rights, which acldefault spells out.
_HELD: Final = """
WITH ours (oid, prefix) AS (
    VALUES ('public'::regnamespace::oid, ''), ('published'::regnamespace::oid, 'published.'),
           ('inbox'::regnamespace::oid, 'inbox.')
), place AS (
    SELECT relowner AS owner, prefix || relname AS name, '' AS part,
           coalesce(relacl, acldefault(translate(relkind, 'Spvm', 'srrr')::"char", relowner))
               AS rights
    FROM pg_class JOIN ours ON ours.oid = relnamespace
    WHERE relkind IN ('r', 'p', 'v', 'm', 'S')
    UNION ALL
    SELECT relowner, prefix || relname, attname::text, attacl
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid JOIN ours ON ours.oid = relnamespace
    WHERE attacl IS NOT NULL
    UNION ALL
    SELECT nspowner, nspname || '.', '', coalesce(nspacl, acldefault('n', nspowner))
    FROM pg_namespace WHERE nspname IN ('published', 'inbox')
    UNION ALL
    SELECT proowner, proname || '(' || oidvectortypes(proargtypes) || ')', '',
           coalesce(proacl, acldefault('f', proowner))
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace
)
SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END, privilege_type, name, part
FROM place CROSS JOIN LATERAL aclexplode(rights)
WHERE grantee <> owner
"""
