"""The realisation of a work plan by pages: fed from the record, entered by hand, never both."""

from dataclasses import replace

import asyncpg
import pytest

from netralitas.agreements.plan.commands import declare_feed, enter_figure
from netralitas.agreements.plan.domain import Aspect, Countable, Feed, NewEntry
from netralitas.agreements.plan.queries import counted, plan_of
from netralitas.agreements.queries import duties_of
from netralitas.cases.domain import Theme
from netralitas.database.transactions import reading, writing
from netralitas.prevention.commands import Target, cancel_activity
from netralitas.prevention.domain import CancelReason, Together
from netralitas.refusals import Invalid, NotAllowed, NotVisible, RuleBroken, Stale
from tests.agreements.conftest import Partners, Statements, Visits
from tests.agreements.plan.world import place, signed, told
from tests.pages import PDF
from tests.prevention.world import hold, plan

ACTIVITIES = Feed(kind=Countable.ACTIVITIES, theme=Theme.NEUTRALITY)


async def changed(partners: Partners, statement: str) -> None:
    """Run a statement as the application does."""
    async with writing(partners.sari) as c:
        await c.execute(statement)


async def held(partners: Partners, agreement: int) -> None:
    """Two activities that count, and four that do not."""
    for _ in range(2):
        await hold(partners, await plan(partners, agreement=agreement), dinas=3)
    await plan(partners, agreement=agreement, title="Baru direncanakan")
    other = await plan(partners, agreement=agreement, theme=Theme.MONEY_POLITICS)
    await hold(partners, other, dinas=3)
    await hold(partners, await plan(partners, title="Kerja sama lain"), dinas=3)
    gone = await plan(partners, agreement=agreement, title="Batal")
    await cancel_activity(partners.rina, Target(activity=gone, version=1), CancelReason.BUDGET)


async def test_an_indicator_is_counted_from_activities_to_the_unit(
    partners: Partners, visit: Visits, statements: Statements
) -> None:
    agreement = await signed(partners)
    here = f"/kerja-sama/{agreement}/rencana-kerja"
    await held(partners, agreement)
    sari = await visit("sari")
    one = f"{here}/1/keluaran/1"
    form = (await sari.go(f"{one}/tautan")).form(f"{one}/tautan")
    empty = await sari.send(form, {})
    assert (empty.status, "Pilih apa yang dihitung." in empty.text) == (422, True)
    wrong = await sari.send(form, {"kind": "meetings", "theme": "neutrality"})
    assert wrong.status == 409
    assert "hanya membatasi kegiatan" in wrong.text
    page = await sari.send(form, {"kind": "activities", "theme": "neutrality"})
    for said in ("tema Netralitas ASN", "September 2", "66%", "Sosialisasi netralitas di Melati"):
        assert said in page.text, said
    assert "Baru direncanakan" not in page.text
    assert (await sari.send(form, {"kind": "meetings"})).status == 409
    dewa = await visit("dewa")
    statements.sent.clear()
    page = await dewa.go(here)
    assert len(statements.sent) <= 12, statements.sent
    assert "2 dari 3 (66%)" in page.text
    assert "Tanpa satuan pada naskah" in page.text
    assert "Tautkan" not in (await dewa.go(one)).text
    page = await sari.send((await sari.go(one)).form("/pengakhiran"))
    assert "Belum ditautkan dan belum diisi" in page.text
    assert [event["name"] for event in await told(agreement)] == [
        "agreement.fed",
        "agreement.feed_ended",
    ]
    assert (
        "Tautan indikator rencana kerja diakhiri (baris 1, keluaran 1)."
        in (await sari.go(f"/kerja-sama/{agreement}")).text
    )


async def test_what_one_party_holds_alone_counts_for_that_party(partners: Partners) -> None:
    agreement = await signed(partners)
    for together, actor in (
        (Together.JOINT, partners.rina),
        (Together.ALONE, partners.rina),
        (Together.ALONE, partners.dewa),
    ):
        activity = await plan(partners, actor, agreement=agreement, together=together)
        await hold(partners, activity, actor=actor, dinas=2)
    amounts = {}
    for number, office in enumerate(("kab", "bkpsdm"), start=1):
        feed = Feed(kind=Countable.ACTIVITIES, party=partners.town.offices[office])
        await declare_feed(partners.sari, agreement, place(2, number), feed)
    async with reading(partners.sari) as c:
        known = await plan_of(c, agreement, partners.sari)
        items = await counted(c, agreement, tuple(known.feeds.values()))
    for at, declared in known.feeds.items():
        amounts[at.number] = sum(item.feed == declared.id for item in items)
    assert amounts == {1: 2, 2: 2}


async def test_a_figure_by_hand_has_its_source_paper_and_author_and_is_withdrawn(
    partners: Partners, visit: Visits
) -> None:
    agreement = await signed(partners)
    one = f"/kerja-sama/{agreement}/rencana-kerja/3/keluaran/1"
    sari = await visit("sari")
    form = (await sari.go(f"{one}/isian")).form(f"{one}/isian")
    typed = {"year": "2024", "amount": "6", "source": "Laporan nomor 4/2024", "file": PDF}
    bad = await sari.send(form, {**typed, "amount": "-1", "source": ""})
    assert bad.status == 422
    page = await sari.send(form, typed)
    for said in ("Laporan nomor 4/2024", "Diisi", "Unduh bukti", "Diisi tangan"):
        assert said in page.text, said
    proof = next(href for text, href in page.links.items() if text.startswith("Unduh bukti"))
    assert (await (await visit("dewa")).client.get(proof)).status_code == 200
    assert (await (await visit("lain")).go(proof)).status == 404
    del typed["file"]
    page = await sari.send(form, {**typed, "amount": "8"})
    assert page.text.count("Ditarik") == 1
    assert "8 dari 10 (80%)" in (await sari.go(f"/kerja-sama/{agreement}/rencana-kerja")).text
    monthly = await sari.send(form, {**typed, "month": "3"})
    assert "sekaligus atau per bulan" in monthly.text
    with pytest.raises(RuleBroken, match="sudah diisi tangan"):
        await declare_feed(partners.sari, agreement, place(3), Feed(kind=Countable.MEETINGS))
    page = await sari.send((await sari.go(one)).form("/penarikan"))
    assert page.text.count("Ditarik") == 2
    events = await told(agreement)
    assert [event["name"].removeprefix("agreement.figure_") for event in events] == [
        *("entered", "entered", "withdrawn")
    ]
    assert not any("Laporan" in str(event["details"]) for event in events)


async def test_what_cannot_be_said_of_a_plan_is_refused(partners: Partners) -> None:
    agreement = await signed(partners)
    said = NewEntry(year=2024, amount=1, source="Laporan")
    await declare_feed(partners.sari, agreement, place(1), ACTIVITIES)
    refusals: list[tuple[type[Exception], object, NewEntry]] = [
        (RuleBroken, place(1), said),
        (RuleBroken, place(1, aspect=Aspect.OUTCOME), said),
        (NotVisible, place(9), said),
        (Stale, place(3, version=1), said),
        (Invalid, place(3), NewEntry(year=2019, amount=1, source="Laporan")),
        (Invalid, place(3), NewEntry(year=2027, amount=1, source="Laporan")),
    ]
    for error, at, entry in refusals:
        with pytest.raises(error):
            await enter_figure(partners.sari, agreement, at, entry)  # type: ignore[arg-type]  # a Place
    stranger = Feed(kind=Countable.RELEASES, party=partners.town.offices["bkn"])
    with pytest.raises(RuleBroken, match="bukan pihak"):
        await declare_feed(partners.sari, agreement, place(2), stranger)
    with pytest.raises(NotAllowed):
        await declare_feed(partners.rina, agreement, place(2), ACTIVITIES)
    elsewhere = replace(partners.sari, organisation=partners.town.offices["lain"])
    with pytest.raises(NotVisible):
        await declare_feed(elsewhere, agreement, place(2), ACTIVITIES)
    with pytest.raises(asyncpg.PostgresError, match="fed or entered, not both"):
        await changed(
            partners,
            "INSERT INTO plan_entry (agreement, version, line, aspect, indicator, year, amount,"
            " source, officer, entered_at, readers) SELECT agreement, version, line, aspect,"
            " indicator, 2024, 1, 's', officer, now(), readers FROM plan_feed",
        )
    with pytest.raises(asyncpg.PostgresError, match="from its signing on"):
        await changed(
            partners,
            "INSERT INTO duty (agreement, theme, organisation, ordinal, text)"
            " SELECT agreement, theme, organisation, 99, 'x' FROM duty",
        )
    ending = "UPDATE plan_feed SET ended_at = now(), ended_by = officer"
    await changed(partners, ending)
    with pytest.raises(asyncpg.PostgresError, match="stays as it was"):
        await changed(partners, ending)


async def test_signing_makes_the_duties_of_the_plan_ones_that_activities_tick(
    partners: Partners, visit: Visits
) -> None:
    agreement = await signed(partners)
    rina = await visit("rina")
    here = f"/kerja-sama/{agreement}"
    assert (await rina.go(here)).text.count("Belum pernah dilaksanakan") == 2
    activity = await plan(partners, agreement=agreement)
    async with reading(partners.rina) as c:
        owed = await duties_of(c, agreement)
    await hold(partners, activity, dinas=3, duties=(owed[0].id,))
    page = await rina.go(here)
    assert page.text.count("1 kali, terakhir") == 1
    assert page.text.count("Belum pernah dilaksanakan") == 1
    assert f'href="/pencegahan/kegiatan/{activity}"' in page.html
    planned = await rina.go(f"{here}/rencana-kerja")
    assert planned.text.count("1 kali, terakhir") == 1
    assert planned.text.count("Belum pernah dilaksanakan") == 1
