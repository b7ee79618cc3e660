"""What comes in, to look at: the inbox, messages, matters that are one, who stands in conflict."""

from typing import Final

from netralitas.cases.domain import InterestKind
from netralitas.cases.interests.commands import declare_interest
from netralitas.cases.likeness.keeping import keep_keys
from netralitas.cases.merging.joining import MergeRequest, merge
from netralitas.database.connection import Connection
from netralitas.editions.current import LAW
from netralitas.intake import codes
from netralitas.intake.domain import Confidentiality
from netralitas.intake.inbox.collecting import collect
from netralitas.intake.inbox.messages import write_message
from netralitas.intake.inbox.offices import show_offices
from netralitas.intake.sealing import ReceiptSealer
from netralitas.law import book
from tests.browser.case_scenes import REPORTER
from tests.browser.public_scenes import code_of
from tests.intake.letterbox import OFFICE, SETTINGS, Letterbox, Sent, photo
from tests.make import Town, make_case, person, proceedings

QUESTION: Final = "Di bagian mana lapangan itu spanduknya dipasang?"
ANSWER: Final = "Di pagar sebelah timur.\nMasih terpasang sampai kemarin."


async def make_intake(town: Town, letterbox: Letterbox, receipts: ReceiptSealer) -> dict[str, int]:
    """Commit cases that are one matter, one that is like them, and one with messages."""
    merged = await make_case(town, person(3), subject="Deklarasi di gedung pertemuan")
    together = await make_case(town, person(3), person(4), subject="Deklarasi pasangan calon")
    alike = await make_case(town, person(3), subject="Pegawai hadir pada deklarasi")
    await _merge(town, merged.id, together.id)
    await declare_interest(town.bagas, InterestKind.UNIT, "Dinas Perikanan")

    async def index(connection: Connection) -> None:
        for case in (together.id, alike.id):
            await keep_keys(connection, case)

    await letterbox.work(index, _show_offices)
    return {
        "merged": merged.id,
        "together": together.id,
        "alike": alike.id,
        "told": await _told(town, letterbox, receipts),
    }


async def fill_inbox(letterbox: Letterbox) -> dict[str, int]:
    """Leave reports of two levels in the inbox, and an information without proof of work."""
    named = await letterbox.send(files=(photo(size=(640, 480)),))
    confidential = await letterbox.send(level=Confidentiality.CONFIDENTIAL)
    await letterbox.send(level=Confidentiality.ANONYMOUS, proved=False)
    return {"named": named.id, "confidential": confidential.id}


async def _merge(town: Town, case: int, into: int) -> None:
    [handling] = await proceedings(case)
    request = MergeRequest(
        case=case,
        version=handling["version"],
        into=into,
        respondents=(),
        reason="Kedua laporan tentang deklarasi yang sama.",
    )
    await merge(town.rina, request)


async def _told(town: Town, letterbox: Letterbox, receipts: ReceiptSealer) -> int:
    """Let the office and whoever holds the code have written to each other."""
    case = (await make_case(town, reporter=REPORTER)).id
    code = await code_of(case, receipts)
    digest = codes.digest(code, SETTINGS.secret("receipt"))
    await write_message(town.rina, case, QUESTION, book=book.load(), keys=OFFICE)
    await letterbox.write(Sent(id=0, code=code, digest=digest, number=""), ANSWER)
    await letterbox.work(collect)
    return case


async def _show_offices(connection: Connection) -> None:
    law = await LAW.follow(connection)
    await show_offices(connection, law.hours, OFFICE)
