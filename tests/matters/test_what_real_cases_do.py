"""Each thing that real cases do (product.md), entered through the forms without inventing anything.

Belitung Timur and Bitung stand in files of their own; here are the others, one test for each. Old
registers come in by their own way as well (tests/imports/cases).
"""

import re
from collections.abc import Sequence

import pytest

from netralitas.database.transactions import EVERYTHING, reading
from tests.cases.conftest import Visits
from tests.make import Town, proceedings
from tests.matters.conftest import Standing
from tests.matters.matter import UNKNOWN, Matter, Stage, day, taken_in
from tests.pages import PDF, Page

BKN, KASN, BKPSDM, VILLAGES = "BKN", "KASN", "BKPSDM Kabupaten Contoh", "Dinas Desa Contoh"
MINISTRY = "Kementerian Contoh"
SERVANT = {"employment": "pns"}
UNSAID = "Sumber tidak memuat klarifikasi."


async def found(
    nowhere: Matter, *people: dict[str, str], when: str = "Agustus 2024", act: str = ""
) -> Matter:
    """A finding about these people, as far as the plenary's decision; no day of it is known."""
    named = [{"name": f"Terlapor {n}", **one} for n, one in enumerate(people, start=1)]
    typed = {"subject": "Keberpihakan pegawai", "description": "Diketahui dari pengawasan."}
    matter = await taken_in(nowhere.visit, named, when, **typed)
    await matter.handle("sari", "fix_finding", UNKNOWN, minutes=PDF)
    await matter.handle("rina", "register_finding", UNKNOWN)
    await study(matter)
    return matter


async def study(matter: Matter) -> None:
    """Bring a case to the decision of the plenary that ASN neutrality was violated."""
    await matter.handle("rina", "skip_clarification", UNKNOWN, reason=UNSAID)
    await matter.handle("rina", "submit_to_plenary", UNKNOWN, study=PDF)
    await matter.handle("sari", "decide_other_law", UNKNOWN, minutes=PDF)


async def forward(
    matter: Matter,
    ordinals: Sequence[int],
    office: str,
    when: str,
    move: str = "forward",
    **more: object,
) -> Page:
    """Forward respondents in one letter of which nothing but the subject is known."""
    letter = {"letter_out_subject": "Penerusan", "evidence_list": PDF}
    return await matter.forward("rina", move, ordinals, office, when, **letter, **more)


async def recommend(matter: Matter, ordinals: Sequence[int], when: str, **more: object) -> Page:
    """Record what BKN's letter recommends, on its behalf."""
    return await matter.follow(
        *("rina", "referral.recommend", ordinals, when),
        **{"follow_up_office": f"~{BKPSDM}", "letter_in_subject": "Rekomendasi", **more},
    )


async def in_hand(matter: Matter, ordinals: Sequence[int]) -> None:
    """Let BKPSDM take the recommendation in, and choose the route of civil servants."""
    terms = {"letter_deadline": "default"}
    await matter.follow("dewa", "discipline.receive", ordinals, UNKNOWN, **terms)
    await matter.follow("dewa", "discipline.choose_discipline", ordinals, UNKNOWN)
    await matter.follow("dewa", "discipline.examine", ordinals, UNKNOWN)


async def servants(nowhere: Matter) -> Matter:
    """Four civil servants, forwarded to BKN in one letter of August 2024."""
    matter = await found(nowhere, *[SERVANT] * 4)
    await forward(matter, range(1, 5), BKN, "Agustus 2024", reason="Nomor tidak ada pada sumber.")
    return matter


async def decided(matter: Matter) -> Matter:
    """The same, recommended and examined: the first two are at the point of a decree."""
    await recommend(matter, [1, 2], "Oktober 2024", recommended="discipline_heavy")
    await in_hand(matter, [1, 2])
    return matter


async def nobody_yet(matter: Matter) -> Matter:
    """The office before any case."""
    return matter


NOWHERE = Stage(nobody_yet)
WITH_FOUR = Stage(servants)
WHEN_EXAMINED = Stage(decided, after=WITH_FOUR)


async def test_the_authority_asks_first_and_the_respondents_change_on_the_way(
    town: Town, standing: Standing
) -> None:
    nowhere = await standing(NOWHERE)
    browser = await nowhere.visit("rina")
    form = (await browser.go("/perkara/baru?jenis=informasi")).form("jenis=informasi")
    typed = {
        "regime": "pemilihan",
        "subject": "Permintaan klarifikasi BKN",
        "description": "BKN meminta klarifikasi atas foto yang beredar.",
        "name": "Terlapor 1",
        "employment": "unknown",
        "asked_by": form.pick("asked_by", BKN),
        **day("November 2024", "received_on"),
        "received_time": "",
    }
    done = await browser.send(form, typed)
    assert "/perkara/" in done.address, done.text
    matter = Matter(nowhere.visit, int(done.address.split("/")[2]))
    assert "ermintaan klarifikasi" in (await matter.page("rina")).text
    assert "BKN" in (await matter.page("rina")).text
    added = (await browser.go(f"/perkara/{matter.case}/terlapor")).form()
    person = {"name": "Terlapor 2", "employment": "pns", "position_class": "unknown"}
    assert (await browser.send(added, person)).address == f"/perkara/{matter.case}"
    await matter.handle("rina", "start_tracing", UNKNOWN)
    assert set(await matter.states("handling")) == set()
    assert "Terlapor 2" in (await matter.page("rina")).text


async def test_a_finished_case_grows_again_three_months_later(
    town: Town, standing: Standing
) -> None:
    matter = await standing(WITH_FOUR)
    await recommend(matter, [1, 2, 3, 4], "Oktober 2024")
    await matter.handle("rina", "announce_status", UNKNOWN)
    await matter.handle("rina", "close", UNKNOWN)
    rina = await matter.visit("rina")
    for name in ("Terlapor 5", "Terlapor 6"):
        form = (await rina.go(f"/perkara/{matter.case}/terlapor")).form()
        person = {"name": name, **SERVANT, "position_class": "unknown"}
        assert (await rina.send(form, person)).address == f"/perkara/{matter.case}"
    again = "Rekomendasi kedua menyebut dua orang lagi untuk temuan yang sama."
    await matter.handle("sari", "reopen", "Januari 2025", reason=again)
    await matter.handle("rina", "submit_to_plenary", UNKNOWN, study=PDF)
    await matter.handle("sari", "decide_other_law", UNKNOWN, minutes=PDF)
    matter = Matter(matter.visit, matter.case)
    await forward(matter, [5, 6], BKN, "Januari 2025", reason="Nomor tidak diketahui.")
    await recommend(matter, [5, 6], "Januari 2025")
    told = "Rekomendasi lanjutan untuk terlapor pertama."
    await matter.tell(
        *("rina", "referral.further_recommendation", 1, "Januari 2025"),
        recommended="moral_open",
        letter_in_subject="Rekomendasi kedua",
        reason=told,
    )
    assert await matter.states("referral") == dict.fromkeys(range(1, 7), "recommended")
    assert told in (await matter.page("rina")).text


async def test_some_are_forwarded_straight_after_the_preliminary_study(
    town: Town, standing: Standing
) -> None:
    nowhere = await standing(NOWHERE)
    matter = await reported(nowhere.visit)
    await matter.handle("rina", "start_preliminary_study", UNKNOWN)
    await matter.handle("rina", "finish_preliminary_study", UNKNOWN, preliminary_study=PDF)
    await matter.handle("rina", "submit_preliminary_study", UNKNOWN)
    await matter.handle("sari", "approve_preliminary_study", UNKNOWN, minutes=PDF)
    why = "Di luar tahapan: diteruskan langsung."
    done = await forward(matter, [1], BKN, "Agustus 2024", "forward_straight", reason=why)
    assert await matter.states("referral") == {1: "forwarded"}
    assert "Diteruskan langsung berdasarkan kajian awal" in done.text
    assert "/Reg/" not in done.text


async def test_one_batch_stands_in_four_states_on_one_day(town: Town, standing: Standing) -> None:
    matter = await standing(WITH_FOUR)
    when = "per 4 Desember 2024"
    await matter.follow("rina", "referral.receive", [1], when, letter_in_subject="Tanda terima")
    await recommend(matter, [2], when)
    back = {"letter_in_subject": "Pengembalian", "reason": "NIP belum ada."}
    await matter.follow("rina", "referral.return", [3], when, **back)
    gone = "Sudah pensiun menurut surat BKN."
    await matter.follow("rina", "referral.respondent_retired", [4], when, reason=gone)
    assert await matter.states("referral") == {
        1: "received",
        2: "recommended",
        3: "returned",
        4: "respondent_gone",
    }


async def test_one_person_is_sanctioned_twice_and_one_refuses_the_decree(
    town: Town, standing: Standing
) -> None:
    matter = await standing(WHEN_EXAMINED)
    lowered, removed = "~Penurunan jabatan", "~Pembebasan dari jabatan"
    for ordinal in (1, 2):
        await matter.follow("utama", "discipline.fix_decree", [ordinal], UNKNOWN, imposed=lowered)
    await matter.follow("dewa", "discipline.deliver", [1], UNKNOWN)
    await matter.follow("utama", "discipline.file_objection", [1], UNKNOWN)
    heavier = {"imposed": removed}
    await matter.follow("utama", "discipline.decide_objection_aggravated", [1], UNKNOWN, **heavier)
    refused = "Menolak menandatangani tanda terima."
    await matter.tell("dewa", "discipline.handover_missed", 2, UNKNOWN, reason=refused)
    await matter.tell("dewa", "discipline.decree_sent", 2, UNKNOWN, reason=refused)
    async with reading(EVERYTHING) as c:
        rows = await c.fetch(
            "SELECT r.ordinal, s.kind FROM sanction s JOIN respondent r ON r.id = s.respondent"
            " WHERE s.side = 'imposed' ORDER BY s.id"
        )
    assert [tuple(row) for row in rows] == [
        *((1, "post_lowered"), (2, "post_lowered"), (1, "post_removed")),
    ]
    page = await matter.page("rina")
    assert "Pembebasan dari jabatan menjadi jabatan pelaksana" in page.text


async def test_a_letter_not_seen_for_three_weeks_starts_nothing_until_its_receipt_is_proved(
    town: Town, standing: Standing
) -> None:
    nowhere = await standing(NOWHERE)
    matter = await found(nowhere, SERVANT, SERVANT)
    sent = day("8 November 2024", "letter_out_date") | day("8 November 2024", "letter_out_sent")
    await forward(matter, [1, 2], BKN, "8 November 2024", **sent)
    rina = await matter.visit("rina")
    register = await rina.go("/surat")
    assert "belum terbukti" in register.text
    async with reading(EVERYTHING) as c:
        assert await c.fetchval("SELECT count(*) FROM clock WHERE rule LIKE 'asn.%'") == 0
    proof = {"letter_in_subject": "Tanda terima BKN"}
    await matter.follow("rina", "referral.receive", [1], "29 November 2024", **proof)
    async with reading(EVERYTHING) as c:
        [clock] = await c.fetch("SELECT rule, start_on FROM clock WHERE rule LIKE 'asn.%'")
    assert (clock["rule"], str(clock["start_on"])) == ("asn.sbt_verify", "2024-11-29")
    assert (await matter.states("referral"))[2] == "forwarded"


async def test_the_authority_is_dissolved_and_its_successor_takes_over_with_a_new_number(
    town: Town, standing: Standing
) -> None:
    nowhere = await standing(NOWHERE)
    matter = await found(nowhere, SERVANT, when="Juni 2024")
    await forward(matter, [1], KASN, "25 Juni 2024")
    await matter.follow(
        *("rina", "referral.receive", [1], "29 Juni 2024"),
        foreign_number="R-1/KASN/6/2024",
        letter_in_subject="Tanda terima KASN",
    )
    why = "KASN berakhir 24 Agustus 2024."
    await matter.follow(
        *("rina", "referral.reroute", [1], "September 2024"),
        successor=f"~{BKN}",
        foreign_number="SBT-77",
        reason=why,
    )
    page = await matter.page("rina")
    for printed in ("R-1/KASN/6/2024", "SBT-77"):
        assert printed in page.text
    states = [
        row["state"] for row in await proceedings(matter.case) if row["workflow"] == "referral"
    ]
    assert states == ["rerouted", "forwarded"]


async def test_the_official_is_concerned_and_another_executes_with_the_ground(
    town: Town, standing: Standing
) -> None:
    matter = await standing(WHEN_EXAMINED)
    ground = "Bupati adalah kerabat calon; penunjukan menurut surat Gubernur."
    await matter.tell(
        *("dewa", "discipline.executor_named", 1, UNKNOWN), executor="governor", reason=ground
    )
    page = await matter.page("rina")
    assert "Dilaksanakan: Gubernur." in page.text
    assert ground in page.text


async def test_less_than_recommended_or_nothing_and_said_in_public(
    town: Town, standing: Standing
) -> None:
    matter = await standing(WHEN_EXAMINED)
    await matter.follow("utama", "discipline.fix_decree", [1], UNKNOWN, imposed="~Teguran lisan")
    await matter.follow("utama", "discipline.fix_decree", [2], UNKNOWN, imposed="~Tidak dijatuhi")
    said = "Bupati menyatakan di media bahwa tidak akan menjatuhkan sanksi."
    await matter.tell(
        "rina", "discipline.answered_publicly", 2, "per 10 Desember 2024", reason=said
    )
    page = await matter.page("rina")
    assert said in page.text
    ledger = (await (await matter.visit("rina")).go("/tindak-lanjut")).text
    assert "Lebih ringan daripada rekomendasi" in ledger
    assert "Tidak dijatuhi sanksi" in ledger


async def test_two_systems_that_disagree_are_shown_as_such(town: Town, standing: Standing) -> None:
    matter = await standing(WITH_FOUR)
    rina = await matter.visit("rina")
    page = await matter.page("rina")
    there = re.findall(rf"/perkara/{matter.case}/terlapor/\d+/sistem-lain", page.html)[0]
    for system, standing_there in (("sbt", "recommended"), ("idis", "sanctioned")):
        form = (await rina.go(there)).form("sistem-lain")
        typed = {
            "system": system,
            "number": "",
            "standing": standing_there,
            "said": "Menurut tangkapan layar",
            "according_to": "Penghubung BKN",
            **day("Desember 2024", "as_of"),
        }
        done = await rina.send(form, {k: v for k, v in typed.items() if k in form.names})
        assert done.status == 200, done.text
    assert "belum sama" in (await matter.page("rina")).text


async def reported(visit: Visits, **typed: str) -> Matter:
    """A report about one civil servant, taken in at the desk; only months are known."""
    browser = await visit("rina")
    form = (await browser.go("/perkara/baru")).form("/perkara/baru")
    values = {
        "regime": "pemilihan",
        "subject": "Laporan tentang pegawai",
        "description": "Dilaporkan warga.",
        "name": "Terlapor 1",
        **SERVANT,
        "reporter_name": "Pelapor",
        **day("Agustus 2024", "received_on"),
        "received_time": "",
    }
    page = await browser.send(form, {**values, **typed})
    assert page.address.endswith("/tanda-terima"), page.text
    return Matter(visit, int(page.address.split("/")[2]))


async def test_the_respondent_sues_while_the_main_line_goes_on(
    town: Town, standing: Standing
) -> None:
    matter = await standing(WHEN_EXAMINED)
    await matter.follow(
        "utama", "discipline.fix_decree", [1], UNKNOWN, imposed="~Penurunan jabatan"
    )
    await matter.open("rina", "litigation.open", [1], "Maret 2025")
    assert (await matter.states("discipline"))[1] == "decree_fixed"
    assert (await matter.states("litigation"))[1] == "opened"


async def test_a_withdrawal_stops_a_report_before_registration_and_nothing_after(
    town: Town, standing: Standing
) -> None:
    nowhere = await standing(NOWHERE)
    before = await reported(nowhere.visit)
    await before.handle(
        "rina", "withdraw", UNKNOWN, letter_in_subject="Pencabutan", reason="Surat."
    )
    [handling] = await proceedings(before.case)
    assert handling["state"] == "withdrawn"
    after = await reported(nowhere.visit)
    await after.handle("rina", "start_preliminary_study", UNKNOWN)
    await after.handle("rina", "finish_preliminary_study", UNKNOWN, preliminary_study=PDF)
    await after.handle("rina", "register", UNKNOWN)
    rina = await nowhere.visit("rina")
    [handling] = await proceedings(after.case)
    there = f"/perkara/{after.case}/fakta/{handling['id']}/withdrawal_after_registration"
    form = (await rina.go(there)).form()
    told = {"letter_in_subject": "Pencabutan", "reason": "Surat pelapor."}
    assert (await rina.send(form, told)).status == 200
    [handling] = await proceedings(after.case)
    assert handling["state"] == "registered"


async def test_fifteen_reports_become_one_matter_and_each_keeps_its_number(
    town: Town, standing: Standing
) -> None:
    nowhere = await standing(NOWHERE)
    first, *others = [await reported(nowhere.visit) for _ in range(15)]
    rina = await nowhere.visit("rina")
    kept = (await first.page("rina")).headings[0]
    for other in others:
        form = (await rina.go(f"/perkara/{other.case}/penggabungan")).form("penggabungan")
        done = await rina.send(form, {"number": kept, "reason": "Peristiwa yang sama."})
        assert done.status == 200, done.text
    page = await first.page("rina")
    assert "Seluruhnya 15 laporan atau informasi tentang peristiwa ini." in page.text
    assert (await others[0].page("rina")).headings[0] != kept


async def test_one_matter_is_split_in_two(town: Town, standing: Standing) -> None:
    nowhere = await standing(NOWHERE)
    matter = await taken_in(
        nowhere.visit,
        [{"name": f"Terlapor {n}", **SERVANT} for n in (1, 2)],
        "2024",
        subject="Dua peristiwa dalam satu surat",
        description="Diketahui dari pengawasan.",
    )
    await matter.handle("sari", "fix_finding", UNKNOWN, minutes=PDF)
    rina = await matter.visit("rina")
    form = (await rina.go(f"/perkara/{matter.case}/pemisahan")).form()
    chosen = form.pick("respondents", "2. ")
    typed = {"respondents": [chosen], "subject": "Peristiwa kedua", "reason": "Dua peristiwa."}
    done = await rina.send(form, {k: v for k, v in typed.items() if k in form.names})
    assert done.status == 200, done.text
    async with reading(town.rina) as c:
        assert await c.fetchval("SELECT count(*) FROM case_file") == 2


async def test_a_case_from_another_level_keeps_its_old_number(
    town: Town, standing: Standing
) -> None:
    nowhere = await standing(NOWHERE)
    matter = await reported(
        nowhere.visit,
        channel="transfer",
        receipt_number="008/LP/PL/RI/00.00/VIII/2023",
    )
    assert "008/LP/PL/RI/00.00/VIII/2023" in (await matter.page("rina")).text


async def test_each_kind_of_employment_in_one_report_goes_its_own_way(
    town: Town, standing: Standing
) -> None:
    nowhere = await standing(NOWHERE)
    kinds = ("contract", "pppk", "village_head", "pns")
    matter = await found(nowhere, *({"employment": kind} for kind in kinds))
    unsaid = {"reason": "Nomor tidak diketahui."}
    await forward(matter, [2, 4], BKN, "Oktober 2024", **unsaid)
    await forward(matter, [1], BKPSDM, "Oktober 2024", "forward_more", **unsaid)
    await forward(matter, [3], VILLAGES, "Oktober 2024", "forward_more", **unsaid)
    await recommend(matter, [2, 4], "November 2024")
    await matter.follow("dewa", "discipline.receive", [2], UNKNOWN, letter_deadline="default")
    await matter.follow("dewa", "discipline.choose_pppk", [2], UNKNOWN)
    lecturer = "Dosen kementerian lain: bukan pegawai kabupaten."
    await matter.follow(
        *("rina", "discipline.hand_on", [4], UNKNOWN),
        follow_up_office=f"~{MINISTRY}",
        letter_out_subject="Penerusan kepada kementerian",
        reason=lecturer,
    )
    await matter.follow("dewa", "referral.take_up", [1], UNKNOWN)
    states = await matter.states("discipline")
    assert (states[1], states[2]) == ("arrived", "pppk_review")
    assert (await matter.states("referral"))[3] == "forwarded"
    page = await matter.page("rina")
    assert MINISTRY in page.text
    assert VILLAGES in page.text


@pytest.mark.parametrize("told", ["Oktober 2019", "2019", "per 27 Oktober 2020"])
async def test_an_old_case_is_entered_from_paper_with_what_is_known_of_its_day(
    town: Town, standing: Standing, told: str
) -> None:
    nowhere = await standing(NOWHERE)
    matter = await found(nowhere, SERVANT, when="2019")
    page = await forward(matter, [1], KASN, told, reason="Menurut buku register.")
    words = {"Oktober 2019": "Oktober 2019", "2019": "Tahun 2019"}
    assert words.get(told, "Keadaan per Selasa, 27 Oktober 2020") in page.text
    async with reading(EVERYTHING) as c:
        assert await c.fetchval("SELECT count(*) FROM clock WHERE due_at IS NOT NULL") == 0
