"""What the worker does a moment later, done at once: the log, the public pages, the codes."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from functools import partial

from netralitas.access.domain import Actor
from netralitas.audit.sequencer import sequence
from netralitas.database.connection import Connection
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.evidence.storage import Storage
from netralitas.intake import codes
from netralitas.intake.sealing import ReceiptSealer
from netralitas.notices.commands import Reminding
from netralitas.prevention.attending.commands.showing import ShowingRooms
from netralitas.prevention.commands import Kept, add_file
from netralitas.prevention.domain import FileUse, NewFile
from netralitas.public.log.mailing import Closing
from netralitas.public.preparing import prepare
from netralitas.publication.status import tell
from netralitas.settings import Settings
from netralitas.vault.cipher import Sealed
from netralitas.work import office_keys
from tests.browser.address_scenes import make_captures

ALL = 100_000
MEGABYTE = 1024 * 1024
_CODE = "SELECT key_id, nonce, ciphertext FROM receipt_code WHERE case_file = $1"
_RELEASE = "SELECT code FROM release WHERE case_file = $1"


async def put_in_order(settings: Settings) -> None:
    """Bring the log up to date."""
    async with as_worker(settings) as connection:
        await sequence(connection, ALL)


async def bring_out(settings: Settings, cases: Iterable[int]) -> None:
    """Bring the log, what codes tell, the public pages and everybody's notices up to date."""
    await put_in_order(settings)
    async with as_worker(settings) as connection:
        for case in cases:
            await tell(connection, case)
        await Closing(settings).run(connection)
        await prepare(connection, demo=settings.demo, storage=_storage(settings))
        await Reminding(settings).run(connection)
        await ShowingRooms(keys=partial(office_keys, settings)).show(connection)


async def bring_pages(settings: Settings, pages: dict[str, int]) -> None:
    """Let the captures that were asked for be over."""
    async with as_worker(settings):
        await make_captures(pages)


async def share_leaflet(settings: Settings, actor: Actor, activity: int) -> None:
    """Put a leaflet of an activity into the public library."""
    file = await _storage(settings).keep(b"%PDF-1.7\nselebaran\n%%EOF\n", MEGABYTE)
    new = NewFile(use=FileUse.MATERIAL, title="Selebaran netralitas ASN", shared=True)
    await add_file(actor, activity, new, Kept(file=file))


async def codes_to_type(case: int, receipts: ReceiptSealer) -> dict[str, str]:
    """Return a code that is right, one that was mistyped, and one that nobody has."""
    right = await code_of(case, receipts)
    other = "7" if right[0] != "7" else "8"
    return {
        "right": right,
        "mistyped": other + right[1:],
        "unknown": codes.make(bytes(range(codes.CHANCE_BYTES))),
    }


async def code_of(case: int, receipts: ReceiptSealer) -> str:
    """Return the code on the receipt of a case."""
    async with reading(EVERYTHING) as connection:
        row = await connection.fetchrow(_CODE, case)
    return receipts.open(Sealed(**row), case)


async def release_of(case: int) -> str:
    """Return where the release of a case is found."""
    async with reading(EVERYTHING) as connection:
        found: str = await connection.fetchval(_RELEASE, case)
    return found


def _storage(settings: Settings) -> Storage:
    return Storage(settings.data / "files")


@asynccontextmanager
async def as_worker(settings: Settings) -> AsyncIterator[Connection]:
    """Give a transaction in the worker's role; afterwards the engine is the web's again."""
    await _as(settings.worker_dsn)
    try:
        async with writing(EVERYTHING) as connection:
            yield connection
    finally:
        await _as(settings.app_dsn)


async def _as(dsn: str) -> None:
    await ENGINE.close()
    await ENGINE.open(dsn, size=1, application="netralitas tests")
