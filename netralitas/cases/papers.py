"""What a move leaves in the file: letters, papers and numbers, and how its event refers to them."""

from collections.abc import Sequence
from datetime import date

from netralitas.audit.domain import Recorded
from netralitas.cases.answers import Answers
from netralitas.cases.change import Change
from netralitas.cases.domain import NumberKind, Source
from netralitas.cases.dossier import Dossier
from netralitas.cases.filing_letters import file_letters, letters_in
from netralitas.cases.moving import MoveRequest
from netralitas.cases.numbers import add_number
from netralitas.cases.register import Office, pattern
from netralitas.cases.sanctions import imposed_level, recommended_words
from netralitas.correspondence.numbers import take
from netralitas.database.connection import Connection
from netralitas.documents.commands import attach_in
from netralitas.evidence.commands import add_in
from netralitas.workflow.domain import Ask, Move

OFFICE = """
SELECT o.id, coalesce(o.level, '') AS level, coalesce(o.region, '') AS region, e.register_code
FROM case_file f JOIN organisation o ON o.id = f.owner LEFT JOIN election e ON e.id = f.election
WHERE f.id = $1
"""


def describe(answers: Answers, printed: str | None, *, sanction: bool = True) -> dict[str, object]:
    """Return what the event says of the answers: numbers, codes and digests, no names.

    Without `sanction` it says nothing of one: what a move opens does not recommend it again.
    """
    said: dict[str, object] = {
        "register_number": printed,
        "letters": [
            {
                "direction": direction.value,
                "printed": letter.printed,
                "dated": _written(letter.dated_on),
            }
            for direction, letter in letters_in(answers)
        ],
        "documents": [
            {"kind": paper.kind.value, "digest": paper.stored.digest} for paper in answers.papers
        ],
        "respondents": list(answers.respondents),
        "addressee": answers.addressee,
        "successor": answers.successor,
        **(recommended_words(answers.recommended) if sanction else {}),
        "imposed": _imposed(answers) if sanction else None,
        "foreign_number": answers.foreign_number,
        "follow_up_office": answers.follow_up_office,
        "letter_deadline": _deadline(answers),
        "exam_on": _written(answers.exam_on),
        "decree_number": answers.decree_number,
        "answer_by": _written(answers.answer_by),
        "embargo": _written(answers.embargo),
        "public_reason": answers.public_reason,
        "told_by": answers.told_by,
        "person_check": _checked(answers),
        "executor": answers.executor.value if answers.executor else None,
        "signed_by": answers.signed_by.value if answers.signed_by else None,
    }
    return {name: value for name, value in said.items() if value}


def _imposed(answers: Answers) -> dict[str, str] | None:
    level = imposed_level(answers.imposed)
    if level is None or answers.imposed is None:
        return None
    return {"level": level.value, "kind": answers.imposed}


def _deadline(answers: Answers) -> dict[str, str] | None:
    named = answers.letter_deadline
    if named is None:
        return None
    return {"kind": named.kind.value, **({"on": str(named.on)} if named.on else {})}


def _checked(answers: Answers) -> dict[str, str] | None:
    check = answers.person_check
    if check is None:
        return None
    since = {"since": check.since.isoformat()} if check.since else {}
    return {"standing": check.standing.value, "source": check.source.value, **since}


def _written(on: date | None) -> str | None:
    return None if on is None else on.isoformat()


async def register_number(
    connection: Connection, dossier: Dossier, move: Move, request: MoveRequest
) -> str | None:
    """Return the register number of a move that asks for one: as typed, or the register's next.

    A register gives its numbers out day by day: of a registration whose day is not known it has
    none to give, and the case bears the number on its paper once somebody types it.
    """
    if Ask.REGISTER_NUMBER not in move.asks:
        return None
    if request.answers.register_number:
        return request.answers.register_number
    if not request.happened.starts_clocks:
        return None
    return await next_number(connection, dossier, NumberKind.REGISTER, request)


async def next_number(
    connection: Connection, dossier: Dossier, kind: NumberKind, request: MoveRequest
) -> str:
    """Return the next number of the owner's register of this kind, source and year."""
    row = await connection.fetchrow(OFFICE, dossier.id)
    office = Office(id=row["id"], level=row["level"], region=row["region"])
    source = Source(dossier.source)
    on = request.happened.on if request.happened.starts_clocks else None
    taken = await take(
        connection,
        organisation=office.id,
        kind=f"{kind}.{source}",
        on=on or dossier.head.now.date(),
        pattern=pattern(kind, source, row["register_code"], office),
        at=dossier.head.now,
    )
    return taken.printed


async def file_papers(  # noqa: PLR0913 - what a move leaves, all of it
    connection: Connection,
    dossier: Dossier,
    request: MoveRequest,
    changes: Sequence[Change],
    recorded: Sequence[Recorded],
    printed: str | None,
    *,
    keepers: tuple[int, ...] | None = None,
) -> None:
    """File the letters, papers and the number of a move under its first event.

    Whoever reads one of the proceedings concerned reads the letters and papers of the move, unless
    `keepers` names the few with whom they stay.
    """
    first, entry = changes[0].event, recorded[0]
    everybody = tuple(dict.fromkeys(r for change in changes for r in change.event.readers))
    readers = everybody if keepers is None else keepers
    if printed is not None:
        await _file_number(connection, dossier, request, printed)
    await file_letters(connection, dossier, request.answers, first, entry.id, readers)
    for paper in request.answers.papers:
        await add_in(connection, paper.stored)
        await attach_in(
            connection,
            case_file=dossier.id,
            proceeding=first.proceeding,
            event=entry.id,
            kind=paper.kind,
            title=paper.title,
            stored=paper.stored,
            readers=readers,
        )


async def _file_number(
    connection: Connection, dossier: Dossier, request: MoveRequest, printed: str
) -> None:
    await add_number(
        connection,
        case_file=dossier.id,
        organisation=dossier.owner,
        kind=NumberKind.REGISTER,
        printed=printed,
        issued_on=request.happened.on,
        readers=dossier.readers,
    )
