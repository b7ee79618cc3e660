"""People are listed, seen and changed; no office loses its last administrator by accident."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.accounts.commands import administration
from netralitas.accounts.domain import AccountRefused, Problem, Seat
from netralitas.accounts.people.commands.desks import enable, end_desk
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.refusals import NotVisible
from tests.make import Town, stepped_up
from tests.people.conftest import Statements, Visits, told, value

LIST: Final = "/pengelolaan/akun"


async def test_an_administrator_sees_the_people_of_their_offices_in_few_queries(
    town: Town, visit: Visits, statements: Statements
) -> None:
    hadi, omar = await visit("hadi"), await visit("omar")
    statements.sent.clear()
    page = await hadi.go(LIST)
    assert len(statements.sent) <= 6
    assert "Rina Paramita" in page.links
    assert "Galih Pranowo" not in page.links
    assert "Galih Pranowo" in (await omar.go(LIST)).links
    one = await omar.go(f"{LIST}?kantor={town.offices['kab']}")
    assert "Rina Paramita" in one.links
    assert "Galih Pranowo" not in one.links
    assert "Tidak ada orang yang cocok" in (await hadi.go(f"{LIST}?keadaan=nonaktif")).text
    statements.sent.clear()
    person = await hadi.go(page.links["Rina Paramita"])
    assert len(statements.sent) <= 9
    assert "belum ada" in person.text
    assert person.address.endswith(f"/orang/{town.rina.officer}")


async def test_a_person_is_changed_by_forms_and_each_change_stands_in_their_history(
    town: Town, visit: Visits
) -> None:
    hadi = await visit("hadi")
    href = f"{LIST}/orang/{town.rina.officer}"
    wrong = await hadi.send((await hadi.go(f"{href}/surel")).form("/surel"), email="bukan surel")
    assert wrong.status == 422
    assert wrong.form("/surel").values["email"] == ["bukan surel"]
    await hadi.send(wrong.form("/surel"), email="rina@kantor.example")
    above = (await hadi.go(f"{href}/atasan")).form("/atasan")
    await hadi.send(above, superior=above.pick("superior", "Sari"))
    roles = (await hadi.go(f"{href}/meja/{town.rina.desk}/peran")).form("/peran")
    await hadi.send(roles, roles=["investigator", "secretary"])
    unsure = await hadi.send((await hadi.go(f"{href}/nonaktif")).form("/nonaktif"))
    assert unsure.status == 422
    await hadi.send(unsure.form("/nonaktif"), sure="ya")
    page = await hadi.go(href)
    assert "Dinonaktifkan" in page.text
    page = await hadi.send(page.form("/pengaktifan"))
    for sentence in ("Alamat surel diubah", "Peran diubah", "Akun diaktifkan kembali"):
        assert sentence in page.text
    assert "rina@kantor.example" in page.text
    assert "rina@kantor" not in str([each.details for each in await told()])
    assert (await hadi.go(f"{href}/lain-lain")).status == 404
    assert (await hadi.go(f"{href}/meja/{town.sari.desk}/peran")).status == 404


async def test_a_desk_ends_after_its_last_day_and_is_told_thirty_days_before(
    town: Town, visit: Visits
) -> None:
    hadi = await visit("hadi")
    today = clock.now().date()
    await end_desk(town.hadi, town.rina.desk, today + timedelta(days=20))
    assert "1 penugasan berakhir dalam 30 hari" in (await hadi.go(LIST)).text
    assert "Rina Paramita" in (await hadi.go(f"{LIST}?keadaan=berakhir")).links
    await end_desk(town.hadi, town.rina.desk, today - timedelta(days=1))
    with pytest.raises(AccountRefused):
        await end_desk(town.hadi, town.rina.desk, today - timedelta(days=9999))
    with pytest.raises(NotVisible):
        await end_desk(town.hadi, 99_999, today)
    assert "sudah berakhir" in (await hadi.go(f"{LIST}/orang/{town.rina.officer}")).text
    assert await value("SELECT valid_to FROM desk WHERE id = $1", town.rina.desk) == today


async def test_the_last_administrator_and_ones_own_role_stay(town: Town) -> None:
    today = clock.now().date()
    kab = town.offices["kab"]
    for own in (
        administration.disable(login="hadi", actor=town.hadi),
        end_desk(town.hadi, town.hadi.desk, today),
        administration.set_roles(
            login="hadi", organisation=kab, roles=[Role.INVESTIGATOR], actor=town.hadi
        ),
    ):
        with pytest.raises(AccountRefused) as refused:
            await own
        assert refused.value.problem is Problem.OWN_ADMINISTRATOR
    await end_desk(town.hadi, town.nadia.desk, today + timedelta(days=5))
    with pytest.raises(AccountRefused) as last:  # Nadia would not stay as long as Hadi
        await administration.disable(login="hadi", actor=town.omar)
    assert last.value.problem is Problem.LAST_ADMINISTRATOR
    await administration.disable(login="hadi", actor=await administration.as_system())


async def test_an_account_of_two_parties_is_seen_and_not_changed_by_one_of_them(
    town: Town, visit: Visits
) -> None:
    seat = Seat(organisation=town.offices["bkn"], title="Penghubung", roles=(Role.LIAISON,))
    system = await administration.as_system()
    await administration.add_desk(login="rina", seat=seat, actor=system)
    hadi = await visit("hadi")
    href = f"{LIST}/orang/{town.rina.officer}"
    page = await hadi.go(href)
    assert "di luar kewenangan Anda" in page.text
    assert "Penghubung" not in page.text
    assert (await hadi.go(f"{href}/surel")).status == 403


STEPS = st.lists(
    st.tuples(
        st.sampled_from(("hadi", "nadia", "omar", "sari")),
        st.sampled_from(("disable", "enable", "end", "end later", "take", "give")),
        st.sampled_from(("hadi", "nadia", "omar", "sari")),
    ),
    max_size=12,
)
_HAS_ONE = """
SELECT count(*) FROM desk d JOIN officer f ON f.id = d.officer AND f.disabled_at IS NULL
WHERE d.organisation = $1 AND 'administrator' = ANY (d.roles)
  AND (d.valid_to IS NULL OR d.valid_to > $2)
"""


async def try_step(town: Town, by: Actor, act: str, login: str) -> None:
    """Let somebody who is an administrator now do it, or be refused."""
    whom = town.actors[login]
    today = clock.now().date()
    roles = [Role.ADMINISTRATOR] if act == "give" else [Role.COMMISSIONER]
    try:
        if act == "disable":
            await administration.disable(login=login, actor=by)
        elif act == "enable":
            await enable(by, login)
        elif act.startswith("end"):
            await end_desk(by, whom.desk, today + timedelta(days=10 if "later" in act else -1))
        else:
            await administration.set_roles(
                login=login, organisation=whom.organisation, roles=roles, actor=by
            )
    except AccountRefused:
        pass


@hypothesis_settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
async def test_no_sequence_leaves_an_office_without_the_administrator_it_had(
    town: Town, steps: list[tuple[str, str, str]]
) -> None:
    async with writing(EVERYTHING) as c:
        await c.execute("UPDATE officer SET disabled_at = NULL")
        await c.execute("UPDATE desk SET valid_to = NULL")
        for login in ("hadi", "nadia", "omar", "sari"):
            roles = ["commissioner" if login == "sari" else "administrator"]
            await c.execute(
                "UPDATE desk SET roles = $2 WHERE id = $1", town.actors[login].desk, roles
            )
    today = clock.now().date()
    for by, act, login in steps:
        async with reading(EVERYTHING) as c:
            sits = await c.fetchval(
                "SELECT 'administrator' = ANY (d.roles) AND f.disabled_at IS NULL"
                " AND (d.valid_to IS NULL OR d.valid_to > $2)"
                " FROM desk d JOIN officer f ON f.id = d.officer WHERE d.id = $1",
                *(town.actors[by].desk, today),
            )
        if sits:
            held = frozenset({Role.ADMINISTRATOR})
            actor = stepped_up(replace(town.actors[by], roles=held))
            await try_step(town, actor, act, login)
    async with reading(EVERYTHING) as c:
        for office in ("kab", "prov"):
            for on in (today, today + timedelta(days=400)):
                assert await c.fetchval(_HAS_ONE, town.offices[office], on), (office, on)
