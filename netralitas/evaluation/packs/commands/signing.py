"""Signing: that a party put its name under the paper whose digest is frozen."""

from dataclasses import dataclass
from datetime import date

from netralitas.access.domain import Actor
from netralitas.evaluation.commands.standing import sitting
from netralitas.evaluation.packs import store
from netralitas.evaluation.packs.policy import check_signed_on, hold_signable
from netralitas.evaluation.packs.queries import signable
from netralitas.evidence.commands import add_in
from netralitas.evidence.domain import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Who signed for the actor's office, as what, when; perhaps with a scan of the paper."""

    name: str
    capacity: str
    signed_on: date
    scan: Stored | None = None


async def sign_pack(actor: Actor, meeting: int, pack: int, new: Signing) -> None:
    """Keep that the actor's office signed a pack; from then on the meeting takes no changes.

    Raises NotVisible, and RuleBroken for a draft, an unfinished pack, a meeting that was not held,
    where the other party signed another pack, a second time, and for a day that cannot be.
    """
    async with sitting(actor, meeting) as now:
        found = await signable(now.connection, meeting, pack)
        hold_signable(now.meeting, found.standing, actor.organisation)
        check_signed_on(now.meeting, new.signed_on, now.today)
        scan = None if new.scan is None else await add_in(now.connection, new.scan)
        kept = store.NewSignature(
            name=new.name, capacity=new.capacity, signed_on=new.signed_on, scan=scan
        )
        await store.sign(now.connection, now.meeting, pack, actor.organisation, kept)
        await now.happened(
            "meeting.signed",
            on=new.signed_on,
            pack=pack,
            digest=found.digest.hex(),
            scanned=scan is not None,
        )
