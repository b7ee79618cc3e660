"""What the desk hands out on paper: the receipt, and the report of a supervision (Form A)."""

from typing import Final

from netralitas.access.domain import Actor
from netralitas.audit.domain import Precision
from netralitas.cases.words import REGIMES, received_in_words
from netralitas.database.connection import Connection, Row
from netralitas.documents.domain import Signature
from netralitas.intake import words
from netralitas.intake.pages import FormA, ReceiptPage, ReceiptPaper
from netralitas.intake.queries import handed_in, refuse_strangers
from netralitas.law import words as law_words
from netralitas.law.domain import Regime, Zone
from netralitas.refusals import NotVisible

_FINDING: Final = """
SELECT f.id, f.owner, f.regime, f.subject, f.description, f.place, f.act_on, f.act_precision,
       f.known_on, f.received_at, f.zone, o.name AS office, r.name AS officer,
       coalesce(region.name, f.region) AS region, p.workflow_version, p.state,
       g.finder, g.finder_position, g.supervision,
       (SELECT precision FROM event WHERE proceeding = p.id ORDER BY id LIMIT 1) AS precision,
       (SELECT d.title FROM desk d WHERE d.officer = f.investigator AND d.organisation = f.owner
        ORDER BY d.id LIMIT 1) AS title,
       (SELECT printed FROM case_number WHERE case_file = f.id AND kind = 'receipt'
        ORDER BY id LIMIT 1) AS printed,
       (SELECT count(*) FROM vault_entry v WHERE v.case_file = f.id AND v.subject = 'witness')
           AS witnesses
FROM case_file f
JOIN organisation o ON o.id = f.owner
JOIN officer r ON r.id = f.investigator
JOIN proceeding p ON p.case_file = f.id AND p.workflow = 'handling'
LEFT JOIN region ON region.code = f.region
LEFT JOIN reporting g ON g.case_file = f.id
WHERE f.id = $1 AND f.source = 'finding'
"""
_PEOPLE: Final = """
SELECT name, position, unit, employer FROM respondent WHERE case_file = $1 ORDER BY ordinal
"""


def receipt_paper(page: ReceiptPage) -> ReceiptPaper:
    """Return the receipt of a page as it is printed: the same words, nothing more."""
    return ReceiptPaper(
        title=page.title,
        office=page.office,
        letterhead=(),
        footer=f"{page.title} {page.number}",
        number=page.number,
        code=page.code,
        about_code=page.about_code,
        facts=(
            ("Diterima", page.received),
            ("Diterima oleh", page.receiver),
            ("Perihal", page.subject),
            ("Rezim", page.regime),
        ),
        late=page.late,
        files=page.files,
        dates=page.dates,
        steps=page.steps,
        closing=words.CLOSING,
        signatures=(
            Signature(label=words.RECEIVER, name=page.receiver),
            Signature(label=page.person),
        ),
    )


async def form_a(c: Connection, actor: Actor, case: int) -> FormA:
    """Return the report of a supervision that became a finding.

    It names no witness: their identities are in the vault. Raises NotVisible (also for a case that
    is no finding), NotAllowed for who does not see the intake.
    """
    row = await c.fetchrow(_FINDING, case)
    if row is None:
        raise NotVisible
    refuse_strangers(actor, row)
    people = await c.fetch(_PEOPLE, case)
    finder, post = _finder(row)
    return FormA(
        title=words.FORM_A,
        office=row["office"],
        letterhead=(),
        footer=f"{words.FORM_A} {row['printed'] or ''}".strip(),
        number=f"Nomor: {row['printed']}" if row["printed"] else "",
        finder=(("Nama", finder), ("Jabatan", post), ("Kantor", row["office"])),
        respondents=tuple(_person(person) for person in people),
        event=_event(row),
        witnesses=words.witnesses(row["witnesses"]),
        files=await handed_in(c, case),
        description=row["description"],
        report=row["supervision"],
        signatures=(Signature(label=words.SUPERVISOR, name=finder),),
        made_at=row["received_at"],
    )


def _finder(row: Row) -> tuple[str, str]:
    """Return who found it and in which post: the officer who filed it, unless another is named."""
    if row["finder"]:
        return row["finder"], row["finder_position"] or words.NOT_SAID
    return row["officer"], row["finder_position"] or row["title"] or words.NOT_SAID


def _person(person: Row) -> tuple[str, str, str]:
    place = ", ".join(part for part in (person["unit"], person["employer"]) if part)
    return (
        person["name"] or words.UNIDENTIFIED,
        person["position"] or words.NOT_SAID,
        place or words.NOT_SAID,
    )


def _event(row: Row) -> tuple[tuple[str, str], ...]:
    zone, precision = Zone(row["zone"]), Precision(row["precision"])
    return (
        ("Perihal", row["subject"]),
        ("Rezim", str(REGIMES[Regime(row["regime"])])),
        ("Wilayah", row["region"]),
        ("Tempat kejadian", row["place"] or words.NOT_SAID),
        ("Tanggal kejadian", _act(row)),
        (
            "Tanggal diketahui",
            law_words.day(row["known_on"]) if row["known_on"] else words.NOT_SAID,
        ),
        ("Tanggal dicatat", received_in_words(row["received_at"], precision, zone)),
    )


def _act(row: Row) -> str:
    """Return the day of the act as exactly as it is known."""
    if row["act_on"] is None:
        return words.NOT_SAID
    day = law_words.day(row["act_on"])
    match Precision(row["act_precision"]):
        case Precision.YEAR:
            return f"Tahun {row['act_on'].year}"
        case Precision.MONTH:
            return " ".join(day.split()[2:])
        case _:
            return day
