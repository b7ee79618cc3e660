"""Cases that a plan counts: one figure for everybody, their numbers for who reads them."""

import re

from netralitas.agreements.plan.commands import declare_feed
from netralitas.agreements.plan.domain import Countable, Feed
from netralitas.cases.domain import ExclusionGround
from netralitas.cases.exclusions import exclude
from tests.agreements.conftest import Partners, Statements, Visits
from tests.agreements.plan.world import place, signed
from tests.make import days_ago, forwarded_case, person
from tests.prevention.world import as_owner


async def test_an_exclusion_hides_a_case_and_changes_no_figure(
    partners: Partners, visit: Visits, statements: Statements
) -> None:
    agreement = await signed(partners)
    here = f"/kerja-sama/{agreement}/rencana-kerja"
    await declare_feed(partners.sari, agreement, place(2), Feed(kind=Countable.REFERRALS))
    for number, kind in enumerate((Countable.RELEASES, Countable.MEETINGS), start=2):
        await declare_feed(partners.sari, agreement, place(2, number), Feed(kind=kind))
    first = (await forwarded_case(partners.town, person(1), person(2))).id
    second = (await forwarded_case(partners.town, person(3))).id
    related = ExclusionGround.RELATED
    await exclude(partners.sari, first, partners.bagas.officer, related, "Kerabat.")
    shown = {}
    for login in ("rina", "bagas", "dewa"):
        browser = await visit(login)
        assert "3 dari 4 (75%)" in (await browser.go(here)).text, login
        page = await browser.go(f"{here}/2/keluaran/1")
        cases = [page.html.count(f'href="/perkara/{case}"') for case in (first, second)]
        hidden = re.search(r"(\d) lagi dari perkara yang tidak Anda buka", page.text)
        shown[login] = (*cases, hidden and hidden[1])
    assert shown == {"rina": (2, 1, None), "bagas": (0, 1, "2"), "dewa": (0, 0, "3")}
    for at, kind in ((place(1), Countable.ACTIVITIES), (place(3), Countable.POSTS)):
        await declare_feed(partners.sari, agreement, at, Feed(kind=kind))
    sari = await visit("sari")
    await sari.go(here)
    statements.sent.clear()
    await sari.go(here)
    assert len(statements.sent) <= 12, statements.sent
    async with as_owner() as c:
        await c.execute("UPDATE agreement SET ends_on = $2 WHERE id = $1", agreement, days_ago(2))
    assert "0 dari 4 (0%)" in (await sari.go(here)).text
