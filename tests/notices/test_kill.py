"""The worker is killed with SIGKILL again and again while it sends many messages."""

import asyncio
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

from aiosmtpd.smtp import Envelope

from netralitas.settings import DEMO_SECRET, Settings
from tests.conftest import Database
from tests.make import Town, make_case, person
from tests.notices.conftest import AsWorker
from tests.notices.post_office import OK, PostOffice
from tests.notices.telling import ask, at_noon, change, first_due, give_addresses, tell
from tests.notices.test_sending import HIDDEN
from tests.programs import POLL, ROOT

CASES = 12
KILLS = 4
PATIENCE = 120.0  # seconds; only a failing test waits so long


class Killer:
    """Kills the worker at some messages: before the recipient is taken, or as the content is."""

    def __init__(self, office: PostOffice) -> None:
        """Listen to both answers of the server."""
        self.worker: asyncio.subprocess.Process | None = None
        self.killed: list[str] = []
        self._seen: Counter[str] = Counter()
        office.at_recipient = self._at_recipient
        office.at_content = self._at_content

    async def _at_recipient(self, _: Envelope) -> str:
        return await self._answer("recipient", 7)

    async def _at_content(self, _: Envelope) -> str:
        return await self._answer("content", 5)

    async def _answer(self, phase: str, every: int) -> str:
        self._seen[phase] += 1
        if self._seen[phase] % every == 0 and len(self.killed) < KILLS and self.worker is not None:
            self.killed.append(phase)
            self.worker.kill()
        return OK


async def start(database: Database, office: PostOffice, data: Path) -> asyncio.subprocess.Process:
    """The worker as it is run, with this mail server."""
    settings = Settings(
        data=data,
        demo=True,
        worker_dsn=database.dsn("worker"),
        secret_vault=DEMO_SECRET,
        secret_index=DEMO_SECRET,
        secret_log=DEMO_SECRET,
        secret_receipt=DEMO_SECRET,
        base_url="https://netralitas.test",
        smtp_host="127.0.0.1",
        smtp_port=office.port,
        smtp_start_tls=False,
        mail_from="netralitas@kantor.test",
    )
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "netralitas", "worker"),
        cwd=ROOT,
        env={**settings.environment(), "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


async def waiting() -> int:
    """How many messages are still to be sent."""
    rows = await ask("SELECT FROM job WHERE kind = 'send_notice'")
    return len(rows)


async def test_every_message_arrives_once_or_is_known_to_be_uncertain(
    town: Town, as_worker: AsWorker, engine: Database, post_office: PostOffice, tmp_path: Path
) -> None:
    await give_addresses(town)
    cases = [await make_case(town, person(number), received=20) for number in range(CASES)]
    due, _ = await first_due(cases[-1])
    for days in (0, 1):
        await tell(as_worker, at_noon(due, days), by_mail=True)
    total = len(await ask("SELECT FROM notice"))
    assert total == await waiting() >= 2 * CASES
    killer = Killer(post_office)
    async with asyncio.timeout(PATIENCE):
        while await waiting():
            killer.worker = await start(engine, post_office, tmp_path)
            try:
                while killer.worker.returncode is None and await waiting():
                    with suppress(TimeoutError):
                        await asyncio.wait_for(killer.worker.wait(), POLL)
            finally:
                if killer.worker.returncode is None:
                    killer.worker.terminate()
                await killer.worker.wait()
            await change("UPDATE job SET lease = NULL")  # so long nobody waits for who was killed
    assert len(killer.killed) == KILLS
    assert {*killer.killed} == {"recipient", "content"}
    await assert_that_each_arrived_or_is_uncertain(post_office, killer)
    assert not any(hidden.encode() in raw for raw in post_office.raw for hidden in HIDDEN)


async def assert_that_each_arrived_or_is_uncertain(office: PostOffice, killer: Killer) -> None:
    """Nothing came twice; what came is marked or uncertain, and only who was killed left doubt."""
    arrived = Counter(
        int(message["Message-ID"].removeprefix("<notice-").partition(".")[0])
        for message in office.taken
    )
    rows = await ask("SELECT id, sending_at, sent_at FROM notice")
    assert {*arrived.values()} == {1}
    uncertain = {row["id"] for row in rows if row["sending_at"] and not row["sent_at"]}
    sent = {row["id"] for row in rows if row["sent_at"]}
    assert sent <= {*arrived}
    assert sent | uncertain == {row["id"] for row in rows}
    assert len(uncertain) == len(killer.killed)
