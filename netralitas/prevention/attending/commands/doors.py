"""The page for phones: opened for hours, closed early."""

import secrets
from base64 import b32encode
from datetime import datetime
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, may
from netralitas.database.transactions import writing
from netralitas.jobs.queue import enqueue
from netralitas.prevention.attending import policy, store
from netralitas.prevention.attending.commands.telling import opened, tell
from netralitas.refusals import Invalid, RuleBroken

SHOW: Final = "show_attendance"
"""The job by which the public site learns what a token shows."""
_TOKEN_BYTES: Final = 10  # 80 bits, sixteen letters and digits


async def open_door(actor: Actor, activity: int, opens_at: datetime, closes_at: datetime) -> None:
    """Hold that the page for phones is open between two moments, under the token it once got.

    Raises NotVisible, NotAllowed, RuleBroken (cancelled), Invalid by field.
    """
    may(actor, Permission.RECORD_ACTIVITY)
    problems = policy.door_problems(opens_at, closes_at)
    if problems:
        raise Invalid(problems)
    async with writing(actor) as c:
        found, head = await opened(c, actor, activity)
        token = b32encode(secrets.token_bytes(_TOKEN_BYTES)).decode().lower()
        await store.set_door(c, found, token, opens_at, closes_at)
        details = {"opens_at": opens_at.isoformat(), "closes_at": closes_at.isoformat()}
        await tell(c, actor, found, head, "activity.door_opened", details)
        await enqueue(c, SHOW, {"activity": found.id})


async def close_door(actor: Actor, activity: int) -> None:
    """Hold that the page for phones takes nothing any more.

    Raises NotVisible, NotAllowed, RuleBroken (it is not open and will not be).
    """
    may(actor, Permission.RECORD_ACTIVITY)
    async with writing(actor) as c:
        found, head = await opened(c, actor, activity)
        if not await store.close_door(c, found.id, head.now):
            raise RuleBroken("Halaman HP kegiatan ini tidak sedang dibuka.")
        await tell(c, actor, found, head, "activity.door_closed", {})
        await enqueue(c, SHOW, {"activity": found.id})
