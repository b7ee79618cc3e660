"""Where a case stands and what comes next: strips, the one primary step, what became impossible."""

import re

from netralitas.cases.answers import Answers
from netralitas.cases.domain import Channel, Source
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.domain import DocumentKind
from tests.cases.conftest import Visits
from tests.cases.test_act_forms import form_of
from tests.make import Town, forwarded_case, letter, make_case, move, paper, person
from tests.pages import Page

_STAGE = re.compile(r'strip__label">([^<]+)</span>\s*<span class="[^"]+">([^<]*)<')
_PRIMARY = re.compile(r'class="govuk-button steps__button"[^>]*>([^<]+)<')


def stages(page: Page) -> list[tuple[str, str]]:
    """Every stage of every strip with the note under it."""
    return _STAGE.findall(page.html)


async def in_plenary(town: Town) -> int:
    """A report whose study lies before the plenary."""
    case = (await make_case(town)).id
    await move(town.rina, case, "start_preliminary_study")
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    await move(town.rina, case, "finish_preliminary_study", answers=study)
    for code in ("register", "start_clarification", "finish_clarification"):
        await move(town.rina, case, code)
    study = Answers(papers=(paper(DocumentKind.STUDY),))
    await move(town.rina, case, "submit_to_plenary", answers=study)
    return case


async def test_in_plenary_the_primary_step_is_a_decision_and_not_the_way_back(
    town: Town, visit: Visits
) -> None:
    case = await in_plenary(town)
    page = await (await visit("sari")).go(f"/perkara/{case}")
    assert _PRIMARY.findall(page.html) == ["Putuskan dalam rapat pleno"]
    assert "Kembalikan kajian untuk diperbaiki" in page.links


async def test_what_one_reason_blocks_is_named_together_and_the_reason_once(
    town: Town, visit: Visits
) -> None:
    case = await in_plenary(town)
    page = await (await visit("bagas")).go(f"/perkara/{case}")
    blocked = page.html.split('id="langkah"')[1].split("</ul>")[0]
    assert blocked.count("Putuskan ") == 5
    assert blocked.count('class="steps__reason"') == blocked.count("steps__step--blocked") == 1


async def test_after_forwarding_the_primary_step_leads_on(town: Town, visit: Visits) -> None:
    case = (await forwarded_case(town, person(1))).id
    page = await (await visit("rina")).go(f"/perkara/{case}")
    assert _PRIMARY.findall(page.html) == ["Umumkan status penanganan"]
    assert "Teruskan terlapor lain" in page.links


async def test_the_straight_path_says_that_the_plenary_sat(town: Town, visit: Visits) -> None:
    case = (await make_case(town)).id
    await move(town.rina, case, "start_preliminary_study")
    study = Answers(papers=(paper(DocumentKind.PRELIMINARY_STUDY),))
    await move(town.rina, case, "finish_preliminary_study", answers=study)
    await move(town.rina, case, "submit_preliminary_study")
    minutes = Answers(papers=(paper(DocumentKind.MINUTES),))
    await move(town.sari, case, "approve_preliminary_study", answers=minutes)
    page = await (await visit("rina")).go(f"/perkara/{case}")
    assert dict(stages(page))["Rapat pleno"] == "belum"
    await forward_straight(town, case)
    noted = dict(stages(await (await visit("rina")).go(f"/perkara/{case}")))
    assert noted["Registrasi"] == "dilewati"
    assert re.fullmatch(r"\d+ \w{3} \d{4}", noted["Rapat pleno"])


async def forward_straight(town: Town, case: int) -> None:
    """Forward the first respondent on the approved preliminary study."""
    people = (await respondents_of(case))[:1]
    answers = Answers(
        letter_out=letter(),
        respondents=people,
        addressee=town.offices["bkn"],
        papers=(paper(DocumentKind.EVIDENCE_LIST),),
    )
    await move(town.rina, case, "forward_straight", note="Di luar tahapan.", answers=answers)


async def respondents_of(case: int) -> tuple[int, ...]:
    """The respondents of a case in their order."""
    async with reading(EVERYTHING) as c:
        rows = await c.fetch("SELECT id FROM respondent WHERE case_file = $1 ORDER BY id", case)
    return tuple(row["id"] for row in rows)


async def test_a_finding_has_no_stage_of_receipt(town: Town, visit: Visits) -> None:
    case = await make_case(town, source=Source.FINDING, channel=Channel.SUPERVISION)
    page = await (await visit("rina")).go(f"/perkara/{case.id}")
    assert stages(page)[0][0] == "Penelusuran"


async def test_a_referral_that_ended_says_that_it_is_done(town: Town, visit: Visits) -> None:
    case = (await forwarded_case(town, person(1))).id
    await move(town.maya, case, "receive", workflow="referral")
    answer = Answers(letter_in=letter("Hasil"))
    await move(town.maya, case, "find_not_proven", workflow="referral", answers=answer)
    page = await (await visit("rina")).go(f"/perkara/{case}")
    assert ("Tidak terbukti", "selesai") in stages(page)
    assert "sekarang" not in [note for _, note in stages(page)[-3:]]


async def test_a_move_that_has_become_impossible_offers_no_second_try(
    town: Town, visit: Visits
) -> None:
    case = (await make_case(town)).id
    slow = (await form_of(await visit("rina"), case, "start_preliminary_study")).form()
    await move(town.bagas, case, "start_preliminary_study")
    stale = await (await visit("rina")).send(slow, reason="Yang saya ketik")
    assert stale.status == 409
    assert "langkah ini tidak lagi tersedia" in stale.text
    assert "kirim sekali lagi" not in stale.text
    assert "Kembali ke perkara" in stale.links
    assert "Yang saya ketik" in stale.html


async def test_a_successor_is_opened_for_the_same_respondent(town: Town, visit: Visits) -> None:
    case = (await forwarded_case(town, person(1))).id
    page = await (await visit("rina")).go(f"/perkara/{case}")
    form = await (await visit("rina")).go(page.link("Alihkan ke instansi pengganti"))
    assert "Untuk terlapor yang sama dibuka penerusan" in form.text
    assert "yang dipilih dibuka" not in form.text
