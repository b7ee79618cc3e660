"""Opening an identity takes two people, each with a device: by every route, and each time anew."""

from dataclasses import replace
from datetime import timedelta

import pytest

from netralitas import clock
from netralitas.access.domain import Role
from netralitas.app import keys
from netralitas.audit.domain import Moment
from netralitas.cases.commands import make_move
from netralitas.cases.moving import MoveRequest, Target
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.law import book
from netralitas.refusals import NotAllowed, StepUpNeeded
from netralitas.settings import Settings
from netralitas.vault.cipher import Purpose
from netralitas.vault.commands import put_in
from netralitas.vault.domain import Identity, Subject
from netralitas.vault.opening import READ, read_identities
from netralitas.workflow.refusals import MoveRefused
from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.device import enrolled
from tests.make import ZONE, Town, make_case, move, proceedings, stepped_up
from tests.vault.test_identity_page import NAME, opened, request, taken_in

__all__ = ["Statements", "settings", "site", "statements", "town", "visit"]

CONFIRM = "/akun/konfirmasi"
QUESTION = ["Tunjukkan faktor kedua Anda"]


async def thread(case: int) -> Target:
    """The request for the identities of a case, as a form names it."""
    row = next(row for row in await proceedings(case) if row["workflow"] == "identity_access")
    return Target(id=row["id"], version=row["version"])


async def state(case: int) -> str:
    """Where the request stands."""
    rows = await proceedings(case)
    found: str = next(row["state"] for row in rows if row["workflow"] == "identity_access")
    return found


async def asked(case: int, code: str) -> MoveRequest:
    """A move on the request, now."""
    return MoveRequest(
        case=case,
        targets=(await thread(case),),
        move=code,
        happened=Moment.time(clock.now(), ZONE),
    )


async def both(town: Town) -> None:
    """Let Rina be investigator and commissioner at once."""
    roles = [Role.INVESTIGATOR.value, Role.COMMISSIONER.value]
    async with writing(EVERYTHING) as c:
        await c.execute("UPDATE desk SET roles = $1 WHERE id = $2", roles, town.rina.desk)


async def test_without_a_device_neither_agrees_nor_opens(town: Town) -> None:
    case = (await make_case(town)).id
    await request(town.rina, case)
    with pytest.raises(StepUpNeeded):
        await make_move(town.sari, await asked(case, "approve"), book=book.load())
    await move(town.sari, case, "approve", workflow="identity_access")
    late = replace(town.rina, stepped_up_at=clock.now() - timedelta(minutes=10))
    for actor in (town.rina, late):
        with pytest.raises(StepUpNeeded):
            await make_move(actor, await asked(case, "open"), book=book.load())
    assert await state(case) == "approved"


async def test_refusing_and_closing_need_no_device(town: Town) -> None:
    case = (await make_case(town)).id
    await request(town.rina, case)
    refusing = replace(await asked(case, "refuse"), note="Tidak perlu.")
    await make_move(town.sari, refusing, book=book.load())
    assert await state(case) == "refused"


async def test_who_may_not_is_told_so_without_being_asked_for_a_code(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    await request(town.rina, case)
    bagas = await visit("bagas")
    about = (await thread(case)).id
    assert (await bagas.go(f"/perkara/{case}/langkah/{about}/approve")).status == 403
    with pytest.raises(NotAllowed) as refused:
        await make_move(town.bagas, await asked(case, "approve"), book=book.load())
    assert not isinstance(refused.value, StepUpNeeded)


async def test_two_people_with_devices_open_it_in_their_browsers(town: Town, visit: Visits) -> None:
    rina, sari = await visit("rina"), await visit("sari")
    case = await taken_in(rina)
    await request(town.rina, case)
    about = (await thread(case)).id
    question = await sari.go(f"/perkara/{case}/langkah/{about}/approve")
    assert question.headings == QUESTION
    await enrolled(sari)
    form = await sari.go(f"/perkara/{case}/langkah/{about}/approve")
    assert (await sari.send(form.form("approve"))).status == 200
    await enrolled(rina)
    form = await rina.go(f"/perkara/{case}/langkah/{about}/open")
    assert (await rina.send(form.form("open"))).status == 200
    assert NAME in (await rina.go(f"/perkara/{case}/identitas")).text


async def test_a_form_that_lay_too_long_asks_again_and_changes_nothing(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    await request(town.rina, case)
    sari = await visit("sari")
    await enrolled(sari)
    form = await sari.go(f"/perkara/{case}/langkah/{(await thread(case)).id}/approve")
    async with writing(EVERYTHING) as c:
        await c.execute("UPDATE session SET stepped_up_at = stepped_up_at - interval '10 minutes'")
    assert (await sari.send(form.form("approve"))).headings == QUESTION
    assert await state(case) == "requested"


async def test_reading_asks_for_a_code_again_after_ten_minutes(town: Town, visit: Visits) -> None:
    rina = await visit("rina")
    case = await taken_in(rina)
    await opened(town, case)
    page = await rina.go(f"/perkara/{case}/identitas")
    assert (page.headings, NAME in page.html) == (QUESTION, False)
    device = await enrolled(rina)
    assert NAME in (await rina.go(f"/perkara/{case}/identitas")).text
    with clock.at(clock.now() + timedelta(minutes=11)):
        page = await rina.go(f"/perkara/{case}/identitas")
        assert (page.headings, NAME in page.html) == (QUESTION, False)
        shown = await rina.send(page.form(CONFIRM), code=device.code())
        assert shown.address == f"/perkara/{case}/identitas"
        assert NAME in shown.text
    async with reading(EVERYTHING) as c:
        assert await c.fetchval("SELECT count(*) FROM event WHERE name = $1", READ) == 2


async def test_one_person_alone_fails_by_every_route(
    town: Town, visit: Visits, settings: Settings
) -> None:
    await both(town)
    rina = await visit("rina")
    await enrolled(rina)
    case = await taken_in(rina)
    alone = stepped_up(replace(town.rina, roles=frozenset({Role.INVESTIGATOR, Role.COMMISSIONER})))
    await request(alone, case)
    about = await thread(case)
    for code in ("approve", "open"):
        with pytest.raises((MoveRefused, NotAllowed)):
            await make_move(alone, await asked(case, code), book=book.load())
        address = f"/perkara/{case}/langkah/{about.id}/{code}"
        for values in ({}, {"versions": f"{about.id}:{about.version}"}):
            answer = await rina.client.post(
                address, data=values, headers={"Sec-Fetch-Site": "same-origin"}
            )
            assert answer.status_code in {403, 409, 422}, code
    with pytest.raises(NotAllowed):
        await read_identities(
            *(alone, case), book=book.load(), keys=keys(settings, Purpose.IDENTITY), minutes=60
        )
    page = await rina.go(f"/perkara/{case}/identitas")
    assert (page.status, NAME in page.html) == (403, False)
    assert await state(case) == "requested"


async def test_all_identities_of_the_case_are_read_together(
    town: Town, visit: Visits, settings: Settings
) -> None:
    rina = await visit("rina")
    await enrolled(rina)
    case = await taken_in(rina)
    async with writing(town.rina) as c:
        for subject, name in (
            (Subject.WITNESS, "Zzlontar Saksi"),
            (Subject.INFORMANT, "Zzgaharu Pemberi"),
        ):
            await put_in(
                c,
                case_file=case,
                subject=subject,
                identity=Identity(name=name),
                readers=(town.rina.organisation,),
                keys=keys(settings, Purpose.IDENTITY),
            )
    await opened(town, case)
    page = await rina.go(f"/perkara/{case}/identitas")
    assert page.headings[1:4] == ["Pelapor", "Saksi", "Pemberi informasi"]
    for name in (NAME, "Zzlontar Saksi", "Zzgaharu Pemberi"):
        assert name in page.text
    async with reading(EVERYTHING) as c:
        details = await c.fetchval("SELECT details FROM event WHERE name = $1", READ)
    assert len(details["entries"]) == 3
