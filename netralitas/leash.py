"""Processes that must not outlive the one that started them, however that one ended."""

import multiprocessing
import os
import signal
import sys
import threading


def end_with_parent() -> None:
    """Hold that this worker of a server is gone as soon as the server's first process is.

    Otherwise it would keep the port, and no server could be started in the dead one's place.
    Nothing happens in a process that multiprocessing did not start.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()


def end_with_input() -> None:
    """Hold that this process gets SIGTERM when its standard input ends: its starter is gone."""
    threading.Thread(target=_read_to_the_end, daemon=True).start()


def _follow(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)  # nobody is left to end politely for; what is under way is rolled back


def _read_to_the_end() -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
