"""What a plenary decides stays inside until it is forwarded; only those decided on go out."""

import pytest

from netralitas.cases.answers import Answers
from netralitas.cases.decision_words import NOT_DECIDED
from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import reading
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.storage import Storage
from netralitas.investigation.plenary.domain import Decided
from netralitas.investigation.study.domain import Finding
from netralitas.investigation.words import EMBARGOED, public_status
from netralitas.publication.domain import Stage
from netralitas.publication.policy.stages import Course, stage_of
from netralitas.publication.queries.courses import concerned_in
from netralitas.workflow.refusals import MoveRefused
from tests.cases.conftest import Visits
from tests.investigation.writing import decided, respondents, submitted
from tests.make import Town, days_ago, letter, make_case, move, paper, person
from tests.pages import PDF

SAID = "Embargo sampai diteruskan"


@pytest.mark.parametrize("state", sorted(EMBARGOED))
def test_nobody_outside_is_told_more_than_that_it_is_handled(state: str) -> None:
    assert public_status(state, state) == "Dalam penanganan"
    assert stage_of(Course(handling=state, outcome=state)) is Stage.IN_HANDLING


async def test_the_page_says_the_embargo_until_the_case_is_forwarded(
    town: Town, storage: Storage, visit: Visits
) -> None:
    case = (await make_case(town)).id
    rina = await visit("rina")
    assert SAID not in (await rina.go(f"/perkara/{case}")).text
    await submitted(town, case, storage)
    assert SAID in (await rina.go(f"/perkara/{case}")).text
    await decided(town, case, storage)
    page = await rina.go(f"/perkara/{case}")
    assert SAID in page.text
    assert "Putusan rapat pleno: Pelanggaran hukum lain (netralitas ASN)" in page.text
    assert SAID in (await (await visit("galih")).go(f"/perkara/{case}")).text
    await _forward(town, case, await respondents(case))
    assert SAID not in (await rina.go(f"/perkara/{case}")).text


async def test_a_receiver_sees_nothing_before_and_no_decision_after(
    town: Town, storage: Storage, visit: Visits
) -> None:
    case = (await make_case(town)).id
    await submitted(town, case, storage)
    meeting = await decided(town, case, storage)
    for login in ("maya", "dewa"):
        browser = await visit(login)
        for address in (
            f"/perkara/{case}",
            f"/perkara/{case}/kajian",
            f"/pleno/{meeting}/perkara/{case}",
        ):
            assert (await browser.go(address)).status in {403, 404}
        assert "Hadir pada deklarasi" not in (await browser.go("/perkara")).text
    await _forward(town, case, await respondents(case))
    page = await (await visit("maya")).go(f"/perkara/{case}")
    assert page.status == 200
    assert "Putusan rapat pleno" not in page.text
    async with reading(town.maya) as c:
        for table in ("respondent_decision", "plenary_vote", "plenary_item", "study_version"):
            assert await c.fetch(f"SELECT id FROM {table}") == []
        kinds = {row["kind"] for row in await c.fetch("SELECT kind FROM document")}
    assert "minutes" not in kinds


async def test_the_public_site_is_told_of_no_decision(town: Town, storage: Storage) -> None:
    case = (await make_case(town)).id
    await submitted(town, case, storage)
    await decided(town, case, storage)
    async with reading(EVERYTHING) as c:
        stages = {one.outcome.stage for one in await concerned_in(c, case)}
    assert stages == {Stage.IN_HANDLING}


async def _two(town: Town, storage: Storage) -> tuple[int, int, int]:
    """A case of two of whom only the first violated another law."""
    case = (await make_case(town, person(1), person(2))).id
    await submitted(town, case, storage)
    first, second = await respondents(case)
    await decided(
        town,
        case,
        storage,
        decided=(
            Decided(respondent=first, findings=(Finding.OTHER_LAW,)),
            Decided(respondent=second, findings=(Finding.NOT_VIOLATION,)),
        ),
    )
    return case, first, second


async def test_who_was_decided_otherwise_is_not_forwarded_unless_with_a_reason(
    town: Town, storage: Storage
) -> None:
    case, first, second = await _two(town, storage)
    with pytest.raises(MoveRefused) as refused:
        await _forward(town, case, [first, second])
    assert [each.rule for each in refused.value.obstacles] == [NOT_DECIDED]
    await _forward(town, case, [first])


async def test_the_form_proposes_who_was_decided_and_asks_about_the_others(
    town: Town, storage: Storage, visit: Visits
) -> None:
    case, first, second = await _two(town, storage)
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{case}")
    address = page.link("Teruskan ke instansi berwenang")
    form = (await rina.go(address)).form("/forward")
    assert form.values["respondents"] == [str(first)]
    filled = {
        "respondents": [str(first), str(second)],
        "addressee": str(town.offices["bkn"]),
        "letter_out_number": "001/PM.00.02/K/2026",
        "letter_out_subject": "Penerusan",
        "letter_out_on-day": str(days_ago(0).day),
        "letter_out_on-month": str(days_ago(0).month),
        "letter_out_on-year": str(days_ago(0).year),
    }
    known = {name: value for name, value in filled.items() if name in form.names}
    again = await rina.send(form, known, evidence_list=PDF)
    assert again.status == 409, again.text
    assert "1 terlapor yang dipilih tidak diputuskan rapat pleno" in again.text


async def _forward(town: Town, case: int, chosen: list[int]) -> None:
    answers = Answers(
        letter_out=letter(),
        respondents=tuple(chosen),
        addressee=town.offices["bkn"],
        papers=(paper(DocumentKind.EVIDENCE_LIST),),
    )
    await move(town.rina, case, "forward", answers=answers)
