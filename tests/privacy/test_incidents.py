"""Failures to protect data: hours that run on any day, notices, closed by a second person."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas import clock
from netralitas.database.transactions import reading
from netralitas.privacy.incidents.commands import (
    add_measure,
    close_incident,
    record_incident,
    tell,
)
from netralitas.privacy.incidents.domain import (
    HOURS,
    NewIncident,
    NoteKind,
    Standing,
    ends_at,
    standing,
)
from netralitas.privacy.incidents.queries import incident_in
from netralitas.refusals import Invalid, NotAllowed, NotVisible, RuleBroken
from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.documents.papers import text_of
from tests.make import Town

__all__ = ["settings", "site", "statements", "town", "visit"]

BEGIN = datetime(2022, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 30_000_000).map(lambda minutes: BEGIN + timedelta(minutes=minutes))
MOST = 12


@given(discovered=MOMENTS, later=st.integers(min_value=0, max_value=200 * 60))
def test_the_hours_end_after_72_and_never_wait_for_a_working_day(
    discovered: datetime, later: int
) -> None:
    at = discovered + timedelta(minutes=later)
    inside = later <= HOURS * 60
    assert ends_at(discovered) - discovered == timedelta(hours=72)
    assert standing(discovered, None, at) is (Standing.RUNNING if inside else Standing.LATE)
    assert standing(discovered, at, at) is (Standing.TOLD if inside else Standing.TOLD_LATE)


def failure(ago: timedelta = timedelta(hours=1), people: int | None = None) -> NewIncident:
    return NewIncident(
        discovered_at=clock.now() - ago,
        happened="Laptop kantor hilang.",
        data="Nama dan nomor telepon",
        people=people,
    )


async def test_it_is_closed_by_another_after_both_were_told(town: Town) -> None:
    sari, tono, rina = town.sari, town.tono, town.rina
    with pytest.raises(NotAllowed):
        await record_incident(rina, failure())
    with pytest.raises(Invalid):
        await record_incident(sari, failure(-timedelta(hours=2)))
    incident = await record_incident(sari, failure())
    now = clock.now()
    with pytest.raises(RuleBroken):
        await close_incident(tono, incident, "Selesai.")  # nobody was told
    for wrong in (now - timedelta(days=2), now + timedelta(days=1)):
        with pytest.raises(Invalid):
            await tell(sari, incident, NoteKind.AGENCY_TOLD, wrong, "Surat.")
    await tell(sari, incident, NoteKind.AGENCY_TOLD, clock.now(), "Surat 1.")
    with pytest.raises(RuleBroken):
        await tell(sari, incident, NoteKind.AGENCY_TOLD, clock.now(), "Surat 2.")
    with pytest.raises(RuleBroken):
        await close_incident(tono, incident, "Selesai.")  # the people were not
    await add_measure(sari, incident, "Kata sandi diganti.", 0)
    with pytest.raises(RuleBroken):
        await close_incident(sari, incident, "Selesai.")  # recorded by the same person
    await close_incident(tono, incident, "Tidak ada orang yang terkena.")
    with pytest.raises(RuleBroken):
        await add_measure(sari, incident, "Lagi.", None)
    for stranger in (town.galih, town.endah):  # the office above reads nothing of it
        with pytest.raises(NotVisible):
            async with reading(stranger) as c:
                await incident_in(c, incident)


async def test_the_pages_run_the_hours_and_print_the_notice(
    town: Town, visit: Visits, statements: Statements
) -> None:
    sari, hadi = await visit("sari"), await visit("hadi")
    assert "Belum ada insiden data" in (await sari.go("/insiden-data")).text
    form = (await sari.go("/insiden-data/baru")).form()
    wrong = await sari.send(form, at="25.99", happened="Surel salah kirim.", data="Nama")
    assert wrong.status == 422
    assert wrong.form().values["happened"] == ["Surel salah kirim."]
    page = await sari.send(form, at="00.00", happened="Surel salah kirim.", data="Nama, NIP")
    assert "sisa" in page.text
    assert "perlu konfirmasi" in (await sari.go("/insiden-data")).text
    here = page.address
    measured = await sari.send(
        (await sari.go(page.link("Catat tindakan"))).form(), text="Surel ditarik.", people="3"
    )
    assert "Surel ditarik." in measured.text
    for kind in ("subjek", "lembaga"):
        told = await sari.send((await sari.go(f"{here}/{kind}")).form(), at="00.00", text="Surat 7")
        assert "sudah diberitahukan dalam waktunya" in told.text
    letter = (await sari.client.get(f"{here}/surat-lembaga.pdf")).content
    assert "Surel ditarik." in text_of(letter)
    assert "perlu konfirmasi" in text_of(letter)
    closed = await hadi.send((await hadi.go(f"{here}/penutupan")).form(), text="Selesai.")
    assert "Ditutup" in closed.text
    statements.sent.clear()
    await hadi.go("/insiden-data")
    await hadi.go(here)
    assert len(statements.sent) <= 2 * MOST
