"""The letters of a line, as far as they are known."""

from netralitas.accounts.domain import Organisation
from netralitas.cases.as_found.domain import FoundLetter
from netralitas.imports.cases import words
from netralitas.imports.cases.known import Known, day_known, office_of
from netralitas.imports.cases.line import CaseLine, LetterLine
from netralitas.imports.cases.moments import day_of
from netralitas.imports.cases.report import Report


def letters_of(line: CaseLine, known: Known, report: Report) -> tuple[FoundLetter, ...]:
    """Return the letters in the order of the line; one received before it was sent is refused."""
    before: dict[str, int] = {}
    found = []
    for at, each in enumerate(line.letters):
        path = f"letters[{at}]"
        office = office_of(known, each.counterpart, f"{path}.counterpart", report)
        if each.sent and each.received and day_of(each.received) < day_of(each.sent):
            report.refuse(f"{path}.received", words.LATER)
        if each.reply_to is not None and each.reply_to not in before:
            said = words.NO_REFERENCE.format(ref=each.reply_to)
            report.keep(f"{path}.reply_to", each.reply_to, said)
        found.append(_letter(each, office, before.get(each.reply_to or "")))
        before[each.ref] = at
    return tuple(found)


def _letter(each: LetterLine, office: Organisation | None, reply_to: int | None) -> FoundLetter:
    return FoundLetter(
        direction=each.direction,
        printed=each.number,
        dated_on=day_known(each.dated),
        subject=each.subject,
        correspondent=office.id if office else None,
        method=each.method,
        sent_on=day_known(each.sent),
        received_on=day_known(each.received),
        proof=each.proof.value if each.proof else None,
        answer_by=day_known(each.answer_by),
        came_back_on=day_known(each.came_back),
        kept_at=each.kept_at,
        reply_to=reply_to,
        copies=each.copies,
    )
