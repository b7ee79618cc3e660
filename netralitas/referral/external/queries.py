"""What other systems say, as pages and tables show it."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from netralitas.access.policy import Field, Permission
from netralitas.audit.domain import Moment, Precision
from netralitas.cases.queries import CaseView, person_of, title
from netralitas.cases.words import UNIDENTIFIED
from netralitas.database.connection import Connection, Row
from netralitas.law.domain import Zone
from netralitas.law.words import moment
from netralitas.referral.external.domain import ExternalStanding, ExternalSystem, ExternalWord
from netralitas.referral.external.forms import ExternalForm
from netralitas.referral.external.pages import RecordLine, SystemsPage
from netralitas.referral.external.words import (
    NO_NUMBER,
    STANDINGS,
    SYSTEMS,
    TITLE,
    as_of_in_a_cell,
    as_of_in_words,
    systems_said,
)
from netralitas.web.parts import Crumb

HEADS: Final = (
    *("Nomor perkara", "Terlapor", "Nama terlapor", "Sistem", "Nomor di sistem", "Status"),
    *("Keterangan di sistem", "Tanggal status", "Menurut"),
)
"""The heads of the table that goes out; it comes in again by the same."""

_OF_ONE: Final = """
SELECT x.id, x.case_file, x.system, x.number, x.standing, x.said, x.as_of, x.as_of_precision,
       x.according_to, x.document, e.recorded_at, o.name AS officer, e.organisation
FROM external_record x LEFT JOIN event e ON e.id = x.event LEFT JOIN officer o ON o.id = e.actor
WHERE x.respondent = $1 ORDER BY x.id DESC
"""
# Those who follow what is done at another office see where it stands, not who sits there.
_ALL: Final = """
SELECT (SELECT n.printed FROM case_number n WHERE n.case_file = r.case_file
        ORDER BY array_position(ARRAY['register', 'receipt', 'previous'], n.kind), n.id
        LIMIT 1) AS printed,
       r.ordinal, coalesce(r.name, '') AS name, x.system, x.number, x.standing, x.said, x.as_of,
       x.as_of_precision, x.according_to
FROM external_record x JOIN respondent r ON r.id = x.respondent
ORDER BY x.id DESC LIMIT $1
"""
MOST: Final = 100_000


def word_in_row(row: Row) -> ExternalWord:
    """Return what a stored row says."""
    return ExternalWord(
        id=row["id"],
        system=ExternalSystem(row["system"]),
        number=row["number"],
        standing=ExternalStanding(row["standing"]),
        said=row["said"],
        as_of=_as_of(row["as_of"], row["as_of_precision"]),
        according_to=row["according_to"],
    )


async def systems_page(
    connection: Connection,
    view: CaseView,
    respondent: int,
    form: ExternalForm | None = None,
    *,
    done: bool = False,
) -> SystemsPage:
    """Return what every system ever said of a respondent, and the form of a further word.

    NotVisible for who sees no such respondent, or nothing of hand-overs.
    """
    person = await person_of(connection, view, respondent)
    rows = await connection.fetch(_OF_ONE, respondent)
    told = [word_in_row(row) for row in rows]
    name = person.name or UNIDENTIFIED
    ordinal = next(one.ordinal for one in view.dossier.respondents if one.id == respondent)
    case = f"/perkara/{view.dossier.id}"
    return SystemsPage(
        crumbs=(Crumb("Perkara", "/perkara"), Crumb(title(view), case), Crumb(TITLE)),
        title=f"{TITLE}: terlapor {ordinal}",  # without the name: browsers remember titles
        caption=f"Perkara {title(view)} · {name}",
        action=f"{case}/terlapor/{respondent}/sistem-lain",
        back=f"{case}#terlapor",
        systems=systems_said(told),
        records=tuple(_line(view, row, word) for row, word in zip(rows, told, strict=True)),
        form=(form or ExternalForm.blank()) if view.may(Permission.RECORD_EXTERNAL) else None,
        done=done,
    )


async def records_table(connection: Connection) -> list[Sequence[str | int | None]]:
    """Return every record that the actor reads, the newest first, under its heads.

    Row security says which; at most a hundred thousand.
    """
    rows = await connection.fetch(_ALL, MOST)
    return [HEADS, *map(_cells, rows)]


def _cells(row: Row) -> Sequence[str | int | None]:
    return (
        *(row["printed"], row["ordinal"], row["name"]),
        *(SYSTEMS[ExternalSystem(row["system"])], row["number"]),
        *(STANDINGS[ExternalStanding(row["standing"])], row["said"]),
        *(as_of_in_a_cell(_as_of(row["as_of"], row["as_of_precision"])), row["according_to"]),
    )


def _as_of(on: date | None, precision: str) -> Moment:
    return Moment(precision=Precision(precision), on=on)


def _line(view: CaseView, row: Row, word: ExternalWord) -> RecordLine:
    proof = f"/perkara/{row['case_file']}/dokumen/{row['document']}" if row["document"] else None
    return RecordLine(
        system=SYSTEMS[word.system],
        number=word.number or NO_NUMBER,
        standing=STANDINGS[word.standing],
        said=word.said,
        as_of=as_of_in_words(word.as_of),
        according_to=word.according_to,
        recorded=_recorded(view, row["recorded_at"]),
        officer=row["officer"] or "",
        proof=proof if Field.LETTERS in view.seen else None,
    )


def _recorded(view: CaseView, at: datetime | None) -> str:
    """Return when it was recorded; nothing to those who do not see that event."""
    return moment(at, Zone(view.dossier.zone)) if at else ""
