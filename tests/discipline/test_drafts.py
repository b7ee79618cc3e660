"""Drafts of papers: offered where the step is, written from what is known, blank where not."""

import re
from datetime import UTC, date, datetime

import pytest

from netralitas.cases.answers import Answers
from netralitas.discipline.workflow import DISCIPLINE_V2
from netralitas.documents.letters import (
    BLANK,
    DRAFTS,
    Draft,
    Known,
    KnownLetter,
    KnownPerson,
    Side,
    drafts_at,
    find_draft,
)
from netralitas.documents.rendering.paper import compiled
from netralitas.law.book import load
from netralitas.law.words import day as long_date
from netralitas.refusals import NotVisible
from netralitas.workflows import WORKFLOWS, current
from tests.cases.conftest import Visits
from tests.discipline.handing import follow, in_hand
from tests.make import Town, days_ago, letter, proceedings

PERSON = KnownPerson(name="Orang Rekaan", position="Kepala Bidang", unit="Dinas Contoh")
KNOWN = Known(
    office="BKPSDM Contoh",
    addressee="BKPSDM Contoh",
    bawaslu="Bawaslu Contoh",
    case_number="001/Reg/LP",
    today=date(2026, 11, 23),
    people=(PERSON,),
    recommendation=KnownLetter(printed="12/BKN", dated_on=date(2026, 11, 2), sender="BKN"),
    summonses=(KnownLetter(printed="800/1", dated_on=date(2026, 11, 5), sender="BKPSDM Contoh"),),
    exam_on=date(2026, 11, 16),
    told={"missed_exam": date(2026, 11, 16), "recommendation_received": date(2026, 11, 3)},
    team=(("Ketua Rekaan", "Kepala Dinas", "ketua"),),
)
NOTHING = Known(
    office="BKPSDM Contoh",
    addressee=None,
    bawaslu="Bawaslu Contoh",
    case_number=None,
    today=date(2026, 11, 23),
    people=(),
)
every_draft = pytest.mark.parametrize("draft", DRAFTS, ids=[draft.code for draft in DRAFTS])


@every_draft
def test_every_draft_names_its_articles_and_goes_with_steps_that_exist(draft: Draft) -> None:
    found = find_draft(draft.code)
    declared = {
        f"{workflow.code}.{act.code}"
        for workflow in WORKFLOWS
        for act in current(workflow.code).moves
    } | {
        f"{workflow.code}.{fact.code}"
        for workflow in WORKFLOWS
        for fact in current(workflow.code).facts
    }
    assert found.basis
    assert found.steps <= declared
    sheet = found.written(KNOWN, "pemilihan")
    assert sheet.mark == "KONSEP"
    assert all(article.doubt or article.code for article in sheet.basis)
    assert not re.search(r"\bPPK\b", sheet.plain)


@every_draft
def test_what_is_not_known_is_blank_and_nothing_is_made_up(draft: Draft) -> None:
    sheet = find_draft(draft.code).written(NOTHING)
    assert BLANK in sheet.plain
    assert "None" not in sheet.plain


def test_no_form_number_is_claimed() -> None:
    for draft in DRAFTS:
        assert "Formulir" not in draft.written(KNOWN).plain


def test_the_second_summons_names_the_first_and_the_day_that_was_missed() -> None:
    said = find_draft("surat-panggilan-2").written(KNOWN).plain
    assert "tidak hadir pada pemeriksaan tanggal 16 November 2026" in said
    assert "surat BKPSDM Contoh nomor 800/1 tanggal 5 November 2026" in said


def test_the_decree_on_the_team_lists_its_members() -> None:
    assert (
        "Ketua Rekaan, Kepala Dinas, ketua" in find_draft("sk-tim-pemeriksa").written(KNOWN).plain
    )


def test_no_article_of_another_regime_stands_on_a_letter() -> None:
    reminder = find_draft("permintaan-keterangan")
    codes = {article.code for article in reminder.written(KNOWN, "pemilihan").basis}
    assert codes == {"Perbawaslu 6/2018 Pasal 10"}
    assert len(reminder.written(KNOWN, "pemilu").basis) == 2


def test_a_draft_that_is_not_there_is_not_found() -> None:
    with pytest.raises(NotVisible):
        find_draft("surat-cinta")


def test_every_step_of_the_office_that_sends_or_writes_something_has_its_draft() -> None:
    written = {
        *("summon", "summon_again", "summon_ethics", "summon_ethics_again", "form_team"),
        *("examine", "record_absence", "close_absent", "report_exam", "report_absent"),
        *("fix_decree", "deliver", "report_back"),
    }
    assert written <= {
        move.code for move in DISCIPLINE_V2.moves if drafts_at("discipline", move.code)
    }


def test_every_draft_is_printed_as_pdf() -> None:
    at = datetime(2026, 11, 23, 8, tzinfo=UTC)
    for draft in DRAFTS:
        made = compiled("letter", draft.written(KNOWN, "pemilihan"), at)
        assert made.startswith(b"%PDF")


async def test_a_draft_is_offered_at_its_step_and_opens_for_who_writes_it(
    town: Town, visit: Visits
) -> None:
    case = await in_hand(town)
    await follow(town, case, "choose_discipline")
    summons = Answers(letter_out=letter("Panggilan"), exam_on=days_ago(-7))
    await follow(town, case, "summon", answers=summons)
    found = {row["workflow"]: row["id"] for row in await proceedings(case)}
    dewa, rina = await visit("dewa"), await visit("rina")
    form = await dewa.go(f"/perkara/{case}/langkah/{found['discipline']}/summon_again")
    page = await dewa.go(form.link("Konsep: Surat Panggilan II"))
    assert page.status == 200
    safe = load().calendar().workday_after(days_ago(0), 7)
    for said in ("Terlapor Contoh 1", long_date(safe), "surat BKPSDM Kabupaten Contoh"):
        assert said in page.text
    first = await dewa.go(f"/perkara/{case}/proses/{found['discipline']}/surat/surat-panggilan-1")
    assert long_date(days_ago(-7)) in first.text
    pdf = await dewa.client.get(page.link("Unduh PDF"))
    assert pdf.content.startswith(b"%PDF")
    assert "konsep-surat-panggilan-2.pdf" in pdf.headers["Content-Disposition"]
    form = await rina.go(f"/perkara/{case}/langkah/{found['compliance']}/remind")
    reminder = await rina.go(form.link("Konsep: Permintaan keterangan"))
    assert "BKPSDM Kabupaten Contoh" in reminder.text
    assert "Konsep" not in " ".join((await dewa.go(f"/perkara/{case}")).links)
    for draft in DRAFTS:
        base = f"/perkara/{case}/proses"
        theirs = found["discipline" if draft.side is Side.OFFICE else "compliance"]
        other = rina if draft.side is Side.OFFICE else dewa
        for name in (draft.code, f"{draft.code}.pdf"):
            assert (await other.go(f"{base}/{theirs}/surat/{name}")).status == 404
        assert (await dewa.go(f"{base}/nonsense/surat/{draft.code}")).status == 404
