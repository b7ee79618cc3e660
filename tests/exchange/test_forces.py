"""Task forces and liaison officers by decree, their people, and who of them is on duty."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from netralitas.agreements.commands import enter_agreement
from netralitas.agreements.content import read
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.exchange.forces.commands import (
    Place,
    cancel_duty,
    form_force,
    name_member,
    set_duty,
)
from netralitas.exchange.forces.domain import (
    Force,
    ForceKind,
    Member,
    NewDuty,
    NewMember,
    Post,
)
from netralitas.exchange.forces.policy import LONGEST, days_of, duty_problems
from netralitas.exchange.forces.words import standing
from netralitas.law.book import load
from netralitas.refusals import Invalid, NotAllowed, RuleBroken
from tests.exchange.asking import day, decree, in_force, sent
from tests.exchange.conftest import Partners, Statements, Visits
from tests.make import days_ago
from tests.pages import Browser

NAMED = "Wayan Contoh"


async def test_a_decree_its_people_their_roster_and_its_end(
    partners: Partners, visit: Visits, statements: Statements
) -> None:
    here = f"/kerja-sama/{await in_force(partners)}/satgas"
    rina, dewa = await visit("rina"), await visit("dewa")
    assert "Belum ada satgas atau narahubung" in (await rina.go(here)).text
    form = (await rina.go(f"{here}/baru")).form("/baru")
    typed = {
        "kind": "task_force",
        "name": "Satgas konten internet",
        "decree_number": "15/SK/2024",
        **day("decree_on", 101),
        **day("since", 100),
        **day("until", -20),
        "tasks": "Memeriksa alamat\nMeneruskan temuan",
    }
    wrong = await rina.send(form, {**typed, **day("until", 120), **day("since", 300)})
    assert wrong.status == 422
    assert "Masa tugas tidak dimulai sebelum kerja sama ditandatangani." in wrong.text
    page = await rina.send(form, typed)
    one = page.address
    for said in ("Berakhir dalam 20 hari", "Para pihak bersama-sama", "Belum ada anggota"):
        assert said in page.text, said

    await named_and_on_duty(dewa, rina, one)
    statements.sent.clear()
    await rina.go(f"{one}/piket")
    assert len(statements.sent) <= 12, statements.sent
    assert (await dewa.go(f"{one}/anggota")).status == 200
    over = await sent(dewa, f"{one}/akhir", **day("on", 0))
    assert over.status == 409
    assert "sudah diakhiri" in over.text


async def named_and_on_duty(dewa: Browser, rina: Browser, one: str) -> None:
    """Name somebody, put them on the roster for three days, and end all after the first."""
    form = (await dewa.go(f"{one}/anggota")).form("/anggota")
    who = {"name": NAMED, "capacity": "Kepala Bidang", "post": "leader", **day("since", 100)}
    who["organisation"] = form.pick("organisation", "BKPSDM")
    late = await dewa.send(form, {**who, **day("until", -90)})
    assert "Anggota tidak bertugas sesudah masa tugas berakhir." in late.text
    page = await dewa.send(form, {**who, **day("until", -10)})
    assert f"Segera berakhir: {NAMED}: berakhir dalam 10 hari." in page.text
    told = f"Segera berakhir: {NAMED} (Satgas konten internet): berakhir dalam 10 hari."
    assert told in (await rina.go(one.rpartition("/")[0])).text
    form = (await dewa.go(f"{one}/piket/baru")).form("/baru")
    duty = {"member": form.pick("member", NAMED), **day("first", 0), **day("last", -2)}
    page = await dewa.send(form, {**duty, "workdays": [], "place": "Posko bersama"})
    assert page.text.count("Posko bersama") + (await rina.go(later(one))).text.count("Posko") == 3
    again = await dewa.send(form, {**duty, "workdays": []})
    assert "Petugas ini sudah piket pada" in again.text
    page = await sent(dewa, f"{one}/akhir", **day("on", 0))
    assert "Hari terakhir" in page.text
    roster = f"{(await rina.go(f'{one}/piket')).text} {(await rina.go(later(one))).text}"
    assert roster.count("Posko bersama") == 1


def later(one: str) -> str:
    """The roster of the month in which the day after tomorrow lies, if it is another one."""
    month, now = days_ago(-2), days_ago(0)
    return f"{one}/piket?bulan={month:%Y-%m}" if month.month != now.month else "/kerja-sama"


async def test_who_is_no_party_forms_nothing_and_nobody_is_on_duty_twice(
    partners: Partners, visit: Visits
) -> None:
    agreement = await in_force(partners)
    with pytest.raises(NotAllowed, match="bukan pihak"):
        await form_force(partners.galih, decree(agreement))
    with pytest.raises(NotAllowed, match="dicatat oleh"):
        await form_force(partners.nita, decree(agreement))
    with pytest.raises(RuleBroken, match="berlaku"):
        await form_force(partners.rina, decree(await unsigned(partners)))
    for changes, field in (
        ({"decree_on": days_ago(-1)}, "decree_on"),
        ({"until": days_ago(101)}, "until"),
        ({"decreed_by": partners.town.offices["bkn"]}, "decreed_by"),
    ):
        with pytest.raises(Invalid) as refused:
            await form_force(partners.rina, decree(agreement, **changes))
        assert field in refused.value.errors
    place = Place(agreement=agreement, force=await form_force(partners.rina, decree(agreement)))
    office = partners.town.offices["bkpsdm"]
    new = NewMember(
        name=NAMED, organisation=office, capacity="Staf", post=Post.MEMBER, since=days_ago(50)
    )
    member = await name_member(partners.dewa, place, new)
    for organisation, post, field in (
        (partners.town.offices["bkn"], Post.MEMBER, "organisation"),
        (office, Post.LIAISON, "post"),
    ):
        other = NewMember(
            name="X", organisation=organisation, capacity="Y", post=post, since=days_ago(1)
        )
        with pytest.raises(Invalid) as refused:
            await name_member(partners.dewa, place, other)
        assert field in refused.value.errors
    duty = NewDuty(
        member=member,
        first=days_ago(3),
        last=days_ago(1),
        begins_at=time(8),
        ends_at=time(16),
        workdays=False,
    )
    assert await set_duty(partners.dewa, place, duty, calendar=load().calendar()) == 3
    async with reading(EVERYTHING) as c:
        shift = await c.fetchval("SELECT min(id) FROM duty_shift")
        told = await c.fetch("SELECT details::text FROM event WHERE stream = $1", place.force)
    assert not any(NAMED in row["details"] for row in told)
    await cancel_duty(partners.dewa, place, shift)
    browser = await visit("galih")
    here = f"/kerja-sama/{agreement}/satgas/{place.force}"
    assert NAMED in (await browser.go(here)).text
    assert (await browser.go(f"{here}/anggota")).status == 403
    assert (await (await visit("lain")).go(here)).status == 404


async def unsigned(partners: Partners) -> int:
    """Another agreement of the parties that nobody signed yet."""

    own = read("kudus")
    offices = (partners.town.offices["kab"], partners.town.offices["bkpsdm"])
    named = zip(own.parties, offices, strict=True)
    parties = tuple(replace(party, organisation=office) for party, office in named)
    return await enter_agreement(partners.sari, replace(own, parties=parties))


_DAYS = st.dates(min_value=date(2024, 1, 1), max_value=date(2024, 12, 31))


@given(since=_DAYS, until=st.none() | _DAYS, ended=st.none() | _DAYS, first=_DAYS, last=_DAYS)
def test_duty_lies_inside_of_every_term(
    since: date, until: date | None, ended: date | None, first: date, last: date
) -> None:
    force = Force(
        id=1,
        agreement=1,
        kind=ForceKind.TASK_FORCE,
        since=since,
        until=None,
        ended_on=ended,
        readers=(1,),
    )
    member = Member(id=1, since=since, until=until)
    new = NewDuty(member=1, first=first, last=last, begins_at=time(8), ends_at=time(9))
    days = days_of(new)
    inside = all(
        since <= on and (until is None or on <= until) and (ended is None or on <= ended)
        for on in days
    )
    accepted = not duty_problems(new, days, force, member)
    assert accepted == (inside and 0 < len(days) <= LONGEST)


def test_what_ends_within_a_month_is_said() -> None:
    today = date(2024, 9, 2)
    assert standing(date(2024, 1, 1), date(2024, 9, 14), today)[0] == "Berakhir dalam 12 hari"
    assert standing(date(2024, 1, 1), date(2024, 12, 1), today)[0] == "Bertugas"
    assert standing(date(2024, 1, 1), today, today) == ("Hari terakhir", "soon")
    assert standing(date(2024, 9, 3), None, today)[0] == "Mulai 3 September 2024"
