"""Erasing an identity: gone from every page and from the database; the count and the chain stay."""

import asyncpg
import pytest

from netralitas.audit.verify import verify
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.law import book
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken, StepUpNeeded
from netralitas.vault.erasing import ERASED, erasable, erase_identities
from tests.audit.scene import VERIFIER
from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.conftest import Database
from tests.device import enrolled
from tests.make import Town, stepped_up
from tests.vault.test_identity_page import NAME, PHONE, opened, taken_in

__all__ = ["Statements", "settings", "site", "statements", "town", "visit"]

REASON = "Permintaan subjek data."


async def entries(case: int) -> list[int]:
    async with reading(EVERYTHING) as c:
        rows = await c.fetch("SELECT id FROM vault_entry WHERE case_file = $1 ORDER BY id", case)
    return [row["id"] for row in rows]


async def test_a_commissioner_erases_an_identity_for_a_reason(
    town: Town, visit: Visits, engine: Database
) -> None:
    rina, sari = await visit("rina"), await visit("sari")
    await enrolled(rina)
    case = await taken_in(rina)
    await opened(town, case)
    assert (await sari.go(f"/perkara/{case}/identitas/penghapusan")).address == "/akun/konfirmasi"
    await enrolled(sari)
    page = await sari.go((await sari.go(f"/perkara/{case}")).link("Hapus identitas"))
    assert NAME not in page.html
    form = page.form("penghapusan")
    empty = await sari.send(form)
    assert empty.status == 422
    assert "Pilih sekurang-kurangnya satu identitas." in empty.text
    done = await sari.send(form, entries=form.pick("entries", "Pelapor 1"), reason=REASON)
    assert (done.status, done.address) == (200, f"/perkara/{case}")
    assert "Identitas seseorang dihapus dari brankas identitas." in done.text
    seen = await rina.go(f"/perkara/{case}/identitas")
    assert "Identitas dihapus pada" in seen.text
    assert NAME not in seen.html
    assert PHONE not in seen.html
    left = await sari.go(f"/perkara/{case}/identitas/penghapusan")
    assert "Tidak ada identitas yang tersimpan" in left.text
    assert (await verify(engine.dsn("auditor"), VERIFIER)).whole


async def test_the_row_and_the_event_stay_without_the_person(
    town: Town, visit: Visits, engine: Database
) -> None:
    case = await taken_in(await visit("rina"))
    chosen = await entries(case)
    await erase_identities(stepped_up(town.sari), case, chosen, REASON, book=book.load())
    root = await asyncpg.connect(engine.dsn("postgres"))
    row = await root.fetchrow(
        "SELECT v.ciphertext, v.nonce, e.name, e.actor, e.details->'entries' AS told, n.text,"
        " n.readers FROM vault_entry v JOIN event e ON e.id = v.erased_by"
        " JOIN event_note n ON n.event = e.id WHERE v.case_file = $1",
        case,
    )
    await root.close()
    assert (row["ciphertext"], row["nonce"]) == (b"", b"")
    assert (row["name"], row["actor"]) == (ERASED, town.sari.officer)
    assert row["told"] == str(chosen)
    assert (row["text"], row["readers"]) == (REASON, [town.sari.organisation])


async def test_only_a_commissioner_of_the_owner_with_a_device_erases(
    town: Town, visit: Visits
) -> None:
    case = await taken_in(await visit("rina"))
    chosen = await entries(case)
    for actor, refusal in (
        (town.sari, StepUpNeeded),
        (town.rina, NotAllowed),
        (town.nita, NotAllowed),
        (town.wulan, NotVisible),
        (town.galih, NotVisible),
        (town.lain, NotVisible),
        (town.maya, NotVisible),
    ):
        shown = actor if refusal is StepUpNeeded else stepped_up(actor)
        with pytest.raises(refusal):
            await erase_identities(shown, case, chosen, REASON, book=book.load())
        with pytest.raises(refusal):
            await erasable(shown, case, book=book.load())
    async with reading(EVERYTHING) as c:
        assert await c.fetchval("SELECT count(*) FROM event WHERE name = $1", ERASED) == 0
        assert await c.fetchval("SELECT count(erased_by) FROM vault_entry") == 0


async def test_nothing_is_erased_twice_or_through_another_case(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    case, other = await taken_in(rina), await taken_in(rina)
    sari, law = stepped_up(town.sari), book.load()
    chosen = await entries(case)
    await erase_identities(sari, case, chosen, REASON, book=law)
    for again, about in ((chosen, case), (await entries(other), case), ([], other)):
        with pytest.raises(RuleBroken):
            await erase_identities(sari, about, again, REASON, book=law)
    async with reading(EVERYTHING) as c:
        assert await c.fetchval("SELECT count(*) FROM event WHERE name = $1", ERASED) == 1
