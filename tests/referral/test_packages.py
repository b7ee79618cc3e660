"""What is frozen when a case is handed over: one manifest for each receiver, its digest told."""

from dataclasses import replace
from hashlib import sha256
from typing import Any

import asyncpg
import pytest

from netralitas.cases.answers import Answers
from netralitas.cases.attaching import attach_paper
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.domain import Stored
from netralitas.vault.commands import put_in
from netralitas.vault.domain import Identity, Subject
from tests.conftest import Database
from tests.make import KEYS, Town, days_ago, letter, move, paper, person
from tests.referral.packaging import (
    decided_case,
    forwarding,
    manifest_of,
    packages,
    respondents_of,
)

REPORTER = Identity(name="Pelapor Contoh", address="Jalan Mawar 1")


async def evidence(town: Town, case: int, title: str, digit: str) -> int:
    """A piece of evidence of the case; its id."""
    stored = Stored(digest=digit * 64, size=2048, media_type="image/jpeg")
    given = replace(paper(DocumentKind.EVIDENCE), title=title, stored=stored)
    event = await attach_paper(town.rina, case, given)
    async with reading(EVERYTHING) as c:
        found: int = await c.fetchval("SELECT id FROM document WHERE event = $1", event)
    return found


async def events_with(digest: str) -> list[Any]:
    async with reading(EVERYTHING) as c:
        return await c.fetch(
            "SELECT id, name FROM event WHERE details ->> 'package' = $1 ORDER BY id", digest
        )


async def test_forwarding_freezes_one_package_that_says_what_is_in_and_what_is_not(
    town: Town,
) -> None:
    case = await decided_case(town, person(1), person(2), person(3), reporter=REPORTER)
    async with writing(town.rina) as c:
        for name in ("Saksi Satu", "Saksi Dua"):
            await put_in(
                c,
                case_file=case,
                subject=Subject.WITNESS,
                identity=Identity(name=name),
                readers=(town.offices["kab"],),
                keys=KEYS,
            )
    chosen = await evidence(town, case, "Foto kegiatan", "a")
    left = await evidence(town, case, "Rekaman", "b")
    people = (await respondents_of(case))[:2]
    answers = await forwarding(
        town, case, "bkn", respondents=people, evidence=(chosen,), answer_by=days_ago(-14)
    )
    await move(town.rina, case, "forward", answers=answers)
    [row] = await packages(case)
    manifest = manifest_of(row)
    assert (manifest.sender, manifest.receiver) == ("Bawaslu Kabupaten Contoh", "BKN")
    assert answers.letter_out is not None
    assert manifest.letter is not None
    assert manifest.letter.printed == answers.letter_out.printed
    assert [one.name for one in manifest.respondents] == ["Terlapor Contoh 1", "Terlapor Contoh 2"]
    assert {one.kind: one.title for one in manifest.papers} == {
        "preliminary_study": "preliminary_study",
        "study": "study",
        "evidence": "Foto kegiatan",
        "evidence_list": "evidence_list",
    }
    assert {one.what: one.amount for one in manifest.held_back} == {
        "reporter": 1,
        "informant": 0,
        "witness": 2,
        "minutes": 1,
        "evidence": 1,
        "other_respondents": 1,
    }
    assert "Perbawaslu 1/2022 Pasal 18 ayat (2)" in manifest.held_back[0].reason
    assert row["digest"] == sha256(row["manifest"]).digest()
    assert row["answer_by"] == days_ago(-14)
    told = await events_with(row["digest"].hex())
    assert [one["name"] for one in told] == ["handling.forward", *["referral.send"] * 2]
    assert row["event"] == told[1]["id"]
    async with reading(EVERYTHING) as c:
        printed = await c.fetchval("SELECT printed FROM letter WHERE id = $1", row["letter"])
        readers = {
            one["id"]: town.offices["bkn"] in one["readers"]
            for one in await c.fetch("SELECT id, readers FROM document WHERE id >= $1", chosen)
        }
    assert printed == answers.letter_out.printed
    assert (readers[chosen], readers[left]) == (True, False)


async def test_each_receiver_reads_its_own_package_and_no_other(town: Town) -> None:
    case = await decided_case(town, person(1), person(2))
    first, second = await respondents_of(case)
    to_bkn = await forwarding(town, case, "bkn", respondents=(first,))
    await move(town.rina, case, "forward", answers=to_bkn)
    to_office = await forwarding(town, case, "bkpsdm", respondents=(second,))
    await move(town.rina, case, "forward_more", answers=to_office)
    seen = {}
    for login in ("rina", "galih", "maya", "dewa", "lain"):
        async with reading(town.actors[login]) as c:
            rows = await c.fetch("SELECT receiver FROM package ORDER BY id")
            about = await c.fetchval("SELECT count(*) FROM package_proceeding")
        seen[login] = ([row["receiver"] for row in rows], about)
    bkn, bkpsdm = town.offices["bkn"], town.offices["bkpsdm"]
    assert seen == {
        "rina": ([bkn, bkpsdm], 2),
        "galih": ([bkn, bkpsdm], 2),
        "maya": ([bkn], 1),
        "dewa": ([bkpsdm], 1),
        "lain": ([], 0),
    }


async def test_what_is_sent_again_rerouted_recommended_or_handed_on_is_a_package_of_its_own(
    town: Town,
) -> None:
    case = await decided_case(town)
    await move(town.rina, case, "forward", answers=await forwarding(town, case, "bkn"))
    await move(town.maya, case, "return", workflow="referral", note="Kajian kurang.")
    newer = replace(paper(DocumentKind.STUDY), title="Kajian kedua")
    again = Answers(letter_out=letter(), papers=(newer,))
    await move(town.rina, case, "forward_again", workflow="referral", answers=again)
    recommended = Answers(
        recommended="discipline_medium",
        follow_up_office=town.offices["bkpsdm"],
        letter_in=letter("Rekomendasi"),
    )
    await move(town.maya, case, "recommend", workflow="referral", answers=recommended)
    handed_on = Answers(letter_out=letter(), follow_up_office=town.offices["bkn"])
    await move(
        town.rina, case, "hand_on", workflow="discipline", note="Pindah tugas.", answers=handed_on
    )
    rows = await packages(case)
    names = {identity: code for code, identity in town.offices.items()}
    assert [(names[row["sender"]], names[row["receiver"]]) for row in rows] == [
        ("kab", "bkn"),
        ("kab", "bkn"),
        ("bkn", "bkpsdm"),
        ("kab", "bkn"),
    ]
    assert [row["letter"] is not None for row in rows] == [True, True, False, True]
    titles = [[one.title for one in manifest_of(row).papers] for row in rows]
    assert "Kajian kedua" not in titles[0]
    assert "Kajian kedua" in titles[1]
    assert len({row["digest"] for row in rows}) == 4
    told = [(await events_with(row["digest"].hex()))[-1]["name"] for row in rows]
    assert told == [
        "referral.send",
        "referral.forward_again",
        "discipline.arrive",
        "discipline.arrive",
    ]


async def test_a_rerouted_package_goes_to_the_successor(town: Town) -> None:
    case = await decided_case(town)
    await move(town.rina, case, "forward", answers=await forwarding(town, case, "bkpsdm"))
    rerouted = Answers(successor=town.offices["bkn"])
    await move(
        town.rina, case, "reroute", workflow="referral", note="Penggantinya.", answers=rerouted
    )
    rows = await packages(case)
    assert [row["receiver"] for row in rows] == [town.offices["bkpsdm"], town.offices["bkn"]]
    assert rows[1]["letter"] is None


async def test_taking_up_what_was_received_already_hands_nothing_over(town: Town) -> None:
    case = await decided_case(town)
    await move(town.rina, case, "forward", answers=await forwarding(town, case, "bkpsdm"))
    await move(town.dewa, case, "take_up", workflow="referral")
    assert len(await packages(case)) == 1


async def test_what_was_handed_over_is_never_said_differently(town: Town, engine: Database) -> None:
    case = await decided_case(town)
    await move(town.rina, case, "forward", answers=await forwarding(town, case, "bkn"))
    [row] = await packages(case)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        async with writing(town.rina) as c:
            await c.execute("UPDATE package SET manifest = '\\x7b7d' WHERE id = $1", row["id"])
    root = await asyncpg.connect(engine.dsn("postgres"))
    try:
        for statement in (
            "UPDATE package SET manifest = '\\x7b7d'",
            "UPDATE package SET receiver = sender",
            "DELETE FROM package",
            "TRUNCATE package CASCADE",
        ):
            with pytest.raises(asyncpg.PostgresError):
                await root.execute(statement)
    finally:
        await root.close()
    assert await packages(case) == [row]
