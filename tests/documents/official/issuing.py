"""Papers issued by tests, as features issue theirs."""

from datetime import date
from typing import Any

from netralitas.access.domain import Actor
from netralitas.correspondence.patterns import ROMAN_MONTHS
from netralitas.database.transactions import writing
from netralitas.documents.official.commands import Block, Content, Issue, Issued, issue_in
from netralitas.evidence.storage import Storage
from tests.make import days_ago

CONTENT = Content(
    subject="Undangan memberi keterangan",
    facts=(("Perkara", "012/LP/PB/Kab/99.01/XI/2026"),),
    to=("Kepada Yth.", "Terlapor Contoh 1", "di tempat"),
    body=(
        Block(text=("Kami mengundang Saudara untuk memberi keterangan.",)),
        Block(pairs=(("Pukul", "10.00 WIB"), ("Tempat", "Kantor Bawaslu"))),
        Block(heading="Yang dibawa", items=("Kartu identitas", "Surat ini")),
    ),
    copies=("Arsip",),
)


def issue_of(case: int, paper: str = "undangan-klarifikasi", **changes: Any) -> Issue:  # noqa: ANN401 - fields by name
    """An invitation, issued today unless told otherwise."""
    return Issue(**{"case": case, "paper": paper, "content": CONTENT, "on": days_ago(0), **changes})


async def issued(
    actor: Actor,
    storage: Storage,
    case: int,
    paper: str = "undangan-klarifikasi",
    **changes: Any,  # noqa: ANN401 - fields by name
) -> Issued:
    """A paper issued in a transaction of its own."""
    async with writing(actor) as c:
        return await issue_in(c, actor, issue_of(case, paper, **changes), storage=storage)


def number(serial: int, mark: str = "Surat", on: date | None = None) -> str:
    """A number as the registers print it."""
    day = on or days_ago(0)
    return f"{serial:03}/{mark}/{ROMAN_MONTHS[day.month - 1]}/{day.year}"
