"""An address that one administrator alone has set lets nobody in before another confirms it."""

from pathlib import Path

from netralitas.accounts.commands import administration
from netralitas.accounts.commands.addresses import set_mail
from netralitas.accounts.people import words
from netralitas.accounts.sso.domain import Somebody
from netralitas.accounts.sso.store import known
from netralitas.database.transactions import EVERYTHING, reading, writing
from tests.conftest import Database
from tests.make import Town, stepped_up
from tests.pages import Browser, Page
from tests.people.conftest import Visits, owner_does, told, value

ADDRESS = "rina@kab.test"
FILL = Path(__file__).resolve().parents[2] / "piccolo_migrations" / "sql" / "mail_set_alone.sql"


async def let_in(address: str = ADDRESS) -> tuple[int, ...]:
    """Who comes in when a provider vouches for the address, the first time."""
    async with reading(EVERYTHING) as c:
        return await known(c, Somebody(subject="x", email=address, nip=None, factor=False), None)


def person(town: Town) -> str:
    return f"/pengelolaan/akun/orang/{town.rina.officer}"


async def typed(browser: Browser, town: Town, address: str = ADDRESS) -> Page:
    """The page of the person after an administrator typed another address."""
    page = await browser.go(f"{person(town)}/surel")
    return await browser.send(page.form("/surel"), email=address)


async def test_another_administrator_confirms_the_address_that_was_seen(
    town: Town, visit: Visits
) -> None:
    hadi, nadia, omar = await visit("hadi"), await visit("nadia"), await visit("omar")
    changed = await typed(hadi, town)
    assert words.MAIL_ALONE in changed.text
    assert "Setujui surel" not in changed.links
    assert await let_in() == ()
    own = await hadi.go(f"{person(town)}/surel-disetujui")
    refused = await hadi.send(own.form("disetujui"), established="in_person")
    assert (refused.status, "aturan dua orang" in refused.text) == (409, True)

    seen = await omar.go(f"{person(town)}/surel-disetujui")
    assert ADDRESS in seen.text
    unsaid = await omar.send(seen.form("disetujui"))
    assert unsaid.status == 422
    await typed(nadia, town, "lain@kab.test")
    late = await omar.send(seen.form("disetujui"), established="in_person")
    assert (late.status, words.MAIL_CHANGED in late.text) == (409, True)
    assert await let_in("lain@kab.test") == ()

    again = await omar.go((await omar.go(person(town))).link("Setujui surel"))
    done = await omar.send(again.form("disetujui"), established="known_number")
    assert (done.status, words.MAIL_ALONE in done.text) == (200, False)
    assert await let_in("lain@kab.test") == (town.rina.officer,)
    [event] = await told("account.mail_confirmed")
    assert event.details == {"officer": town.rina.officer, "established": "known_number"}
    assert (await omar.send(again.form("disetujui"), established="in_person")).status == 409


async def test_nobody_confirms_their_own_and_what_the_command_line_sets_counts_at_once(
    town: Town, visit: Visits
) -> None:
    hadi = stepped_up(town.actors["hadi"])
    await set_mail(login="nadia", address=ADDRESS, actor=hadi)
    nadia = await visit("nadia")
    own = f"/pengelolaan/akun/orang/{town.actors['nadia'].officer}/surel-disetujui"
    refused = await nadia.send((await nadia.go(own)).form("disetujui"), established="in_person")
    assert refused.status == 409
    assert await let_in() == ()
    await set_mail(login="nadia", address=None, actor=hadi)
    await set_mail(login="nadia", address=ADDRESS, actor=await administration.as_system())
    assert await let_in() == (town.actors["nadia"].officer,)
    await set_mail(login="nadia", address=ADDRESS, actor=hadi)  # the same: nothing changes
    assert await let_in() == (town.actors["nadia"].officer,)


async def test_addresses_of_before_are_named_by_the_record(town: Town, engine: Database) -> None:
    hadi, system = stepped_up(town.actors["hadi"]), await administration.as_system()
    await set_mail(login="rina", address=ADDRESS, actor=hadi)
    await set_mail(login="sari", address="sari@kab.test", actor=hadi)
    await set_mail(login="sari", address="s@kab.test", actor=system)
    async with writing(EVERYTHING) as c:
        await c.execute("UPDATE officer SET email_set_by = NULL")
        await c.execute("UPDATE officer SET email = 'd@kab.test' WHERE login = 'bagas'")
    await owner_does(engine, FILL.read_text(encoding="utf-8"))
    assert await value("SELECT email_set_by FROM officer WHERE login = 'rina'") == hadi.officer
    assert await value("SELECT count(*) FROM officer WHERE email_set_by IS NOT NULL") == 1
