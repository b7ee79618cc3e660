"""However long the log is, what is asked about one case is found by an index."""

import json
import re
from typing import Any

import asyncpg

from netralitas.database.context import Context, local_settings
from tests.cases.conftest import Statements, Visits
from tests.conftest import Database
from tests.make import Town, forwarded_case, move, proceedings

Node = dict[str, Any]

_LARGE = {"event", "log_leaf", "proceeding", "region"}
"""Tables of which a page about one case reads a few rows."""

_WITHOUT_VALUES = "SET LOCAL enable_seqscan = off; SET LOCAL plan_cache_mode = force_generic_plan"


async def scanned(database: Database, town: Town, statements: list[str]) -> set[tuple[str, str]]:
    """Each statement with a table that no index lets it into, as the application sees the rows."""
    rina = town.rina
    context = Context(organisation=rina.organisation, officer=rina.officer)
    connection = await asyncpg.connect(database.dsn("app"))
    try:
        await connection.execute(f"BEGIN; {_WITHOUT_VALUES}; {local_settings(context)}")
        found = set()
        for statement in dict.fromkeys(statements):
            plan = await explained(connection, statement)
            found |= {(table, statement) for table in whole(plan) & _LARGE}
        return found
    finally:
        await connection.close()


async def explained(connection: asyncpg.Connection, statement: str) -> Node:
    """The plan of a statement for any values, where an index is taken if there is one."""
    places = max((int(place) for place in re.findall(r"\$(\d+)", statement)), default=0)
    values = f"({', '.join(['NULL'] * places)})" if places else ""
    await connection.execute(f"PREPARE asked AS {statement}")
    plan = await connection.fetchval(f"EXPLAIN (FORMAT JSON) EXECUTE asked{values}")
    await connection.execute("DEALLOCATE asked")
    node: Node = json.loads(plan)[0]["Plan"]
    return node


def whole(node: Node) -> set[str]:
    """The tables of a plan that are read from one end to the other, be it along an index."""
    found = {table for part in node.get("Plans", ()) for table in whole(part)}
    reads = node["Node Type"].endswith("Scan") and node["Node Type"] != "Bitmap Heap Scan"
    if reads and "Index Cond" not in node:
        found.add(node.get("Relation Name", ""))
    return found


async def test_no_page_about_a_case_and_no_move_reads_the_whole_log(
    town: Town, visit: Visits, statements: Statements, engine: Database
) -> None:
    case = (await forwarded_case(town)).id
    handling = (await proceedings(case))[0]["id"]
    rina = await visit("rina")
    statements.sent.clear()
    for address in ("", "?jejak=koreksi", f"/langkah/{handling}/forward_more"):
        assert (await rina.go(f"/perkara/{case}{address}")).status == 200
    await move(town.maya, case, "receive", workflow="referral")
    assert len(statements.sent) > 20
    assert await scanned(engine, town, statements.sent) == set()
