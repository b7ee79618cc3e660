"""What the scanner said of a piece of evidence, on its page and when it is used."""

from pathlib import Path

from netralitas.database.transactions import EVERYTHING, reading
from netralitas.evidence.integrity.rechecking import Rechecking
from netralitas.evidence.scanning import Scanner
from netralitas.evidence.storage import Storage
from netralitas.settings import Settings
from tests.cases.conftest import Visits
from tests.evidence.exhibits.world import enter, photo, say_why
from tests.evidence.fake_clamd import EICAR, open_clamd
from tests.make import Town, make_case
from tests.notices.conftest import AsWorker


async def test_without_a_scanner_the_page_says_so(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, photo("azure"))
    assert "tidak dipindai" in (await (await visit("rina")).go(f"/perkara/{case}/bukti/1")).text


async def test_what_was_kept_without_a_scanner_is_scanned_later(
    town: Town, visit: Visits, settings: Settings, as_worker: AsWorker, tmp_path: Path
) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, photo("beige"), b"%PDF-1.7\n" + EICAR)
    async with open_clamd(tmp_path) as clamd:
        storage = Storage(settings.data / "files", Scanner(clamd.socket, seconds=5))
        async with as_worker() as c:
            await Rechecking(settings, storage).scan(c, {})
    rina = await visit("rina")
    assert "bersih" in (await rina.go(f"/perkara/{case}/bukti/1")).text
    page = await rina.go(f"/perkara/{case}/bukti/2")
    assert "program berbahaya" in page.text
    assert "Unduh berkas asli" not in page.text
    assert (await say_why(rina, case, 2, "unduhan")).status_code == 403
    async with reading(EVERYTHING) as c:
        assert await c.fetchval("SELECT verdict FROM file_alarm") == "infected"
