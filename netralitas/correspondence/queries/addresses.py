"""How the offices are reached: what holds and what held, page by page."""

from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.accounts.queries import organisations
from netralitas.correspondence.address import ADDRESSES as PATH
from netralitas.correspondence.domain import AddressKind
from netralitas.correspondence.pages import AddressesPage, AddressLine, Choice, Fact
from netralitas.correspondence.words import ADDRESSES, plain
from netralitas.database.connection import Connection, Row
from netralitas.refusals import NotVisible
from netralitas.web.parts import Pages

PAGE: Final = 50

_LINES: Final = """
SELECT a.id, o.name AS office, a.kind, a.value, a.valid_from, a.valid_to, a.told_on, a.told_by
FROM office_address a JOIN organisation o ON o.id = a.organisation
WHERE ($1::integer IS NULL OR a.organisation = $1) AND ($2::bigint IS NULL OR a.id < $2)
ORDER BY a.id DESC LIMIT $3
"""
_ONE: Final = """
SELECT o.name AS office, a.kind, a.value, a.valid_from
FROM office_address a JOIN organisation o ON o.id = a.organisation
WHERE a.id = $1 AND a.valid_to IS NULL
"""


async def addresses_page(
    c: Connection, actor: Actor, office: int | None, after: int | None, today: date
) -> AddressesPage:
    """Return the addresses of one office or of all, the last recorded first."""
    rows = await c.fetch(_LINES, office, after, PAGE + 1)
    shown, more = rows[:PAGE], len(rows) > PAGE
    writes = refusal(actor, Permission.KEEP_ADDRESSES) is None
    chosen = str(office) if office else ""
    here = f"{PATH}?instansi={office}" if office else PATH
    joint = "&" if office else "?"
    return AddressesPage(
        lines=tuple(_line(row, today, writes=writes) for row in shown),
        office=Choice(
            name="instansi",
            label="Instansi",
            options=(("", "Semua"), *await offices_of(c)),
            chosen=chosen,
        ),
        filtered=office is not None,
        pages=Pages(
            earlier=here if after else None,
            later=f"{here}{joint}setelah={shown[-1]['id']}" if more else None,
        ),
        add=f"{PATH}/baru" if writes else None,
    )


async def offices_of(c: Connection) -> tuple[tuple[str, str], ...]:
    """Return the offices to pick from, by name."""
    found = await organisations(c)
    return tuple(sorted(((str(one.id), one.name) for one in found), key=lambda pair: pair[1]))


async def address_facts(c: Connection, address: int) -> tuple[Fact, ...]:
    """Return what an address that still holds says; NotVisible where none of that id does."""
    row = await c.fetchrow(_ONE, address)
    if row is None:
        raise NotVisible
    return (
        Fact(label="Instansi", value=row["office"]),
        Fact(label=ADDRESSES[AddressKind(row["kind"])], value=row["value"]),
        Fact(label="Berlaku sejak", value=plain(row["valid_from"])),
    )


def _line(row: Row, today: date, *, writes: bool) -> AddressLine:
    ended = row["valid_to"]
    current = row["valid_from"] <= today and (ended is None or today < ended)
    return AddressLine(
        office=row["office"],
        kind=ADDRESSES[AddressKind(row["kind"])],
        value=row["value"],
        valid=_valid(row),
        current=current,
        told=_told(row),
        end=f"{PATH}/{row['id']}/akhir" if writes and ended is None else None,
    )


def _valid(row: Row) -> str:
    """Return from when to when it holds; the day on which it ends is the first without it."""
    begun = f"sejak {plain(row['valid_from'])}"
    return f"{begun} sampai sebelum {plain(row['valid_to'])}" if row["valid_to"] else begun


def _told(row: Row) -> str:
    on = f"diberitahukan {plain(row['told_on'])}" if row["told_on"] else ""
    by = f"oleh {row['told_by']}" if row["told_by"] else ""
    return " ".join(part for part in (on, by) if part) or "Sumber tidak dicatat"
