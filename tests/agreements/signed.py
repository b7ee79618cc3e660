"""An agreement of the town's parties, signed 800 days ago, with the rules of a real one."""

from msgspec.structs import replace

from netralitas.agreements.commands import Step, enter_agreement, move_agreement
from netralitas.agreements.content import read
from netralitas.agreements.paper import Paper
from netralitas.law.book import load
from tests.agreements.conftest import Partners
from tests.make import days_ago

SIGNED_AGO = 800


def of_the_town(partners: Partners, name: str) -> Paper:
    """A real paper in which the parties of the town stand for the real ones."""
    own = read(name)
    offices = (partners.town.offices["kab"], partners.town.offices["bkpsdm"])
    named = zip(own.parties, offices, strict=True)
    return replace(own, parties=tuple(replace(p, organisation=office) for p, office in named))


async def signed(partners: Partners, name: str = "banjarnegara") -> int:
    """The id of an agreement in force, with the text of a real one."""
    number = await enter_agreement(partners.sari, of_the_town(partners, name))
    version = 1
    for actor, move in (
        (partners.sari, "perumusan"),
        (partners.sari, "penyusunan"),
        (partners.sari, "pengajuan"),
        (partners.tono, "persetujuan"),
        (partners.sari, "penandatanganan"),
    ):
        step = Step(move=move, version=version, on=days_ago(SIGNED_AGO), signed=(1, 2))
        await move_agreement(actor, number, step, book=load())
    return number
