"""The offices to which something can be handed over: since when, until when, who follows."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from netralitas.access.domain import Actor
from netralitas.accounts.domain import Authority, Organisation
from netralitas.accounts.queries import organisations
from netralitas.accounts.words import RECEIVER_ROLES
from netralitas.database.connection import Connection
from netralitas.discipline.beside import OFFICES, beside
from netralitas.discipline.pages import OfficeRow, OfficesPage
from netralitas.law.words import day

_OTHERS: Final = "Instansi lain"


async def offices_page(c: Connection, actor: Actor, now: datetime) -> OfficesPage:
    """Return every office that has a part in hand-overs, by what it is to them."""
    known = await organisations(c)
    names = {office.id: office.name for office in known}
    today = now.astimezone(ZoneInfo(actor.zone)).date()
    return OfficesPage(
        beside=beside(actor, OFFICES),
        groups=tuple(
            (
                title,
                tuple(
                    _row(office, names, today) for office in known if office.authority.role is role
                ),
            )
            for role, title in RECEIVER_ROLES.items()
            if any(office.authority.role is role for office in known)
        ),
    )


def _row(office: Organisation, names: dict[int, str], today: date) -> OfficeRow:
    authority = office.authority
    return OfficeRow(
        name=office.name,
        employer=authority.employer,
        period=_period(authority),
        valid=authority.valid_on(today),
        successor=names.get(authority.successor or 0),
        doubt=_doubt(authority),
        source=authority.source,
        certainty=authority.certainty,
    )


def _period(authority: Authority) -> str:
    """Return since when and until when it has authority; the day of its end no longer counts."""
    begun = f"sejak {day(authority.active_from)}" if authority.active_from else ""
    ended = f"sampai sebelum {day(authority.active_to)}" if authority.active_to else ""
    return " ".join(text for text in (begun, ended) if text) or "tanpa batas waktu tercatat"


def _doubt(authority: Authority) -> str | None:
    if authority.doubtful_from is None or authority.doubtful_to is None:
        return None
    return (
        f"{day(authority.doubtful_from)} sampai sebelum {day(authority.doubtful_to)}:"
        " perlu konfirmasi siapa yang berwenang"
    )
