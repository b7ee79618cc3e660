"""People to be heard and their sessions, through the pages as found."""

from datetime import date, timedelta
from typing import Any

import asyncpg

from netralitas import clock
from netralitas.cases.answers import Answers
from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.domain import DocumentKind
from netralitas.law.domain import Zone
from netralitas.law.words import MONTHS
from netralitas.vault.domain import Identity
from tests.make import ZONE, Town, make_case, move, paper
from tests.pages import Browser, Page

REPORTER = Identity(name="Ratnawati Pelapor Rahasia", telephone="0812 9999 0000")
ROOM = "Ruang sidang lantai 2"


def ahead(days: int) -> date:
    """The day so many days after today, at the office."""
    return clock.today(Zone(ZONE).tz) + timedelta(days=days)


def hours(days: int = 5, begins: str = "09.00", ends: str = "10.00", **more: str) -> dict[str, Any]:
    """The fields of an invitation to a session in person."""
    on = ahead(days)
    return {
        "on-day": str(on.day),
        "on-month": MONTHS[on.month - 1],
        "on-year": str(on.year),
        "begins": begins,
        "ends": ends,
        "mode": "in_person",
        "place": ROOM,
        **more,
    }


async def registered(town: Town, **changes: Any) -> int:  # noqa: ANN401 - fields of NewCase by name
    """A registered report whose reporter stands in the vault."""
    case = (await make_case(town, **{"reporter": REPORTER, "received": 2, **changes})).id
    await move(town.rina, case, "start_preliminary_study")
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    await move(town.rina, case, "finish_preliminary_study", answers=study)
    await move(town.rina, case, "register")
    return case


def at(case: int, rest: str = "") -> str:
    """An address of the clarification of a case."""
    return f"/perkara/{case}/klarifikasi{rest}"


async def listed(browser: Browser, case: int, role: str, **values: str) -> Page:
    """Put somebody on the list: a respondent, an expert, or a role."""
    page = await browser.go(at(case, "/orang"))
    form = page.form("/orang")
    if role == "respondent":
        values.setdefault("respondent", form.pick("respondent", "Terlapor 1"))
    return await browser.send(form, {"role": role, **values})


async def invited(
    browser: Browser, case: int, values: dict[str, Any] | None = None, person: int | None = None
) -> Page:
    """Invite the last one on the list, or this one."""
    identity = person or await last("heard_person", case)
    page = await browser.go(at(case, f"/orang/{identity}/undangan"))
    return await browser.send(page.form("/undangan"), values or hours())


async def last(table: str, case: int) -> int:
    """The id of the last row of a case."""
    async with reading(EVERYTHING) as c:
        found: int = await c.fetchval(f"SELECT max(id) FROM {table} WHERE case_file = $1", case)
        return found


async def state_of(case: int) -> str:
    """The state of the handling."""
    async with reading(EVERYTHING) as c:
        found: str = await c.fetchval("SELECT state FROM proceeding WHERE case_file = $1", case)
        return found


async def events_of(case: int) -> list[str]:
    """The names of all events, in order."""
    async with reading(EVERYTHING) as c:
        rows = await c.fetch("SELECT name FROM event WHERE stream = $1 ORDER BY id", case)
        return [row["name"] for row in rows]


async def pass_time(case: int, days: int = 30) -> None:
    """Let the sessions of a case have been planned for earlier: nothing else of them changes."""
    dsn = str(ENGINE.config["dsn"]).replace("netralitas_app", "netralitas_owner")
    root = await asyncpg.connect(dsn)
    try:
        await root.execute("SELECT set_config('netralitas.everything', 'yes', false)")
        await root.execute(
            "UPDATE clarification_session SET begins_at = begins_at - $2::interval,"
            " ends_at = ends_at - $2::interval WHERE case_file = $1",
            *(case, timedelta(days=days)),
        )
    finally:
        await root.close()
