"""Bitung 2024-25: what came of the persons whom Bawaslu reported through SBT (domain.md 5.6).

The press gives the year of the report, the month of the first letter of BKN, the number and day of
the second, the day of the team and of the decrees. It does not say which letter named whom: here
the first names those who were examined, the second the group that was still open. It does not say
how many objected either: here two. No name, no day of any receipt.
"""

import re

from netralitas.database.transactions import reading
from tests.make import Town, proceedings
from tests.matters.conftest import Standing, type_verified
from tests.matters.matter import UNKNOWN, Matter, Stage, day, taken_in
from tests.pages import PDF

LOWERED, DISMISSED, UNPROVEN, RETIRED = range(1, 12), 12, 13, 14
PUNISHED, EXAMINED, SECOND_GROUP, NOT_LISTED = range(1, 13), range(1, 15), range(15, 24), 24
OBJECTED = (1, 2)
EVERYBODY = range(1, 25)
BKN, BKPSDM = "BKN", "BKPSDM Kabupaten Contoh"
DECREED = "17 Februari 2025"
DEADLINES = ("asn.ppk_exam_report", "asn.ppk_final_report")


async def forwarded(nowhere: Matter) -> Matter:
    """The matter as far as SBT, by one entry about all of them."""
    matter = await taken_in(
        nowhere.visit,
        [{"name": f"Terlapor {number}", "employment": "pns"} for number in EVERYBODY],
        "2024",
        subject="Keberpihakan pegawai dalam Pemilihan",
        description="Diketahui dari pengawasan.",
    )
    await matter.handle("sari", "fix_finding", UNKNOWN, minutes=PDF)
    await matter.handle("rina", "register_finding", UNKNOWN)
    unsaid = "Sumber tidak memuat klarifikasi."
    await matter.handle("rina", "skip_clarification", UNKNOWN, reason=unsaid)
    await matter.handle("rina", "submit_to_plenary", UNKNOWN, study=PDF)
    await matter.handle("sari", "decide_other_law", UNKNOWN, minutes=PDF)
    await matter.forward(
        *("rina", "forward", EVERYBODY, BKN, "2024"),
        letter_out_subject="Laporan melalui SBT",
        letter_out_method="application",
        evidence_list=PDF,
    )
    return matter


async def recommended(matter: Matter) -> Matter:
    """The matter with both letters of BKN: Bawaslu records the first for it, BKN the second."""
    await matter.follow("maya", "referral.receive", EVERYBODY, UNKNOWN)
    await matter.follow(
        *("rina", "referral.recommend", EXAMINED, "Oktober 2024"),
        follow_up_office=f"~{BKPSDM}",
        letter_in_subject="Rekomendasi kepada Pejabat Pembina Kepegawaian",
    )
    await matter.follow(
        *("maya", "referral.recommend", SECOND_GROUP, "21 Januari 2025"),
        follow_up_office=f"~{BKPSDM}",
        letter_in_number="1467/B-AK.02.02/SD/F/2025",
        **day("21 Januari 2025", "letter_in_date"),
        letter_in_subject="Klarifikasi dan Tindak Lanjut atas Dugaan Pelanggaran Netralitas ASN",
    )
    return matter


async def examined(matter: Matter) -> Matter:
    """The matter as far as the examination: of fourteen, one not proven and one retired."""
    for group in (EXAMINED, SECOND_GROUP):
        named = "exam_final"
        await matter.follow("dewa", "discipline.receive", group, UNKNOWN, letter_deadline=named)
    await matter.follow("dewa", "discipline.choose_discipline", EXAMINED, UNKNOWN)
    await matter.follow(
        *("dewa", "discipline.form_team", EXAMINED, "30 Januari 2025"),
        team_decree=PDF,
        reason="RAHASIA: susunan tim.",
    )
    by_then = f"per {DECREED}"
    await matter.follow(
        *("dewa", "discipline.examine", EXAMINED, by_then), exam_minutes=PDF, reason="RAHASIA"
    )
    await matter.follow("utama", "discipline.find_not_proven", [UNPROVEN], by_then)
    gone = "Sudah pensiun menurut hasil pemeriksaan."
    await matter.follow("dewa", "discipline.respondent_retired", [RETIRED], by_then, reason=gone)
    return matter


async def decided(matter: Matter) -> Matter:
    """The matter with its twelve decrees of one day, recorded in I'DIS and handed over."""
    for ordinal in PUNISHED:
        kind = "~Pemberhentian dengan hormat" if ordinal == DISMISSED else "~Penurunan jabatan"
        await matter.follow("utama", "discipline.fix_decree", [ordinal], DECREED, imposed=kind)
        await matter.tell("dewa", "discipline.recorded_idis", ordinal, UNKNOWN)
    await matter.follow("dewa", "discipline.deliver", PUNISHED, UNKNOWN)
    return matter


async def contested(matter: Matter) -> Matter:
    """The matter to its end in the press: objections, an appeal, a new official, new decrees."""
    for ordinal in OBJECTED:
        await matter.follow("utama", "discipline.file_objection", [ordinal], UNKNOWN)
    await matter.follow("dewa", "discipline.file_appeal", [DISMISSED], UNKNOWN)
    for ordinal in OBJECTED:
        changed = "Pejabat yang memutus berganti pada waktu keberatan diperiksa."
        when = "per 12 Maret 2025"
        await matter.tell("rina", "discipline.official_changed", ordinal, when, reason=changed)
        kept = "per 14 April 2025"
        await matter.tell("rina", "discipline.objection_decided", ordinal, kept)
    return matter


WHEN_FORWARDED = Stage(forwarded)
WHEN_RECOMMENDED = Stage(recommended, after=WHEN_FORWARDED)
WHEN_EXAMINED = Stage(examined, after=WHEN_RECOMMENDED)
WHEN_DECIDED = Stage(decided, after=WHEN_EXAMINED)
WHEN_CONTESTED = Stage(contested, after=WHEN_DECIDED)


async def test_everybody_stands_where_the_press_left_them(
    town: Town, standing: Standing, verified: type_verified
) -> None:
    matter = await standing(WHEN_CONTESTED)
    assert await matter.states("referral") == {
        **dict.fromkeys((*EXAMINED, *SECOND_GROUP), "recommended"),
        NOT_LISTED: "received",
    }
    assert await matter.states("discipline") == {
        **dict.fromkeys(LOWERED, "delivered"),
        **dict.fromkeys(OBJECTED, "objection"),
        DISMISSED: "appeal",
        UNPROVEN: "not_proven",
        RETIRED: "respondent_gone",
        **dict.fromkeys(SECOND_GROUP, "received"),
    }
    watched = dict.fromkeys((*EXAMINED, *SECOND_GROUP), "watching") | {RETIRED: "ended"}
    assert await matter.states("compliance") == watched
    verdict = await verified()
    assert verdict.whole, verdict


async def test_one_act_records_what_one_letter_says_of_many(town: Town, standing: Standing) -> None:
    matter = await standing(WHEN_RECOMMENDED)
    async with reading(town.rina) as c:
        letters = await c.fetch("SELECT printed, dated_on, subject FROM letter ORDER BY id")
        rows = await c.fetch(
            "SELECT happened_on, precision, count(*) AS persons FROM event"
            " WHERE name = 'referral.recommend' GROUP BY 1, 2 ORDER BY 1"
        )
    assert [(row["printed"], str(row["dated_on"])) for row in letters] == [
        *(("", "None"), ("", "None")),
        ("1467/B-AK.02.02/SD/F/2025", "2025-01-21"),
    ]
    told = [(str(row["happened_on"]), row["precision"], row["persons"]) for row in rows]
    assert told == [("2024-10-01", "month", 14), ("2025-01-21", "day", 9)]
    text = (await matter.page("rina")).text
    assert "Surat masuk 1467/B-AK.02.02/SD/F/2025, 21 Januari 2025." in text
    assert "Oktober 2024" in text
    assert "1 Oktober 2024" not in text


async def test_imposed_stands_beside_a_recommendation_that_named_nothing(
    town: Town, standing: Standing
) -> None:
    matter = await standing(WHEN_CONTESTED)
    for login in ("rina", "dewa", "maya"):
        text = (await matter.page(login)).text
        assert text.count("Direkomendasikan belum ada Dijatuhkan Penurunan jabatan") == 11, login
        assert text.count("Dijatuhkan Pemberhentian dengan hormat tidak") >= 1, login
    async with reading(town.rina) as c:
        said = await c.fetch(
            "SELECT side, kind, decided_on, count(*) AS persons FROM sanction GROUP BY 1, 2, 3"
            " ORDER BY 2 DESC"
        )
    assert [(row["side"], row["kind"], str(row["decided_on"]), row["persons"]) for row in said] == [
        ("imposed", "post_lowered", "2025-02-17", 11),
        ("imposed", "honourable_dismissal", "2025-02-17", 1),
    ]


async def test_what_is_open_is_told_without_a_date_that_nobody_knows(
    town: Town, standing: Standing
) -> None:
    matter = await standing(WHEN_CONTESTED)
    home = (await (await matter.visit("dewa")).go("/beranda")).text
    assert "Pilih jalur (9)" in home
    board = (await (await matter.visit("rina")).go("/tindak-lanjut")).text
    assert re.search(r"Instansi penerima penerusan \(1\).{,60}Terlapor 24", board)
    page = (await matter.page("rina")).text
    assert "Menunggu pilihan jalur sejak tanggal yang tidak diketahui" in page
    assert "sejak tahun 2024 (sedikitnya" in page
    assert not re.search(r"Terlambat \d", page + board)
    async with reading(town.rina) as c:
        running = await c.fetch(
            "SELECT rule, due_at, count(*) AS persons FROM clock"
            " WHERE ended_by IS NULL AND superseded_by IS NULL AND rule LIKE 'asn.ppk%'"
            " GROUP BY 1, 2 ORDER BY 1"
        )
    # The answer to an objection and the deadlines of the letter: of none is the start known.
    told = [(row["rule"], row["due_at"], row["persons"]) for row in running]
    assert told == [(rule, None, 22) for rule in DEADLINES]


async def test_a_receipt_that_becomes_known_makes_the_second_group_late(
    town: Town, standing: Standing
) -> None:
    matter = await standing(WHEN_RECOMMENDED)
    named = "exam_final"
    await matter.follow("dewa", "discipline.receive", SECOND_GROUP, UNKNOWN, letter_deadline=named)
    dewa, rina = await matter.visit("dewa"), await matter.visit("rina")
    page = await matter.page("dewa")
    form = (await dewa.go(page.link("untuk Terlapor 15: Rekomendasi diterima"))).form()
    typed = {f"happened-{part}": "" for part in ("day", "month", "year", "time", "precision")}
    typed |= {"happened-day": "30", "happened-month": "1", "happened-year": "2025"}
    proposed = await dewa.send(form, typed, reason="Andaikan diterima pada hari tim dibentuk.")
    assert "menunggu persetujuan orang kedua" in proposed.text
    done = await rina.send((await matter.page("rina")).form("/persetujuan"))
    assert len(re.findall(r"Terlambat \d+ hari", done.text)) == len(DEADLINES)
    board = await rina.go("/tindak-lanjut")
    assert re.search(r"Terlapor 15 .{,120}Terlambat \d+ hari", board.text), board.text
    assert not re.search(r"Terlapor 16 .{,120}Terlambat \d+ hari", board.text)


async def test_a_decree_received_on_its_day_could_be_contested_for_fourteen_working_days(
    town: Town, standing: Standing
) -> None:
    matter = await standing(WHEN_DECIDED)
    before = (await matter.page("dewa")).text
    assert "tanggal mulainya hanya diketahui kira-kira" in before.lower()
    for ordinal in PUNISHED:
        await matter.tell("dewa", "discipline.sk_received", ordinal, DECREED)
    async with reading(town.dewa) as c:
        rows = await c.fetch(
            "SELECT rule, (due_at AT TIME ZONE 'Asia/Jakarta')::date AS due, count(*) AS persons"
            " FROM clock WHERE ended_by IS NULL AND superseded_by IS NULL"
            " AND rule IN ('asn.keberatan', 'asn.banding_bpasn', 'asn.sk_effective')"
            " GROUP BY 1, 2 ORDER BY 1"
        )
    assert [(row["rule"], str(row["due"]), row["persons"]) for row in rows] == [
        ("asn.banding_bpasn", "2025-03-07", 12),
        ("asn.keberatan", "2025-03-07", 12),
        ("asn.sk_effective", "2025-03-10", 12),
    ]
    text = (await matter.page("dewa")).text
    assert "Jumat, 7 Maret 2025" in text
    assert "Senin, 10 Maret 2025" in text


async def test_the_content_of_the_new_decrees_is_guessed_by_nobody(
    town: Town, standing: Standing
) -> None:
    matter = await standing(WHEN_CONTESTED)
    text = (await matter.page("rina")).text
    assert text.count("Keberatan diputus; isi keputusannya tidak diberitahukan.") >= 1
    assert "Pejabat yang memutus berganti" in text
    assert "Keadaan per Senin, 14 April 2025" in text
    async with reading(town.rina) as c:
        running = await c.fetch(
            "SELECT 1 FROM clock WHERE rule = 'asn.ppk_answer_keberatan' AND ended_by IS NULL"
        )
    assert running == []


async def test_bawaslu_and_bkn_see_nothing_of_the_examination_but_that_it_was(
    town: Town, standing: Standing
) -> None:
    matter = await standing(WHEN_CONTESTED)
    assert "RAHASIA" in (await matter.page("dewa")).text
    for login in ("rina", "sari", "maya"):
        page = await matter.page(login)
        assert "RAHASIA" not in page.text, login
        assert "Surat keputusan tim pemeriksa" not in page.text, login
        assert "Berita acara pemeriksaan" not in page.text, login
    async with reading(town.rina) as c:
        papers = await c.fetch("SELECT DISTINCT kind FROM document ORDER BY kind")
    assert [row["kind"] for row in papers] == ["evidence_list", "minutes", "study"]


async def test_who_was_not_on_the_list_of_bkn_is_found_by_person(
    town: Town, standing: Standing
) -> None:
    matter = await standing(WHEN_CONTESTED)
    rows = await proceedings(matter.case)
    followed = {row["respondent"] for row in rows if row["workflow"] == "discipline"}
    referred = {row["respondent"] for row in rows if row["workflow"] == "referral"}
    assert len(referred - followed) == 1
    assert "Terlapor 24" in (await matter.page("maya")).text
    assert "Terlapor 24" not in (await matter.page("dewa")).text
