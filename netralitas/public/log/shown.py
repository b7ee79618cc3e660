"""What a page shows of a check against the public log."""

import msgspec


class InLog(msgspec.Struct, frozen=True, kw_only=True):
    """What the public log proves of a receipt; `proved` when there is a proof to take home."""

    title: str
    sentences: tuple[str, ...]
    proved: bool = False
    broken: bool = False
