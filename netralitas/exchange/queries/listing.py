"""The requests under an agreement, a page at a time, and those that wait for an office."""

from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.accounts.queries import readers_for
from netralitas.database.connection import Connection, Row
from netralitas.exchange import words
from netralitas.exchange.domain import Ground, Kind, Label, RequestState
from netralitas.exchange.pages import RequestLine, RequestsPage
from netralitas.exchange.queries.ground import ground_of
from netralitas.web.parts import Crumb, Link, Pages, Tab

PATH: Final = "/kerja-sama"
ON_A_PAGE: Final = 25
_LEAD: Final = (
    "Data, fasilitas, dan narasumber diminta dengan surat, dikabulkan atau ditolak dengan alasan,"
    " lalu dijawab. Yang berlabel rahasia hanya tampil bagi petugas kedua kantor yang bersurat."
)
_EMPTY: Final = (
    "Permintaan data, fasilitas, dan narasumber antara para pihak tampil di sini setelah salah satu"
    " pihak mencatat suratnya."
)
_NOTHING_WAITS: Final = (
    "Permintaan yang harus diputuskan, dijawab, atau dikembalikan kantor Anda tampil di sini."
)

# $2: only those in these states; $3: the cursor; $5: whether confidential ones may be shown.
_LIST: Final = """
SELECT r.id, r.agreement, r.number, r.asked_on, r.kind, r.subject, r.label, r.state, r.answer_by,
       r.return_by, o.name AS asker, d.name AS addressee
FROM exchange_request r
JOIN organisation o ON o.id = r.asker JOIN organisation d ON d.id = r.addressee
WHERE r.agreement = $1 AND r.state = ANY ($2) AND r.id < $3 AND ($5 OR r.label <> 'confidential')
ORDER BY r.id DESC LIMIT $4
"""
# What the addressee, or its party, decides and hands over; what the asker has to give back.
_WAITING: Final = """
SELECT r.id, r.agreement, r.number, r.asked_on, r.kind, r.subject, r.label, r.state, r.answer_by,
       r.return_by, o.name AS asker, d.name AS addressee
FROM exchange_request r
JOIN organisation o ON o.id = r.asker JOIN organisation d ON d.id = r.addressee
WHERE (r.state IN ('asked', 'granted') AND (r.addressee = $1 OR r.asked = $1))
   OR (r.state = 'answered' AND r.return_by IS NOT NULL AND r.asker = $1)
ORDER BY coalesce(CASE WHEN r.state = 'answered' THEN r.return_by ELSE r.answer_by END,
                  'infinity'), r.id
LIMIT $2
"""
_COUNT: Final = """
SELECT count(*) FROM exchange_request r
WHERE (r.state IN ('asked', 'granted') AND (r.addressee = $1 OR r.asked = $1))
   OR (r.state = 'answered' AND r.return_by IS NOT NULL AND r.asker = $1)
"""
_OPEN: Final = ("asked", "granted", "answered")
_CLOSED: Final = ("refused", "returned", "withdrawn")


async def requests_page(
    c: Connection, actor: Actor, agreement: int, asked: dict[str, str], today: date
) -> RequestsPage:
    """Return a page of the requests under an agreement, the latest first.

    `asked` has the cursor (`sebelum`) and the view (`selesai`). Raises NotVisible.
    """
    ground = await ground_of(c, agreement)
    here = f"{PATH}/{agreement}/pertukaran"
    closed = asked.get("tampil") == "selesai"
    keeps = refusal(actor, Permission.KEEP_EXCHANGE) is None
    before = _cursor(asked.get("sebelum", ""))
    states = list(_CLOSED if closed else _OPEN)
    rows = await c.fetch(_LIST, *(agreement, states, before, ON_A_PAGE + 1, keeps))
    shown, view = rows[:ON_A_PAGE], "tampil=selesai&" if closed else ""
    later = f"{here}?{view}sebelum={shown[-1]['id']}" if len(rows) > ON_A_PAGE else None
    first = f"{here}?{view}".rstrip("?&")
    may_ask = keeps and await _may_ask(c, actor, ground)
    return RequestsPage(
        title=words.TITLE,
        lead=_LEAD,
        crumbs=crumbs(ground, words.TITLE),
        tabs=(
            Tab(label="Berjalan", href=here, current=not closed),
            Tab(label="Selesai", href=f"{here}?tampil=selesai", current=closed),
        ),
        asks=tuple(
            Link(label=words.BUTTONS[kind], href=f"{here}/baru/{path}")
            for path, kind in words.PATHS.items()
        )
        if may_ask
        else (),
        lines=tuple(_line(row, today) for row in shown),
        pages=Pages(earlier=first if before < 2**63 - 1 else None, later=later),
        empty=_EMPTY,
    )


async def waiting_page(c: Connection, actor: Actor, today: date) -> RequestsPage:
    """Return the requests, under any agreement, on which the actor's office has to act."""
    rows = await c.fetch(_WAITING, actor.organisation, 100)
    return RequestsPage(
        title="Permintaan yang menunggu kantor Anda",
        lead="Diurutkan menurut batas waktu, bila naskah atau keputusan memberinya.",
        crumbs=(Crumb("Kerja sama", PATH), Crumb("Permintaan yang menunggu")),
        tabs=(),
        asks=(),
        lines=tuple(_line(row, today) for row in rows),
        pages=Pages(),
        empty=_NOTHING_WAITS,
    )


async def waiting_requests(c: Connection, actor: Actor) -> int:
    """Return on how many requests the actor's office has to act, for its home page."""
    return int(await c.fetchval(_COUNT, actor.organisation))


def crumbs(ground: Ground, *steps: str) -> tuple[Crumb, ...]:
    """Return the way to a page under an agreement; the first step is the list."""
    here = f"{PATH}/{ground.id}"
    way = [Crumb("Kerja sama", PATH), Crumb(ground.title, here)]
    if len(steps) > 1:
        way.append(Crumb(steps[0], f"{here}/pertukaran"))
    return (*way, Crumb(steps[-1]))


async def _may_ask(c: Connection, actor: Actor, ground: Ground) -> bool:
    chain = await readers_for(c, actor.organisation)
    return ground.in_force and ground.party_of(chain) is not None


def _line(row: Row, today: date) -> RequestLine:
    said, tone = words.standing(
        RequestState(row["state"]),
        answer_by=row["answer_by"],
        return_by=row["return_by"],
        today=today,
    )
    return RequestLine(
        href=f"{PATH}/{row['agreement']}/pertukaran/{row['id']}",
        number=row["number"],
        on=words.plain_day(row["asked_on"]),
        kind=words.KINDS[Kind(row["kind"])],
        subject=row["subject"],
        between=f"{row['asker']} kepada {row['addressee']}",
        label=words.LABELS[Label(row["label"])],
        standing=said,
        tone=tone,
    )


def _cursor(text: str) -> int:
    known = text.isascii() and text.isdecimal() and len(text) < 19
    return int(text) if known else 2**63 - 1
