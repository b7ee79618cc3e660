"""The pack of a meeting that an agreement asks for: its sheet, and socialization against plan."""

import pytest

from netralitas.evaluation.commands import NewMeeting, Plan, freeze, plan
from netralitas.evaluation.domain import MeetingKind
from netralitas.refusals import Invalid
from tests.conftest import Database
from tests.evaluation.conftest import Statements, Visits, bring_log_up_to_date
from tests.evaluation.test_meetings import typed_day
from tests.make import Town, days_ago, make_case
from tests.prevention.world import make_partners

AGREEMENT = "Pengawasan partisipatif dan netralitas ASN"


async def test_the_sheet_of_the_agreement_and_the_units_not_reached_are_in_the_pack(
    town: Town, visit: Visits
) -> None:
    await make_partners(town)
    browser = await visit("mira")
    form = (await browser.go("/evaluasi/rapat/baru")).form("/rapat/baru")
    typed = {
        "title": "Rapat tahunan",
        "place": "Kantor BKPSDM",
        "other_party": form.pick("other_party", "Kabupaten Contoh"),
        "agreement": form.pick("agreement", AGREEMENT),
    }
    page = await browser.send(form, {**typed, **typed_day("planned_on", 0)})
    for login in ("mira", "sekar"):
        pack = await (await visit(login)).go(f"{page.address}/bahan")
        assert pack.link(AGREEMENT).startswith("/kerja-sama/")
        assert "007/NK/I/XX/2022" in pack.text
        assert "3 dari 3 unit kerja belum terjangkau" in pack.text
        assert "Netralitas ASN 0 0 0" in pack.text


async def test_nobody_meets_on_an_agreement_of_others(town: Town) -> None:
    made = await make_partners(town)
    wanted = Plan(title="Rapat", planned_on=days_ago(0), place="Aula")
    new = NewMeeting(
        kind=MeetingKind.PERIODIC,
        other_party=town.offices["bkpsdm"],
        plan=wanted,
        agreement=made.agreement,
    )
    with pytest.raises(Invalid):
        await plan(town.asing, new)
    assert await plan(town.sekar, new)


async def test_the_pack_with_everything_in_it_asks_twelve_questions_at_most(
    town: Town, visit: Visits, statements: Statements, engine: Database
) -> None:
    made = await make_partners(town)
    await make_case(town, received=20)
    await bring_log_up_to_date(engine)
    wanted = Plan(title="Rapat", planned_on=days_ago(0), place="Aula")
    new = NewMeeting(
        kind=MeetingKind.PERIODIC,
        other_party=town.offices["bkpsdm"],
        plan=wanted,
        agreement=made.agreement,
    )
    meeting = await plan(town.sekar, new)
    await freeze(town.sekar, meeting)
    browser = await visit("sekar")
    await browser.go(f"/evaluasi/rapat/{meeting}/bahan")
    before = len(statements.sent)
    await browser.go(f"/evaluasi/rapat/{meeting}/bahan")
    # Charts that are not drawn yet are asked for besides.
    asked = [one for one in statements.sent[before:] if "INSERT INTO" not in one]
    assert len(asked) <= 12, asked
