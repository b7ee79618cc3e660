"""What the office does is recorded at the partner too: in order, once, in its own form."""

import asyncio
from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec
import pytest

from netralitas.cases.answers import Answers, DeadlineKind, LetterDeadline
from netralitas.partners.commands import ask_again, settle
from netralitas.referral.packages.domain import LetterSaid
from netralitas.refusals import NotVisible, RuleBroken
from tests.make import move
from tests.pages import PDF
from tests.partners.exchanging import Exchange, administrator
from tests.partners.sending import Asked, Package, answer, manifest, paper, problem, standing

pytestmark = pytest.mark.anyio
SECOND = LetterSaid(printed="002/PM/2026", dated_on=date(2026, 9, 20), subject="Penerusan")
ANSWERS = "SELECT state, problem, sentence, tries, body FROM partner_answer ORDER BY id"


type_field = dict[str, Any]


def field(
    name: str, kind: str = "text", *, required: bool = False, options: Iterable[object] = ()
) -> type_field:
    """A field as a form describes it."""
    return {
        "name": name,
        "label": f"Isian {name}",
        "hint": "",
        "kind": kind,
        "required": required,
        "maximum": None,
        "inputs": [name],
        "options": [{"value": str(one), "label": str(one)} for one in options],
    }


def form(*more: type_field) -> bytes:
    """The form of a step there."""
    fields = [field("happened", "date", required=True), field("reason", "paragraph"), *more]
    return answer({"label": "Langkah", "basis": [], "blocked": [], "fields": fields})


async def came_in(exchange: Exchange, *ordinals: int) -> int:
    """A case of the partner, with the forms of the first steps there."""
    package = exchange.sender.add(Package(said=manifest(*ordinals or (2,))))
    there = [one["id"] for one in package.proceedings][1:]
    others = (field("others", "choices", options=there),) if there else ()
    for code in ("receive", "return", "take_up"):
        exchange.sender.forms[code] = form(*others)
    await exchange.run()
    [case] = await exchange.ask("SELECT id FROM case_file")
    return int(case["id"])


async def receive(exchange: Exchange, case: int) -> None:
    """The office confirms the receipt."""
    await move(exchange.town.dewa, case, "receive", workflow="referral", note="Sudah lengkap.")


def body(step: Asked) -> dict[str, Any]:
    """What a step said."""
    said: dict[str, Any] = msgspec.json.decode(step.body)
    return said


async def states(exchange: Exchange) -> list[str]:
    """How the answers stand, in order."""
    return [row["state"] for row in await exchange.ask(ANSWERS)]


async def test_a_step_on_several_is_told_once_with_all_whom_it_concerns(
    exchange: Exchange,
) -> None:
    case = await came_in(exchange, 2, 5)
    await receive(exchange, case)
    await exchange.run()
    await exchange.run()
    [step] = exchange.sender.steps
    assert step.path == "/api/v1/cases/70/proceedings/700/moves/receive"
    assert step.headers["if-match"] == '"1"'
    said = body(step)
    assert (said["fields"]["others"], said["versions"]) == (["701"], {"701": 1})
    assert said["fields"]["reason"] == "Sudah lengkap."
    assert await states(exchange) == ["delivered", "delivered"]
    assert await exchange.one("SELECT remote_state FROM partner_proceeding LIMIT 1") == "received"


async def test_what_was_refused_holds_what_comes_after_it_until_it_is_settled(
    exchange: Exchange,
) -> None:
    case = await came_in(exchange)
    admin = administrator(exchange.town.dewa)
    await receive(exchange, case)
    await move(exchange.town.dewa, case, "take_up", workflow="referral")
    place = "/cases/70/proceedings/700/moves/receive"
    exchange.sender.instead[place] = [problem("409 Conflict", "Tanggal\x1b tidak cocok.")]
    await exchange.run()
    refused, later = await exchange.ask(ANSWERS)
    assert (refused["state"], refused["sentence"]) == ("refused", "Tanggal tidak cocok.")
    assert (later["state"], later["tries"]) == ("waiting", 0)
    [row] = await exchange.ask("SELECT id FROM partner_answer ORDER BY id LIMIT 1")
    first = int(row["id"])
    await ask_again(admin, exchange.partner, first)
    exchange.sender.instead[place] = [problem("409 Conflict", "Masih tidak cocok.")]
    await exchange.run()
    assert await states(exchange) == ["refused", "waiting"]
    with pytest.raises(NotVisible):
        await settle(administrator(exchange.town.rina), exchange.partner, first)
    await settle(admin, exchange.partner, first)
    with pytest.raises(RuleBroken):
        await settle(admin, exchange.partner, first)
    await exchange.run()
    assert await states(exchange) == ["settled", "delivered"]
    assert [step.path.rpartition("/")[2] for step in exchange.sender.steps] == ["take_up"]


async def test_a_follow_up_that_came_about_since_is_found_there_and_told(
    exchange: Exchange,
) -> None:
    case = await came_in(exchange)
    await move(exchange.town.dewa, case, "take_up", workflow="referral")
    answers = Answers(letter_deadline=LetterDeadline(kind=DeadlineKind.DEFAULT))
    await move(exchange.town.dewa, case, "receive", workflow="discipline", answers=answers)
    await exchange.run()
    assert await states(exchange) == ["delivered", "waiting"]  # it is not there yet
    opened = standing(710, 2, "discipline", "arrived") | {"handed": False}
    exchange.sender.packages[0].proceedings.append(opened)
    kinds = ("default", "exam_final", "fixed")
    exchange.sender.forms["receive"] = form(field("letter_deadline", "choice", options=kinds))
    await exchange.run()
    assert await states(exchange) == ["delivered", "delivered"]
    assert body(exchange.sender.steps[-1])["fields"]["letter_deadline"] == "default"
    assert "/710/" in exchange.sender.steps[-1].path


async def test_a_step_whose_answer_was_lost_is_done_once(exchange: Exchange) -> None:
    case = await came_in(exchange)
    await receive(exchange, case)
    doing = exchange.sender._step
    place = "/cases/70/proceedings/700/moves/receive"
    written = exchange.sender.forms["receive"]

    async def lost(writer: asyncio.StreamWriter) -> None:
        doing(exchange.sender.asked[-1], "700", "receive")
        writer.close()

    exchange.sender.instead[place] = [written, lost]
    await exchange.run()
    [row] = await exchange.ask(ANSWERS)
    assert (row["state"], row["problem"]) == ("waiting", "answer")
    await exchange.run()
    first, second = exchange.sender.steps
    key = "idempotency-key"
    assert (first.headers[key], first.body) == (second.headers[key], second.body)
    assert len(exchange.sender.done) == 1
    [row] = await exchange.ask(ANSWERS)
    assert (row["state"], row["body"]) == ("delivered", None)


async def test_what_changed_there_meanwhile_is_read_again(exchange: Exchange) -> None:
    case = await came_in(exchange)
    await receive(exchange, case)
    place = "/cases/70/proceedings/700/moves/receive"
    changed = problem("412 Precondition Failed", "Berubah.", "changed")
    exchange.sender.instead[place] = [exchange.sender.forms["receive"], changed]
    await exchange.run()
    assert len(exchange.sender.steps) == 2
    assert await states(exchange) == ["delivered"]


async def test_what_the_form_there_asks_and_nobody_knows_is_done_by_hand(
    exchange: Exchange,
) -> None:
    case = await came_in(exchange)
    exchange.sender.forms["receive"] = form(field("nomor_agenda", required=True))
    await receive(exchange, case)
    await exchange.run()
    [row] = await exchange.ask(ANSWERS)
    assert (row["state"], row["sentence"]) == ("by_hand", "Isian nomor_agenda")
    assert exchange.sender.steps == []


async def test_while_the_partner_is_away_steps_wait_and_a_dead_token_stops_it(
    exchange: Exchange,
) -> None:
    case = await came_in(exchange)
    await receive(exchange, case)
    exchange.sender.instead["/cases"] = [problem("503 Service Unavailable")]
    await exchange.run()
    assert await states(exchange) == ["waiting"]
    exchange.sender.instead["/cases"] = [problem("401 Unauthorized")]
    await exchange.run()
    assert await exchange.one("SELECT state FROM partner") == "stopped"
    await exchange.run()
    assert await states(exchange) == ["waiting"]
    assert exchange.sender.steps == []


async def test_what_was_returned_and_sent_again_goes_into_the_same_case(
    exchange: Exchange,
) -> None:
    case = await came_in(exchange)
    dewa = exchange.town.dewa
    await move(dewa, case, "return", workflow="referral", note="Kajian tidak terbaca.")
    await exchange.run()
    assert body(exchange.sender.steps[0])["fields"]["reason"] == "Kajian tidak terbaca."
    better = PDF + b"kajian yang terbaca"
    again = manifest(2, papers=(paper("study", better),), letter=SECOND)
    there = [standing(700, 2) | {"version": 3}]
    exchange.sender.packages[0].proceedings = []
    exchange.sender.add(Package(id=8, said=again, proceedings=there), better)
    await exchange.run()
    await exchange.run()
    assert await exchange.one("SELECT count(*) FROM case_file") == 1
    assert await exchange.one("SELECT state FROM proceeding WHERE workflow = 'referral'") == (
        "forwarded"
    )
    assert await exchange.one("SELECT count(*) FROM document") == 3
    assert await exchange.one("SELECT count(*) FROM package") == 2
    await receive(exchange, case)
    await exchange.run()
    assert exchange.sender.steps[-1].headers["if-match"] == '"3"'
    assert await states(exchange) == ["delivered", "delivered"]


async def test_steps_of_others_are_not_told(exchange: Exchange) -> None:
    await came_in(exchange)
    await exchange.run()
    assert await states(exchange) == []
