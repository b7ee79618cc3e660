"""Retention, holds and disposal over HTTP: a schedule by two, a list by two, minutes."""

from netralitas.disposal.domain import Disposable
from tests.cases.conftest import Statements, Visits
from tests.device import enrolled
from tests.disposal.conftest import NAME, WORDS, Office
from tests.documents.papers import together
from tests.pages import Browser

MOST = 12


async def approved(sari: Browser, here: str) -> None:
    """The list is approved with the second factor and the letter of consent, not without."""
    assert (await sari.go(f"{here}/persetujuan")).address == "/akun/konfirmasi"
    await enrolled(sari)
    form = (await sari.go((await sari.go(here)).link("Setujui pemusnahan"))).form()
    refused = await sari.send(form)
    assert refused.status == 422
    assert "memerlukan persetujuan Bawaslu RI" in refused.text
    half = await sari.send(form, consent="045/PR.01/K1/2026")
    assert half.status == 422
    assert half.form().values["consent"] == ["045/PR.01/K1/2026"]
    day = {"consent_on-day": "2", "consent_on-month": "6", "consent_on-year": "2025"}
    done = await sari.send(form, {"consent": "045/PR.01/K1/2026", **day})
    assert "Sedang dimusnahkan" in done.text


async def emptied(rina: Browser, office: Office, case: int) -> None:
    """The page of the case says what became of it, and its papers open."""
    shown = await rina.go(f"/perkara/{case}")
    assert shown.status == 200
    assert "Perkara yang datanya dimusnahkan" in shown.text
    assert "Terlapor 1" in shown.text
    assert "Data pribadi dalam perkara dimusnahkan" in shown.text
    assert NAME not in shown.html
    assert WORDS not in shown.html
    kept = await office.value("SELECT max(id) FROM document WHERE case_file = $1", case)
    paper = await rina.client.get(f"/perkara/{case}/dokumen/{kept}")
    assert "telahdimusnahkan" in together(paper.content)


async def test_a_list_is_reviewed_submitted_approved_and_proved(
    office: Office, visit: Visits, statements: Statements
) -> None:
    rina, sari, nita = await visit("rina"), await visit("sari"), await visit("nita")
    assert "Belum ada yang diusulkan" in (await rina.go("/pemusnahan")).text
    case = await office.ended_case()
    await office.rule(Disposable.CASE)
    await office.propose()
    statements.sent.clear()
    listed = await rina.go("/pemusnahan")
    assert len(statements.sent) <= MOST
    page = await rina.go(listed.link("Berkas perkara"))
    assert len(statements.sent) <= 2 * MOST
    assert "1 bulan sejak hari perkara berakhir" in page.text
    assert "perlu konfirmasi" in page.text
    waiting = await rina.send((await rina.go(page.link("Ajukan pemusnahan"))).form())
    assert "Menunggu persetujuan" in waiting.text
    assert "Setujui pemusnahan" not in waiting.text
    here = waiting.address

    await approved(sari, here)
    await office.work()

    seen = await nita.go(here)
    assert "Dimusnahkan" in seen.text
    assert "1 orang" in seen.text
    minutes = (await nita.client.get(f"{here}/berita-acara.pdf")).content
    assert "045/PR.01/K1/2026" in together(minutes)
    await emptied(rina, office, case)


async def test_the_schedule_says_nothing_until_two_administrators_say_it(
    office: Office, visit: Visits
) -> None:
    hadi = await visit("hadi")
    page = await hadi.go("/retensi")
    assert page.text.count("belum ditetapkan") >= len(Disposable)
    form = (await hadi.go(page.link("Usulkan masa simpan"))).form()
    empty = await hadi.send(form, months="nol")
    assert empty.status == 422
    assert empty.form().values["months"] == ["nol"]
    proposed = await hadi.send(
        form, kept="case", months="120", basis="Perbawaslu 14/2020", certainty="S"
    )
    assert "Menunggu administrator lain" in proposed.text
    rule = await office.value("SELECT max(id) FROM retention_rule")
    await enrolled(hadi)
    own = await hadi.send((await hadi.go(f"/retensi/{rule}/pemberlakuan")).form())
    assert own.status == 409
    assert "dua orang" in own.text


async def test_a_hold_is_placed_by_case_or_by_number_and_says_what_is_wrong(
    office: Office, visit: Visits
) -> None:
    case = await office.ended_case()
    rina, sari = await visit("rina"), await visit("sari")
    form = (await rina.go("/penahanan/baru")).form()
    said = {"reason": "Menjadi bukti di pengadilan.", "basis": "PTUN 12/G/2026"}
    for wrong in ({}, {"case_file": str(case), "nip": "198501012010011001"}):
        refused = await rina.send(form, {**said, **wrong})
        assert refused.status == 422
        assert "salah satu saja" in refused.text
    nowhere = await rina.send(form, {**said, "case_file": "987654"})
    assert nowhere.status == 422
    assert "tidak ada atau tidak dapat Anda baca" in nowhere.text
    assert nowhere.form().values["reason"] == [said["reason"]]
    placed = await rina.send(form, {**said, "case_file": str(case), "respondent": "1"})
    assert f"Perkara {case}, terlapor 1" in placed.text
    assert "Dicabut oleh orang lain" in placed.text
    await rina.send(form, {**said, "nip": "198501012010011001"})
    listed = await sari.go("/penahanan")
    assert "NIP berakhiran 1001" in listed.text
    lifted = await sari.send(
        (await sari.go(listed.link("Cabut penahanan"))).form(), reason="Selesai."
    )
    assert "Dicabut" in lifted.text
    assert "Data perkara ditahan dari pemusnahan." in (await sari.go(f"/perkara/{case}")).text


async def test_the_inventory_is_read_by_auditors_and_administrators(
    office: Office, visit: Visits
) -> None:
    page = await (await visit("nita")).go("/data-pribadi")
    assert "Identitas pelapor, pemberi informasi, dan saksi" in page.text
    assert "vault_entry" in page.text
    assert "perlu konfirmasi" in page.text
    assert (await (await visit("rina")).go("/data-pribadi")).status == 403
