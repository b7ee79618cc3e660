"""B16: a piece of evidence of 500 MB over HTTP, beside `curl` to a server that only writes it."""

import asyncio
import http.client
import json
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import asyncpg

from bench.asking import investigator
from bench.datasets import DataSet
from bench.figures import Figure, compared
from bench.offices import Offices
from bench.receiving import SYNCED
from bench.sessions import signed_in
from bench.web import HOST, Web, free_port, process, serving

MEGABYTE: Final = 1024 * 1024
SIZE: Final = 500 * MEGABYTE
_SHARE: Final = 0.5
_MORE: Final = 40.0  # megabytes
_OFTEN: Final = 0.05  # seconds between two weighings
_HEAD: Final = b"\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2avc1mp41"
_CASE: Final = "SELECT max(id) FROM case_file WHERE investigator = $1 AND owner = $2"


def measure(data: DataSet, rounds: int) -> list[Figure]:
    """Return B16, measured on a server of its own over `data`; rounds are interleaved."""
    with tempfile.TemporaryDirectory() as folder:
        file, port, other = Path(folder) / "video.mp4", free_port(), free_port()
        kept = Path(folder) / "received"
        bare = ["-m", "bench.receiving", str(other), str(kept)]
        with serving(data.settings(port), port) as web, process(bare, other, "/"):
            actor = investigator(Offices().regencies[0])
            (cookie,) = signed_in(data, [actor.desk])
            case = asyncio.run(_case(data, actor.officer, actor.organisation))
            ours, limits, synced, more = [], [], [], []
            for turn in range(rounds + 1):
                _make(file)
                os.sync()  # what another wrote is in nobody's way
                with weighed(web) as weights:
                    took = _upload(web, cookie, case, file)
                limit, on_disk = (_bare(other, path, file) for path in ("/", SYNCED))
                if turn:  # the first warms both
                    ours.append(SIZE / MEGABYTE / took)
                    limits.append(SIZE / MEGABYTE / limit)
                    synced.append(SIZE / MEGABYTE / on_disk)
                    more.append(max(weights) - weights[0])
    ratio, met = compared(ours, limits, lambda found: found >= _SHARE)
    return [
        Figure(
            code="B16",
            work="upload of 500 MB by curl in one request, kept and hashed",
            unit="MB/s",
            samples=tuple(ours),
            limit_name="curl -T to a bare server that writes it",
            limits=tuple(limits),
            ratio=ratio,
            target=f"≥ {_SHARE}",
            met=met,
        ),
        Figure(
            code="B16",
            work="the same, beside a bare server that answers when it is on the disk",
            unit="MB/s",
            samples=tuple(ours),
            limit_name="curl -T to a bare server that writes and syncs it",
            limits=tuple(synced),
            ratio=compared(ours, synced, lambda _: True)[0],
        ),
        Figure(
            code="B16",
            work="web server during an upload of 500 MB, memory beyond that before it",
            unit="MB",
            samples=tuple(more),
            target=f"≤ {_MORE:.0f} MB",
            met=max(more) <= _MORE,
        ),
    ]


async def _case(data: DataSet, officer: int, office: int) -> int:
    c = await asyncpg.connect(data.dsn("postgres"))
    try:
        found: int = await c.fetchval(_CASE, officer, office)
        return found
    finally:
        await c.close()


def _make(file: Path) -> None:
    """Make a file that begins like a recording and was never seen before."""
    block = os.urandom(MEGABYTE)
    with file.open("wb") as written:
        written.write(_HEAD)
        for _ in range(SIZE // MEGABYTE - 1):
            written.write(block)
        written.write(os.urandom(MEGABYTE - len(_HEAD)))


@contextmanager
def weighed(web: Web) -> Iterator[list[float]]:
    """Weigh the server again and again while the block runs; the first was before it."""
    weights, over = [web.megabytes()], threading.Event()

    def weigh() -> None:
        while not over.wait(_OFTEN):
            weights.append(web.megabytes())

    thread = threading.Thread(target=weigh)
    thread.start()
    try:
        yield weights
    finally:
        over.set()
        thread.join()


def _upload(web: Web, cookie: str, case: int, file: Path) -> float:
    """Return the seconds from the announcement to the answer that the file is whole."""
    connection = http.client.HTTPConnection(HOST, web.port, timeout=120)
    headers = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin"}
    form = {**headers, "Content-Type": "application/x-www-form-urlencoded"}
    begun = time.perf_counter()
    try:
        about = f"name=video.mp4&size={SIZE}".encode()
        connection.request("POST", f"/perkara/{case}/bukti/berkas", about, form)
        state = _answer(connection)
        address = state["address"]
        said = _curl(f"http://{HOST}:{web.port}{address}?mulai=0", file, headers)
        if not json.loads(said)["whole"]:
            raise RuntimeError(f"the file did not become whole: {said!r}")
        took = time.perf_counter() - begun
        connection.request("POST", f"{address}/penghapusan", b"", headers)
        _answer(connection)
    finally:
        connection.close()
    return took


def _bare(port: int, path: str, file: Path) -> float:
    """Return the seconds of the same file to the server that only writes it."""
    os.sync()
    begun = time.perf_counter()
    _curl(f"http://{HOST}:{port}{path}", file, {})
    return time.perf_counter() - begun


def _answer(connection: http.client.HTTPConnection) -> dict[str, Any]:
    answer = connection.getresponse()
    said = answer.read()
    if answer.status not in {200, 303}:
        raise RuntimeError(f"the upload was answered {answer.status}: {said[:200]!r}")
    return json.loads(said) if answer.status == 200 else {}


def _curl(address: str, file: Path, headers: Mapping[str, str]) -> bytes:
    """Send a file as the body of one request, and return the answer."""
    given = [part for name, text in headers.items() for part in ("-H", f"{name}: {text}")]
    command = ["curl", "-sf", "-X", "POST", "-H", "Expect:", *given, "-T", str(file), address]
    return asyncio.run(_said(command))


async def _said(command: list[str]) -> bytes:
    """Return what a program of the machine says; CalledProcessError when it fails."""
    started = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
    said, _ = await started.communicate()
    if started.returncode:
        raise subprocess.CalledProcessError(started.returncode, command)
    return said
