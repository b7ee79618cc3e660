"""From the desk to the telephone at home: the code of a receipt shows what the worker tells."""

from datetime import timedelta

import httpx

from netralitas import clock
from netralitas.database.transactions import reading
from netralitas.publication.status import tell
from netralitas.vault.cipher import Sealed
from netralitas.web.formats import long_date
from tests.conftest import Database
from tests.make import RECEIPTS, Town, make_case, make_town
from tests.public.test_check_status import ask
from tests.public.test_preparing import working


async def code_of(town: Town, case: int) -> str:
    """The code that the receipt of a case prints."""
    async with reading(town.rina) as connection:
        row = await connection.fetchrow("SELECT * FROM receipt_code WHERE case_file = $1", case)
    sealed = Sealed(key_id=row["key_id"], nonce=row["nonce"], ciphertext=row["ciphertext"])
    return RECEIPTS.open(sealed, case)


async def test_the_code_of_a_receipt_shows_the_status_once_the_worker_has_told_it(
    engine: Database, visitor: httpx.AsyncClient
) -> None:
    town = await make_town()
    case = await make_case(town)
    code = await code_of(town, case.id)
    assert (await ask(visitor, code)).status_code == 404
    async with working(engine) as connection:
        await tell(connection, case.id)
    answered = await ask(visitor, code)
    assert answered.status_code == 200
    assert "Diterima" in answered.text
    assert long_date(clock.now() - timedelta(minutes=5)) in answered.text
    for inner in ("Terlapor Contoh", "Kepala Bidang", "Dinas Contoh", "Rina", "deklarasi"):
        assert inner not in answered.text
