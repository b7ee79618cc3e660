"""What the desk needs to know: the places and elections of the office, and a receipt."""

from typing import Any, Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Field, Relation, fields_visible, phase_of
from netralitas.audit.domain import Precision
from netralitas.cases.domain import Source
from netralitas.cases.words import REGIMES, received_in_words
from netralitas.database.connection import Connection, Row
from netralitas.evidence.web.queries import prefill
from netralitas.intake import words
from netralitas.intake.pages import FileShown, NextDate, ReceiptPage
from netralitas.intake.policy import explained_window
from netralitas.intake.sealing import ReceiptSealer
from netralitas.law import words as law_words
from netralitas.law.book import RuleBook
from netralitas.law.domain import Regime, Zone
from netralitas.law.refusals import CannotCompute, NotInForce, UnknownRule
from netralitas.reference.domain import RegionLevel
from netralitas.reference.queries import elections, in_words, region_chain, regions
from netralitas.refusals import NotAllowed, NotVisible
from netralitas.vault.cipher import Sealed
from netralitas.workflows import workflow

type_pairs = list[tuple[str, str]]

_OFFICE: Final = "SELECT region FROM organisation WHERE id = $1"
_ASKING: Final = """
SELECT id, name FROM organisation WHERE role = 'oversight' ORDER BY active_to NULLS FIRST, name
"""
_RECEIPT: Final = """
SELECT f.id, f.owner, f.source, f.regime, f.subject, f.known_on, f.received_at, f.zone,
       o.name AS office, coalesce(o.region, '') AS region, r.name AS receiver,
       p.workflow_version, p.state,
       k.key_id, k.nonce, k.ciphertext, k.digest IS NOT NULL AS coded,
       (SELECT precision FROM event WHERE proceeding = p.id ORDER BY id LIMIT 1) AS precision,
       (SELECT printed FROM case_number WHERE case_file = f.id AND kind = 'receipt'
        ORDER BY id LIMIT 1) AS printed
FROM case_file f
JOIN organisation o ON o.id = f.owner
JOIN officer r ON r.id = f.investigator
JOIN proceeding p ON p.case_file = f.id AND p.workflow = 'handling'
LEFT JOIN receipt_code k ON k.case_file = f.id
WHERE f.id = $1
"""
_RUNNING: Final = """
SELECT rule, rule_version,
       CASE WHEN paused_by IS NULL THEN due_at END AS due_at,
       CASE WHEN paused_by IS NULL THEN problem ELSE 'Sedang dijeda.' END AS problem
FROM clock
WHERE proceeding IN (SELECT p.id FROM proceeding p WHERE p.case_file = $1)
  AND ended_by IS NULL AND superseded_by IS NULL
ORDER BY clock.due_at NULLS LAST, id
"""


_HANDED_IN: Final = """
SELECT d.title, encode(d.file, 'hex') AS digest
FROM document d
JOIN event e ON e.id = d.event
JOIN event opened ON opened.stream = e.stream AND opened.version = 1
WHERE d.case_file = $1 AND d.kind = 'evidence' AND e.recorded_at = opened.recorded_at
ORDER BY d.id
"""
"""What came in the same transaction as the case."""


async def known_of_address(c: Connection, number: str) -> dict[str, object]:
    """Return what a finding takes over from an address of the register, by field.

    Nothing where no address is named; NotVisible for one that the actor does not read.
    """
    if not number.isdecimal() or len(number) > 18:
        return {}
    known = await prefill(c, int(number))
    return {"description": known.description, "place": known.place, "known_on": known.known_on}


async def choices_for(
    c: Connection, actor: Actor, *, asking: bool = False
) -> tuple[dict[str, type_pairs], str | None]:
    """Return what may be chosen (regions, elections), and the office's region.

    With `asking` the authorities as well: one that has ended may still have asked.
    """
    office: str | None = await c.fetchval(_OFFICE, actor.organisation)
    chain = await region_chain(c, office) if office else ()
    below = RegionLevel.DISTRICT if len(chain) > 1 else RegionLevel.REGENCY
    inside = await regions(c, below, within=office)
    places = [(region.code, region.name) for region in inside]
    if chain:
        places.insert(0, (chain[-1].code, in_words(chain[-1:])))
    held = [(f"{election.regime}.{election.id}", election.name) for election in await elections(c)]
    rows = await c.fetch(_ASKING) if asking else ()
    authorities = [(str(row["id"]), row["name"]) for row in rows]
    return {"region": places, "election": held, "asked_by": authorities}, office


async def receipt(
    c: Connection, actor: Actor, case: int, book: RuleBook, receipts: ReceiptSealer
) -> ReceiptPage:
    """Return the receipt of a case with its code.

    Raises NotVisible, or NotAllowed for who does not see the intake; SealError when the code was
    changed or its key is gone.
    """
    row = await c.fetchrow(_RECEIPT, case)
    if row is None or row["source"] == Source.UNKNOWN:  # of an old register: nothing was handed out
        raise NotVisible
    refuse_strangers(actor, row)
    source = Source(row["source"])
    zone = Zone(row["zone"])
    said = words.WORDS[source]
    code = _code(row, receipts)
    return ReceiptPage(
        case=row["id"],
        title=said.receipt,
        number=row["printed"] or "",
        office=row["office"],
        received=_received(row, zone),
        received_at=row["received_at"],
        receiver=row["receiver"],
        regime=str(REGIMES[Regime(row["regime"])]),
        subject=row["subject"],
        person=said.person,
        code=code,
        about_code=_about_code(source, code, coded=row["coded"]),
        late=_late(row, book, zone) if source is Source.REPORT else (),
        files=await handed_in(c, case),
        form_a=source is Source.FINDING,
        dates=tuple(_dates(await c.fetch(_RUNNING, case), book, zone)),
        steps=words.NEXT[source],
    )


async def handed_in(c: Connection, case: int) -> tuple[FileShown, ...]:
    """Return the evidence that came with the matter itself, in the order it was handed in."""
    return tuple(FileShown(**row) for row in await c.fetch(_HANDED_IN, case))


def _received(row: Row, zone: Zone) -> str:
    precision = Precision(row["precision"])
    return received_in_words(row["received_at"], precision, zone)


def _code(row: Row, receipts: ReceiptSealer) -> str | None:
    if row["key_id"] is None:
        return None
    sealed = Sealed(key_id=row["key_id"], nonce=row["nonce"], ciphertext=row["ciphertext"])
    return receipts.open(sealed, row["id"])


def _about_code(source: Source, code: str | None, *, coded: bool) -> tuple[str, ...]:
    if code is not None:
        return words.CODE
    if coded:
        return words.CODE_ELSEWHERE
    return () if source is Source.FINDING else words.NO_CODE


def refuse_strangers(actor: Actor, row: Row) -> None:
    """Raise unless the actor reads the intake of the case: NotVisible, or NotAllowed."""
    towards = Relation.OWNER if actor.organisation == row["owner"] else Relation.SUPERIOR
    phase = workflow("handling", row["workflow_version"]).state(row["state"]).phase
    seen = fields_visible(actor, towards, phase_of(phase, referred=False))
    if not seen:
        raise NotVisible
    if Field.INTAKE not in seen:
        raise NotAllowed("Tanda terima ini untuk kantor yang menerima perkara.")


def _late(row: Row, book: RuleBook, zone: Zone) -> tuple[str, ...]:
    """Return the sentences about a report that came after its window; none when in time."""
    if row["known_on"] is None or row["precision"] not in {Precision.TIME, Precision.DAY}:
        return ()
    try:
        told = explained_window(
            Regime(row["regime"]), row["known_on"], book.at(row["region"]), zone
        )
    except (UnknownRule, NotInForce, CannotCompute):
        return ()
    if row["received_at"] <= told.due.at:
        return ()
    return words.late(told, law_words.day(row["received_at"].astimezone(zone.tz).date()))


def _dates(clocks: list[Any], book: RuleBook, zone: Zone) -> list[NextDate]:
    return [_date(clock, book, zone) for clock in clocks if clock["rule"] in book.codes()]


def _date(clock: Row, book: RuleBook, zone: Zone) -> NextDate:
    versions = book.versions(clock["rule"])
    rule = next((r for r in versions if r.version == clock["rule_version"]), versions[-1])
    if clock["due_at"] is None:
        problem = clock["problem"] or "Tidak dapat dihitung."
        return NextDate(
            sentence=f"{rule.label}: {problem}",
            source=law_words.basis(rule),
            doubt=law_words.unconfirmed(rule),
        )
    day = law_words.day(clock["due_at"].astimezone(zone.tz).date())
    return NextDate(
        sentence=(
            f"{rule.label} paling lambat {day} ({law_words.amount(rule)} sejak {rule.start_label})."
        ),
        source=law_words.basis(rule),
        doubt=law_words.unconfirmed(rule),
    )
