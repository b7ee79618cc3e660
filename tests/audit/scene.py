"""A record to attack: two dossiers, a proceeding, a signed head that left the house."""

from dataclasses import dataclass

from netralitas.audit import heads
from netralitas.audit.verdict import Verdict
from netralitas.audit.verify import verify
from tests.audit.ledger import NAME, SEED, Ledger

VERIFIER = heads.verifier_of(SEED, NAME)


@dataclass(frozen=True)
class Scene:
    """What the attacks work on: two dossiers; the first has a proceeding and ends with a fact."""

    ledger: Ledger
    stream: int
    other: int
    proceeding: int
    head: str

    async def event(self, version: int, stream: int | None = None) -> int:
        """Return the id of the event at `version` of the first dossier, or of `stream`."""
        identity: int = await self.ledger.c.fetchval(
            "SELECT id FROM event WHERE stream = $1 AND version = $2",
            self.stream if stream is None else stream,
            version,
        )
        return identity

    async def verify(self, *outside: str) -> Verdict:
        return await verify(self.ledger.database.dsn("auditor"), VERIFIER, outside)


async def staged(ledger: Ledger) -> Scene:
    """A record of nine events, seven of them under a signed head, one waiting for the log."""
    stream, other = (await ledger.case()).stream, (await ledger.case()).stream
    proceeding = await ledger.proceed(stream, ["study", "plenary", "forwarded"])
    await ledger.add(other, *[ledger.event(other)] * 3)
    await ledger.add(stream)
    await ledger.sequence()
    head: str = await ledger.c.fetchval("SELECT note FROM log_head")
    await ledger.add(stream)
    await ledger.sequence()
    await ledger.add(other)
    return Scene(ledger, stream, other, proceeding, head)


def problem(verdict: Verdict, table: str, row: object) -> str:
    """What the verdict says first of a row."""
    return next(
        one.problem for one in verdict.findings if (one.table, one.row) == (table, str(row))
    )


def named(verdict: Verdict) -> set[tuple[str, str]]:
    """The tables and rows that the verdict names."""
    assert not verdict.whole
    assert verdict.found == len(verdict.findings)
    return {(finding.table, finding.row) for finding in verdict.findings}
