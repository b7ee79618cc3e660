"""One request: its letter, what was decided, what was handed over, what comes next."""

from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.accounts.queries import readers_for
from netralitas.database.connection import Connection, Row
from netralitas.exchange import words
from netralitas.exchange.domain import Ending, Ground, Kind, Label, Outcome, RequestState
from netralitas.exchange.pages import DeliveryLine, ItemLine, RequestPage
from netralitas.exchange.queries.ground import LARGEST_ID, ground_of
from netralitas.exchange.queries.listing import PATH, crumbs
from netralitas.exchange.workflow import STEPS
from netralitas.refusals import NotVisible
from netralitas.web.parts import Link, type_tone

_REQUEST: Final = """
SELECT r.*, o.name AS asker_name, d.name AS addressee_name, s.version,
       e.outcome, e.decided_on, e.number AS decision_number, e.signed_as AS decided_as, e.reason,
       e.conditions, e.granted, e.ending
FROM exchange_request r
JOIN organisation o ON o.id = r.asker JOIN organisation d ON d.id = r.addressee
JOIN stream s ON s.id = r.id
LEFT JOIN exchange_decision e ON e.request = r.id
WHERE r.id = $1 AND r.agreement = $2
"""
_ITEMS: Final = "SELECT ordinal, name, basis FROM exchange_item WHERE request = $1 ORDER BY ordinal"
_DELIVERIES: Final = """
SELECT delivered_on, number, what, note, label, digest FROM exchange_delivery
WHERE request = $1 ORDER BY id
"""
_HISTORY: Final = """
SELECT e.name, e.details, e.happened_on AS on, o.name AS officer
FROM event e JOIN officer o ON o.id = e.actor WHERE e.stream = $1 ORDER BY e.version DESC LIMIT 100
"""


async def request_row(c: Connection, actor: Actor, agreement: int, request: int) -> Row:
    """Return a request as it stands; NotVisible where the actor may not read it.

    What is confidential is read by those who keep requests, of the two offices alone.
    """
    known = 0 < request <= LARGEST_ID and 0 < agreement < 2**31
    row: Row | None = await c.fetchrow(_REQUEST, request, agreement) if known else None
    confidential = row is not None and row["label"] == Label.CONFIDENTIAL
    if row is None or (confidential and refusal(actor, Permission.KEEP_EXCHANGE)):
        raise NotVisible
    return row


async def items_of(c: Connection, request: int) -> tuple[tuple[int, str, str], ...]:
    """Return what was asked for: place, name and lawful basis of each."""
    rows = await c.fetch(_ITEMS, request)
    return tuple((row["ordinal"], row["name"], row["basis"]) for row in rows)


async def request_page(
    c: Connection, actor: Actor, agreement: int, request: int, today: date
) -> RequestPage:
    """Return one request; NotVisible for one that the actor may not read. Seven statements."""
    row = await request_row(c, actor, agreement, request)
    ground = await ground_of(c, agreement)
    items = await items_of(c, request)
    given = await c.fetch(_DELIVERIES, request)
    told = await c.fetch(_HISTORY, request)
    handed = sum(event["name"] == "exchange.delivered" for event in told)
    keeps = refusal(actor, Permission.KEEP_EXCHANGE) is None
    shown = [each for each in given if keeps or each["label"] != Label.CONFIDENTIAL]
    said, tone = _standing(row, today)
    chain = await readers_for(c, actor.organisation)
    return RequestPage(
        title=f"Permintaan {words.KINDS[Kind(row['kind'])].lower()}: {row['subject']}",
        crumbs=crumbs(ground, words.TITLE, row["number"]),
        label=words.LABELS[Label(row["label"])],
        standing=said,
        tone=tone,
        article_text=ground.articles.get(row["article"], ""),
        facts=_facts(row),
        items=tuple(_item(row, item) for item in items),
        bases=row["kind"] == Kind.DATA,
        decision=_decision(row),
        deliveries=tuple(_delivery(each) for each in shown),
        hidden=handed > len(shown),
        steps=_steps(row, ground, chain, actor),
        holder=_holder(row),
        history=tuple(
            f"{words.plain_day(event['on'])}. {words.event(event['name'], event['details'])}"
            f" Dicatat oleh {event['officer']}."
            for event in told
        ),
    )


def _standing(row: Row, today: date) -> tuple[str, type_tone]:
    state = RequestState(row["state"])
    return words.standing(
        state, answer_by=row["answer_by"], return_by=row["return_by"], today=today
    )


def _facts(row: Row) -> tuple[tuple[str, str], ...]:
    answer = words.UNDECIDED
    if row["answer_by"]:
        answer = f"{words.plain_day(row['answer_by'])} ({row['answer_at']})"
    use = ""
    if row["needed_on"]:
        until = row["needed_until"]
        use = words.plain_day(row["needed_on"])
        use = f"{use} s.d. {words.plain_day(until)}" if until else use
    lines = (
        ("Surat", f"{row['number']}, {words.plain_day(row['asked_on'])}"),
        ("Dari", f"{row['asker_name']} ({row['signed_as']})"),
        ("Kepada", row["addressee_name"]),
        ("Dasar pada kerja sama", row["article"] or words.NO_ARTICLE),
        ("Keperluan", row["purpose"]),
        ("Hari pemakaian", use),
        ("Tempat", row["place"]),
        ("Jumlah", str(row["amount"]) if row["amount"] else ""),
        ("Batas waktu jawaban", answer),
    )
    return tuple((label, text) for label, text in lines if text)


def _item(row: Row, item: tuple[int, str, str]) -> ItemLine:
    ordinal, name, basis = item
    verdict: tuple[str, type_tone] = ("", "neutral")
    if row["outcome"] == Outcome.REFUSED:
        verdict = ("Tidak dikabulkan", "neutral")
    elif row["outcome"] is not None:
        granted = not row["granted"] or ordinal in row["granted"]
        verdict = ("Dikabulkan", "done") if granted else ("Tidak dikabulkan", "neutral")
    return ItemLine(ordinal=ordinal, name=name, basis=basis, verdict=verdict[0], tone=verdict[1])


def _decision(row: Row) -> tuple[tuple[str, str], ...]:
    if row["outcome"] is None:
        return ()
    back = ""
    if row["ending"]:
        back = f"{words.ENDINGS[Ending(row['ending'])]} paling lambat"
        back = f"{back} {words.plain_day(row['return_by'])}"
        if row["returned_on"]:
            back = f"{back}; sudah pada {words.plain_day(row['returned_on'])}"
    lines = (
        ("Keputusan", words.OUTCOMES[Outcome(row["outcome"])]),
        ("Surat", f"{row['decision_number']}, {words.plain_day(row['decided_on'])}"),
        ("Oleh", row["decided_as"]),
        ("Alasan", row["reason"]),
        ("Syarat", row["conditions"]),
        ("Sesudah dipakai", back),
    )
    return tuple((label, text) for label, text in lines if text)


def _delivery(row: Row) -> DeliveryLine:
    return DeliveryLine(
        on=words.plain_day(row["delivered_on"]),
        what=row["what"],
        note=row["note"] or "",
        number=row["number"] or "",
        label=words.LABELS[Label(row["label"])],
        digest=row["digest"].hex() if row["digest"] else "",
    )


def _steps(row: Row, ground: Ground, chain: tuple[int, ...], actor: Actor) -> tuple[Link, ...]:
    if refusal(actor, Permission.KEEP_EXCHANGE):
        return ()
    party, state = ground.party_of(chain), RequestState(row["state"])
    decides = refusal(actor, Permission.DECIDE_EXCHANGE) is None
    here = f"{PATH}/{ground.id}/pertukaran/{row['id']}"
    return tuple(
        Link(label=step.label, href=f"{here}/{step.code}")
        for step in STEPS
        if state in step.leaves
        and party == (row["asked"] if step.by_asked else row["asking"])
        and (step.code != "pengembalian" or row["ending"])
        and (step.code != "keputusan" or decides)
    )


def _holder(row: Row) -> str:
    state = RequestState(row["state"])
    if state in {RequestState.ASKED, RequestState.GRANTED}:
        return f"Menunggu {row['addressee_name']}"
    if state is RequestState.ANSWERED and row["return_by"]:
        return f"Menunggu {row['asker_name']}"
    return ""
