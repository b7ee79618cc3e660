"""Packages handed to an office whose system asks for them over the API."""

import io
from dataclasses import dataclass
from hashlib import sha256

from netralitas.audit.sequencer import sequence
from netralitas.cases.answers import Paper
from netralitas.cases.attaching import attach_paper
from netralitas.cases.domain import Person
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.storage import Storage
from netralitas.vault.domain import Identity
from tests.api.conftest import Machines
from tests.conftest import Database
from tests.make import move
from tests.pages import PDF
from tests.referral.packaging import decided_case, forwarding, packages

PHOTO = PDF + b"foto"
NOT_CHOSEN = PDF + b"foto yang tidak ikut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A package: its case, its number, and the digest of the evidence that travels in it."""

    case: int
    package: int
    evidence: str


async def handed(
    machines: Machines, *people: Person, to: str = "bkpsdm", reporter: Identity | None = None
) -> Handed:
    """A case forwarded to this office with all that travels, one of two pieces of evidence too."""
    town, storage = machines.town, Storage.of(machines.settings)
    case = await decided_case(town, *people, storage=storage, reporter=reporter)
    for content in (PHOTO, NOT_CHOSEN):
        stored = await storage.keep(io.BytesIO(content), len(content))
        photo = Paper(kind=DocumentKind.EVIDENCE, title="Foto kegiatan", stored=stored)
        await attach_paper(town.rina, case, photo)
    async with reading(EVERYTHING) as c:
        chosen = await c.fetchval(
            "SELECT min(id) FROM document WHERE case_file = $1 AND kind = 'evidence'", case
        )
    answers = await forwarding(town, case, to, storage=storage, evidence=(chosen,))
    await move(town.rina, case, "forward", answers=answers)
    [*_, row] = await packages(case)
    return Handed(case=case, package=row["id"], evidence=sha256(PHOTO).hexdigest())


async def log_all(engine: Database) -> None:
    """Put what happened into the log, as the worker does."""
    await ENGINE.close()
    await ENGINE.open(engine.dsn("worker"))
    try:
        async with writing(EVERYTHING) as c:
            while await sequence(c):
                pass
    finally:
        await ENGINE.close()
        await ENGINE.open(engine.dsn("app"))
