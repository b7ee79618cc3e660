"""What people do with partners and see of them, over HTTP."""

import pytest

from netralitas.access.domain import Role
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.evidence.web.guard import Guard
from netralitas.partners.commands import add, replace_token, try_connection
from netralitas.partners.domain import NewPartner
from netralitas.refusals import Invalid, NotAllowed, RuleBroken
from tests.cases.conftest import Statements, Visits
from tests.make import Town, add_person, move
from tests.partners.exchanging import SEALER, Exchange, add_away, administrator
from tests.partners.sending import TOKEN, Package, manifest, problem, standing
from tests.partners.test_answering import came_in, receive

pytestmark = pytest.mark.anyio
PATH = "/pengelolaan/mitra"
ADDRESS = "https://netralitas.bawaslu.contoh.go.id"
ANOTHER = "ntr_" + "u" * 43


@pytest.fixture
async def town(town: Town) -> Town:
    """The town, where BKPSDM has an administrator: Ayu."""
    async with writing(EVERYTHING) as c:
        town.actors["ayu"] = await add_person(
            *(c, town.offices, "ayu", "Ayu Lestari", "bkpsdm", Role.ADMINISTRATOR)
        )
    return town


async def test_a_partner_is_added_given_a_token_paused_and_ended(town: Town, visit: Visits) -> None:
    away = await add_away(town)
    ayu = await visit("ayu")
    empty = await ayu.go(PATH)
    assert "Belum ada mitra" in empty.text
    form = (await ayu.go(empty.link("Tambahkan mitra"))).form("/baru")
    filled = {"name": "Bawaslu", "address": ADDRESS, "sender": str(away), "token": TOKEN}
    for wrong, said in (
        ({"address": "http://contoh.go.id"}, "harus diawali https://"),
        ({"address": f"{ADDRESS}/api"}, "Alamat ini tidak utuh"),
        ({"address": "https://2130706433"}, "internet publik"),
        ({"address": f"{ADDRESS}:8443"}, "port 443"),
        ({"token": "rahasia"}, "Ini bukan token Netralitas"),
        ({"sender": str(town.offices["kab"])}, "mempunyai petugas"),
        ({"sender": "999999"}, "Instansi pengirim"),
    ):
        page = await ayu.send(form, filled | wrong)
        assert page.status == 422, wrong
        assert said in page.text, wrong
        assert TOKEN not in page.html
        assert page.form("/baru").values["name"] == ["Bawaslu"]
    made = await ayu.send(form, filled)
    assert made.status == 200
    assert "Aktif" in made.text
    assert TOKEN not in made.html
    wrong_token = await ayu.send((await ayu.go(f"{made.address}/token")).form("/token"), token="x")
    assert wrong_token.status == 422
    changed = await ayu.send(wrong_token.form("/token"), token=ANOTHER)
    assert ANOTHER not in changed.html
    paused = await ayu.send(changed.form("/jeda"))
    assert "Dijeda" in paused.text
    ended = await ayu.send((await ayu.send(paused.form("/lanjutan"))).form("/akhir"))
    assert "Diakhiri" in ended.text
    assert [one.action for one in ended.forms if "mitra" in one.action] == []
    assert "Bawaslu" in (await ayu.go(PATH)).text


async def test_nobody_else_sees_or_adds_partners(exchange: Exchange, visit: Visits) -> None:
    town = exchange.town
    for login in ("dewa", "rina"):
        assert (await (await visit(login)).go(PATH)).status == 403
    hadi = await visit("hadi")
    assert "Pengirim" not in (await hadi.go(PATH)).text
    assert (await hadi.go(f"{PATH}/{exchange.partner}")).status == 404
    new = NewPartner(name="M", address=ADDRESS, sender=town.offices["kab"], token=TOKEN)
    with pytest.raises(NotAllowed):
        await add(town.dewa, new, sealer=SEALER, guard=Guard())
    with pytest.raises(Invalid):
        await add(administrator(town.dewa), new, sealer=SEALER, guard=Guard())


async def test_the_connection_is_tried_and_a_token_that_opens_too_little_is_refused(
    exchange: Exchange, visit: Visits
) -> None:
    admin, guard = administrator(exchange.town.dewa), Guard.of(exchange.sender.place)
    place = await try_connection(admin, exchange.partner, sealer=SEALER, guard=guard)
    assert place.organisation == "BKPSDM"
    exchange.sender.scopes = ["cases.read"]
    with pytest.raises(RuleBroken, match=r"cases\.write, packages\.read"):
        await try_connection(admin, exchange.partner, sealer=SEALER, guard=guard)
    await replace_token(admin, exchange.partner, ANOTHER, sealer=SEALER)
    with pytest.raises(RuleBroken, match="Token tidak berlaku lagi"):
        await try_connection(admin, exchange.partner, sealer=SEALER, guard=guard)
    asked = len(exchange.sender.asked)
    ayu = await visit("ayu")
    page = await ayu.go(f"{PATH}/{exchange.partner}")
    tried = await ayu.send(page.form("/percobaan"))  # this site dials no loopback
    assert "Sambungan tidak berhasil." in tried.text
    assert len(exchange.sender.asked) == asked


async def test_what_waits_for_people_is_shown_and_settled(
    exchange: Exchange, visit: Visits, statements: Statements
) -> None:
    case = await came_in(exchange)
    exchange.sender.add(Package(id=9, case=90, said=manifest(1, form=99)))
    place = "/cases/70/proceedings/700/moves/receive"
    exchange.sender.instead[place] = [problem("409 Conflict", "<b>Tanggal</b> tidak cocok.")]
    await receive(exchange, case)
    await move(exchange.town.dewa, case, "take_up", workflow="referral")
    await exchange.run()
    ayu = await visit("ayu")
    await ayu.go(PATH)
    statements.sent.clear()
    page = await ayu.go(f"{PATH}/{exchange.partner}")
    assert len(statements.sent) <= 12
    for said in (
        "Daftar isi paket tidak sesuai dengan sidik digitalnya.",
        "<b>Tanggal</b> tidak cocok.",
        "Ditolak pengirim",
        "Menunggu dikirim",
    ):
        assert said in page.text
    assert "<b>Tanggal" not in page.html
    assert "Camat pada kampanye" not in page.text  # an administrator reads no case here
    await ayu.send(page.form("/paket/2/ulang"))
    dewa = await visit("dewa")
    on_case = await dewa.go(f"/perkara/{case}")
    assert "Langkah terakhir belum tercatat di Bawaslu Kabupaten Pengirim." in on_case.text
    first = await exchange.one("SELECT min(id) FROM partner_answer")
    settled = await dewa.send(on_case.form(f"/perkara/{case}/mitra/{first}"))
    assert "Langkah terakhir menunggu dikirim ke Bawaslu" in settled.text
    await exchange.run()
    reached = await dewa.go(f"/perkara/{case}")
    assert "Langkah terakhir sudah tercatat di Bawaslu Kabupaten Pengirim." in reached.text
    names = await exchange.ask("SELECT name FROM event WHERE name = 'case.answer_settled'")
    assert len(names) == 1


async def test_what_the_sender_did_since_is_shown_on_both_pages(
    exchange: Exchange, visit: Visits
) -> None:
    case = await came_in(exchange)
    there = standing(700, 2, state="cancelled") | {"version": 5}
    exchange.sender.packages[0].proceedings = [there]
    await exchange.run()
    ayu, dewa = await visit("ayu"), await visit("dewa")
    same = await ayu.go(f"{PATH}/{exchange.partner}")
    assert "Keadaan yang berbeda" not in same.text  # it was looked at less than 15 minutes ago
    await exchange.due()
    await exchange.run()
    apart = await ayu.go(f"{PATH}/{exchange.partner}")
    assert "Penerusan dibatalkan" in apart.text
    on_case = await dewa.go(f"/perkara/{case}")
    assert "Di instalasi pengirim: Penerusan Terlapor 2: Penerusan dibatalkan" in on_case.text
    exchange.sender.packages.clear()
    await exchange.due()
    await exchange.run()
    gone = await dewa.go(f"/perkara/{case}")
    assert "Tidak terbuka lagi bagi kantor Anda di instalasi pengirim." in gone.text
