"""Whether the embedded server lives, whether it serves, and how it ends.

Whether it lives is asked of a lock, never of a pid: the `postgres` process and all its children
inherit an exclusive flock on `alive.lock`, and the kernel drops it with the last of them. A zombie
holds no lock and a reused pid did not inherit it. Whether it serves is asked of `pg_isready`.
"""

import fcntl
import os
import signal
import time
from contextlib import suppress
from pathlib import Path

from netralitas.database.embedded_paths import SOCKET, Layout

POLL_SECONDS = 0.03


def take_alive(layout: Layout) -> int | None:
    """Return `alive.lock` held by us, or `None` while any process of the server lives."""
    lock = os.open(layout.folder / "alive.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return None
    return lock


def answers(layout: Layout) -> bool:
    """Return whether the server accepts connections now."""
    ready = (layout.programs / "pg_isready", "-q", "-t", "3", "-h", layout.socket, "-p", "5432")
    return layout.account.can(*ready, "-U", "postgres", "-d", "postgres")


def clear_traces(layout: Layout) -> None:
    """Remove what a killed server left behind; call it with `alive.lock` held.

    PostgreSQL would refuse a lock file that is too short, or that names a pid in use again.
    """
    traces = (layout.cluster / "postmaster.pid", layout.socket / SOCKET)
    for path in (*traces, layout.socket / f"{SOCKET}.lock"):
        path.unlink(missing_ok=True)


def end(layout: Layout) -> None:
    """End the server: politely within a minute, else at once (it recovers when next started)."""
    for kind, seconds in ((signal.SIGINT, 60.0), (signal.SIGQUIT, 10.0)):
        _signal(layout, kind)
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            alive = take_alive(layout)
            if alive is not None:
                os.close(alive)
                return
            time.sleep(POLL_SECONDS)


def _signal(layout: Layout, kind: signal.Signals) -> None:
    """Send `kind` to the server, if it lives: then it wrote the pid file itself."""
    alive = take_alive(layout)
    if alive is not None:
        os.close(alive)
        return
    with suppress(OSError, ValueError, IndexError):
        text = (layout.cluster / "postmaster.pid").read_text()
        pid = int(text.splitlines()[0])
        # In another container the same number may be another program; PostgreSQL works in its data.
        if Path(f"/proc/{pid}/cwd").resolve() in {layout.cluster, Path(f"/proc/{pid}/cwd")}:
            os.kill(pid, kind)
