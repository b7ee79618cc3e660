"""Letters as tests need them: as stored, events of a case by name, forms sent and shown."""

from typing import Any

from netralitas.database.transactions import EVERYTHING, reading
from tests.make import Town, forwarded_case, person, proceedings
from tests.pages import Browser, Page


async def letters(case: int) -> list[Any]:
    """The letters of a case, as stored."""
    async with reading(EVERYTHING) as c:
        return await c.fetch("SELECT * FROM letter WHERE case_file = $1 ORDER BY id", case)


async def events(case: int, name: str) -> list[Any]:
    """The events of a case of this name, in their order."""
    async with reading(EVERYTHING) as c:
        return await c.fetch(
            "SELECT * FROM event WHERE stream = $1 AND name = $2 ORDER BY id", case, name
        )


async def referrals(case: int) -> list[str]:
    """The states of the referrals of a case, in the order in which they were opened."""
    return [row["state"] for row in await proceedings(case) if row["workflow"] == "referral"]


async def sent_letter(town: Town, people: int = 1) -> tuple[int, int, str]:
    """A case forwarded to BKN by one letter: the case, the letter, where it is shown."""
    case = (await forwarded_case(town, *(person(n + 1) for n in range(people)))).id
    (letter,) = await letters(case)
    return case, letter["id"], f"/perkara/{case}/surat/{letter['id']}"


async def fill(browser: Browser, address: str, **values: object) -> Page:
    """Open the form at an address, fill it in and send it."""
    page = await browser.go(address)
    assert page.status == 200, page.text
    return await browser.send(page.form(), dict(values))


def day(name: str, on: str) -> dict[str, str]:
    """The three inputs of a day that is written "2 1 2026"."""
    parts = zip(("day", "month", "year"), on.split(), strict=True)
    return {f"{name}-{part}": text for part, text in parts}
