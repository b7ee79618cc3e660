"""What each login role may do with each table: one table, the statements and the comparison."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from netralitas.database.bootstrap import APP, AUDITOR, PUBLIC_SITE, SEARCH, WORKER
from netralitas.database.connection import Connection

GRANTED_ROLES: Final = (APP, WORKER, AUDITOR, PUBLIC_SITE, SEARCH)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Right:
    """One privilege of one role on a table, on a column of it, on a sequence or on a function."""

    role: str
    privilege: str
    place: str
    column: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What a role may do with a table; `update` names the columns that may change.

    Nobody may empty a table, and the owner alone may define one.
    """

    table: str
    read: bool = True
    insert: bool = False
    update: tuple[str, ...] = ()
    delete: bool = False

    def rights(self, role: str) -> Iterator[Right]:
        """Yield each right that `role` gets by this grant."""
        for given, privilege in (
            (self.read, "SELECT"),
            (self.insert, "INSERT"),
            (self.delete, "DELETE"),
        ):
            if given:
                yield Right(role=role, privilege=privilege, place=self.table)
        for column in self.update:
            yield Right(role=role, privilege="UPDATE", place=self.table, column=column)
        if self.insert and self.table in NUMBERED:
            yield Right(role=role, privilege="USAGE", place=f"{self.table}_id_seq")


APP_MAY: Final = (
    # Accounts. Sessions and throttles are working memory, not record.
    Grant(
        table="organisation",
        insert=True,
        update=("name", "level", "region", "zone", "superior", "active_from", "active_to"),
    ),
    Grant(table="officer", insert=True, update=("name", "password", "superior", "disabled_at")),
    Grant(table="desk", insert=True, update=("title", "roles", "valid_from", "valid_to")),
    Grant(
        table="session",
        insert=True,
        update=("digest", "desk", "seen_at", "expires_at", "revoked_at"),
        delete=True,
    ),
    Grant(table="throttle", insert=True, update=("failures", "window_from"), delete=True),
    # The record. The two columns of a stream are moved by the trigger of its event, and only then.
    Grant(table="stream", insert=True, update=("version", "hash")),
    Grant(table="event", insert=True),
    Grant(table="event_note", insert=True),
    Grant(table="log_pending", read=False, insert=True),
    Grant(table="log_leaf"),
    Grant(table="log_tile"),
    Grant(table="log_head"),
    # The dossier. What a row is about never changes; what is known of it may.
    Grant(
        table="case_file",
        insert=True,
        update=(
            *("owner", "investigator", "regime", "theme", "election", "region", "place"),
            *("subject", "description", "act_on", "act_precision", "known_on", "received_at"),
            "readers",
        ),
    ),
    Grant(table="case_number", insert=True, update=("readers",)),
    Grant(
        table="respondent",
        insert=True,
        update=(
            *("name", "employment", "position_class", "position", "unit", "employer", "grade"),
            *("nip_cipher", "nip_digest", "nip_last", "readers"),
        ),
    ),
    Grant(table="declared_state"),
    Grant(
        table="proceeding",
        insert=True,
        update=("state", "version", "holder", "since", "addressee", "readers"),
    ),
    Grant(
        table="clock",
        insert=True,
        update=("ended_by", "ended_at", "superseded_by", "readers"),
    ),
    Grant(table="exclusion", insert=True, update=("readers",)),
    Grant(
        table="worklist_item",
        insert=True,
        update=(
            *("investigator", "workflow", "state", "holder", "source", "regime", "since"),
            *("next_due", "rule", "readers"),
        ),
        delete=True,
    ),
    Grant(table="case_text", insert=True, update=("plain", "readers")),
    # Papers. Bytes are kept once and for good; a hand-over adds a reader.
    Grant(table="file", insert=True),
    Grant(table="document", insert=True, update=("readers",)),
    Grant(table="letter", insert=True, update=("method", "sent_on", "received_on", "readers")),
    Grant(table="number_series", insert=True, update=("last_serial",)),
    Grant(table="number", insert=True),
    Grant(table="vault_entry", insert=True, update=("readers",)),
    # Jobs: the web asks, the worker does.
    Grant(table="job", insert=True),
    Grant(table="job_schedule"),
    # Reference data, and the migrations that ran: written by the owner.
    Grant(table="region"),
    Grant(table="election"),
    Grant(table="migration"),
)
"""What the staff application may do; every table there is, feature by feature."""

WORKER_MAY_TOO: Final = (
    # The sequencer moves events from the queue into the log and signs its heads.
    Grant(table="log_pending", delete=True),
    Grant(table="log_leaf", insert=True),
    Grant(table="log_tile", insert=True, update=("hashes",)),
    Grant(table="log_head", insert=True),
    # A new key of the vault: entries are sealed again.
    Grant(table="vault_entry", update=("key_id", "nonce", "ciphertext")),
    Grant(table="job", update=("lease", "tries", "due_at", "problem"), delete=True),
    Grant(table="job_schedule", insert=True, update=("next_run",)),
)
"""What the worker may do beyond the application."""

NUMBERED: Final = frozenset(
    (
        *("organisation", "officer", "desk", "election", "stream", "event", "log_tile"),
        *("case_number", "respondent", "declared_state", "proceeding", "clock", "exclusion"),
        *("worklist_item", "document", "letter", "number_series", "number", "vault_entry"),
        *("job", "migration"),
    )
)
"""Tables whose id comes from a sequence, which a role must be able to use when it inserts."""

FUNCTIONS: Final = {"recording_time()": (APP, WORKER)}
"""Who may call which function of the owner; the triggers call the rest themselves."""

HANDED_OVER: Final = {"search_cases(text, integer)": (APP, WORKER, AUDITOR)}
"""The same for what belongs to the search role: granted by the migration that gave it away."""

SEARCHED: Final = ("case_text", "exclusion")
"""All that the owner of the search function can read."""


def rights() -> frozenset[Right]:
    """Return the rights that hold after `migrate`; nobody but the owner has any other."""
    wanted: set[Right] = set()
    for grant in APP_MAY:
        wanted.update(grant.rights(APP), grant.rights(WORKER))
        wanted.update(Grant(table=grant.table).rights(AUDITOR))
    for grant in WORKER_MAY_TOO:
        wanted.update(grant.rights(WORKER))
    for table in NUMBERED:  # a dump reads where a sequence stands
        wanted.add(Right(role=AUDITOR, privilege="SELECT", place=f"{table}_id_seq"))
    for table in SEARCHED:
        wanted.update(Grant(table=table).rights(SEARCH))
    for function, roles in (FUNCTIONS | HANDED_OVER).items():
        wanted.update(Right(role=role, privilege="EXECUTE", place=function) for role in roles)
    return frozenset(wanted)


def grants_sql() -> list[str]:
    """Return the statements after which `rights()` hold and nothing else; may be repeated.

    To be run by the owner in one transaction, so that nobody meets the moment in between.
    """
    everybody = ", ".join(("PUBLIC", *GRANTED_ROLES))
    statements = [
        f"REVOKE ALL ON ALL {kind} IN SCHEMA public FROM {everybody}"
        for kind in ("TABLES", "SEQUENCES")
    ]
    statements += [f"REVOKE ALL ON FUNCTION {name} FROM {everybody}" for name in FUNCTIONS]
    together: dict[tuple[str, str, str], list[str]] = {}
    for right in sorted(right for right in rights() if right.place not in HANDED_OVER):
        together.setdefault((right.role, right.privilege, right.place), []).append(right.column)
    for (role, privilege, place), columns in together.items():
        listed = "" if columns == [""] else f" ({', '.join(columns)})"
        statements.append(f"GRANT {privilege}{listed} ON {_object(place)} TO {role}")
    return statements


async def held(connection: Connection) -> frozenset[Right]:
    """Return the rights in schema public that anybody but an object's owner has at present."""
    return frozenset(
        Right(role=role, privilege=privilege, place=place, column=column)
        for role, privilege, place, column in await connection.fetch(_HELD)
    )


def _object(place: str) -> str:
    if place.endswith(")"):
        return f"FUNCTION {place}"
    return f"SEQUENCE {place}" if place.endswith("_id_seq") else f"TABLE {place}"


# Without an entry of its own an object has the built-in rights, which acldefault spells out.
_HELD: Final = """
WITH place AS (
    SELECT relowner AS owner, relname::text AS name, '' AS part,
           coalesce(relacl, acldefault(translate(relkind, 'Spvm', 'srrr')::"char", relowner))
               AS rights
    FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
    UNION ALL
    SELECT relowner, relname::text, attname::text, attacl
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE relnamespace = 'public'::regnamespace AND attacl IS NOT NULL
    UNION ALL
    SELECT proowner, proname || '(' || oidvectortypes(proargtypes) || ')', '',
           coalesce(proacl, acldefault('f', proowner))
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace
)
SELECT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END, privilege_type, name, part
FROM place CROSS JOIN LATERAL aclexplode(rights)
WHERE grantee <> owner
"""
