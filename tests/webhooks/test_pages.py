"""What an administrator does with receivers, over HTTP."""

from structlog.testing import capture_logs

from netralitas.webhooks import policy
from tests.cases.conftest import Statements, Visits
from tests.conftest import Database
from tests.make import Town, make_case
from tests.webhooks.receiving import Receiver, status
from tests.webhooks.telling import administrator, ask, courier_for, entered, tell

PATH = "/pengelolaan/webhook"
NEW = {"name": "SIMPEG Kabupaten", "topics": ["handling", "agreement"]}


async def test_a_new_receiver_is_shown_its_secret_once(
    visit: Visits,
) -> None:
    hadi = await visit("hadi")
    empty = await hadi.go(PATH)
    assert "Belum ada penerima" in empty.text
    form = (await hadi.go(empty.link("Tambahkan penerima"))).form("/baru")
    made = await hadi.send(form, NEW, url="https://simpeg.contoh.go.id/webhook")
    assert made.status == 200
    assert "hanya ditampilkan sekali" in made.text
    [secret] = [word for word in made.text.split() if word.startswith("whsec_")]
    listed = await hadi.go(PATH)
    assert "simpeg.contoh.go.id" in listed.text
    one = await hadi.go(listed.link("SIMPEG"))
    assert secret not in one.html
    assert "Belum ada kiriman" in one.text


async def test_dead_letters_are_seen_and_sent_again(
    town: Town, visit: Visits, engine: Database, receiver: Receiver
) -> None:
    number, _ = await entered(town.hadi, receiver)
    hadi = await visit("hadi")
    one = await hadi.go(f"{PATH}/{number}")
    await hadi.send(one.form("/percobaan"))
    receiver.answers = [status("204 No Content"), status("400 Bad Request")]
    await make_case(town)
    with capture_logs():
        await tell(engine, courier_for(receiver))
    told = await hadi.go(one.address)
    assert "Kiriman percobaan" in told.text
    assert "Penerima menolak kiriman." in told.text
    assert "handling" not in told.html  # an administrator reads the topic, and no more
    await hadi.send(told.form("/lewatan"))
    failed = await hadi.go(f"{one.address}?hanya=gagal")
    assert "trial_" not in failed.text
    again = await hadi.send(failed.form("/ulang"))
    assert "Segera dikirim" in again.text
    await tell(engine, courier_for(receiver))
    assert "Tidak terkirim" not in (await hadi.go(one.address)).text


async def test_a_receiver_is_paused_given_a_new_secret_and_ended(
    town: Town, visit: Visits, engine: Database, receiver: Receiver
) -> None:
    number, secret = await entered(town.hadi, receiver)
    hadi = await visit("hadi")
    one = await hadi.go(f"{PATH}/{number}")
    rotated = await hadi.send(one.form("/rahasia"))
    assert "whsec_" in rotated.text
    assert secret not in rotated.html
    assert "Ikut menandatangani sampai" in rotated.text
    paused = await hadi.send(rotated.form("/jeda"))
    assert "Dijeda" in paused.text
    going = await hadi.send(paused.form("/lanjutan"))
    assert "Aktif" in going.text
    ended = await hadi.send(going.form("/akhir"))
    assert "Diakhiri" in ended.text
    assert [form.action for form in ended.forms if "webhook" in form.action] == []
    names = await ask(
        engine, "SELECT name, details FROM event WHERE name LIKE 'webhook.%' ORDER BY id"
    )
    assert [row["name"].removeprefix("webhook.") for row in names] == [
        *("added", "secret_replaced", "paused", "resumed", "ended"),
    ]
    assert "127.0.0.1" not in repr([row["details"] for row in names])


async def test_what_is_wrong_is_said_and_what_was_typed_stays(
    town: Town, visit: Visits, engine: Database, receiver: Receiver
) -> None:
    hadi = await visit("hadi")
    form = (await hadi.go(f"{PATH}/baru")).form("/baru")
    for url, said in (
        ("http://contoh.go.id/", "Alamat penerima harus diawali https://."),
        ("https://contoh.go.id:8443/", "Penerima harus memakai port 443."),
        ("https://nama:sandi@contoh.go.id/", "Hapus bagian itu."),
        ("https://2130706433/", "harus berada di internet publik"),
        ("contoh", "Alamat penerima harus diawali https://."),
        ("", "Alamat penerima wajib diisi."),
    ):
        page = await hadi.send(form, NEW, url=url)
        assert page.status == 422, url
        assert said in page.text, url
        assert page.form("/baru").values["name"] == [NEW["name"]]
        assert page.form("/baru").values["topics"] == NEW["topics"]
    nothing = await hadi.send(form, name="SIMPEG", url="https://contoh.go.id/")
    assert "Pilih sedikitnya satu jenis peristiwa." in nothing.text
    for _ in range(policy.MOST_RECEIVERS):
        await entered(town.hadi, receiver)
    full = await hadi.send(form, NEW, url="https://contoh.go.id/")
    assert full.status == 409
    assert "sudah mempunyai sepuluh penerima" in full.text
    assert (await ask(engine, "SELECT count(*) FROM webhook_receiver"))[0][0] == 10


async def test_nobody_sees_the_receivers_of_another_office(
    town: Town, visit: Visits, receiver: Receiver
) -> None:
    number, _ = await entered(administrator(town.galih), receiver)
    hadi = await visit("hadi")
    assert "SIMPEG" not in (await hadi.go(PATH)).text
    assert (await hadi.go(f"{PATH}/{number}")).status == 404
    rina = await visit("rina")
    assert (await rina.go(PATH)).status == 403


async def test_the_pages_ask_few_statements(
    town: Town, visit: Visits, engine: Database, receiver: Receiver, statements: Statements
) -> None:
    number, _ = await entered(town.hadi, receiver)
    for _ in range(3):
        await entered(town.hadi, receiver)
    for _ in range(10):
        await make_case(town)
    await tell(engine, courier_for(receiver))
    await ask(
        engine,
        "INSERT INTO webhook_delivery (receiver, name, state, tries, made_at, readers)"
        " SELECT $1, 'webhook.trial', 'dead', 1, now(), readers"
        " FROM webhook_receiver, generate_series(1, 30) WHERE id = $1",
        number,
    )
    hadi = await visit("hadi")
    counted = []
    for address in (PATH, f"{PATH}/{number}", f"{PATH}/{number}?hanya=gagal"):
        await hadi.go(address)
        statements.sent.clear()
        await hadi.go(address)
        counted.append(len(statements.sent))
    assert max(counted) <= 6, counted
    failed = await hadi.go(f"{PATH}/{number}?hanya=gagal")
    rest = await hadi.go(failed.link("Berikutnya"))
    assert len([form for form in rest.forms if form.action.endswith("/ulang")]) == 5
