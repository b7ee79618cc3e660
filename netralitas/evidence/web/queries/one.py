"""One address of the register: its page, what a form needs of it, what the desk takes from it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.database.connection import Connection, Row
from netralitas.evidence.web import words
from netralitas.evidence.web.domain import Category, Finder, Platform, Taker
from netralitas.evidence.web.pages import AddressPage, Ways
from netralitas.evidence.web.queries.lines import CRUMBS, PATH, captures_of, standing
from netralitas.law.words import day
from netralitas.refusals import NotVisible
from netralitas.web.parts import Crumb, Link

LARGEST_ID: Final = 2**63 - 1

_ONE: Final = """
SELECT a.*, o.name AS office, f.subject AS case_subject
FROM web_address a JOIN organisation o ON o.id = a.organisation
LEFT JOIN case_file f ON f.id = a.case_file
WHERE a.id = $1
"""
_OPEN: Final = """
SELECT f.id, f.subject, f.received_at,
       (SELECT n.printed FROM case_number n WHERE n.case_file = f.id ORDER BY n.id DESC LIMIT 1)
           AS printed
FROM case_file f WHERE f.owner = $1 ORDER BY f.received_at DESC, f.id DESC LIMIT 100
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefill:
    """What the desk takes over from an address into the form of a finding."""

    description: str
    place: str
    known_on: date


async def address_page(
    c: Connection, actor: Actor, number: int, before: str, done: str
) -> AddressPage:
    """Return the page of an address; NotVisible for one the actor does not read."""
    row = await _row(c, number)
    here = f"{PATH}/{number}"
    state, tone = standing(row)
    keeps = refusal(actor, Permission.KEEP_WEB_REGISTER) is None
    return AddressPage(
        crumbs=(*CRUMBS, Crumb(f"Alamat {number}")),
        number=number,
        url=row["url"],
        facts=_facts(row),
        note=row["note"],
        state=state,
        tone=tone,
        case=_case(row),
        ways=_ways(row, here) if keeps else Ways(),
        captures=await captures_of(c, here, before, address=number),
        done=words.ACTS.get(done),
    )


async def seen_address(c: Connection, number: int) -> str:
    """Return the address under a number; NotVisible for one the actor does not read."""
    url: str = (await _row(c, number))["url"]
    return url


async def recent_cases(c: Connection, actor: Actor) -> list[tuple[str, str]]:
    """Return the latest cases of the actor's office to choose from, at most a hundred."""
    return [
        (str(row["id"]), f"{row['subject']} ({row['printed'] or day(row['received_at'].date())})")
        for row in await c.fetch(_OPEN, actor.organisation)
    ]


async def prefill(c: Connection, number: int) -> Prefill:
    """Return what a finding takes over from an address; NotVisible for one that is not read."""
    row = await _row(c, number)
    platform = words.PLATFORMS[Platform(row["platform"])]
    account = f", akun {row['account']}" if row["account"] else ""
    note = f"\n\n{row['note']}" if row["note"] else ""
    return Prefill(
        description=f"{row['url']}\n{platform}{account}, dilihat {day(row['seen_on'])}."
        f" Register alamat nomor {number}.{note}",
        place=f"Internet: {platform}",
        known_on=row["seen_on"],
    )


async def _row(c: Connection, number: int) -> Row:
    row: Row | None = await c.fetchrow(_ONE, number) if 0 < number <= LARGEST_ID else None
    if row is None:
        raise NotVisible
    return row


def _facts(row: Row) -> tuple[tuple[str, str], ...]:
    asked = ""
    if row["asked_on"]:
        asked = f"{words.TAKERS[Taker(row['asked_of'])]}, {day(row['asked_on'])}"
    said = (
        ("Platform", words.PLATFORMS[Platform(row["platform"])]),
        ("Akun", row["account"]),
        ("Kategori", words.CATEGORIES[Category(row["category"])]),
        ("Asal temuan", words.FINDERS[Finder(row["finder"])]),
        ("Dilihat", day(row["seen_on"])),
        ("Penurunan diminta kepada", asked),
        ("Nomor rujukan", row["number"]),
        ("Turun", day(row["done_on"]) if row["done_on"] else ""),
        ("Dicatat oleh", row["office"]),
    )
    return tuple((label, value) for label, value in said if value)


def _case(row: Row) -> Link | None:
    if row["case_file"] is None or row["case_subject"] is None:
        return None
    return Link(label=row["case_subject"], href=f"/perkara/{row['case_file']}")


def _ways(row: Row, here: str) -> Ways:
    gone, free = row["done_on"] is not None, row["case_file"] is None
    return Ways(
        capture=f"{here}/tangkapan",
        refer=None if gone or row["asked_on"] else f"{here}/rujukan",
        taken_down=None if gone else f"{here}/turun",
        finding=f"/perkara/baru?jenis=temuan&alamat={row['id']}" if free else None,
        link=f"{here}/perkara" if free else None,
    )
