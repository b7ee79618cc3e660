"""An administrator changes the law: what is refused, what is asked, what is in force afterwards."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import asyncpg
import pytest

from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.editions.commands.changing import propose, save
from netralitas.editions.current import LAW
from netralitas.editions.domain import Entry, EntryKind
from netralitas.editions.queries import preview
from netralitas.law.entries import committed, rule_key
from netralitas.refusals import NotAllowed, NotVisible, RuleBroken, Stale
from tests.editions.conftest import EVERY_QUESTION, change, day_off, newest
from tests.make import Town, days_ago

FREE = date(2027, 6, 23)  # a working day of a loaded year
CODE = "pemilihan.handle_base"


def rule(version: int, code: str = CODE, **changes: Any) -> Entry:  # noqa: ANN401 - fields of a rule
    body = {**committed()["rule", rule_key(code, 1)], "version": version, **changes}
    return Entry(kind=EntryKind.RULE, key=rule_key(code, version), body=body)


def new_version(begins: date, code: str = CODE, **changes: Any) -> tuple[Entry, Entry]:  # noqa: ANN401 - as above
    ends = (begins - timedelta(days=1)).isoformat()
    return rule(1, code, valid_to=ends), rule(2, code, valid_from=begins.isoformat(), **changes)


async def refused(town: Town, *entries: Entry, reason: str = "Keputusan baru") -> RuleBroken:
    with pytest.raises(RuleBroken) as refusal:
        await propose(town.hadi, reason=reason, entries=entries)
    assert await newest() == 1
    return refusal.value


async def test_a_saved_change_is_in_force_at_once_and_says_who_and_why(town: Town) -> None:
    assert await change(town, day_off(FREE), reason="Keppres 9/2027") == 2
    async with reading(EVERYTHING) as c:
        law = await LAW.follow(c)
        row = await c.fetchrow(
            "SELECT l.officer, l.reason, l.shipped, e.name, e.details FROM law_edition l"
            " JOIN event e ON e.id = l.event WHERE l.number = 2"
        )
    assert not law.book.calendar().is_workday(FREE)
    assert (law.edition, law.book.edition, law.book.calendar().version) == (2, 2, 2)
    assert tuple(row) == (
        *(town.hadi.officer, "Keppres 9/2027", False, "law.changed"),
        {"edition": 2, "entries": ["2027-06-23"]},
    )


async def test_a_draft_alone_changes_nothing(town: Town) -> None:
    await propose(town.hadi, reason="Coba", entries=(day_off(FREE),))
    assert await newest() == 1


async def test_a_new_version_of_a_rule_closes_the_one_before(town: Town) -> None:
    begins = days_ago(-30)
    await change(town, *new_version(begins, number=5, article="Peraturan baru Pasal 1"))
    async with reading(EVERYTHING) as c:
        law = await LAW.follow(c)
    assert law.book.rule(CODE, begins).number == 5
    assert law.book.rule(CODE, begins - timedelta(days=1)).version == 1


async def test_without_a_reason_there_is_no_change(town: Town) -> None:
    assert (await refused(town, day_off(FREE), reason=" ")).rule == "law.reason"


async def test_a_day_that_is_known_is_replaced_only_where_that_is_meant(town: Town) -> None:
    again = day_off(date(2026, 3, 20), name="Nama yang lebih tepat")
    draft = await propose(town.hadi, reason="Perbaikan", entries=(again,))
    found = await preview(town.hadi, draft)
    (known,) = (one for one in found.questions if one.code == "known_day")
    assert known.sentence.startswith("Jumat, 20 Maret 2026 sudah tercatat: ")
    with pytest.raises(RuleBroken) as refusal:
        await save(town.hadi, draft, previewed=1, confirmed=EVERY_QUESTION - {"known_day"})
    assert refusal.value.rule == "law.confirm.known_day"
    await save(town.hadi, draft, previewed=1, confirmed=EVERY_QUESTION)
    async with reading(EVERYTHING) as c:
        law = await LAW.follow(c)
    assert law.book.calendar().days[date(2026, 3, 20)].name == "Nama yang lebih tepat"


async def test_the_same_day_with_the_same_words_changes_nothing(town: Town) -> None:
    known = committed()["holiday", "2026-03-20"]
    again = Entry(kind=EntryKind.HOLIDAY, key="2026-03-20", body=known)
    assert (await refused(town, again)).rule == "law.no_change"


async def test_a_regional_day_that_is_off_in_the_nation_is_entered_twice_too(town: Town) -> None:
    assert (await refused(town, day_off(date(2026, 3, 20), "19.06"))).rule == "law.holiday_twice"


async def test_a_day_of_a_year_that_is_not_loaded_waits_for_its_year(town: Town) -> None:
    refusal = await refused(town, day_off(date(2028, 6, 21)))
    assert refusal.reason == "Kalender tahun 2028 belum dimuat. Muat tahunnya lebih dahulu."


async def test_a_year_and_its_days_can_come_together(town: Town) -> None:
    year = Entry(
        kind=EntryKind.YEAR,
        key="2028",
        body={"year": 2028, "provisional": True, "source": {"cuti_bersama": "Rancangan"}},
    )
    assert await change(town, year, day_off(date(2028, 6, 21))) == 2


async def test_a_year_behind_a_gap_is_refused(town: Town) -> None:
    year = Entry(
        kind=EntryKind.YEAR, key="2029", body={"year": 2029, "provisional": True, "source": {}}
    )
    assert (await refused(town, year)).rule == "law.years_follow_one_another"


async def test_two_versions_of_a_rule_never_hold_together(town: Town) -> None:
    refusal = await refused(town, rule(2, valid_from="2027-01-01", number=4))
    assert refusal.rule == "law.overlap"
    assert "Versi 2 berlaku bersamaan dengan versi 1." in refusal.reason


@pytest.mark.parametrize(("missing", "label"), [("article", "Pasal"), ("source", "Sumber")])
async def test_a_rule_without_article_or_source_is_refused(
    town: Town, missing: str, label: str
) -> None:
    refusal = await refused(town, *new_version(days_ago(-30), **{missing: " "}))
    assert refusal.rule == "law.malformed"
    assert refusal.reason.endswith(f", versi 2 tidak dapat dibaca: “{label}” belum diisi.")


async def test_what_changes_nothing_or_is_not_there_is_refused(town: Town) -> None:
    same = Entry(kind=EntryKind.RULE, key=rule_key(CODE, 1), body=committed()["rule", f"{CODE}#1"])
    assert (await refused(town, same)).rule == "law.no_change"
    gone = Entry(kind=EntryKind.HOLIDAY, key=FREE.isoformat(), body=None)
    assert (await refused(town, gone)).rule == "law.unknown"


@pytest.mark.parametrize(
    ("entries", "asked"),
    [
        ((day_off(FREE, decree_on="2027-07-01"),), "decree_after"),
        ((Entry(kind=EntryKind.HOLIDAY, key="2026-12-24", body=None),), "withdrawn"),
        ((day_off(date(2024, 6, 20)),), "past_day"),
        (new_version(date(2024, 9, 20), number=5), "retroactive"),
    ],
)
async def test_what_is_rarely_meant_is_asked_about(
    town: Town, entries: tuple[Entry, ...], asked: str
) -> None:
    draft = await propose(town.hadi, reason="Keputusan", entries=entries)
    found = await preview(town.hadi, draft)
    assert [question.code for question in found.questions] == [asked]
    with pytest.raises(RuleBroken) as refusal:
        await save(town.hadi, draft, previewed=1, confirmed=EVERY_QUESTION - {asked})
    assert refusal.value.rule == f"law.confirm.{asked}"
    assert await save(town.hadi, draft, previewed=1, confirmed=frozenset({asked})) == 2


async def test_a_preview_of_an_older_edition_is_not_saved(town: Town) -> None:
    draft = await propose(town.hadi, reason="Keputusan", entries=(day_off(FREE),))
    await change(town, day_off(FREE + timedelta(days=1)))
    with pytest.raises(Stale):
        await save(town.hadi, draft, previewed=1, confirmed=frozenset())
    assert await save(town.hadi, draft, previewed=2, confirmed=frozenset()) == 3


async def test_a_draft_that_somebody_else_made_true_says_so(town: Town) -> None:
    draft = await propose(town.hadi, reason="Keputusan", entries=(day_off(FREE),))
    await change(town, day_off(FREE))
    found = await preview(town.hadi, draft)
    assert found.refusal == "Usulan ini tidak mengubah apa pun."
    assert found.moving == ()


async def test_a_draft_is_saved_once(town: Town) -> None:
    draft = await propose(town.hadi, reason="Keputusan", entries=(day_off(FREE),))
    await save(town.hadi, draft, previewed=1, confirmed=frozenset())
    with pytest.raises(RuleBroken, match="sudah disimpan sebagai edisi 2"):
        await save(town.hadi, draft, previewed=2, confirmed=frozenset())


async def test_only_the_administrator_of_bawaslu_changes_the_law(town: Town) -> None:
    for who in (town.rina, town.sari, town.dewa):
        with pytest.raises(NotAllowed):
            await propose(who, reason="Keputusan", entries=(day_off(FREE),))
    elsewhere = replace(town.hadi, organisation_kind="government")
    with pytest.raises(NotAllowed):
        await propose(elsewhere, reason="Keputusan", entries=(day_off(FREE),))


async def test_nobody_sees_or_saves_the_draft_of_another(town: Town) -> None:
    draft = await propose(town.hadi, reason="Keputusan", entries=(day_off(FREE),))
    other = replace(town.hadi, officer=town.rina.officer)
    with pytest.raises(NotVisible):
        await preview(other, draft)
    with pytest.raises(NotVisible):
        await save(other, draft, previewed=1, confirmed=frozenset())
    with pytest.raises(NotVisible):
        await preview(town.hadi, draft + 1)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE law_edition SET reason = 'lain'",
        "DELETE FROM law_edition",
        "UPDATE law_entry SET body = NULL",
        "DELETE FROM law_entry",
    ],
)
async def test_nothing_of_an_edition_can_be_changed(town: Town, statement: str) -> None:
    assert town.offices
    with pytest.raises(asyncpg.PostgresError, match="permission denied"):
        async with writing(EVERYTHING) as c:
            await c.execute(statement)
