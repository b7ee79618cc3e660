"""What is probably wrong is asked about: refused with its article, passed with a reason."""

from datetime import date, timedelta

import pytest

from netralitas import clock
from netralitas.cases.answers import Answers
from netralitas.law.book import load
from netralitas.law.domain import Zone
from netralitas.law.words import day as long_date
from netralitas.workflow.refusals import MoveRefused
from tests.cases.conftest import Visits
from tests.discipline.handing import follow, in_hand
from tests.discipline.through_forms import day
from tests.make import ZONE, Town, days_ago, move, person, proceedings
from tests.pages import Browser, FoundForm, Page

BOOK = load()


def today() -> date:
    return clock.today(Zone(ZONE).tz)


def working(days: int) -> date:
    return BOOK.calendar().workday_after(today(), days)


def written(subject: str) -> dict[str, str]:
    """A letter of today."""
    return {"letter_out_subject": subject, **day("letter_out_date", today())}


async def follow_up(case: int) -> int:
    [found] = [row["id"] for row in await proceedings(case) if row["workflow"] == "discipline"]
    return int(found)


async def opened(browser: Browser, case: int, step: str, noun: str = "langkah") -> Page:
    return await browser.go(f"/perkara/{case}/{noun}/{await follow_up(case)}/{step}")


async def passed_over(browser: Browser, form: FoundForm, code: str, sentence: str) -> Page:
    """Send the form as it is: refused with the sentence; then tick it with a reason."""
    refused = await browser.send(form)
    assert refused.status in {409, 422}, refused.text
    assert sentence in refused.text
    again = refused.form()
    silent = await browser.send(again, overrides=[code], reason="")
    assert silent.status in {409, 422}
    passed = {"overrides": [code], "reason": "Diminta.", "override_basis": "Surat Sekda 12/2026"}
    done = await browser.send(again, passed)
    assert done.status == 200, done.text
    assert f"Syarat dikesampingkan: {sentence}" in done.text
    return done


async def test_a_summons_proposes_a_safe_day_and_asks_about_one_that_lies_too_far(
    town: Town, visit: Visits
) -> None:
    case = await in_hand(town)
    await follow(town, case, "choose_discipline")
    dewa = await visit("dewa")
    page = await opened(dewa, case, "summon")
    safe = working(7)
    assert f"Usulan hari pemeriksaan: {long_date(safe)}" in page.text
    assert "PP 94/2021 Pasal 26 ayat (2)" in page.text
    form = page.form()
    assert form.values["exam_on-day"] == [str(safe.day)]
    late = safe + timedelta(days=1)
    form.values.update({name: [value] for name, value in day("exam_on", late).items()})
    form.values.update({name: [value] for name, value in written("Panggilan I").items()})
    sentence = "Hari pemeriksaan lebih dari 7 hari kerja setelah tanggal surat panggilan."
    await passed_over(dewa, form, "exam_gap_kept", sentence)


async def test_a_session_of_ethics_wants_notice_and_says_when_the_second_letter_is_due(
    town: Town, visit: Visits
) -> None:
    case = await in_hand(town)
    await follow(town, case, "choose_ethics")
    dewa = await visit("dewa")
    page = await opened(dewa, case, "summon_ethics")
    form = page.form()
    assert f"Usulan hari sidang: {long_date(working(5))}" in page.text
    soon = working(2)
    form.values.update({name: [value] for name, value in day("exam_on", soon).items()})
    form.values.update({name: [value] for name, value in written("Panggilan sidang").items()})
    sentence = "Surat panggilan bertanggal kurang dari 5 hari kerja sebelum hari sidang."
    await passed_over(dewa, form, "ethics_notice_kept", sentence)
    again = await opened(dewa, case, "summon_ethics_again")
    assert "Surat panggilan kedua menurut aturan pembanding" in again.text


async def test_a_decree_asks_about_its_kind_and_about_one_who_has_retired(
    town: Town, visit: Visits
) -> None:
    case = await in_hand(town)
    for step in ("choose_discipline", "examine"):
        await follow(town, case, step)
    dewa = await visit("dewa")
    checking = (await opened(dewa, case, "person_checked", "fakta")).form()
    active = await dewa.send(
        checking,
        {"person_standing": "active", "person_standing_source": "system"},
        **day("person_standing_since", days_ago(3)),
    )
    assert active.status == 422
    assert "Tanggal diisi hanya bila terlapor tidak lagi aktif" in active.text
    done = await dewa.send(
        active.form(),
        {"person_standing": "retired", "person_standing_source": "decree"},
        **day("person_standing_since", days_ago(3)),
    )
    assert "Status kepegawaian: pensiun sejak" in done.text
    home = await dewa.go("/beranda")
    assert (await dewa.go(home.link("Catat terlapor pensiun"))).status == 200
    page = await opened(dewa, case, "fix_decree")
    assert "Pemeriksaan status terakhir: pensiun" in page.text
    assert "Yang berwenang menurut tabel, bagi administrator" in page.text
    form = page.form()
    form.values["imposed"] = [form.pick("imposed", "6 bulan (belum berlaku)")]
    form.values["signed_by"] = [form.pick("signed_by", "Pengawas")]
    refused = await dewa.send(form)
    for said in ("Jenis hukuman ini belum berlaku", "terlapor sudah pensiun", "perlu konfirmasi"):
        assert said in refused.text
    assert refused.form().values["signed_by"] == ["supervisor"]
    both = ["sanction_in_force", "person_in_service"]
    passed = {"overrides": both, "reason": "Diminta.", "override_basis": "Surat BKN"}
    done = await dewa.send(refused.form(), passed)
    assert done.status == 200, done.text
    assert "menurut tabel kewenangan oleh Bupati" in done.text


async def test_a_decree_dated_before_the_retirement_asks_nothing(town: Town, visit: Visits) -> None:
    case = await in_hand(town, days=9)
    for step in ("choose_discipline", "examine"):
        await follow(town, case, step, days=8)
    dewa = await visit("dewa")
    form = (await opened(dewa, case, "person_checked", "fakta")).form()
    told = {"person_standing": "died", "person_standing_source": "letter"}
    await dewa.send(form, told, **day("person_standing_since", days_ago(2)))
    form = (await opened(dewa, case, "fix_decree")).form()
    earlier = {**day("happened", days_ago(4)), "imposed": form.pick("imposed", "Penurunan jabatan")}
    done = await dewa.send(form, earlier)
    assert done.address == f"/perkara/{case}", done.text


async def test_one_whose_follow_up_ended_by_retirement_is_asked_about_when_it_is_opened_again(
    town: Town,
) -> None:
    case = await in_hand(town)
    for step, note in (("respondent_retired", "Surat pensiun."), ("reopen", "Belum pensiun.")):
        await move(town.dewa, case, step, workflow="discipline", note=note)
    for step in ("choose_discipline", "examine"):
        await follow(town, case, step)
    with pytest.raises(MoveRefused) as refused:
        await follow(town, case, "fix_decree", answers=Answers(imposed="post_lowered"))
    assert refused.value.rules == ("person_in_service",)


async def test_the_fifteenth_working_day_is_proposed_and_a_term_is_asked_about(
    town: Town, visit: Visits
) -> None:
    case = await in_hand(town, days=45)
    for step, days in (("choose_discipline", 44), ("examine", 43)):
        await follow(town, case, step, days=days)
    await follow(town, case, "fix_decree", days=40, answers=Answers(imposed="post_lowered"))
    await follow(town, case, "deliver", days=39)
    dewa = await visit("dewa")
    page = await opened(dewa, case, "enter_into_force")
    due = BOOK.calendar().workday_after(days_ago(39), 15)
    assert f"jatuh pada {long_date(due)}" in page.text
    assert page.form().values["happened-day"] == [str(due.day)]
    done = await dewa.send(page.form(), reason="Tidak ada keberatan.")
    assert "Masa hukuman 12 bulan sampai" in done.text
    served = await opened(dewa, case, "term_served", "fakta")
    assert "masa 12 bulan berakhir" in served.text
    sentence = "Masa hukuman menurut jenis hukumannya belum berakhir pada tanggal ini."
    await passed_over(dewa, served.form(), "term_over", sentence)


async def test_the_superior_is_told_first_and_what_they_neglect_is_noted(
    town: Town, visit: Visits
) -> None:
    case = await in_hand(town, person(1))
    dewa = await visit("dewa")
    untold = "Atasan langsung belum diberi tahu"
    assert untold in (await dewa.go(f"/perkara/{case}")).text
    form = (await opened(dewa, case, "superior_informed", "fakta")).form()
    assert untold not in (await dewa.send(form)).text
    form = (await opened(dewa, case, "superior_negligent", "fakta")).form()
    assert (await dewa.send(form)).status == 422
    done = await dewa.send(form, reason="Tidak memanggil sampai 30 hari.")
    assert "PP 94/2021 Pasal 28" in done.text
    asked = (await opened(dewa, case, "consideration_asked", "fakta")).form()
    done = await dewa.send(asked, written("Pertimbangan teknis"))
    assert "Pertimbangan teknis diminta." in done.text


async def test_warnings_are_numbered_and_the_governor_is_told(town: Town, visit: Visits) -> None:
    case = await in_hand(town, days=40)
    [watch] = [row["id"] for row in await proceedings(case) if row["workflow"] == "compliance"]
    maya = await visit("maya")
    for number in (1, 2):
        page = await maya.go(f"/perkara/{case}/langkah/{watch}/warn")
        assert f"Ini teguran ke-{number}." in page.text
        await maya.send(page.form(), written(f"Teguran {number}"))
    page = await maya.go(f"/perkara/{case}/langkah/{watch}/escalate")
    done = await maya.send(page.form(), written("Laporan kepada gubernur"))
    assert "Disampaikan kepada gubernur atau menteri" in done.text
    early = await maya.go(f"/perkara/{case}/langkah/{watch}/unblock")
    assert "tidak tercatat diblokir" in early.text
    rina = await visit("rina")
    form = (await rina.go(f"/perkara/{case}/fakta/{watch}/refusal_said")).form()
    done = await rina.send(form, reason="Harian Contoh, halaman 3.")
    assert "menyatakan di muka umum tidak akan menindaklanjuti" in done.text
    assert "Ditegur 2 kali, disampaikan kepada gubernur" in (await rina.go("/tindak-lanjut")).text
