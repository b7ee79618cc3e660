"""The office that followed up publishes its own work: two of its persons, and notice to Bawaslu."""

from dataclasses import replace

import pytest

from netralitas.access.domain import Actor, Role
from netralitas.cases.answers import Answers
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.public.opendata.rows import tables_of
from netralitas.publication.queries import Published, published, releases_of
from netralitas.publication.queries.counted import about_of
from netralitas.refusals import Invalid, NotAllowed, NotVisible, RuleBroken
from tests.make import Town, move, person
from tests.publication.conftest import (
    OWN,
    approve_own,
    concluded_case,
    draft,
    draft_own,
    publish,
    recommended_case,
    respondents_of,
)

SEEN = "SELECT count(*) FROM release WHERE case_file = $1"
LEFT = """
SELECT (SELECT count(*) FROM proceeding WHERE case_file = $1 AND workflow = 'office_publication'),
       (SELECT count(*) FROM release WHERE case_file = $1)
"""


def press(town: Town) -> Actor:
    """Who publishes for the office that followed up."""
    return replace(town.putri, roles=frozenset({Role.PUBLISHER}))


async def public() -> Published:
    async with reading(EVERYTHING) as c:
        return await published(c)


async def test_the_office_publishes_what_it_did_and_bawaslu_is_the_other_party(town: Town) -> None:
    case = await concluded_case(town)
    await draft_own(town, case, summary="Seorang pegawai dijatuhi hukuman.")
    for reader, amount in ((town.dewa, 1), (town.rina, 0), (town.maya, 0)):
        async with reading(reader) as c:
            assert await c.fetchval(SEEN, case) == amount
    await approve_own(town, case)
    async with reading(town.rina) as c:
        [shown] = await releases_of(c, case)
        letters = await c.fetch(
            "SELECT organisation, correspondent FROM letter WHERE subject = 'Pemberitahuan rilis'"
        )
    assert (shown.state, shown.other_party) == (
        *("Pihak lain diberi tahu", "Bawaslu Kabupaten Contoh"),
    )
    assert [tuple(row) for row in letters] == [(town.offices["bkpsdm"], town.offices["kab"])]
    with pytest.raises(RuleBroken, match="belum menanggapi"):
        await move(press(town), case, "publish", workflow=OWN)
    await move(town.rina, case, "objection_raised", workflow=OWN, note="Tanggalnya keliru.")
    await move(press(town), case, "publish", workflow=OWN)
    [release] = (await public()).current
    assert (release.party, release.objection) == ("BKPSDM Kabupaten Contoh", True)
    assert release.outcomes[0].became == "Selesai: hukuman disiplin sedang"
    assert "Terlapor Contoh" not in repr(release)
    given = Answers(public_reason="wrong_data")
    await move(town.endah, case, "withdraw", workflow=OWN, note="Keliru.", answers=given)
    assert len((await public()).withdrawn) == 1


async def test_nobody_of_the_office_approves_alone_and_bawaslu_does_not_approve_for_it(
    town: Town,
) -> None:
    case = await concluded_case(town)
    for stranger in (town.rina, press(town), town.maya, town.endah):
        with pytest.raises((NotAllowed, RuleBroken)):
            await draft_own(town, case, actor=stranger)
    await draft_own(town, case)
    both = replace(town.dewa, roles=frozenset({Role.FOLLOW_UP, Role.APPOINTING, Role.PUBLISHER}))
    with pytest.raises(RuleBroken, match="orang lain"):
        await move(both, case, "check", workflow=OWN)
    with pytest.raises(NotVisible):
        await move(town.sari, case, "check", workflow=OWN)
    await move(town.endah, case, "check", workflow=OWN)
    await move(both, case, "approve_first", workflow=OWN)
    with pytest.raises(RuleBroken, match="orang lain"):
        await move(both, case, "approve_second", workflow=OWN)
    with pytest.raises(NotAllowed):
        await move(press(town), case, "approve_second", workflow=OWN)


async def test_the_office_speaks_of_its_own_follow_up_only_and_names_nobody(town: Town) -> None:
    case = await concluded_case(town, person(name="Budi Santosa"))
    elsewhere = await concluded_case(town, person(name="Wira Kusuma"))
    for chosen in (await respondents_of(elsewhere), (*await respondents_of(case), 999_999)):
        with pytest.raises(NotVisible):
            await draft_own(town, case, *chosen)
    with pytest.raises(Invalid):
        await draft_own(town, case, summary="oleh budi santosa")
    async with reading(EVERYTHING) as c:
        assert tuple(await c.fetchrow(LEFT, case)) == (0, 0)


def test_a_release_from_before_it_was_kept_says_of_one_respondent_alone_whose_its_record_is() -> (
    None
):
    assert about_of({"outcomes": [{}], "about": [7]}, [7]) == [7]
    assert about_of({"outcomes": [{}]}, [5]) == (5,)
    assert about_of({"outcomes": [{}, {}]}, [5, 6]) == (None, None)


async def test_of_a_respondent_of_whom_both_parties_tell_only_the_newest_counts(
    town: Town,
) -> None:
    case = await recommended_case(town, person(name="Budi Santosa"), person(name="Wira Kusuma"))
    first, _ = await respondents_of(case)
    await draft(town, case)
    await publish(town, case)
    await draft_own(town, case, first)
    await approve_own(town, case)
    await move(town.rina, case, "no_objection", workflow=OWN)
    await move(press(town), case, "publish", workflow=OWN)
    found = await public()
    told = {release.party: release for release in found.current}
    assert {party: len(release.outcomes) for party, release in told.items()} == {
        "Bawaslu Kabupaten Contoh": 2,
        "BKPSDM Kabupaten Contoh": 1,
    }
    rows = tables_of(found, "https://contoh.test")[0].rows
    assert sorted(str(row[2]) for row in rows) == [
        "BKPSDM Kabupaten Contoh",
        "Bawaslu Kabupaten Contoh",
    ]
