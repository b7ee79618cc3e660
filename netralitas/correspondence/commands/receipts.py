"""The receipt of a letter of a case: proved, never assumed; what it proves is recorded with it."""

from typing import Final

from netralitas.access.domain import Actor
from netralitas.audit.domain import Moment
from netralitas.cases.letters import LetterAct, act_on_letter_in
from netralitas.correspondence.domain import Direction, ReceiptProof
from netralitas.correspondence.store import LockedLetter, hold_party, locked_letter
from netralitas.database.connection import Connection
from netralitas.evidence.domain import Stored
from netralitas.law.book import RuleBook
from netralitas.law.words import day
from netralitas.refusals import RuleBroken

PROVED: Final = "correspondence.receipt_proved"


async def receipt_proved_in(  # noqa: PLR0913 - what proves a receipt, all of it named
    connection: Connection,
    actor: Actor,
    letter: int,
    happened: Moment,
    proof: ReceiptProof,
    document: int | None,
    *,
    book: RuleBook,
    paper: Stored | None = None,
) -> None:
    """Hold that the letter is proved to be received, by an event of its case, in this transaction.

    Respondents that were forwarded by it and still wait are received with it; on the others the
    fact is told once. `happened` is when it was received, as exactly as that is known; `document`
    is the id of a paper of the case that shows it, `paper` a kept file that is filed as one now.
    The actor may be the system, which needs no post. Raises NotVisible, NotAllowed (another
    office's letter), and RuleBroken: before it was sent, proved already (rule "letter.proved"),
    dated in the future.
    """
    found = await locked_letter(connection, letter)
    hold_party(actor, found)
    _refuse(found, happened)
    recorded = await act_on_letter_in(
        connection,
        actor,
        LetterAct(
            case=found.case_file,
            name=PROVED,
            happened=happened,
            readers=found.readers,
            of=found.event,
            details={
                **found.named,
                "proof": proof.value,
                **({"document": document} if document else {}),
            },
            paper=paper,
            received=found.direction is Direction.OUT,
        ),
        book=book,
    )
    on = happened.on if happened.starts_clocks else None
    await connection.execute(_PROVE, found.id, on, proof.value, document, recorded.id)


def _refuse(letter: LockedLetter, happened: Moment) -> None:
    if letter.proved:
        since = f" pada {day(letter.received_on)}" if letter.received_on else ""
        raise RuleBroken(f"Penerimaan surat ini sudah terbukti{since}.", rule="letter.proved")
    begun = letter.sent_on or letter.dated_on
    latest = happened.latest_day
    if begun is not None and latest is not None and latest < begun:
        word = "dikirim" if letter.sent_on else "dibuat"
        raise RuleBroken(
            f"Surat tidak dapat diterima sebelum {word} ({day(begun)}).",
            rule="letter.received_before_sent",
        )


_PROVE = """
UPDATE letter SET received_on = $2, proof = $3,
       proof_document = coalesce($4, (SELECT d.id FROM document d WHERE d.event = $5 LIMIT 1))
WHERE id = $1
"""
