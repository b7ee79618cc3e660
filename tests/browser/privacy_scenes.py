"""A period that waits and one in force, a list of what is due, a hold, a request, a failure."""

from dataclasses import replace
from datetime import timedelta

import asyncpg

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.database.context import EVERYTHING, local_settings
from netralitas.disposal.commands import place_hold, propose_due, propose_rule, put_in_force
from netralitas.disposal.domain import Certainty, Disposable, NewHold, NewRule
from netralitas.privacy.incidents.commands import add_measure, record_incident
from netralitas.privacy.incidents.domain import NewIncident
from netralitas.privacy.requests.commands import record_request
from netralitas.privacy.requests.domain import NewRequest, Right
from netralitas.privacy.requests.domain import Role as Asker
from tests.browser.site import Site
from tests.make import days_ago, stepped_up

_LIST = "SELECT id FROM disposal ORDER BY id DESC LIMIT 1"


async def keep_and_dispose(site: Site, case: int) -> dict[str, int]:
    """The ids of the list, the hold, the failure and the request."""
    town = site.town
    rule = NewRule(
        kept=Disposable.STAFF_LIST,
        months=1,
        basis="Jadwal retensi kantor",
        certainty=Certainty.SECONDARY,
        valid_from=days_ago(9),
    )
    second = replace(town.tono, roles=frozenset({Role.ADMINISTRATOR}))
    await put_in_force(stepped_up(second), await propose_rule(town.hadi, rule))
    waiting = await propose_rule(second, replace(rule, months=24))
    incident = await record_incident(
        town.sari,
        NewIncident(
            discovered_at=clock.now() - timedelta(hours=5),
            happened="Surel salah kirim.",
            data="Nama dan NIP",
            people=3,
        ),
    )
    await add_measure(town.sari, incident, "Penerima diminta menghapusnya.", None)
    hold = await place_hold(
        town.rina,
        NewHold(
            case_file=case,
            respondent=None,
            nip_digest=None,
            nip_last=None,
            reason="Masih menjadi bukti di pengadilan.",
            basis="Surat kuasa khusus",
        ),
    )
    request = await record_request(
        town.rina,
        NewRequest(
            right=Right.ACCESS,
            role=Asker.RESPONDENT,
            case_file=case,
            respondent=1,
            letter="12/S/2026",
            received_on=days_ago(2),
            established="KTP diperlihatkan.",
            asked="Datanya sendiri.",
            answer_by=None,
        ),
    )
    found = {"waiting_rule": waiting, "incident": incident, "hold": hold, "request": request}
    return {**found, "disposal": await _proposed(site)}


async def _proposed(site: Site) -> int:
    """Let the worker propose the staff list of long ago."""
    root = await asyncpg.connect(site.database.dsn("postgres"))
    try:
        await root.execute("UPDATE import_batch SET imported_at = now() - interval '90 days'")
    finally:
        await root.close()
    worker = await asyncpg.connect(site.database.dsn("worker"))
    try:
        async with worker.transaction():
            await worker.execute(local_settings(EVERYTHING))
            await propose_due(worker)
            found: int = await worker.fetchval(_LIST)
    finally:
        await worker.close()
    return found
