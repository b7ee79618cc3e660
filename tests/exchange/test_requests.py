"""Requests from their letter to what was given back, by forms, with everything that is refused."""

import asyncpg
import pytest

from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.exchange.commands import Target, decide, deliver
from netralitas.exchange.domain import Decision, Delivery, Kind, Label, Outcome, Use
from netralitas.refusals import Invalid, NotAllowed, RuleBroken, Stale
from tests.exchange.asking import ARTICLE, FIELDS, asked, day, in_force, sent
from tests.exchange.conftest import Partners, Statements, Visits
from tests.make import days_ago
from tests.pages import PDF, Browser

PURPOSE = "Peta kerawanan netralitas per unit"
DECIDED = {"number": "800/55/2024", "signed_as": "Sekretaris Daerah"}


async def written(browser: Browser, here: str, **changes: object) -> str:
    """The address of a request for data, made by form."""
    address = f"{here}/pertukaran/baru/data"
    form = (await browser.go(address)).form(address)
    typed = {
        "addressee": form.pick("addressee", "BKPSDM"),
        "number": "021/PM.04/2024",
        **day("asked_on", 12),
        "signed_as": "Ketua",
        "article": ARTICLE,
        "subject": "Jumlah ASN per unit",
        "purpose": PURPOSE,
        "items": FIELDS,
        "label": "limited",
        **changes,
    }
    page = await browser.send(form, typed)
    assert page.status == 200, page.text
    return page.address


async def test_data_are_asked_for_granted_in_part_handed_over_and_erased(
    partners: Partners, visit: Visits, statements: Statements
) -> None:
    here = f"/kerja-sama/{await in_force(partners)}"
    rina, putri, dewa = [await visit(login) for login in ("rina", "putri", "dewa")]
    await refused_letters(rina, here)
    one = await written(rina, here)
    page = await putri.go(one)
    for said in ("Menunggu keputusan", "Terbatas", PURPOSE, "Pasal 9 kerja sama", "Tanpa batas"):
        assert said in page.text, said
    early = await sent(dewa, f"{one}/jawaban", what="Tabel", label="limited", **day("on", 1))
    assert early.status == 409
    assert "Penyerahan dicatat setelah permintaan dikabulkan." in early.text
    own = await (await visit("sari")).go(f"{one}/keputusan")
    assert own.status == 403
    assert "diputuskan dan dijawab oleh pihak yang diminta" in own.text
    for browser in (dewa, putri):
        assert (
            "Permintaan para pihak : 1 menunggu kantor Anda" in (await browser.go("/beranda")).text
        )
    await granted_in_part(putri, one)
    await handed_over(dewa, one)
    waiting = await rina.go("/kerja-sama/pertukaran")
    assert "Menunggu pengembalian, lewat 1 hari" in waiting.text
    page = await sent(rina, f"{one}/pengembalian", **day("on", 0))
    for said in ("Selesai, sudah kembali", "Dimusnahkan oleh pihak yang meminta."):
        assert said in page.text, said
    statements.sent.clear()
    await rina.go(one)
    assert len(statements.sent) <= 12, statements.sent
    assert "021/PM.04/2024" in (await rina.go(f"{here}/pertukaran?tampil=selesai")).text


async def refused_letters(rina: Browser, here: str) -> None:
    """Letters that say too little, or what they may not."""
    empty = await rina.go(f"{here}/pertukaran")
    assert "Tidak ada permintaan di sini" in empty.text
    address = f"{here}/pertukaran/baru/data"
    form = (await rina.go(address)).form(address)
    bare = {"items": "NIK\nJabatan; UU 27/2022", "purpose": PURPOSE, "label": "limited"}
    refused = await rina.send(form, {**bare, **day("answer_by", -5)})
    assert refused.status == 422
    assert "Nomor surat permintaan wajib diisi." in refused.text
    assert PURPOSE in refused.text
    known = {"addressee": form.pick("addressee", "BKPSDM"), "number": "1", "signed_as": "Ketua"}
    rest = {**bare, **known, "subject": "Data", "article": ARTICLE, **day("answer_by", -5)}
    refused = await rina.send(form, {**rest, **day("asked_on", 12)})
    for said in (
        "Isian “NIK” belum mempunyai dasar hukum",
        "Batas waktu jawaban dicatat bersama pasal yang memberikannya.",
    ):
        assert said in refused.text, said


async def granted_in_part(putri: Browser, one: str) -> None:
    """Grant one field of two, under a condition, to be erased."""
    form = (await putri.go(f"{one}/keputusan")).form("/keputusan")
    half = {**DECIDED, "outcome": "partial", **day("on", 10), "ending": "erased"}
    refused = await putri.send(form, half)
    assert refused.status == 422
    assert "Centang isian yang dikabulkan, atau tulis syaratnya." in refused.text
    assert "Isi keduanya: yang disepakati, dan sampai hari apa." in refused.text
    conditions = "Hanya jumlah per unit, tidak diteruskan kepada pihak lain."
    whole = {**half, "granted": ["1"], "conditions": conditions, **day("return_by", 1)}
    page = await putri.send(form, whole)
    for said in (conditions, "Dikabulkan sebagian atau dengan syarat", "Tidak dikabulkan"):
        assert said in page.text, said
    again = await putri.send(form, whole)
    assert again.status == 409
    assert "sudah diputuskan atau dicabut" in again.text


async def handed_over(dewa: Browser, one: str) -> None:
    """Hand over a file, of which the digest is kept."""
    form = (await dewa.go(f"{one}/jawaban")).form("/jawaban")
    given = {"what": "Satu berkas jumlah ASN", **day("on", 5), "label": "plain", "file": PDF}
    open_one = await dewa.send(form, given)
    assert "tidak boleh lebih terbuka daripada label permintaan" in open_one.text
    page = await dewa.send(form, given, label="limited")
    assert "SHA-256" in page.text


async def test_a_facility_is_refused_with_its_reason_and_a_speaker_is_withdrawn(
    partners: Partners, visit: Visits
) -> None:
    here = f"/kerja-sama/{await in_force(partners)}"
    dewa, sari = await visit("dewa"), await visit("sari")
    address = f"{here}/pertukaran/baru/fasilitas"
    form = (await dewa.go(address)).form(address)
    typed = {
        "addressee": form.pick("addressee", "Bawaslu Kabupaten Contoh"),
        "number": "000.1/9",
        "signed_as": "Kepala BKPSDM",
        "article": "Pasal 8",
        "subject": "Ruang rapat",
        "purpose": "Sosialisasi",
        "items": "Ruang rapat 40 orang",
        "label": "plain",
        "place": "Kantor Bawaslu",
        "amount": "1",
    }
    past = await dewa.send(form, {**typed, **day("needed_on", 3)})
    assert "Hari pemakaian tidak boleh sebelum tanggal surat." in past.text
    one = (await dewa.send(form, {**typed, **day("needed_on", -3)})).address
    twice = await dewa.send(form, {**typed, **day("needed_on", -3)})
    assert "Nomor surat ini sudah dipakai" in twice.text
    form = (await sari.go(f"{one}/keputusan")).form("/keputusan")
    answer = {"outcome": "refused", **DECIDED, **day("on", 0)}
    assert "Tulis alasan penolakan" in (await sari.send(form, answer)).text
    page = await sari.send(form, answer, reason="Ruang dipakai rapat pleno pada hari itu.")
    assert "Ruang dipakai rapat pleno" in page.text
    closed = await sent(dewa, f"{one}/pencabutan")
    assert closed.status == 409
    address = f"{here}/pertukaran/baru/narasumber"
    form = (await dewa.go(address)).form(address)
    page = await dewa.send(form, {**typed, "number": "000.1/10", **day("needed_on", -3)})
    page = await sent(dewa, f"{page.address}/pencabutan")
    assert "Dicabut" in page.text
    assert (await dewa.go(f"{here}/pertukaran/baru/rumah")).status == 404


async def test_who_reads_follows_the_label(partners: Partners, visit: Visits) -> None:
    agreement = await in_force(partners)
    here = f"/kerja-sama/{agreement}/pertukaran"
    found = {
        label: await asked(partners, agreement, label=label, number=f"{label}/1") for label in Label
    }
    seen = {
        "rina": {*Label},
        "dewa": {*Label},
        "nita": {Label.PLAIN, Label.LIMITED},
        "galih": {Label.PLAIN},
        "lain": set(),
    }
    for login, labels in seen.items():
        browser = await visit(login)
        for label, one in found.items():
            status = (await browser.go(f"{here}/{one}")).status
            assert status == (200 if label in labels else 404), (login, label)
        listed = (await browser.go(here)).text
        assert {label for label in Label if f"{label}/1" in listed} == labels, login
    assert (await (await visit("hadi")).go(here)).status == 403
    superior = await (await visit("galih")).go(f"{here}/baru/data")
    assert superior.status == 403
    assert "kantor Anda bukan pihak kerja sama ini" in superior.text

    target = Target(agreement=agreement, request=found[Label.PLAIN], version=1)
    decision = Decision(outcome=Outcome.GRANTED, on=days_ago(9), number="1", signed_as="Bupati")
    await decide(partners.endah, target, decision)
    given = Delivery(on=days_ago(8), label=Label.CONFIDENTIAL, what="Daftar ringkas per unit")
    target = Target(agreement=agreement, request=found[Label.PLAIN], version=2)
    await deliver(partners.dewa, target, given)
    shown = {
        login: (await (await visit(login)).go(f"{here}/{found[Label.PLAIN]}")).text
        for login in ("rina", "nita", "galih")
    }
    assert "Daftar ringkas per unit" in shown["rina"]
    for login in ("nita", "galih"):
        assert "Daftar ringkas" not in shown[login]
        assert "label yang lebih ketat" in shown[login]


async def test_commands_refuse_whom_the_pages_refuse(partners: Partners) -> None:
    agreement = await in_force(partners)
    one = await asked(partners, agreement)
    target = Target(agreement=agreement, request=one, version=1)
    granted = Decision(outcome=Outcome.GRANTED, on=days_ago(9), number="1", signed_as="Bupati")
    with pytest.raises(NotAllowed, match="pihak yang diminta"):
        await decide(partners.sari, target, granted)
    with pytest.raises(NotAllowed, match="diputuskan oleh sekretaris atau anggota"):
        await decide(partners.dewa, target, granted)
    delivery = Delivery(on=days_ago(9), label=Label.PLAIN, what="Tabel")
    with pytest.raises(RuleBroken, match="setelah permintaan dikabulkan"):
        await deliver(partners.dewa, target, delivery)
    with pytest.raises(Stale):
        await decide(partners.endah, Target(agreement=agreement, request=one, version=3), granted)
    with pytest.raises(RuleBroken, match="berlaku"):
        await asked(partners, await drafted(partners))
    office = partners.town.offices["kab"]
    for changes, field in (
        ({"addressee": office}, "addressee"),
        ({"article": "Pasal 99"}, "article"),
        ({"asked_on": days_ago(300)}, "asked_on"),
        ({"items": ()}, "items"),
        ({"answer_by": days_ago(1), "answer_at": "Pasal 99"}, "answer_at"),
        ({"kind": Kind.FACILITY}, "needed_on"),
        ({"use": Use(on=days_ago(1), until=days_ago(2), place="", amount=1)}, "needed_until"),
    ):
        with pytest.raises(Invalid) as refused:
            await asked(partners, agreement, number="other", **changes)
        assert field in refused.value.errors, changes


async def drafted(partners: Partners) -> int:
    """The agreement of the town, suspended: it has no text, and binds nobody now."""
    async with writing(EVERYTHING) as c:
        await c.execute(
            "UPDATE agreement SET stage = 'suspended' WHERE id = $1", partners.agreement
        )
    return partners.agreement


async def test_the_record_holds_no_words_and_no_state_without_its_event(
    partners: Partners,
) -> None:
    agreement = await in_force(partners)
    one = await asked(partners, agreement)
    async with reading(EVERYTHING) as c:
        told = await c.fetch("SELECT name, details::text FROM event WHERE stream = $1", one)
    assert [row["name"] for row in told] == ["exchange.asked"]
    assert "Peta" not in told[0]["details"]
    assert "012" not in told[0]["details"]
    for statement in (
        "UPDATE exchange_request SET state = 'granted'",
        "DELETE FROM exchange_request",
        "UPDATE exchange_item SET basis = ''",
    ):
        with pytest.raises((asyncpg.InsufficientPrivilegeError, asyncpg.PostgresError)):
            async with writing(EVERYTHING) as c:
                await c.execute(statement)


async def test_without_a_text_no_article_is_named_and_what_is_suspended_takes_no_letter(
    partners: Partners, visit: Visits
) -> None:
    here, rina = f"/kerja-sama/{partners.agreement}", await visit("rina")
    address = f"{here}/pertukaran/baru/data"
    form = (await rina.go(address)).form(address)
    assert "article" not in form.names
    assert "answer_by-day" not in form.names
    typed = {
        "addressee": form.pick("addressee", "BKPSDM"),
        "number": "1/2024",
        "signed_as": "Ketua",
        "subject": "Data",
        "purpose": "Peta",
        "items": FIELDS,
        "label": "plain",
        **day("asked_on", 1),
    }
    page = await rina.send(form, typed)
    assert "Naskah kerja sama ini tidak dimuat, jadi pasalnya tidak disebut" in page.text
    for hostile in ("\x00", "x" * 6000, "🙂" * 300, "\u202eabc", "<script>alert(1)</script>"):
        again = await rina.send(form, {**typed, "number": hostile, "items": hostile})
        assert again.status == 422, hostile
        assert "<script>alert" not in again.html
    await drafted(partners)
    refused = await rina.go(address)
    assert refused.status == 409
    assert "yang ditandatangani dan berlaku" in refused.text


async def test_a_long_list_is_read_page_by_page(
    partners: Partners, visit: Visits, statements: Statements
) -> None:
    here, rina = f"/kerja-sama/{partners.agreement}/pertukaran", await visit("rina")
    for number in range(27):
        await asked(partners, partners.agreement, number=f"N{number:03}", article="")
    statements.sent.clear()
    first = await rina.go(here)
    assert len(statements.sent) <= 12, statements.sent
    assert "N026" in first.text
    assert "N001" not in first.text
    second = await rina.go(first.link("Berikutnya"))
    assert "N001" in second.text
    assert "N000" in second.text
    assert "N002" not in second.text
