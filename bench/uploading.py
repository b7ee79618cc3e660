"""B16: a piece of evidence of 500 MB over HTTP, beside `curl` to a server that only writes it."""

import asyncio
import http.client
import json
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import asyncpg

from bench.asking import investigator
from bench.datasets import DataSet
from bench.figures import Figure, compared
from bench.offices import Offices
from bench.sessions import signed_in
from bench.web import HOST, Web, free_port, process, serving

MEGABYTE: Final = 1024 * 1024
SIZE: Final = 500 * MEGABYTE
PIECE: Final = 64 * MEGABYTE
"""As large as the script of the page lets a piece grow on a fast line."""

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
            ours, limits, more = [], [], []
            for turn in range(rounds + 1):
                _make(file)
                with weighed(web) as weights:
                    took = _upload(web, cookie, case, file)
                limit = _curl(other, file)
                if turn:  # the first warms both
                    ours.append(SIZE / MEGABYTE / took)
                    limits.append(SIZE / MEGABYTE / limit)
                    more.append(max(weights) - weights[0])
    ratio, met = compared(ours, limits, lambda found: found >= _SHARE)
    return [
        Figure(
            code="B16",
            work="upload of 500 MB in pieces of 64 MB, kept and hashed",
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
    connection = http.client.HTTPConnection(HOST, web.port, timeout=120, blocksize=MEGABYTE)
    begun = time.perf_counter()
    try:
        about = f"name=video.mp4&size={SIZE}".encode()
        form = "application/x-www-form-urlencoded"
        state = _ask(connection, cookie, f"/perkara/{case}/bukti/berkas", about, form)
        address = state["address"]
        with file.open("rb") as content:
            while not state["whole"]:
                content.seek(state["received"])
                place = f"{address}?mulai={state['received']}"
                state = _ask(connection, cookie, place, content.read(PIECE))
        took = time.perf_counter() - begun
        _ask(connection, cookie, f"{address}/penghapusan", b"")
    finally:
        connection.close()
    return took


def _ask(
    connection: http.client.HTTPConnection,
    cookie: str,
    path: str,
    body: bytes,
    kind: str = "application/octet-stream",
) -> dict[str, Any]:
    headers = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin", "Content-Type": kind}
    connection.request("POST", path, body, headers)
    answer = connection.getresponse()
    said = answer.read()
    if answer.status not in {200, 303}:
        raise RuntimeError(f"{path} answered {answer.status}: {said[:200]!r}")
    return json.loads(said) if answer.status == 200 else {}


def _curl(port: int, file: Path) -> float:
    begun = time.perf_counter()
    command = ["curl", "-sf", "-H", "Expect:", "-T", str(file), f"http://{HOST}:{port}/"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - on the path
    return time.perf_counter() - begun
