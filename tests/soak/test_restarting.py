"""Servers start again and are killed while people work: nobody is cut off, nothing is lost."""

import asyncio
import socket
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from netralitas.database.transactions import EVERYTHING, reading
from tests.concurrency.afterwards import the_record_is_whole
from tests.concurrency.scene import opened, set_the_scene
from tests.concurrency.walkers import Case, Tally, Walker, story
from tests.operations.machine import need
from tests.operations.processes import Server, ending, listening, next_version, proxy, readiness
from tests.programs import PROGRAM, Demo, children, until
from tests.soak.reporters import Post, Reporter

pytestmark = pytest.mark.soak

CLIENTS = 3
REPORTS = 9
PATIENCE = 120.0  # seconds; only a failing test, or one on a busy machine, waits so long


class Patient(Walker):
    """Somebody for whom a busy machine is no failure, but a lost connection is one."""

    async def _ask(self, method: str, path: str, body: bytes = b"") -> tuple[int, bytes]:
        """Return status and body; an exception when the connection was refused or lost."""
        async with asyncio.timeout(PATIENCE):
            status, answer = await self._exchange(method, path, body)
        self._tally.statuses.add(status)
        return status, answer


@dataclass(slots=True, kw_only=True)
class People:
    """Officers at work until they are told that it is enough; all make equally many moves."""

    walkers: list[Walker]
    cases: list[Case]
    read: set[int] = field(default_factory=set)
    moves: int = 0
    enough: asyncio.Event = field(default_factory=asyncio.Event)
    _more: asyncio.Event = field(default_factory=asyncio.Event)

    async def work(self) -> None:
        """Move each case on, and read, again and again."""
        try:
            for move in story(10_000):
                if self.enough.is_set():
                    break
                pairs = zip(self.walkers, self.cases, strict=True)
                await asyncio.gather(*(self._once(walker, case, move) for walker, case in pairs))
                self.moves += 1
                self._more.set()
        finally:
            for walker in self.walkers:
                walker._hang_up()

    async def some_more(self) -> None:
        """Wait until everybody has made another move."""
        wanted = self.moves + 1
        while self.moves < wanted:
            self._more.clear()
            await self._more.wait()

    async def _once(self, walker: Walker, case: Case, move: str) -> None:
        await walker._make(case, move)
        for page in (f"/perkara/{case.id}", "/tenggat"):
            status, _ = await walker._ask("GET", page)
            self.read.add(status)


async def test_a_new_version_takes_over_while_people_work_and_no_request_fails(
    running_demo: Demo, tmp_path: Path
) -> None:
    need("nginx")
    environment = running_demo.settings().environment()
    tree = next_version(tmp_path / "next")
    cookies, cases = await set_the_scene(running_demo.settings(), CLIENTS, cases_each=1)
    tally, owned = Tally(), [case for [case] in cases]
    with listening() as held:
        old = [Server(held=held, environment=environment) for _ in range(2)]
        new = [Server(held=held, environment=environment, tree=tree) for _ in range(2)]
        with ending(*old, *new), proxy(tmp_path, held.getsockname()[1]) as port:
            await asyncio.gather(*(asyncio.to_thread(server.start) for server in old))
            walkers: list[Walker] = [Patient(port, cookie, tally) for cookie in cookies]
            people = People(walkers=walkers, cases=owned)
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(people.work())
                await people.some_more()
                migrated = await asyncio.to_thread(migrate, tree, environment)
                assert migrated.returncode == 0, migrated.stderr
                assert await asyncio.to_thread(readiness, held) == 200, "more than it knows is fine"
                for one, other in zip(old, new, strict=True):
                    await people.some_more()
                    assert await asyncio.to_thread(one.end) == 0
                    await people.some_more()
                    await asyncio.to_thread(other.start)
                await people.some_more()
                people.enough.set()
            ended = [await asyncio.to_thread(server.end) for server in new]
    assert ended == [0, 0]
    assert (tally.lost, tally.statuses, people.read) == (0, {200, 303}, {200})
    assert len(tally.acknowledged) == people.moves * CLIENTS
    await the_record_is_whole(running_demo, tally, owned, moves=people.moves)


def migrate(tree: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Bring the database to the version of a tree."""
    return subprocess.run(  # noqa: S603 - our own program
        [*PROGRAM, "migrate"],
        cwd=tree,
        env={**environment, "PYTHONPATH": str(tree)},
        capture_output=True,
        text=True,
        check=False,
    )


class Again(httpx.AsyncHTTPTransport):
    """A person who presses again when no answer comes."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Ask until there is an answer."""
        async with asyncio.timeout(60):
            while True:
                try:
                    return await super().handle_async_request(request)
                except httpx.TransportError:
                    await asyncio.sleep(0.2)  # a killed server tells nobody when it is back


async def test_the_public_site_is_killed_while_reports_come_in_and_none_is_lost(
    running_demo: Demo,
) -> None:
    settings, post = running_demo.settings(), Post()
    address = f"{running_demo.address}/lapor"
    await asyncio.to_thread(
        until, "the door opens", lambda: 'href="/lapor/nama"' in httpx.get(address, timeout=60).text
    )
    with listening() as held:
        public = Server(held=held, environment=settings.environment(), options=("--public-only",))

        async def kill() -> None:
            await post.reached(REPORTS // 3)
            killing = ["kill", "-KILL", *map(str, children(public.pid))]
            await asyncio.to_thread(subprocess.run, killing, check=True)
            await post.reached(REPORTS * 2 // 3)
            await asyncio.to_thread(public.kill)
            await asyncio.to_thread(public.start)

        with ending(public):
            await asyncio.to_thread(public.start)
            async with asyncio.TaskGroup() as tasks, Again() as transport:
                tasks.create_task(kill())
                await asyncio.gather(*(report(transport, held, post, n) for n in range(REPORTS)))
    async with opened(settings), reading(EVERYTHING) as c:
        rows = await c.fetch("SELECT number FROM inbox.report")
    numbers = [row["number"] for row in rows]
    told = [one.number for one in post.acknowledged]
    assert len(told) == REPORTS
    assert {number: numbers.count(number) for number in told} == dict.fromkeys(told, 1)


async def report(transport: Again, held: socket.socket, post: Post, number: int) -> None:
    """Let one visitor report, with a pause after those before."""
    client = httpx.AsyncClient(
        transport=transport,
        base_url=f"http://127.0.0.1:{held.getsockname()[1]}",
        timeout=10,
        follow_redirects=True,
        trust_env=False,
    )
    await post.reached(max(0, number - 5))  # a few at a time
    visitor = Reporter(client=client, post=post, solve=None, name=f"Pelapor {number}")
    await visitor.report(photo=number % 3 == 0)
