"""Whoever keeps incidents is told before the 3 x 24 hours end, and after, once of each stage."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netralitas import clock
from netralitas.editions.current import LAW
from netralitas.law.domain import Zone
from netralitas.law.words import moment
from netralitas.notices.commands import SEND, RemindingOfIncidents, Sending
from netralitas.notices.policy import stages
from netralitas.privacy.incidents.commands import add_measure, record_incident, tell
from netralitas.privacy.incidents.domain import NewIncident, NoteKind, ends_at
from netralitas.settings import Settings
from tests.cases.conftest import Visits
from tests.make import Town
from tests.notices.conftest import AsWorker
from tests.notices.post_office import PostOffice
from tests.notices.telling import ask, change, give_addresses
from tests.notices.test_sending import told_to

HAPPENED = "Laptop Zzyxcanary hilang."


async def failed(town: Town, ago: timedelta) -> tuple[int, datetime]:
    """An incident of the office, and when its hours end."""
    found = clock.now() - ago
    new = NewIncident(discovered_at=found, happened=HAPPENED, data="Nama", people=None)
    return await record_incident(town.sari, new), ends_at(found)


async def look(as_worker: AsWorker, settings: Settings, at: datetime) -> None:
    """Let the worker look twice at a moment."""
    async with as_worker() as connection:
        for _ in range(2):
            with clock.at(at):
                await RemindingOfIncidents(settings).run(connection)


async def told(officer: int) -> list[tuple[str, str]]:
    rows = await ask("SELECT kind, rule FROM notice WHERE officer = $1 ORDER BY id", officer)
    return [(row["kind"], row["rule"].removeprefix("incident.")) for row in rows]


@given(minutes=st.integers(min_value=-10_000, max_value=10_000))
def test_one_stage_at_most_holds_and_none_earlier_than_a_day_before(minutes: int) -> None:
    now = clock.now()
    due = now + timedelta(minutes=minutes)
    holding = [
        each.rule
        for each in stages(now)
        if (each.begins is None or each.begins <= due) and due < each.ends
    ]
    if minutes < 0:
        expected = ["incident.late"]
    elif minutes < 6 * 60:
        expected = ["incident.last"]
    else:
        expected = ["incident.first"] if minutes < 24 * 60 else []
    assert holding == expected


async def test_each_stage_is_told_once_to_who_keeps_incidents_until_the_notices_are_recorded(
    town: Town, as_worker: AsWorker, settings: Settings
) -> None:
    incident, end = await failed(town, timedelta(hours=1))
    for hours in (-71, -25, -23, -7, -5, -1, 1, 100):
        await look(as_worker, settings, end + timedelta(hours=hours))
    assert await told(town.sari.officer) == [("soon", "first"), ("soon", "last"), ("late", "late")]
    assert await told(town.tono.officer) == await told(town.sari.officer)
    for other in (town.rina, town.galih, town.lain, town.dewa):
        assert await told(other.officer) == []
    await tell(town.sari, incident, NoteKind.AGENCY_TOLD, clock.now(), "Surat 1.")
    second, end = await failed(town, timedelta(hours=1))
    await tell(town.sari, second, NoteKind.AGENCY_TOLD, clock.now(), "Surat 2.")
    await look(as_worker, settings, end - timedelta(hours=20))
    assert len(await told(town.sari.officer)) == 4  # the people were not told
    await add_measure(town.sari, second, "Tidak ada orang yang terkena.", 0)
    await look(as_worker, settings, end - timedelta(hours=2))
    assert len(await told(town.sari.officer)) == 4


async def test_the_mail_names_nobody_and_the_list_leads_to_the_incident(
    town: Town, as_worker: AsWorker, settings: Settings, visit: Visits, post_office: PostOffice
) -> None:
    incident, end = await failed(town, timedelta(hours=50))
    await give_addresses(town)
    mailing = told_to(post_office, settings.data)
    await look(as_worker, mailing, clock.now())
    jobs = await ask("SELECT payload FROM job WHERE kind = $1 ORDER BY id", SEND)
    keepers = await ask("SELECT count(*) AS n FROM notice")
    assert len(jobs) == keepers[0]["n"] >= 2
    async with as_worker() as connection:
        await Sending(mailing, LAW.follow)(connection, jobs[0]["payload"])
    [mail] = post_office.taken
    body = mail.get_body(("plain",))
    assert body is not None
    text = body.get_content()
    assert f"/insiden-data/{incident}" in text
    assert f"Register insiden data: Insiden data {incident}" in text
    assert moment(end, Zone.WIB) in " ".join(text.split())
    assert "Zzyxcanary" not in mail.as_string()
    sari = await visit("sari")
    page = await sari.go("/pemberitahuan")
    assert "belum lengkap dicatat, dan waktunya habis dalam sehari" in page.text
    assert f'href="/insiden-data/{incident}"' in page.html
    assert "sisa 21 jam" in (await sari.go(f"/insiden-data/{incident}")).text
    await change("UPDATE data_incident SET closed_by = $1, closed_at = now()", town.tono.officer)
    async with as_worker() as connection:
        await Sending(mailing, LAW.follow)(connection, jobs[1]["payload"])
    assert len(post_office.taken) == 1  # what has ended is not mailed
