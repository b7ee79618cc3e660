"""The receipt of a letter: proved on a day, by something, and what it says of those forwarded."""

import pytest

from netralitas.access.domain import Actor
from netralitas.accounts.queries import system_actor
from netralitas.audit.domain import Moment
from netralitas.cases.answers import Answers
from netralitas.correspondence.commands.receipts import receipt_proved_in
from netralitas.correspondence.domain import ReceiptProof
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.law import book
from netralitas.refusals import NotAllowed, RuleBroken
from tests.correspondence.letterbox import events, letters, referrals
from tests.make import ZONE, Town, days_ago, forwarded_case, letter, move, person

YESTERDAY = Moment.day(days_ago(1), ZONE)
TODAY = Moment.day(days_ago(0), ZONE)


async def prove(
    actor: Actor, letter: int, happened: Moment, proof: ReceiptProof = ReceiptProof.SIGNED_BOOK
) -> None:
    async with writing(actor) as c:
        await receipt_proved_in(c, actor, letter, happened, proof, None, book=book.load())


async def test_whoever_was_forwarded_by_the_letter_is_received_with_it(town: Town) -> None:
    case = (await forwarded_case(town, person(1), person(2))).id
    (sent,) = await letters(case)
    assert await referrals(case) == ["forwarded", "forwarded"]
    await prove(town.rina, sent["id"], TODAY)
    (sent,) = await letters(case)
    assert (sent["received_on"], sent["proof"]) == (days_ago(0), "signed_book")
    assert await referrals(case) == ["received", "received"]
    (told,) = await events(case, "correspondence.receipt_proved")
    assert told["details"]["letter"] == sent["id"]
    assert (told["actor"], told["proceeding"]) == (town.rina.officer, None)
    assert [row["facts"] for row in await events(case, "referral.receive")] == [
        ["referral_received"],
        ["referral_received"],
    ]


async def test_on_a_referral_that_went_on_the_fact_is_told_once(town: Town) -> None:
    case = (await forwarded_case(town)).id
    (sent,) = await letters(case)
    await move(town.maya, case, "start_verification", workflow="referral")
    await prove(town.rina, sent["id"], TODAY)
    assert await referrals(case) == ["verification"]
    (told,) = await events(case, "referral.referral_received")
    assert (told["happened_on"], told["to_state"]) == (days_ago(0), "verification")
    async with reading(EVERYTHING) as c:
        rules = await c.fetch("SELECT rule, start_on FROM clock WHERE started_by = $1", told["id"])
    assert [tuple(row) for row in rules] == [("asn.sbt_verify", days_ago(0))]


async def test_a_letter_that_was_followed_by_another_does_not_receive_for_it(town: Town) -> None:
    case = (await forwarded_case(town)).id
    await move(town.maya, case, "return", workflow="referral", note="Berkas kurang.")
    again = Answers(letter_out=letter("Penerusan kembali"))
    await move(town.rina, case, "forward_again", workflow="referral", answers=again)
    first, second = await letters(case)  # both of today
    await prove(town.rina, first["id"], TODAY)
    assert await referrals(case) == ["forwarded"]
    await prove(town.rina, second["id"], TODAY)
    assert await referrals(case) == ["received"]


async def test_the_system_proves_a_receipt_for_the_office_of_the_case(town: Town) -> None:
    case = (await forwarded_case(town)).id
    (sent,) = await letters(case)
    async with writing(EVERYTHING) as c:
        system = await system_actor(c)
    await prove(system, sent["id"], TODAY, ReceiptProof.CODE)
    assert await referrals(case) == ["received"]
    (told,) = await events(case, "correspondence.receipt_proved")
    assert (told["actor"], told["organisation"]) == (system.officer, town.offices["kab"])


async def test_a_letter_is_not_received_before_it_was_written_nor_twice(town: Town) -> None:
    case = (await forwarded_case(town)).id
    (sent,) = await letters(case)
    with pytest.raises(RuleBroken, match="tidak dapat diterima sebelum dibuat") as refused:
        await prove(town.rina, sent["id"], YESTERDAY)
    assert refused.value.rule == "letter.received_before_sent"
    tomorrow = Moment.day(days_ago(-1), ZONE)
    with pytest.raises(RuleBroken, match="belum terjadi"):
        await prove(town.rina, sent["id"], tomorrow)
    assert (await letters(case))[0]["proof"] is None
    await prove(town.rina, sent["id"], TODAY)
    with pytest.raises(RuleBroken, match="sudah terbukti pada") as refused:
        await prove(town.rina, sent["id"], TODAY)
    assert refused.value.rule == "letter.proved"
    assert len(await events(case, "correspondence.receipt_proved")) == 1


async def test_only_sender_and_receiver_prove_it_and_only_who_records_facts(town: Town) -> None:
    case = (await forwarded_case(town)).id
    (sent,) = await letters(case)
    for onlooker in ("galih", "nita"):
        with pytest.raises(NotAllowed):
            await prove(town.actors[onlooker], sent["id"], TODAY)
    await prove(town.maya, sent["id"], TODAY, ReceiptProof.APPLICATION)
    assert await referrals(case) == ["received"]
