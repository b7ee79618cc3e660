"""The answer: a recommendation becomes a decree at BKPSDM, and Bawaslu sees it the same minute."""

from netralitas.law.words import day as long_date
from netralitas.vault.domain import Identity
from tests.cases.conftest import Visits
from tests.discipline.through_forms import BKPSDM, POST_LOWERED, Walk, ahead, day
from tests.make import Town, days_ago, forward_as_usual, make_case, person, proceedings
from tests.pages import PDF
from tests.worklist.conftest import index

MINUTES_SAY = b"RAHASIA-BAP-7731"
NOTE_SAYS = "CATATAN-PEMERIKSA-4482"
SUBJECT_SAYS = "PANGGILAN-RAHASIA-9015"
REPORTER = "Pelapor Yang Tidak Boleh Diketahui"


async def test_a_recommendation_is_followed_up_until_it_is_reported_back(
    walk: Walk, visit: Visits
) -> None:
    case = await walk.recommended()
    rina = await visit("rina")

    async def bawaslu_reads(words: str) -> None:
        assert words in (await rina.go(f"/perkara/{case}")).text

    await bawaslu_reads("Disampaikan kepada instansi yang menindaklanjuti")
    await walk.prepared(case)
    await bawaslu_reads("Pemeriksaan disiplin disiapkan")
    await walk.examined(case)
    await bawaslu_reads("Hasil pemeriksaan dilaporkan")
    await walk.decided(case)
    await bawaslu_reads(POST_LOWERED)
    await walk.step("dewa", case, "Catat penyampaian surat keputusan")
    await bawaslu_reads("Surat keputusan disampaikan")
    await walk.step("dewa", case, "Catat keputusan berlaku")
    done = await walk.step("dewa", case, "Laporkan hasil tindak lanjut")
    assert "Hasil dilaporkan" in done.text
    await bawaslu_reads("Hasil dilaporkan")
    await bawaslu_reads("Pemantauan berakhir")


async def test_recommended_and_imposed_stand_side_by_side_for_both_sides(
    walk: Walk, visit: Visits
) -> None:
    case = await walk.recommended()
    await walk.prepared(case)
    await walk.examined(case)
    await walk.decided(case)
    for login in ("rina", "dewa", "maya"):
        page = await (await visit(login)).go("/tindak-lanjut")
        ledger = page.html.split('id="buku"')[1].split("</section>")[0]
        assert "Hukuman disiplin sedang" in ledger
        assert POST_LOWERED in ledger
        assert "Lebih berat daripada rekomendasi" in ledger
        page = await (await visit(login)).go(f"/perkara/{case}")
        assert "Hukuman disiplin sedang" in page.text
        assert POST_LOWERED in page.text


async def test_bawaslu_records_a_recommendation_on_behalf_of_bkn_with_its_letter(
    walk: Walk, visit: Visits
) -> None:
    case = await walk.received()
    rina = await visit("rina")
    form = (await rina.go((await rina.go(f"/perkara/{case}")).link("Catat rekomendasi"))).form()
    without = await rina.send(
        form,
        recommended="discipline_medium",
        follow_up_office=form.pick("follow_up_office", BKPSDM),
    )
    assert without.status == 422
    assert "Nomor surat" in without.text
    await walk.recommend("rina", case)
    named = ahead(20)
    await walk.taken(case, letter_deadline="fixed", **day("letter_deadline_on", named))
    home = await (await visit("dewa")).go("/beranda")
    assert long_date(named) in home.text
    assert "sisa 20 hari" in home.text


async def test_bawaslu_reads_the_outcome_but_not_the_working_papers(
    walk: Walk, visit: Visits
) -> None:
    case = await walk.recommended()
    await walk.prepared(case)
    await walk.summoned(case, SUBJECT_SAYS)
    minutes = PDF + MINUTES_SAY
    await walk.step("dewa", case, "Catat pemeriksaan", exam_minutes=minutes, reason=NOTE_SAYS)
    dewa = await (await visit("dewa")).go(f"/perkara/{case}")
    assert NOTE_SAYS in dewa.text
    assert SUBJECT_SAYS in dewa.text
    papers = [href for href in dewa.links.values() if "/dokumen/" in href]
    opened = [await (await visit("dewa")).client.get(paper) for paper in papers]
    kept = [
        paper for paper, answer in zip(papers, opened, strict=True) if MINUTES_SAY in answer.content
    ]
    assert len(kept) == 1
    await index(case)
    for login in ("rina", "sari", "nita", "galih", "maya"):
        browser = await visit(login)
        form = (await browser.go("/perkara/cari")).form()
        found = await browser.send(form, cari=SUBJECT_SAYS)
        assert f"/perkara/{case}" not in found.html
        page = await browser.go(f"/perkara/{case}")
        assert page.status == 200
        for secret in (NOTE_SAYS, SUBJECT_SAYS, MINUTES_SAY.decode()):
            assert secret not in page.html
        assert kept[0] not in page.html
        assert (await browser.client.get(kept[0])).status_code == 404


async def test_the_office_reads_what_was_handed_to_it_and_nothing_before(
    town: Town, walk: Walk, visit: Visits
) -> None:
    people = person(1, name="Yang Diserahkan"), person(2, name="Yang Tidak Diserahkan")
    case = (await make_case(town, *people, reporter=Identity(name=REPORTER))).id
    await forward_as_usual(town, case)
    await walk.step("maya", case, "Catat penerimaan penerusan")
    await walk.recommend("maya", case, others=[])
    dewa = await visit("dewa")
    for address in ("/beranda", "/tindak-lanjut", "/perkara", "/tenggat", f"/perkara/{case}"):
        page = await dewa.go(address)
        assert page.status == 200
        assert REPORTER not in page.html
        assert "Yang Tidak Diserahkan" not in page.html
        assert "Penanganan Bawaslu" not in page.text
    page = await dewa.go(f"/perkara/{case}")
    assert "Yang Diserahkan" in page.text
    told = page.text.split("Kronologi")[1]
    for before in ("Laporan diterima", "Kajian awal", "rapat pleno", "Klarifikasi"):
        assert before not in told


async def test_a_decree_before_the_examination_is_refused_with_its_rule_and_both_days(
    walk: Walk, visit: Visits
) -> None:
    case = await walk.recommended()
    await walk.prepared(case)
    dewa = await visit("dewa")
    [follow_up] = [row["id"] for row in await proceedings(case) if row["workflow"] == "discipline"]
    early = await dewa.go(f"/perkara/{case}/langkah/{follow_up}/fix_decree")
    assert "tidak tersedia pada tahap “Pemeriksaan disiplin disiapkan”" in early.text
    await walk.examined(case)
    form = (await dewa.go((await dewa.go(f"/perkara/{case}")).link("Tetapkan surat"))).form()
    values = {
        **day("happened", days_ago(1)),
        "happened-time": "",
        "imposed": form.pick("imposed", POST_LOWERED),
    }
    refused = await dewa.send(form, values)
    assert refused.status in {409, 422}
    assert long_date(days_ago(0)) in refused.text
    assert "tidak boleh bertanggal sebelum" in refused.text
    assert long_date(days_ago(1)) in refused.text
    assert "PP 94/2021 Pasal 8" in refused.text
    assert refused.form().values["happened-day"] == [str(days_ago(1).day)]
    assert "Belum ada keputusan" in (await dewa.go("/tindak-lanjut")).text


async def test_an_outcome_for_a_respondent_who_is_not_there_is_not_found(
    town: Town, walk: Walk, visit: Visits
) -> None:
    case = await walk.received(respondents=2)
    await walk.recommend("maya", case, others=[])
    other = await walk.recommended()
    dewa = await visit("dewa")
    [strange] = [row["id"] for row in await proceedings(other) if row["workflow"] == "discipline"]
    [kept_back] = [
        row["id"]
        for row in await proceedings(case)
        if row["workflow"] == "referral" and row["state"] == "received"
    ]
    same_origin = {"Sec-Fetch-Site": "same-origin"}
    for nobody in (strange, kept_back, 999_999):
        for move in ("fix_decree", "receive"):
            address = f"/perkara/{case}/langkah/{nobody}/{move}"
            assert (await dewa.go(address)).status == 404
            sent = await dewa.client.post(
                address, data={"imposed": "post_lowered"}, headers=same_origin
            )
            assert sent.status_code == 404
