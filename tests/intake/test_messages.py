"""Messages with whoever holds a code: sealed both ways, collected, read, answered, kept apart."""

from typing import Any

import pytest

from netralitas.cases.domain import ExclusionGround, Source
from netralitas.cases.exclusions import exclude
from netralitas.database.transactions import reading
from netralitas.intake.envelope import packed, unpacked
from netralitas.intake.inbox.collecting import collect
from netralitas.work import follow_case
from tests.cases.conftest import Statements, Visits
from tests.intake.letterbox import Letterbox, Sent
from tests.intake.test_inbox import case_of, taken
from tests.intake.test_reporter_stays_hidden import rows_with
from tests.make import Town, make_case
from tests.pages import Page

FIRST = "Saya punya rekaman kejadian itu."
SECOND = "Rekamannya ada di kantor kelurahan."
ANSWER = "Terima kasih. Mohon kirim rekamannya."


async def written_to(visit: Visits, letterbox: Letterbox, *texts: str) -> tuple[Sent, int]:
    """A report that was taken in, with messages of its sender."""
    sent = await letterbox.send()
    case = case_of(await taken(await visit("rina"), sent))
    for text in texts:
        await letterbox.write(sent, text)
    await letterbox.work(collect)
    return sent, case


async def answered(visit: Visits, case: int, text: str = ANSWER, login: str = "rina") -> Page:
    """Answer on the page of the thread."""
    browser = await visit(login)
    page = await browser.go(f"/perkara/{case}/pesan")
    return await browser.send(page.form("pesan"), text=text)


def test_the_name_of_the_key_stands_before_what_is_sealed_to_it() -> None:
    assert unpacked(packed("kunci-2", b"tersegel")) == ("kunci-2", b"tersegel")


async def test_a_message_reaches_its_case_and_leaves_the_inbox(
    visit: Visits, letterbox: Letterbox
) -> None:
    sent, case = await written_to(visit, letterbox, FIRST, SECOND)
    assert await letterbox.rows("SELECT id FROM inbox.message") == []
    page = await (await visit("rina")).go(f"/perkara/{case}/pesan")
    assert page.status == 200
    assert page.text.index(FIRST) < page.text.index(SECOND)
    assert "Pemegang kode" in page.text
    assert await letterbox.thread(sent) == [(False, FIRST), (False, SECOND)]


async def test_collecting_again_doubles_nothing(visit: Visits, letterbox: Letterbox) -> None:
    sent, case = await written_to(visit, letterbox, FIRST)
    await letterbox.work(collect, collect, lambda c: follow_case(c, {"case_file": case}))
    assert await letterbox.thread(sent) == [(False, FIRST)]


async def test_messages_of_a_report_that_waits_wait_with_it(
    visit: Visits, letterbox: Letterbox
) -> None:
    sent = await letterbox.send()
    await letterbox.write(sent, FIRST)
    await letterbox.work(collect)
    assert len(await letterbox.rows("SELECT id FROM inbox.message")) == 1
    case = case_of(await taken(await visit("rina"), sent))
    await letterbox.work(collect)
    assert FIRST in (await (await visit("rina")).go(f"/perkara/{case}/pesan")).text


async def test_an_answer_is_opened_by_the_code_and_is_an_event_without_its_text(
    visit: Visits, letterbox: Letterbox
) -> None:
    sent, case = await written_to(visit, letterbox, FIRST)
    page = await answered(visit, case)
    assert page.address == f"/perkara/{case}/pesan"
    assert ANSWER in page.text
    assert "Kantor: Rina Paramita" in page.text
    await letterbox.work(lambda c: follow_case(c, {"case_file": case}))
    assert await letterbox.thread(sent) == [(False, FIRST), (True, ANSWER)]
    [event] = await letterbox.rows(
        "SELECT kind, details FROM event WHERE name = 'case.message_written'"
    )
    assert (event["kind"], event["details"]) == ("fact", "{}")
    shown = await (await visit("rina")).go(f"/perkara/{case}")
    assert "Pesan kepada pemegang kode tanda terima ditulis." in shown.text
    assert ANSWER not in shown.text


async def test_no_message_stands_in_the_database_in_clear(
    visit: Visits, letterbox: Letterbox
) -> None:
    sent, case = await written_to(visit, letterbox, FIRST)
    await letterbox.write(sent, SECOND)
    await answered(visit, case)
    for text in (FIRST, SECOND, ANSWER):
        assert await rows_with(letterbox.database, text) == []


async def test_what_is_new_is_marked_until_somebody_who_answers_has_seen_it(
    visit: Visits, letterbox: Letterbox
) -> None:
    _, case = await written_to(visit, letterbox, FIRST, SECOND)
    browser = await visit("rina")
    assert "2 pesan belum dibaca" in (await browser.go("/beranda")).text
    assert "2 pesan dari pemegang kode" in (await browser.go("/kotak-masuk")).text
    assert "2 pesan baru" in (await browser.go(f"/perkara/{case}")).text
    auditor = await (await visit("nita")).go(f"/perkara/{case}/pesan")
    assert "Baru" in auditor.text
    assert "Baru" in (await browser.go(f"/perkara/{case}/pesan")).text  # nobody who answers had
    assert "Baru" not in (await browser.go(f"/perkara/{case}/pesan")).text
    assert "pesan baru" not in (await browser.go(f"/perkara/{case}")).text
    assert "belum dibaca" not in (await browser.go("/beranda")).text


@pytest.mark.parametrize(
    ("login", "read", "write"),
    [
        ("rina", 200, 422),
        ("sari", 200, 422),
        ("wulan", 200, 422),
        ("nita", 200, 403),
        ("galih", 403, 403),
        ("maya", 404, 404),
        ("lain", 404, 404),
        ("hadi", 404, 404),
    ],
)
async def test_who_sees_the_intake_of_the_owner_reads_and_who_handles_it_writes(
    visit: Visits, letterbox: Letterbox, login: str, read: int, write: int
) -> None:
    _, case = await written_to(visit, letterbox, FIRST)
    browser = await visit(login)
    page = await browser.go(f"/perkara/{case}/pesan")
    assert page.status == read
    assert (FIRST in page.text) is (read == 200)
    sent = await browser.client.post(
        f"/perkara/{case}/pesan", headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert sent.status_code == write


async def test_an_excluded_officer_finds_nothing_of_it(
    town: Town, visit: Visits, letterbox: Letterbox
) -> None:
    sent, case = await written_to(visit, letterbox, FIRST)
    bagas = await visit("bagas")
    assert sent.number in (await bagas.go("/kotak-masuk")).text
    await exclude(town.sari, case, town.bagas.officer, ExclusionGround.RELATED, "Kerabat terlapor.")
    assert (await bagas.go(f"/perkara/{case}/pesan")).status == 404
    for address in ("/kotak-masuk", "/beranda"):
        page = await bagas.go(address)
        assert sent.number not in page.text
        assert "belum dibaca" not in page.text
    async with reading(town.bagas) as c:
        assert await c.fetch("SELECT id FROM case_message") == []


async def test_a_receipt_of_the_desk_has_a_mailbox_too_and_a_finding_has_none(
    town: Town, visit: Visits, letterbox: Letterbox
) -> None:
    report, finding = await make_case(town), await make_case(town, source=Source.FINDING)
    assert ANSWER in (await answered(visit, report.id)).text
    page = await (await visit("rina")).go(f"/perkara/{finding.id}/pesan")
    assert "tidak memiliki kode tanda terima" in page.text
    assert [form for form in page.forms if "pesan" in form.action] == []
    for case, there in ((report.id, True), (finding.id, False)):
        shown = await (await visit("rina")).go(f"/perkara/{case}")
        assert ("Pesan dengan pemegang kode" in shown.links) is there


async def test_an_empty_or_endless_message_is_not_kept(visit: Visits, letterbox: Letterbox) -> None:
    _, case = await written_to(visit, letterbox)
    for text in ("", "   ", "x" * 4001):
        page = await answered(visit, case, text)
        assert page.status == 422
    assert await letterbox.rows("SELECT id FROM case_message") == []


async def test_a_message_is_shown_as_text(visit: Visits, letterbox: Letterbox) -> None:
    _, case = await written_to(visit, letterbox, "<script>alert(1)</script>\nbaris kedua")
    page = await (await visit("rina")).go(f"/perkara/{case}/pesan")
    assert "<script>alert" not in page.html
    assert "baris kedua" in page.text


async def test_a_message_that_does_not_open_is_said_to_be_so(
    visit: Visits, letterbox: Letterbox
) -> None:
    _, case = await written_to(visit, letterbox, FIRST)
    await letterbox.rows("UPDATE case_message SET for_office = $1", packed("9", b"apa saja"))
    page = await (await visit("rina")).go(f"/perkara/{case}/pesan")
    assert "(Pesan ini tidak dapat dibuka.)" in page.text


async def test_the_thread_asks_no_more_of_the_database_however_long_it_is(
    visit: Visits, letterbox: Letterbox, statements: Statements
) -> None:
    _, case = await written_to(visit, letterbox, FIRST)
    browser = await visit("rina")
    counts: list[Any] = []
    for _ in range(2):
        await browser.go(f"/perkara/{case}/pesan")
        statements.sent.clear()
        await browser.go(f"/perkara/{case}/pesan")
        counts.append(len(statements.sent))
        for number in range(5):
            await answered(visit, case, f"Pesan {number}")
    assert counts[0] == counts[1] <= 12, statements.sent
