"""One id from the request of a person to its statements, its jobs and their lines."""

import io
import json

import pytest
import structlog

from netralitas import request_id
from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.jobs.queue import Payload, enqueue
from netralitas.jobs.worker import Worker
from netralitas.web import logging
from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.cases.test_act_forms import form_of
from tests.conftest import Database
from tests.make import Town, make_case
from tests.security.crawler import SAME_ORIGIN

__all__ = ["Statements", "Visits", "settings", "site", "statements", "town", "visit"]

SHOWN = "SHOW application_name"
OURS = "0123456789abcdef"


async def test_a_connection_shows_the_request_until_its_transaction_ends(engine: Database) -> None:
    for door in (writing, reading):
        with request_id.held(OURS):
            async with door(EVERYTHING) as c:
                assert await c.fetchval(SHOWN) == f"netralitas {OURS}"
                async with door(EVERYTHING) as inner:
                    assert await inner.fetchval(SHOWN) == f"netralitas {OURS}"
        async with door(EVERYTHING) as c:
            assert await c.fetchval(SHOWN) == "netralitas"


@pytest.mark.parametrize("wrong", ["", "0123", "0123456789abcdeF", "'; DROP TABLE event; --"])
def test_only_an_id_of_ours_reaches_a_statement(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"^"), request_id.held(wrong):
        raise AssertionError("it was held")


async def test_a_job_is_done_for_the_request_that_asked_and_hands_it_on(
    town: Town, visit: Visits, engine: Database
) -> None:
    case = (await make_case(town)).id
    visit.site = logging.RequestLog(visit.site)
    rina = await visit("rina")
    form = (await form_of(rina, case, "start_preliminary_study")).form()
    asked = await rina.client.post(form.action, data=form.values, headers=SAME_ORIGIN)
    assert asked.status_code == 303
    reference = asked.headers["x-request-id"]
    seen: list[tuple[str, Payload]] = []

    async def note(connection: Connection, payload: Payload) -> None:
        seen.append((await connection.fetchval(SHOWN), payload))
        if not payload:
            return
        await enqueue(connection, "last", {})

    await ENGINE.close()
    await ENGINE.open(engine.dsn("worker"), application="netralitas worker")
    stream = io.StringIO()
    before = structlog.get_config()
    logging.configure(demo=False, stream=stream)
    worker = Worker({"index_case": note, "last": note})
    while await worker.do_job():
        pass
    structlog.configure(**before)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    # Taken in by no request of anybody; then the move; then what their jobs asked for.
    assert [name for name, _ in seen] == [
        *("netralitas worker", f"netralitas worker {reference}"),
        *("netralitas worker", f"netralitas worker {reference}"),
    ]
    assert [payload for _, payload in seen] == [{"case_file": case}, {"case_file": case}, {}, {}]
    assert [line.get("request_id") for line in lines] == [None, reference, None, reference]
