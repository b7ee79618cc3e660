"""What a receiver is told: in order, signed, by ids; and who is told nothing."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from structlog.testing import capture_logs

from netralitas import clock
from netralitas.vault.domain import Identity
from netralitas.webhooks.commands import end, go_on, pause, rotate
from netralitas.webhooks.domain import Topic
from tests.conftest import Database
from tests.make import PEOPLE, Town, make_case, move, person
from tests.webhooks.receiving import Receiver
from tests.webhooks.telling import SEALER, ask, courier_for, due_now, entered, tell
from tests.webhooks.verifying import documented

CANARY = Identity(name="Kanarimurni Pelapor", telephone="081298765432", address="Jalan Kanari 7")
HIDDEN = (
    *("Kanari", "081298765432", "Terlapor", "Hadir", "deklarasi", "Gedung"),
    *("Kepala Bidang", "Dinas", *(word for _, name, _, _ in PEOPLE for word in name.split()[:1])),
)
VISIBLE = """
SELECT 'evt_' || e.id || '_' || left(encode(e.hash, 'hex'), 8) AS id, e.name
FROM event e JOIN log_leaf l ON l.event = e.id
WHERE $1 = ANY (e.readers) AND e.kind IN ('move', 'fact', 'correction') ORDER BY l.position
"""


async def test_everything_the_office_reads_is_told_in_the_order_of_the_log_and_signed(
    town: Town, engine: Database, receiver: Receiver
) -> None:
    _, secret = await entered(town.hadi, receiver)
    _, elsewhere = await entered(town.lain, receiver)
    opened = await make_case(town, person(), reporter=CANARY)
    await move(town.rina, opened.id, "start_preliminary_study")
    with capture_logs() as lines:
        await tell(engine, courier_for(receiver))
    visible = await ask(engine, VISIBLE, town.offices["kab"])
    assert receiver.ids == [row["id"] for row in visible]
    assert [each.said["type"] for each in receiver.told] == [row["name"] for row in visible]
    assert len(visible) == 2
    tool = documented()
    for each in receiver.told:
        assert tool["verify"](each.headers, each.body, secret) == each.id
        refused(tool, each.headers, each.body, elsewhere)
        refused(tool, each.headers, each.body + b" ", secret)
        late = int(each.headers["webhook-timestamp"]) + 301
        refused(tool, each.headers, each.body, secret, now=late)
        assert set(each.said) == {"type", "timestamp", "data"}
        text = each.body.decode() + repr(each.headers)
        assert [word for word in HIDDEN if word.lower() in text.lower()] == []
    last = receiver.told[-1].said
    assert last["type"] == "handling.start_preliminary_study"
    assert last["data"]["about"] == {"kind": "case", "id": opened.id}
    assert last["data"]["link"] == f"https://netralitas.test/perkara/{opened.id}"
    assert last["data"]["state"] == "preliminary_study"
    assert "alamat-rahasia" not in repr(lines)
    before = len(receiver.told)
    await tell(engine, courier_for(receiver))
    assert len(receiver.told) == before  # nothing is told twice


def refused(
    tool: dict[str, Any],
    headers: dict[str, str],
    body: bytes,
    secret: str,
    now: float | None = None,
) -> None:
    with pytest.raises(tool["NotGenuine"]):
        tool["verify"](headers, body, secret, now)


async def test_whoever_may_not_read_an_event_or_did_not_ask_for_it_is_told_nothing(
    town: Town, engine: Database, receiver: Receiver
) -> None:
    await make_case(town)  # before there was any receiver
    await entered(town.lain, receiver)
    await entered(town.maya, receiver)
    await entered(town.galih, receiver, Topic.PREVENTION, Topic.AGREEMENT)
    gone, _ = await entered(town.hadi, receiver)
    await end(town.hadi, gone)
    await make_case(town)
    await tell(engine, courier_for(receiver))
    assert receiver.told == []
    places = await ask(engine, "SELECT position FROM webhook_receiver WHERE state = 'active'")
    size = (await ask(engine, "SELECT count(*) FROM log_leaf"))[0][0]
    assert {row[0] for row in places} == {size}  # they were passed by, not left behind


async def test_an_organisation_that_has_ended_is_told_nothing(
    town: Town, engine: Database, receiver: Receiver
) -> None:
    await entered(town.hadi, receiver)
    await make_case(town)
    await ask(engine, "UPDATE organisation SET active_to = current_date - 1 WHERE code = 'kab'")
    await tell(engine, courier_for(receiver))
    assert receiver.told == []


async def test_a_receiver_that_pauses_loses_nothing(
    town: Town, engine: Database, receiver: Receiver
) -> None:
    number, _ = await entered(town.hadi, receiver)
    await pause(town.hadi, number)
    await make_case(town)
    await tell(engine, courier_for(receiver))
    assert receiver.told == []
    await go_on(town.hadi, number)
    await tell(engine, courier_for(receiver))
    visible = await ask(engine, VISIBLE, town.offices["kab"])
    assert receiver.ids == [row["id"] for row in visible]


async def test_for_a_day_both_secrets_sign(
    town: Town, engine: Database, receiver: Receiver
) -> None:
    number, old = await entered(town.hadi, receiver)
    new = await rotate(town.hadi, number, sealer=SEALER)
    await make_case(town)
    await tell(engine, courier_for(receiver))
    both = receiver.told[-1]
    verify = documented()["verify"]
    assert verify(both.headers, both.body, old) == verify(both.headers, both.body, new) == both.id
    await make_case(town)
    with clock.at(clock.now() + timedelta(hours=25)):
        await tell(engine, courier_for(receiver))
        alone = receiver.told[-1]
        at = clock.now().timestamp()
    assert verify(alone.headers, alone.body, new, at) == alone.id
    refused(documented(), alone.headers, alone.body, old, now=at)
    assert len(re.findall("v1,", alone.headers["webhook-signature"])) == 1
    [row] = await ask(engine, "SELECT secret, old_secret, url FROM webhook_receiver")
    assert all(secret.encode() not in row["secret"] + row["old_secret"] for secret in (old, new))


async def test_without_the_key_of_the_secrets_nothing_is_sent(
    town: Town, engine: Database, receiver: Receiver
) -> None:
    await entered(town.hadi, receiver)
    await make_case(town)
    courier = courier_for(receiver)
    courier._sealer = replace(SEALER, keys=replace(SEALER.keys, known={"1": b"x" * 32}))
    with capture_logs() as lines:
        await tell(engine, courier)
    assert receiver.told == []
    assert [line["problem"] for line in lines] == ["secret"]
    await due_now(engine)
    await tell(engine, courier_for(receiver))
    assert receiver.told


async def test_the_web_cannot_send_a_receiver_back_or_elsewhere(
    town: Town, engine: Database, receiver: Receiver
) -> None:
    number, _ = await entered(town.hadi, receiver)
    await end(town.hadi, number)
    for change in (
        "SET position = position - 1",
        "SET url = 'https://lain.example/'",
        "SET state = 'active'",
        "SET organisation = 1",
    ):
        with pytest.raises(Exception, match=r"receiver \d+ (stays|does not go|has ended)"):
            await ask(engine, f"UPDATE webhook_receiver {change}")
