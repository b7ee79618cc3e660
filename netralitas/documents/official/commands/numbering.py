"""The number of a paper: the register's next, that of its case, or one as printed elsewhere."""

from datetime import datetime
from types import MappingProxyType
from typing import Final

from netralitas.access.domain import Actor
from netralitas.correspondence.numbers import take
from netralitas.database.connection import Connection
from netralitas.documents.official import store
from netralitas.documents.official.content import Issue
from netralitas.documents.official.domain import OfficialPaper, Register
from netralitas.documents.official.sheet import Template
from netralitas.documents.official.store import About
from netralitas.refusals import Invalid

LONGEST: Final = 120
"""Characters of a number as printed."""
PATTERNS: Final = MappingProxyType(
    {
        Register.LETTER: "{serial:03}/Surat/{month}/{year}",
        Register.MINUTES: "{serial:03}/BA/{month}/{year}",
        Register.STUDY: "{serial:03}/Kajian/{month}/{year}",
        Register.RECEIPT: "{serial:03}/TT/{month}/{year}",
    }
)
"""How numbers are printed until an office says otherwise: no rule of such a pattern was read."""


async def number_of(  # noqa: PLR0913 - where a number comes from
    connection: Connection,
    actor: Actor,
    issue: Issue,
    paper: OfficialPaper,
    template: Template,
    known: About,
    *,
    at: datetime,
) -> str | None:
    """Return the number that the paper bears, which is nobody else's from now on.

    A paper without a register bears the number of its case, None where that has none. Invalid: as
    printed it has no reason, is too long, or was used by this office before.
    """
    if issue.printed:
        return await _as_printed(connection, actor, issue, paper)
    if paper.register is None:
        return known.number
    return await _next(connection, actor, issue, paper.register, template.pattern, at)


async def _as_printed(c: Connection, actor: Actor, issue: Issue, paper: OfficialPaper) -> str:
    printed = " ".join((issue.printed or "").split())
    if not (issue.printed_reason or "").strip():
        sentence = "Tulis alasan nomor tidak diambil dari buku nomor."
        raise Invalid({"printed_reason": [sentence]})
    if len(printed) > LONGEST:
        raise Invalid({"printed": [f"Nomor paling panjang {LONGEST} huruf dan angka."]})
    if paper.register is not None and not await store.claim_number(
        c, actor.organisation, paper.register, printed
    ):
        sentence = f"Nomor {printed} sudah dipakai naskah lain kantor ini. Periksa nomornya."
        raise Invalid({"printed": [sentence]})
    return printed


async def _next(
    c: Connection, actor: Actor, issue: Issue, register: Register, own: str | None, at: datetime
) -> str:
    """Take numbers until one is free: what was used as printed counts as given out."""
    while True:
        taken = await take(
            c,
            organisation=actor.organisation,
            kind=f"paper.{register}",
            on=issue.on,
            pattern=own or PATTERNS[register],
            at=at,
        )
        if await store.claim_number(c, actor.organisation, register, taken.printed):
            return taken.printed
