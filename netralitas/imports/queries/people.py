"""People of the staff lists that an office keeps: found by name or number, one by one."""

from typing import Final

import msgspec
from rapidfuzz import fuzz

from netralitas.cases.domain import Person
from netralitas.cases.likeness.keys import name_keys, plain_name
from netralitas.cases.nip import NipSealer
from netralitas.cases.queries.people import masked, person_in_row
from netralitas.database.connection import Connection, Row
from netralitas.refusals import NotVisible

MOST: Final = 10
_LEAST: Final = 45  # of 100: less is another name with one word in common
_LARGEST_ID: Final = 2**63 - 1
_NIP_DIGITS: Final = 18

_BY_NAME: Final = """
SELECT s.id, s.name, s.position, s.unit, s.employer, s.nip_last, b.source
FROM (SELECT staff, count(*) AS shared FROM staff_key WHERE key = ANY ($1)
      GROUP BY staff ORDER BY shared DESC, staff LIMIT 300) AS near
JOIN staff s ON s.id = near.staff JOIN import_batch b ON b.id = s.batch
ORDER BY near.shared DESC, s.id
"""
_BY_NIP: Final = """
SELECT s.id, s.name, s.position, s.unit, s.employer, s.nip_last, b.source
FROM staff s JOIN import_batch b ON b.id = s.batch
WHERE s.nip_digest = $1 ORDER BY s.id LIMIT $2
"""
_ONE: Final = """
SELECT id, name, employment, position_class, position, unit, employer, grade, nip_cipher,
       nip_digest, nip_last
FROM staff WHERE id = $1
"""


class StaffMatch(msgspec.Struct, frozen=True, kw_only=True):
    """A person of a list as a search shows them; of the number its last digits at most."""

    id: int
    name: str
    position: str | None
    unit: str | None
    nip: str | None
    source: str


async def find_staff(c: Connection, typed: str, sealer: NipSealer) -> tuple[StaffMatch, ...]:
    """Return the ten people whose names are most like what was typed, or who have that NIP."""
    digits = "".join(character for character in typed if character.isdigit())
    if len(digits) == _NIP_DIGITS and digits.isascii():
        rows = await c.fetch(_BY_NIP, sealer.digest(digits), MOST)
        return tuple(map(_match, rows))
    keys = sorted(name_keys(typed))
    rows = await c.fetch(_BY_NAME, keys) if keys else []
    wanted = plain_name(typed)
    ranked = [(fuzz.token_set_ratio(wanted, plain_name(row["name"])), row) for row in rows]
    ranked.sort(key=lambda pair: -pair[0])  # stable: equals stay in the order of shared words
    return tuple(_match(row) for likeness, row in ranked[:MOST] if likeness >= _LEAST)


async def staff_person(c: Connection, staff: int) -> Person:
    """Return a person of a list as a respondent would be; NotVisible for none of the office's."""
    row = await c.fetchrow(_ONE, staff) if 0 < staff <= _LARGEST_ID else None
    if row is None:
        raise NotVisible
    return person_in_row(row, staff=row["id"])


def _match(row: Row) -> StaffMatch:
    where = [text for text in (row["unit"], row["employer"]) if text]
    return StaffMatch(
        id=row["id"],
        name=row["name"],
        position=row["position"],
        unit=", ".join(where) or None,
        nip=masked(row["nip_last"]),
        source=row["source"],
    )
