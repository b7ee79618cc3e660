"""An agreement in force with its text, and letters of request under it."""

from typing import Any

from msgspec.structs import replace

from netralitas.agreements.commands import Step, enter_agreement, move_agreement
from netralitas.agreements.content import read
from netralitas.exchange.commands import ask
from netralitas.exchange.domain import Item, Kind, Label, NewRequest
from netralitas.exchange.forces.domain import ForceKind, NewForce
from netralitas.law.book import load
from tests.make import days_ago
from tests.pages import Browser, Page
from tests.prevention.world import Partners

ARTICLE = "Pasal 9"
FIELDS = "Jumlah ASN per unit; Pasal 9 kerja sama dan UU 7/2017\nJabatan; UU 27/2022"


async def in_force(partners: Partners) -> int:
    """The id of an agreement of `kab` and `bkpsdm` after the text of Kudus, signed long ago."""
    own = read("kudus")
    offices = (partners.town.offices["kab"], partners.town.offices["bkpsdm"])
    named = zip(own.parties, offices, strict=True)
    paper = replace(own, parties=tuple(replace(p, organisation=office) for p, office in named))
    number = await enter_agreement(partners.sari, paper)
    for move, actor, signed in (
        ("perumusan", partners.sari, ()),
        ("penyusunan", partners.sari, ()),
        ("pengajuan", partners.sari, ()),
        ("persetujuan", partners.tono, ()),
        ("penandatanganan", partners.sari, (1, 2)),
    ):
        step = Step(move=move, version=1, on=days_ago(200), signed=signed)
        await move_agreement(actor, number, step, book=load())
    return number


def day(name: str, ago: int) -> dict[str, str]:
    """A day so many days ago, as a form sends it."""
    on = days_ago(ago)
    return {
        f"{name}-day": str(on.day),
        f"{name}-month": str(on.month),
        f"{name}-year": str(on.year),
    }


def letter(partners: Partners, agreement: int, **changes: Any) -> NewRequest:  # noqa: ANN401 - fields by name
    """Bawaslu asks BKPSDM for two fields of data."""
    made = {
        "agreement": agreement,
        "kind": Kind.DATA,
        "label": Label.PLAIN,
        "addressee": partners.town.offices["bkpsdm"],
        "number": "012/PM.04/2024",
        "asked_on": days_ago(20),
        "signed_as": "Ketua",
        "article": ARTICLE,
        "subject": "Jumlah ASN per unit",
        "purpose": "Peta kerawanan netralitas",
        "items": (
            Item(name="Jumlah ASN per unit", basis="Pasal 9 kerja sama"),
            Item(name="Jabatan", basis="UU 27/2022"),
        ),
    }
    return NewRequest(**{**made, **changes})


def decree(agreement: int, **changes: object) -> NewForce:
    """A task force of both parties, for a year that began a hundred days ago."""
    made: dict[str, object] = {
        "agreement": agreement,
        "kind": ForceKind.TASK_FORCE,
        "name": "Satgas konten internet",
        "decree_number": "15/SK/2024",
        "decree_on": days_ago(101),
        "decreed_by": None,
        "since": days_ago(100),
        "until": days_ago(-265),
        "tasks": "Memeriksa alamat\nMeneruskan temuan",
    }
    return NewForce(**{**made, **changes})  # type: ignore[arg-type]  # fields by name


async def asked(partners: Partners, agreement: int, **changes: Any) -> int:  # noqa: ANN401 - fields by name
    """The id of a request that Rina of Bawaslu made."""
    return await ask(partners.rina, letter(partners, agreement, **changes))


async def sent(browser: Browser, address: str, **typed: object) -> Page:
    """Open a form and send it."""
    form = (await browser.go(address)).form(address)
    return await browser.send(form, typed)
