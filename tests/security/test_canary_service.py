"""What somebody says of the service is met by nobody who is not entitled, anywhere."""

import io
from collections.abc import Iterable

import pytest

from tests.cases.conftest import Visits
from tests.conftest import Database
from tests.intake.letterbox import Letterbox
from tests.make import Town
from tests.security.canaries import canary, singing
from tests.security.dump import dumped
from tests.service.complaining import Desk

WHAT = "Loket Xterkunci Qsepagian oleh Zjuru"
CONTACT = "0823 1111 5791 00"
OFFICER = "Sari Kusumawati"
ANSWER = "Kunci Xpintu Qcadangan dipasang oleh Zkunci"
CANARIES = (canary(WHAT), canary(CONTACT), canary(ANSWER))
EVERYBODY = ("rina", "bagas", "sari", "wulan", "nita", "galih", "maya", "dewa", "lain", "hadi")
BEGIN = ("/beranda", "/perkara", "/kotak-masuk", "/pengaduan-layanan", "/administrasi/layanan")
"""Of those who may see nothing of it, where something might be shown."""


@pytest.fixture
def letterbox(engine: Database, town: Town) -> Letterbox:
    """Where the public writes to the offices of the town."""
    return Letterbox(database=engine, offices=town.offices)


async def test_a_complaint_is_met_by_whoever_handles_it_alone(
    visit: Visits,
    letterbox: Letterbox,
    engine: Database,
    log: io.StringIO,
) -> None:
    desk = Desk(letterbox=letterbox)
    sent = await desk.complain(officer=OFFICER, what=WHAT, contact=CONTACT)
    tono = await visit("tono")
    page = await tono.go(f"/pengaduan-layanan/{sent.id}")
    assert [one for one in (WHAT, CONTACT) if one not in page.text] == []
    await tono.send(page.form("jawaban"), text=ANSWER)
    await letterbox.write(sent, WHAT)
    await desk.work()
    heard = {
        (login, path): singing((await (await visit(login)).go(path)).html.encode(), CANARIES)
        for login in EVERYBODY
        for path in (*BEGIN, f"/pengaduan-layanan/{sent.id}")
    }
    assert {where: found for where, found in heard.items() if found} == {}
    assert _in_rows(dumped(engine).items()) == {}
    assert singing(log.getvalue().encode(), CANARIES) == []


def _in_rows(rows: Iterable[tuple[str, bytes]]) -> dict[str, list[str]]:
    """Return in which tables a canary is heard."""
    return {table: found for table, body in rows if (found := singing(body, CANARIES))}
