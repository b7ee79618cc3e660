"""What a pack is made of. Values only."""

from enum import StrEnum


class PackState(StrEnum):
    """Where the making of a pack stands."""

    WAITING = "waiting"
    RUNNING = "running"
    READY = "ready"
    FAILED = "failed"
