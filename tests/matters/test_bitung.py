"""Bitung 2024-25: what came of the persons whom Bawaslu reported through SBT (domain.md 5.6).

The press gives the year of the report, the month of the first letter of BKN, the number and day of
the second, the day of the team and of the decrees. It does not say which letter named whom: here
the first names those who were examined, the second the group that was still open. It does not say
how many objected either: here two. No name, no day of any receipt.
"""

import pytest

from tests.cases.conftest import Visits
from tests.make import Town
from tests.matters.conftest import type_verified
from tests.matters.matter import UNKNOWN, Matter, taken_in
from tests.pages import PDF, Page

LOWERED, DISMISSED, UNPROVEN, RETIRED = range(1, 12), 12, 13, 14
PUNISHED, EXAMINED, SECOND_GROUP, NOT_LISTED = range(1, 13), range(1, 15), range(15, 24), 24
OBJECTED = (1, 2)
EVERYBODY = range(1, 25)
BKN, BKPSDM = "BKN", "BKPSDM Kabupaten Contoh"
DECREED = "17 Februari 2025"


async def forwarded(visit: Visits) -> Matter:
    """The matter as far as SBT, by one entry about all of them."""
    matter = await taken_in(
        visit,
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


async def recommended(visit: Visits) -> Matter:
    """The matter with both letters of BKN: Bawaslu records the first for it, BKN the second."""
    matter = await forwarded(visit)
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
        **{"letter_in_date-day": "21", "letter_in_date-month": "1", "letter_in_date-year": "2025"},
        letter_in_subject="Klarifikasi dan Tindak Lanjut atas Dugaan Pelanggaran Netralitas ASN",
    )
    return matter


async def examined(visit: Visits) -> Matter:
    """The matter as far as the examination: of fourteen, one not proven and one retired."""
    matter = await recommended(visit)
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


async def decided(visit: Visits) -> Matter:
    """The matter with its twelve decrees of one day, recorded in I'DIS and handed over."""
    matter = await examined(visit)
    for ordinal in PUNISHED:
        kind = "~Pemberhentian dengan hormat" if ordinal == DISMISSED else "~Penurunan jabatan"
        await matter.follow("utama", "discipline.fix_decree", [ordinal], DECREED, imposed=kind)
        await matter.tell("dewa", "discipline.recorded_idis", ordinal, UNKNOWN)
    await matter.follow("dewa", "discipline.deliver", PUNISHED, UNKNOWN)
    return matter


async def contested(visit: Visits) -> Matter:
    """The matter to its end in the press: objections, an appeal, a new official, new decrees."""
    matter = await decided(visit)
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


async def test_x(town: Town, visit: Visits, verified: type_verified) -> None:
    matter = await contested(visit)
    print(await matter.states("referral"), await matter.states("discipline"), await matter.states("compliance"))
    print((await matter.page("rina")).text)
    print((await (await visit("rina")).go("/tindak-lanjut")).text)
    print((await (await visit("dewa")).go("/beranda")).text)
    assert (await verified()).whole
    assert 0
