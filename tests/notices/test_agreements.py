"""What is due under agreements reaches those who keep them, once each."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.agreements.commands import Step, extend_agreement, move_agreement
from netralitas.editions.current import LAW
from netralitas.law.book import load
from netralitas.notices.commands import SEND, RemindingOfAgreements, Sending
from netralitas.settings import Settings
from tests.agreements.signed import SIGNED_AGO, signed
from tests.cases.conftest import Statements, Visits
from tests.make import Town, days_ago
from tests.notices.conftest import AsWorker
from tests.notices.post_office import PostOffice
from tests.notices.telling import ask, give_addresses
from tests.notices.test_sending import told_to
from tests.prevention.world import make_partners

YEAR = 365


def noon(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 12, tzinfo=ZoneInfo("Asia/Jakarta"))


async def tell(as_worker: AsWorker, settings: Settings, on: date) -> None:
    """Let the worker look twice, at noon of a day."""
    async with as_worker() as connection:
        for _ in range(2):
            with clock.at(noon(on)):
                await RemindingOfAgreements(settings, LAW.follow).run(connection)


async def told(officer: int) -> list[tuple[str, str]]:
    rows = await ask("SELECT kind, rule FROM notice WHERE officer = $1 ORDER BY id", officer)
    return [(row["kind"], row["rule"].removeprefix("agreement.")) for row in rows]


async def test_each_date_is_told_before_on_and_after_its_day_once(
    town: Town, as_worker: AsWorker, settings: Settings, statements: Statements
) -> None:
    partners = await make_partners(town)
    number = await signed(partners)
    first = days_ago(SIGNED_AGO)
    due = date(first.year + 1, first.month, first.day)
    for days in (-31, -30, -10, 0, 0, 1, 300):
        await tell(as_worker, settings, due + timedelta(days=days))
    assert await told(town.sari.officer) == [
        ("soon", "evaluation"),
        ("today", "evaluation"),
        ("late", "evaluation"),
    ]
    assert await told(town.putri.officer) == await told(town.tono.officer)
    for other in (town.rina, town.dewa, town.lain, town.galih):
        assert await told(other.officer) == []
    evaluated = (("pemantauan", 500), ("evaluasi", 490), ("pelaporan", 480), ("pelanjutan", 470))
    for move, ago in evaluated:
        step = Step(move=move, version=2, on=days_ago(ago))
        await move_agreement(partners.sari, number, step, book=load())
    await tell(as_worker, settings, days_ago(400))
    assert len(await told(town.sari.officer)) == 3
    suspended = Step(move="penangguhan", version=2, on=days_ago(460))
    await move_agreement(partners.sari, number, suspended, book=load())
    await tell(as_worker, settings, days_ago(490) + timedelta(days=YEAR))
    assert len(await told(town.sari.officer)) == 3
    resumed = replace(suspended, move="pencabutan")
    await move_agreement(partners.sari, number, resumed, book=load())
    statements.sent.clear()
    await tell(as_worker, settings, days_ago(490) + timedelta(days=YEAR))
    assert len(await told(town.sari.officer)) == 4
    assert sum("INSERT INTO notice" in said for said in statements.sent) == 2  # one for each look


async def test_a_reminder_leads_to_the_agreement_and_stands_at_home(
    town: Town, as_worker: AsWorker, settings: Settings, visit: Visits, post_office: PostOffice
) -> None:
    partners = await make_partners(town)
    number = await signed(partners, "belitung_timur")
    await give_addresses(town)
    first = days_ago(SIGNED_AGO)
    ends = date(first.year + 3, first.month, first.day)
    mailing = told_to(post_office, settings.data)
    await tell(as_worker, mailing, ends - timedelta(days=10))
    jobs = await ask("SELECT payload FROM job WHERE kind = $1 ORDER BY id", SEND)
    assert len(jobs) == len({job["payload"]["notice"] for job in jobs}) == 6
    async with as_worker() as connection:
        await Sending(mailing, LAW.follow)(connection, jobs[0]["payload"])
    assert len(post_office.taken) == 1
    sari = await visit("sari")
    page = await sari.go("/pemberitahuan")
    assert "Tenggat masa berlaku kerja sama akan berakhir pada" in page.text
    assert "019/HK.02/K.BB-06/08/2022" in page.text
    assert f'href="/kerja-sama/{number}"' in page.html
    assert "Pasal" not in page.text
    with clock.at(noon(ends - timedelta(days=10))):
        home = await (await visit("putri")).go("/beranda")
        assert "Kerja sama yang perlu ditindaklanjuti" in home.text
        assert "Pembahasan perpanjangan kerja sama, terlewat" in home.text
        assert "Kerja sama yang perlu" not in (await (await visit("rina")).go("/beranda")).text
    until = date(ends.year + 5, 1, 1)
    await extend_agreement(partners.sari, number, until, days_ago(1), (1, 2))
    before = len(await told(town.sari.officer))
    await tell(as_worker, settings, ends - timedelta(days=9))
    assert len(await told(town.sari.officer)) == before
