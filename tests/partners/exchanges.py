"""Two installations and what passes between them, looked at from both sides."""

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Final

from netralitas.access.domain import Role
from netralitas.app import keys
from netralitas.cases.answers import Answers, Paper
from netralitas.cases.attaching import attach_paper
from netralitas.database.bootstrap import drop_database
from netralitas.database.embedded import EmbeddedServer
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.storage import Storage
from netralitas.evidence.web.guard import Guard
from netralitas.partners.commands import add, replace_token
from netralitas.partners.domain import NewPartner
from netralitas.referral.packages.manifests import read_manifest
from netralitas.vault.cipher import Purpose
from netralitas.vault.commands import put_in
from netralitas.vault.domain import Subject
from tests.make import letter, move, person
from tests.pages import PDF
from tests.partners.exchanging import AWAY, SEALER, add_away, administrator
from tests.partners.installations import Installation, eventually, made
from tests.referral.packaging import decided_case, forwarding
from tests.security.canaries import REPORTER, WITNESS

WRONG: Final = f"ntr_{'a' * 43}"
_numbers = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Bawaslu's installation, that of the office that follows up, and the partner it has there."""

    sender: Installation
    receiver: Installation
    partner: int

    async def hand_over(self) -> int:
        """Forward a case with all that travels, and with canaries that must not; return it."""
        case, _ = await self._handed(spoil=False)
        return case

    async def hand_over_changed(self) -> tuple[int, Path]:
        """The same with a byte of its evidence changed on the disk; beside it is the whole file."""
        return await self._handed(spoil=True)

    async def hand_over_again(self, case: int) -> None:
        """Forward again what was returned."""
        town = self.sender.town
        again = Answers(letter_out=letter("Penerusan kembali"))
        async with self.sender.at_its_database():
            await move(town.rina, case, "forward_again", workflow="referral", answers=again)

    async def _handed(self, *, spoil: bool) -> tuple[int, Path]:
        a, number = self.sender, next(_numbers)
        storage, town = Storage.of(a.settings), a.town
        async with a.at_its_database():
            case = await decided_case(town, person(number), storage=storage, reporter=REPORTER)
            async with writing(town.rina) as c:
                await put_in(
                    c,
                    case_file=case,
                    subject=Subject.WITNESS,
                    identity=WITNESS,
                    readers=[town.offices["kab"]],
                    keys=keys(a.settings, Purpose.IDENTITY),
                )
            stored = await storage.keep(io.BytesIO(PDF + b"%d" % number), 1_000)
            photo = Paper(kind=DocumentKind.EVIDENCE, title="Foto kegiatan", stored=stored)
            await attach_paper(town.rina, case, photo)
            [file] = [path for path in self.files(a) if path.name == stored.digest]
            if spoil:
                file.with_suffix(".whole").write_bytes(file.read_bytes())
                file.chmod(0o600)
                file.write_bytes(file.read_bytes()[:-1] + b"?")
            async with reading(EVERYTHING) as c:
                chosen = await c.fetchval(
                    "SELECT id FROM document WHERE case_file = $1 AND kind = 'evidence'", case
                )
            answers = await forwarding(town, case, "bkpsdm", storage=storage, evidence=(chosen,))
            await move(town.rina, case, "forward", answers=answers)
        return case, file

    def files(self, of: Installation) -> list[Path]:
        """Everything in its folder of files."""
        return [path for path in (of.settings.data / "files").rglob("*") if path.is_file()]

    async def arrived(self, case: int, *, times: int = 1) -> int:
        """The case that it is at the receiver, once so many packages of it came in."""
        asked = (
            "SELECT case_file FROM partner_package"
            " WHERE partner = $1 AND remote_case = $2 AND state = 'entered'"
        )

        async def there() -> bool:
            await self._soon()
            return len(await self.receiver.ask(asked, self.partner, case)) >= times

        await eventually("the package comes in", there)
        [here] = {row[0] for row in await self.receiver.ask(asked, self.partner, case)}
        return int(here)

    async def seen(self, case: int, workflow: str, state: str) -> None:
        """Wait until the sender sees a proceeding in this state."""

        async def told() -> bool:
            await self._soon()
            if not await self.sender.serves():
                return False
            answer = await self.sender("GET", f"/cases/{case}/proceedings")
            return (workflow, state) in {
                (one["workflow"], one["state"]) for one in answer.json()["items"]
            }

        await eventually(f"the sender sees {workflow} {state}", told)

    async def in_vain(self) -> None:
        """Wait until the receiver found that the sender does not answer."""

        async def failed() -> bool:
            await self._soon()
            return bool(await self._partner("failures > 0 AND state = 'active'"))

        await eventually("the receiver finds nobody there", failed)

    async def stopped(self, reason: str) -> None:
        """Wait until the receiver asks no more, for this reason."""

        async def stands_still() -> bool:
            await self._soon()
            return bool(await self._partner(f"state = 'stopped' AND reason = '{reason}'"))

        await eventually("the partner is stopped", stands_still)

    async def held(self) -> tuple[str, str]:
        """Why a package is held at the receiver, and which paper it concerns."""
        asked = (
            "SELECT problem, encode(about, 'hex') FROM partner_package"
            " WHERE partner = $1 AND state = 'held'"
        )

        async def waits() -> bool:
            await self._soon()
            return bool(await self.receiver.ask(asked, self.partner))

        await eventually("the package is held", waits)
        [(problem, about)] = await self.receiver.ask(asked, self.partner)
        return problem, about

    async def papers(self, case: int) -> set[str]:
        """The digests of the papers that a case of the receiver has, each of the bytes it keeps."""
        rows = await self.receiver.ask(
            "SELECT encode(file, 'hex') FROM document WHERE case_file = $1", case
        )
        kept = {path.name: path.read_bytes() for path in self.files(self.receiver)}
        return {row[0] for row in rows if sha256(kept[row[0]]).hexdigest() == row[0]}

    async def said_papers(self, case: int) -> set[str]:
        """The digests of the papers that the sender's package names."""
        [row] = await self.sender.ask("SELECT manifest FROM package WHERE case_file = $1", case)
        return {paper.sha256 for paper in read_manifest(row[0]).papers}

    async def use_token(self, token: str) -> None:
        """Enter another token at the receiver."""
        actor = administrator(self.receiver.town.dewa)
        async with self.receiver.at_its_database():
            await replace_token(actor, self.partner, token, sealer=SEALER)

    async def _partner(self, clause: str) -> list[object]:
        statement = f"SELECT FROM partner WHERE id = $1 AND {clause}"
        return await self.receiver.ask(statement, self.partner)

    async def _soon(self) -> None:
        """So long nobody waits."""
        await self.receiver.ask(
            "UPDATE partner SET next_at = now(), pulled_at = NULL WHERE lease IS NULL"
        )
        await self.receiver.ask("UPDATE partner_package SET next_at = now()")


@asynccontextmanager
async def both(server: EmbeddedServer, first: Path, second: Path) -> AsyncIterator[Pair]:
    """Start both, each in its folder, and end them."""
    a = await made(server, first)
    b = await made(server, second)
    b.allow = f"127.0.0.1:{a.port}"
    try:
        token = await a.token("bkpsdm", Role.FOLLOW_UP)
        async with b.at_its_database():
            away = await add_away(b.town)
            new = NewPartner(name=AWAY, address=a.address, sender=away, token=token)
            actor, guard = administrator(b.town.dewa), Guard.of(b.allow)
            partner = await add(actor, new, sealer=SEALER, guard=guard)
        for one in (a, b):
            await one.serve()
            await one.start("worker")
        for one in (a, b):
            await eventually("it serves", one.serves)
        yield Pair(sender=a, receiver=b, partner=partner)
    finally:
        for one in (a, b):
            await one.end()
            await drop_database(server.dsn(), one.database.name)
