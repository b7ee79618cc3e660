"""One letter and the acts on it, through the forms of its pages."""

from tests.cases.conftest import Visits
from tests.correspondence.letterbox import day, events, fill, letters, referrals, sent_letter
from tests.make import Town, days_ago
from tests.pages import PDF


def typed(days: int) -> str:
    """A day so many days ago as people write it."""
    on = days_ago(days)
    return f"{on.day} {on.month} {on.year}"


async def test_a_proof_receives_whoever_was_forwarded_and_its_file_can_be_read(
    town: Town, visit: Visits
) -> None:
    case, _, at = await sent_letter(town, 2)
    rina = await visit("rina")
    page = await rina.go(at)
    assert "(hari ini): penerimaan belum terbukti; belum dibalas" in page.text
    assert "Terlapor Contoh 2 : Menunggu jawaban BKN" in page.text
    done = await fill(rina, f"{at}/penerimaan", proof="signed_receipt", paper=PDF)
    assert done.address == at, done.text
    assert "Tanda terima yang ditandatangani" in done.text
    assert "Terlapor Contoh 2 : Menunggu verifikasi BKN" in done.text
    proof = done.link("Tanda terima yang ditandatangani")
    assert (await rina.client.get(proof)).content == PDF
    assert await referrals(case) == ["received", "received"]
    assert "Buktikan penerimaan" not in done.links
    told = (await rina.go(f"/perkara/{case}")).text
    assert "Penerimaan surat terbukti." in told
    assert "Bukti: tanda terima yang ditandatangani." in told


async def test_a_receipt_before_the_letter_is_refused_with_everything_typed_kept(
    town: Town, visit: Visits
) -> None:
    case, _, at = await sent_letter(town)
    values = {**day("happened", typed(2)), "proof": "postal_receipt"}
    page = await fill(await visit("rina"), f"{at}/penerimaan", **values)
    assert page.status == 422
    assert "Surat tidak dapat diterima sebelum dibuat" in page.text
    assert page.form().values["proof"] == ["postal_receipt"]
    assert page.form().values["happened-day"] == [str(days_ago(2).day)]
    assert (await letters(case))[0]["proof"] is None
    nothing = await fill(await visit("rina"), f"{at}/penerimaan", proof="")
    assert "Pilih bukti penerimaan." in nothing.text


async def test_a_letter_that_came_back_can_still_be_proved_later(town: Town, visit: Visits) -> None:
    case, _, at = await sent_letter(town)
    rina = await visit("rina")
    early = await fill(rina, f"{at}/kembali", **day("on", typed(3)))
    assert (early.status, "tidak dapat kembali sebelum dikirim" in early.text) == (422, True)
    page = await fill(rina, f"{at}/kembali", **day("on", typed(0)))
    assert "kembali" in page.text.split("(hari ini): ")[1].split(";")[0]
    assert "Catat surat kembali" not in page.links
    await fill(rina, f"{at}/penerimaan", proof="signed_book")
    (letter,) = await letters(case)
    assert (letter["came_back_on"], letter["received_on"]) == (days_ago(0), days_ago(0))
    late = await fill(rina, f"{at}/kembali", **day("on", typed(0)))
    assert "Surat ini terbukti diterima." in late.text


async def test_replies_make_a_chain_that_is_read_from_either_end(town: Town, visit: Visits) -> None:
    case, letter, at = await sent_letter(town)
    rina = await visit("rina")
    page = await rina.go((await rina.go(f"/perkara/{case}")).link("Permintaan klarifikasi kepada"))
    answer = {
        "letter_in_number": f"B-77/{case}",
        "letter_in_subject": "Permintaan klarifikasi",
        **day("letter_in_date", typed(0)),
        "letter_in_reply_to": str(letter),
        "letter_in_copies": "1. Bawaslu Provinsi Contoh\n2. Arsip",
        "letter_in_kept_at": "Lemari 2",
    }
    done = await rina.send(page.form(), answer)
    assert done.address == f"/perkara/{case}", done.text
    sent, came = await letters(case)
    assert (came["reply_to"], came["kept_at"]) == (sent["id"], "Lemari 2")
    page = await rina.go(at)
    assert f"dibalas dengan surat B-77/{case}" in page.text
    reply = await rina.go(page.link(f"B-77/{case}"))
    assert "Tembusan bukan bukti penerimaan" in reply.text
    assert "Bawaslu Provinsi Contoh Arsip" in reply.text
    assert "Catat sebagai balasan" not in reply.links
    circle = await fill(rina, f"{at}/balasan", answered=str(came["id"]))
    assert (circle.status, "membalas dirinya sendiri" in circle.text) == (422, True)
    assert (await letters(case))[0]["reply_to"] is None


async def test_where_it_lies_and_who_got_a_copy_are_recorded_by_its_own_office(
    town: Town, visit: Visits
) -> None:
    case, _, at = await sent_letter(town)
    rina, maya, nita = [await visit(name) for name in ("rina", "maya", "nita")]
    await fill(rina, f"{at}/penyimpanan", kept_at="Lemari arsip 4")
    page = await fill(rina, f"{at}/tembusan", copies="1) BKPSDM Kabupaten Contoh\n\nGubernur")
    assert "Lemari arsip 4" in page.text
    assert "BKPSDM Kabupaten Contoh Gubernur" in page.text
    (copied,) = await events(case, "correspondence.copied")
    assert copied["details"]["copies"] == 2
    there = await maya.go(at)
    assert "Lemari arsip 4" not in there.text
    assert list(there.links).count("Buktikan penerimaan") == 1
    assert "Tambah tembusan" not in there.links
    refused = [await maya.go(f"{at}/penyimpanan"), await nita.go(f"{at}/penerimaan")]
    assert [page.status for page in refused] == [403, 403]
    assert (await rina.go(f"{at}/pembakaran")).status == 404


async def test_a_receiver_that_received_the_referral_proves_the_letter(
    town: Town, visit: Visits
) -> None:
    case, _, at = await sent_letter(town)
    maya = await visit("maya")
    page = await maya.go((await maya.go(f"/perkara/{case}")).link("Catat penerimaan penerusan"))
    await maya.send(page.form(), {})
    (letter,) = await letters(case)
    assert (letter["received_on"], letter["proof"]) == (days_ago(0), "application")
    assert "Status terima di aplikasi" in (await maya.go(at)).text


async def test_a_number_that_another_letter_bears_is_asked_about_and_marked(
    town: Town, visit: Visits
) -> None:
    case, _, _ = await sent_letter(town)
    number = (await letters(case))[0]["printed"]
    rina = await visit("rina")
    form = (
        await rina.go((await rina.go(f"/perkara/{case}")).link("Permintaan klarifikasi kepada"))
    ).form()
    assert "overrides" not in form.options
    typing = {"letter_in_number": number, "letter_in_subject": "Permintaan klarifikasi"}
    asked = await rina.send(form, typing)
    assert asked.status == 409
    assert f"Nomor {number} juga tercatat pada surat Bawaslu Kabupaten Contoh" in asked.text
    again = asked.form()
    assert again.values["letter_in_number"] == [number]
    passing = {"overrides": ["letter_number"]}
    without = await rina.send(again, passing)
    assert "Isi alasan mengapa syarat itu dikesampingkan." in without.text
    done = await rina.send(again, {**passing, "reason": "BKN memakai nomor yang sama."})
    assert done.address == f"/perkara/{case}", done.text
    (told,) = await events(case, "referral.clarification_asked")
    assert told["details"]["overrides"] == ["letter_number"]
    assert "Syarat dikesampingkan: Nomor surat ini juga tercatat" in done.text
