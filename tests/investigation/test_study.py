"""A study is written in versions, commented, read by a second person, and only then submitted."""

import pytest

from netralitas.database.context import EVERYTHING
from netralitas.database.transactions import reading
from netralitas.evidence.storage import Storage
from netralitas.investigation.study.commands import (
    add_comment,
    read_second,
    resolve_comment,
    save_version,
    submit,
)
from netralitas.investigation.study.comparing import changes
from netralitas.investigation.study.domain import (
    Comment,
    Content,
    Finding,
    Section,
    Study,
    Verdict,
)
from netralitas.investigation.study.policy import contradicts
from netralitas.investigation.study.store import study_of
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken, Stale
from tests.investigation.writing import BOOK, approved, submitted, to_study, whole
from tests.make import Town, make_case, person, proceedings


async def _study(case: int) -> Study:
    async with reading(EVERYTHING) as c:
        return await study_of(c, case)


async def _comments(case: int) -> tuple[Comment, ...]:
    return (await _study(case)).comments


async def test_each_saving_is_a_version_that_stays(town: Town) -> None:
    case = (await make_case(town)).id
    await to_study(town, case)
    assert await save_version(town.rina, case, Content(facts="Satu."), base=0, book=BOOK) == 1
    assert await save_version(town.bagas, case, Content(facts="Dua."), base=1, book=BOOK) == 2
    study = await _study(case)
    assert [each.content.facts for each in study.versions] == ["Satu.", "Dua."]
    assert study.authors == {town.rina.officer, town.bagas.officer}


async def test_what_was_written_over_an_older_version_is_not_saved(town: Town) -> None:
    case = (await make_case(town)).id
    await to_study(town, case)
    await save_version(town.rina, case, Content(facts="Satu."), base=0, book=BOOK)
    with pytest.raises(Stale):
        await save_version(town.bagas, case, Content(facts="Lain."), base=0, book=BOOK)
    assert (await _study(case)).number == 1


async def test_nobody_but_the_owners_investigators_writes(town: Town) -> None:
    case = (await make_case(town)).id
    await to_study(town, case)
    for actor, refusal in ((town.sari, NotAllowed), (town.galih, NotVisible)):
        with pytest.raises(refusal):
            await save_version(actor, case, Content(facts="Satu."), base=0, book=BOOK)
    with pytest.raises(NotVisible):
        await save_version(town.lain, case, Content(facts="Satu."), base=0, book=BOOK)


async def test_before_registration_no_study_is_written(town: Town) -> None:
    case = (await make_case(town)).id
    with pytest.raises(RuleBroken) as refused:
        await save_version(town.rina, case, Content(facts="Satu."), base=0, book=BOOK)
    assert refused.value.rule == "study.state"


async def test_an_author_of_any_version_is_not_the_second_reader(town: Town) -> None:
    case = (await make_case(town)).id
    await to_study(town, case)
    await save_version(town.bagas, case, Content(facts="Satu."), base=0, book=BOOK)
    await save_version(town.rina, case, await whole(case), base=1, book=BOOK)
    for author in (town.rina, town.bagas):
        with pytest.raises(RuleBroken) as refused:
            await read_second(author, case, 2, Verdict.APPROVED, None, book=BOOK)
        assert refused.value.rule == "study.second_reader"
    await read_second(town.tono, case, 2, Verdict.APPROVED, None, book=BOOK)
    assert (await _study(case)).approved


async def test_a_version_after_the_reading_is_to_be_read_again(town: Town) -> None:
    case = (await make_case(town)).id
    await to_study(town, case)
    number = await approved(town, case)
    await save_version(town.rina, case, await whole(case), base=number, book=BOOK)
    assert not (await _study(case)).approved
    with pytest.raises(Stale):
        await read_second(town.bagas, case, number, Verdict.APPROVED, None, book=BOOK)


async def test_a_comment_is_settled_by_who_made_it_or_who_wrote_nothing(town: Town) -> None:
    case = (await make_case(town)).id
    await to_study(town, case)
    await save_version(town.rina, case, Content(facts="Satu."), base=0, book=BOOK)
    for _ in range(2):
        await add_comment(town.sari, case, Section.FACTS, "Kapan?", book=BOOK)
    first, second = await _comments(case)
    with pytest.raises(RuleBroken) as refused:
        await resolve_comment(town.rina, case, first.id, book=BOOK)
    assert refused.value.rule == "study.resolver"
    await resolve_comment(town.sari, case, first.id, book=BOOK)
    await resolve_comment(town.bagas, case, second.id, book=BOOK)
    assert [each.resolved for each in await _comments(case)] == [
        "Sari Kusumawati",
        "Bagas Wiratama",
    ]


async def test_the_refusal_names_everything_that_is_missing(town: Town, storage: Storage) -> None:
    case = (await make_case(town, person(1), person(2))).id
    await to_study(town, case)
    await save_version(town.rina, case, Content(facts="Satu."), base=0, book=BOOK)
    await add_comment(town.sari, case, Section.FACTS, "Kapan?", book=BOOK)
    with pytest.raises(RuleBroken) as refused:
        await submit(town.rina, case, 1, book=BOOK, storage=storage)
    said = refused.value.reason
    assert "belum mengutip" in said
    assert "Terlapor Contoh 1, Terlapor Contoh 2" in said
    assert "1 catatan" in said
    assert "pembaca kedua" in said
    assert (await proceedings(case))[0]["state"] == "study"


async def test_submitting_files_the_study_and_leads_to_the_plenary(
    town: Town, storage: Storage
) -> None:
    case = (await make_case(town)).id
    await submitted(town, case, storage)
    assert (await proceedings(case))[0]["state"] == "plenary"
    async with reading(town.rina) as c:
        kinds = await c.fetch("SELECT kind, title FROM document WHERE case_file = $1", case)
        papers = await c.fetch("SELECT paper FROM official_paper WHERE case_file = $1", case)
    assert [row["kind"] for row in kinds].count("study") == 1
    assert [row["paper"] for row in papers] == ["kajian"]


async def test_a_study_before_the_plenary_is_written_no_further(
    town: Town, storage: Storage
) -> None:
    case = (await make_case(town)).id
    await submitted(town, case, storage)
    with pytest.raises(RuleBroken):
        await save_version(town.rina, case, Content(facts="Lagi."), base=1, book=BOOK)


async def test_another_version_in_between_stands_against_submitting(
    town: Town, storage: Storage
) -> None:
    case = (await make_case(town)).id
    await to_study(town, case)
    number = await approved(town, case)
    with pytest.raises(Stale):
        await submit(town.rina, case, number + 1, book=BOOK, storage=storage)
    assert (await proceedings(case))[0]["state"] == "study"


async def test_superiors_receivers_and_others_read_no_draft(town: Town) -> None:
    case = (await make_case(town)).id
    await to_study(town, case)
    await save_version(town.rina, case, Content(facts="Satu."), base=0, book=BOOK)
    for actor in (town.lain, town.maya, town.dewa):
        async with reading(actor) as c:
            assert await c.fetch("SELECT id FROM study_version") == []


def test_what_changed_is_told_by_section_and_line() -> None:
    before = Content(facts="Satu.\nDua.", citations=("UU 5/2014",))
    after = Content(facts="Satu.\nTiga.", citations=("UU 5/2014",))
    (changed,) = changes(before, after, [])
    assert (changed.section, changed.added, changed.removed) == (
        Section.FACTS,
        ("Tiga.",),
        ("Dua.",),
    )


def test_no_violation_stands_beside_no_other_finding() -> None:
    assert contradicts({Finding.NOT_VIOLATION, Finding.CRIMINAL})
    assert not contradicts({Finding.OTHER_LAW, Finding.CRIMINAL})
    assert not contradicts({Finding.NOT_VIOLATION})
