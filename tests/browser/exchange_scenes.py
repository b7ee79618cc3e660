"""What parties ask of each other and who works for them, to look at: requests, a task force."""

from datetime import time
from typing import Final

from netralitas.exchange.commands import Target, decide, deliver
from netralitas.exchange.domain import Decision, Delivery, Ending, Label, Outcome
from netralitas.exchange.forces.commands import Place, form_force, name_member, set_duty
from netralitas.exchange.forces.domain import NewDuty, NewMember, Post
from netralitas.law.book import load
from tests.exchange.asking import asked, decree, in_force
from tests.make import days_ago
from tests.prevention.world import Partners

_CONDITIONS: Final = "Hanya jumlah per unit; tidak diteruskan kepada pihak lain."


async def make_exchange(partners: Partners) -> dict[str, int]:
    """Commit an agreement in force with two requests, a task force and a week of duty."""
    agreement = await in_force(partners)
    answered = await asked(partners, agreement)
    waiting = await asked(partners, agreement, number="019/PM.04/2024", label=Label.LIMITED)
    decision = Decision(
        outcome=Outcome.PARTIAL,
        on=days_ago(12),
        number="800/55/2024",
        signed_as="Sekretaris Daerah",
        conditions=_CONDITIONS,
        granted=(1,),
        ending=Ending.ERASED,
        return_by=days_ago(-20),
    )
    target = Target(agreement=agreement, request=answered, version=1)
    await decide(partners.endah, target, decision)
    given = Delivery(
        on=days_ago(9), label=Label.LIMITED, what="Satu tabel jumlah ASN", digest=bytes(range(32))
    )
    target = Target(agreement=agreement, request=answered, version=2)
    await deliver(partners.dewa, target, given)
    return {
        "exchange": agreement,
        "exchange_answered": answered,
        "exchange_asked": waiting,
        "task_force": await _force(partners, agreement),
    }


async def _force(partners: Partners, agreement: int) -> int:
    place = Place(agreement=agreement, force=await form_force(partners.rina, decree(agreement)))
    for name, office, capacity, post in (
        ("Wayan Contoh", "bkpsdm", "Kepala Bidang Informatika", Post.LEADER),
        ("Nengah Contoh", "kab", "Staf penanganan pelanggaran", Post.MEMBER),
    ):
        new = NewMember(
            name=name,
            organisation=partners.town.offices[office],
            capacity=capacity,
            post=post,
            since=days_ago(100),
            until=days_ago(-14) if post is Post.MEMBER else None,
        )
        member = await name_member(partners.dewa, place, new)
        duty = NewDuty(
            member=member,
            first=days_ago(0),
            last=days_ago(-6),
            begins_at=time(8),
            ends_at=time(16),
            place="Posko bersama",
            workdays=False,
        )
        await set_duty(partners.dewa, place, duty, calendar=load().calendar())
    return place.force
