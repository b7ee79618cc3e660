"""The register of agreements: each with its parties, how long it holds and what is due."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any, Final

from netralitas.agreements import alarm_words, words
from netralitas.agreements.dates import Standing, alarms
from netralitas.agreements.domain import AgreementKind, EndsBy, Origin
from netralitas.agreements.pages import AgreementCard, PartyLine, RegisterPage
from netralitas.agreements.queries.texts import Written, evaluated_on, latest_texts
from netralitas.agreements.stages import Stage
from netralitas.database.connection import Connection, Row
from netralitas.law.calendar import Calendar
from netralitas.law.domain import Zone

PATH: Final = "/kerja-sama"

# Those that stages end hold longest; among the others the one that ends last comes first; what
# others agreed on comes after our own.
_REGISTER: Final = """
SELECT a.id, a.kind, a.title, a.place, a.signed_on, a.ends_by, a.ends_on, a.stage, a.origin,
       p.organisation, p.ordinal, p.printed, p.capacity, o.name
FROM agreement a
LEFT JOIN agreement_party p ON p.agreement = a.id
LEFT JOIN organisation o ON o.id = p.organisation
WHERE $1::integer IS NULL OR a.id = $1
ORDER BY a.origin, a.ends_on DESC NULLS FIRST, a.id, p.ordinal
"""


async def register_page(
    c: Connection, today: date, calendar: Calendar, zone: Zone, *, keeps: bool
) -> RegisterPage:
    """Return every agreement that the reader's office takes part in; three statements."""
    rows = await c.fetch(_REGISTER, None)
    texts, evaluated = await latest_texts(c), await evaluated_on(c)
    found = []
    for identity, group in groupby(rows, key=lambda row: row["id"]):
        lines = list(group)
        written = texts.get(identity)
        now = standing(lines[0], evaluated.get(identity), calendar, zone)
        due = alarms(written.paper, now) if written and now else ()
        found.append(_card(lines, today, written, alarm_words.soonest(due, today)))
    return RegisterPage(agreements=tuple(found), keeps=keeps)


async def one_card(c: Connection, agreement: int, today: date) -> AgreementCard | None:
    """Return one agreement, None for one that the reader does not see; one statement.

    Its parties are offices of this register, as those of every agreement that is worked under.
    """
    return card_of(await one_rows(c, agreement), today, None)


async def one_rows(c: Connection, agreement: int) -> list[Any]:
    """Return the rows of one agreement, one for each party; none of one that is not seen."""
    return await c.fetch(_REGISTER, agreement)


def card_of(rows: list[Any], today: date, written: Written | None) -> AgreementCard | None:
    """Return the agreement of the rows, None where there are none."""
    return _card(rows, today, written) if rows else None


def standing(
    row: Row,
    evaluated: date | None,
    calendar: Calendar,
    zone: Zone,
) -> Standing | None:
    """Return what its dates are counted from, None before it is signed."""
    if row["signed_on"] is None:
        return None
    return Standing(
        signed_on=row["signed_on"],
        ends_on=row["ends_on"],
        evaluated_on=evaluated,
        calendar=calendar,
        zone=zone,
    )


def _card(rows: list[Any], today: date, written: Written | None, alarm: str = "") -> AgreementCard:
    first = rows[0]
    stage, signed = Stage(first["stage"]), first["signed_on"]
    left, tone = words.left(first["ends_on"], today)
    if signed is None or stage in {Stage.SUSPENDED, Stage.ENDED}:
        left, tone = words.STAGES[stage], "late" if stage is Stage.ENDED else "waiting"
    return AgreementCard(
        href=f"{PATH}/{first['id']}",
        kind=words.KINDS[AgreementKind(first["kind"])],
        title=first["title"],
        place=first["place"],
        signed=words.plain_day(signed) if signed else words.UNSIGNED,
        ends=words.ends(EndsBy(first["ends_by"]), first["ends_on"]) if signed else words.UNSIGNED,
        left=left,
        tone=tone,
        where=f"{first['place']}, {words.plain_day(signed)}" if signed else words.UNSIGNED,
        stage=words.STAGES[stage],
        alarm=alarm,
        source=written.paper.source if written and first["origin"] == Origin.PUBLIC else "",
        parties=_parties(rows, written),
    )


def _parties(rows: Iterable[Any], written: Written | None) -> tuple[PartyLine, ...]:
    if written:
        return tuple(
            PartyLine(
                place=party.called.capitalize(),
                name=party.name,
                printed=party.number,
                capacity=party.capacity,
                signatory=party.signatory,
                basis=party.basis,
            )
            for party in written.paper.parties
        )
    return tuple(
        PartyLine(
            place=words.place(row["ordinal"]),
            name=row["name"],
            printed=row["printed"],
            capacity=row["capacity"],
        )
        for row in rows
        if row["ordinal"] is not None
    )
