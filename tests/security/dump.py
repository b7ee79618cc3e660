"""What a backup holds, as text: everything but the keys, which are not in the database."""

import re
import subprocess

from netralitas.database.embedded_paths import layout
from tests.conftest import Database


def dumped(database: Database) -> dict[str, bytes]:
    """The rows of each table that has any; outside of the schema `public` with its schema."""
    where = layout(database.server.folder)
    done = subprocess.run(  # noqa: S603 - a program of the wheel
        [where.programs / "pg_dump", "--data-only", "--dbname", database.dsn("postgres")],
        capture_output=True,
        check=True,
        **where.account.process(),
    )
    found = re.findall(
        rb"^COPY (?:public\.)?([\w.]+) .*?;\n(.*?)^\\\.$", done.stdout, re.DOTALL | re.MULTILINE
    )
    return {table.decode(): rows for table, rows in sorted(found) if rows}
