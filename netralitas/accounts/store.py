"""The statements of the accounts' own rows; each runs on the caller's transaction."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from netralitas.accounts.domain import Ending, NewOrganisation, Seat
from netralitas.database.connection import Connection

_CREDENTIALS: Final = """
    SELECT id, password FROM officer WHERE login = $1 AND disabled_at IS NULL
"""

_CREDENTIALS_OF: Final = """
    SELECT id, password FROM officer WHERE id = $1 AND disabled_at IS NULL
"""

# Between the two transactions of a sign-in the account may have been disabled or reset.
_STILL_VALID: Final = """
    SELECT password = $2 FROM officer WHERE id = $1 AND disabled_at IS NULL FOR SHARE
"""

_ADD_ORGANISATION: Final = """
    INSERT INTO organisation (code, name, kind, level, region, zone, superior, active_from,
                              active_to, role, employer, doubtful_from, doubtful_to, certainty,
                              source)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    ON CONFLICT (code) DO NOTHING RETURNING id
"""

# What was in doubt begins with the day of the end: until then the old one had authority.
_END_ORGANISATION: Final = """
    UPDATE organisation SET active_to = $2::date, successor = $3, doubtful_to = $4,
           doubtful_from = CASE WHEN $4::date IS NULL THEN NULL ELSE $2::date END,
           certainty = $5, source = $6
    WHERE code = $1 RETURNING id
"""

_ADD_OFFICER: Final = """
    INSERT INTO officer (login, name, password) VALUES ($1, $2, $3)
    ON CONFLICT (login) DO NOTHING RETURNING id
"""

_ADD_SYSTEM: Final = """
    INSERT INTO officer (login, name, is_system) VALUES ($1, $2, true)
    ON CONFLICT (login) DO NOTHING RETURNING id
"""

_ADD_DESK: Final = """
    INSERT INTO desk (officer, organisation, title, roles, valid_from, valid_to)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (officer, organisation) WHERE principal IS NULL DO NOTHING RETURNING id
"""

_SET_ROLES: Final = """
    UPDATE desk SET roles = $3 WHERE officer = $1 AND organisation = $2 AND principal IS NULL
    RETURNING id
"""

# Who stands in at a desk never has a role that it has not.
_LEND_NO_MORE: Final = """
    UPDATE desk SET roles = ARRAY(SELECT unnest(roles) INTERSECT SELECT unnest($3::text[]))
    WHERE principal IN (SELECT id FROM desk WHERE officer = $1 AND organisation = $2
                        AND principal IS NULL)
"""

_END_DEPUTIES: Final = """
    UPDATE desk SET valid_to = greatest(valid_from, $2::date)
    WHERE principal IN (SELECT id FROM desk WHERE officer = $1) AND valid_to > $2
"""

_SET_SUPERIOR: Final = "UPDATE officer SET superior = $2 WHERE id = $1"
_SET_MAIL: Final = """
    UPDATE officer SET email = $2, email_set_by = $3
    WHERE id = $1 AND email IS DISTINCT FROM $2
"""
_CONFIRM_MAIL: Final = """
    UPDATE officer SET email_set_by = NULL
    WHERE id = $1 AND email = $2 AND email_set_by IS NOT NULL
      AND NOT email_set_by = ANY ($3::integer[])
    RETURNING id
"""

_DISABLE: Final = "UPDATE officer SET disabled_at = $2 WHERE id = $1 AND disabled_at IS NULL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """An account that may sign in, and its password's hash; None for one that cannot."""

    officer: int
    password: str | None


async def credentials(c: Connection, login: str) -> Credentials | None:
    """Return what a sign-in is judged by; None for an unknown or disabled account."""
    row = await c.fetchrow(_CREDENTIALS, login)
    return Credentials(officer=row["id"], password=row["password"]) if row is not None else None


async def credentials_of(c: Connection, officer: int) -> Credentials | None:
    """Return by what the password of an officer is judged; None for a disabled account."""
    row = await c.fetchrow(_CREDENTIALS_OF, officer)
    return Credentials(officer=row["id"], password=row["password"]) if row is not None else None


async def still_valid(c: Connection, known: Credentials) -> bool:
    """Return whether account and password stand as they did; they do until the transaction ends."""
    return bool(await c.fetchval(_STILL_VALID, known.officer, known.password))


async def replace_password(c: Connection, officer: int, hashed: str) -> None:
    """Store another hash."""
    await c.execute("UPDATE officer SET password = $2 WHERE id = $1", officer, hashed)


async def forget_password(c: Connection, officer: int) -> None:
    """Let no password be right until a new one is set."""
    await c.execute("UPDATE officer SET password = NULL WHERE id = $1", officer)


async def has_mail(c: Connection, officer: int) -> bool:
    """Say whether an officer has an address for mail."""
    return bool(await c.fetchval("SELECT email IS NOT NULL FROM officer WHERE id = $1", officer))


async def officer_by_login(c: Connection, login: str) -> int | None:
    """Return the officer of a login, disabled or not."""
    found: int | None = await c.fetchval("SELECT id FROM officer WHERE login = $1", login)
    return found


async def login_of(c: Connection, officer: int) -> str | None:
    """Return the login of an officer."""
    found: str | None = await c.fetchval("SELECT login FROM officer WHERE id = $1", officer)
    return found


async def officer_at(c: Connection, desk: int) -> int | None:
    """Return whose desk it is."""
    found: int | None = await c.fetchval("SELECT officer FROM desk WHERE id = $1", desk)
    return found


async def desks_held(c: Connection, officer: int) -> tuple[int, ...]:
    """Return the organisations in which an officer has or had a desk."""
    rows = await c.fetch("SELECT organisation FROM desk WHERE officer = $1", officer)
    return tuple(row["organisation"] for row in rows)


async def add_organisation(c: Connection, new: NewOrganisation) -> int | None:
    """Return the id of a new organisation; None when its code is taken."""
    added: int | None = await c.fetchval(
        _ADD_ORGANISATION,
        *(new.code, new.name, new.kind, new.level, new.region, new.zone, new.superior),
        *(new.active_from, new.active_to, new.role, new.employer),
        *(new.doubtful_from, new.doubtful_to, new.certainty, new.source),
    )
    return added


async def end_organisation(c: Connection, code: str, ending: Ending) -> int | None:
    """Return the id of an organisation that now ends as told; None for an unknown code."""
    ended: int | None = await c.fetchval(
        _END_ORGANISATION,
        *(code, ending.on, ending.successor, ending.doubtful_to, ending.certainty, ending.source),
    )
    return ended


async def add_officer(c: Connection, *, login: str, name: str, password: str | None) -> int | None:
    """Return the id of a new officer; None when the login is taken."""
    added: int | None = await c.fetchval(_ADD_OFFICER, login, name, password)
    return added


async def add_system(c: Connection, *, login: str, name: str) -> int | None:
    """Return the id of a new officer who is a system; None when the login is taken."""
    added: int | None = await c.fetchval(_ADD_SYSTEM, login, name)
    return added


async def is_system(c: Connection, officer: int) -> bool:
    """Say whether an officer is no person."""
    return bool(await c.fetchval("SELECT is_system FROM officer WHERE id = $1", officer))


async def add_desk(c: Connection, officer: int, seat: Seat, valid_from: date) -> int | None:
    """Return the id of a new desk; None when the officer has one there already."""
    roles = [role.value for role in seat.roles]
    added: int | None = await c.fetchval(
        _ADD_DESK,
        *(officer, seat.organisation, seat.title, roles, valid_from, seat.valid_to),
    )
    return added


async def set_roles(c: Connection, officer: int, organisation: int, roles: list[str]) -> int | None:
    """Return the desk whose roles were replaced; None when there is none."""
    desk: int | None = await c.fetchval(_SET_ROLES, officer, organisation, roles)
    return desk


async def lend_no_more(c: Connection, officer: int, organisation: int, roles: list[str]) -> None:
    """Take from the deputies of an officer there every role that is none of these."""
    await c.execute(_LEND_NO_MORE, officer, organisation, roles)


async def end_deputies(c: Connection, officer: int, on: date) -> None:
    """Let nobody stand in for an officer from a day on."""
    await c.execute(_END_DEPUTIES, officer, on)


async def set_superior(c: Connection, officer: int, superior: int | None) -> None:
    """Make another officer, or nobody, the direct superior."""
    await c.execute(_SET_SUPERIOR, officer, superior)


async def set_mail(c: Connection, officer: int, address: str | None, by: int | None = None) -> None:
    """Send the officer's reminders to this address, or to none.

    `by` is the administrator who says so alone; None for an address that is vouched for.
    """
    await c.execute(_SET_MAIL, officer, address, by)


async def confirm_mail(c: Connection, officer: int, address: str, hands: frozenset[int]) -> bool:
    """Say whether an address is vouched for now: it stands still, and none of `hands` set it."""
    return await c.fetchval(_CONFIRM_MAIL, officer, address, list(hands)) is not None


async def disable(c: Connection, officer: int, now: datetime) -> None:
    """Keep the officer from signing in, from now on."""
    await c.execute(_DISABLE, officer, now)
