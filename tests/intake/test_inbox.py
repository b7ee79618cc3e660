"""The inbox over HTTP: what waits, what is seen of it, and what becomes of it."""

import io
import re
from datetime import timedelta
from typing import Any

import asyncpg
import pytest
from PIL import Image

from netralitas import clock
from netralitas.database.transactions import reading
from netralitas.intake.domain import Confidentiality
from netralitas.intake.door import Told
from tests.cases.conftest import Visits
from tests.intake.letterbox import Letterbox, Sent, answers, photo
from tests.make import Town
from tests.pages import Browser, Page

SECRETS = ("Nama Pelapor Rahasia", "Jalan Rahasia 7", "Nama Saksi Rahasia", "0813 0000")
SUBJECT = "Spanduk pasangan calon di kantor kelurahan"
LEVELS = list(Confidentiality)


def secrets_on(page: Page) -> list[str]:
    """What of the people behind a report stands on a page."""
    return [secret for secret in SECRETS if secret in page.html]


async def opened(browser: Browser, sent: Sent) -> Page:
    """The page of a report."""
    return await browser.go(f"/kotak-masuk/{sent.id}")


async def taken(browser: Browser, sent: Sent, **typed: str) -> Page:
    """Take a report in with what was sent and a subject."""
    page = await opened(browser, sent)
    return await browser.send(page.form("penerimaan"), {"subject": SUBJECT, **typed})


async def row_of(letterbox: Letterbox, table: str, case: int) -> list[Any]:
    """The rows of a case in a table."""
    column = "id" if table == "case_file" else "case_file"
    return await letterbox.rows(f"SELECT * FROM {table} WHERE {column} = $1 ORDER BY 1", case)


def case_of(page: Page) -> int:
    """The case whose receipt this is."""
    found = re.fullmatch(r"/perkara/(\d+)/tanda-terima", page.address)
    assert found, f"{page.status} {page.address}: {page.text}"
    return int(found[1])


async def test_what_waits_is_listed_oldest_first_with_its_kind_and_without_a_name(
    visit: Visits, letterbox: Letterbox
) -> None:
    sent = [
        await letterbox.send(level=level, sent_at=clock.now() - timedelta(days=3 - place))
        for place, level in enumerate(LEVELS)
    ]
    page = await (await visit("rina")).go("/kotak-masuk")
    assert page.status == 200
    places = [page.text.index(one.number) for one in sent]
    assert places == sorted(places)
    for said in ("Laporan bernama", "Laporan rahasia", "Informasi tanpa nama", "sejak kemarin"):
        assert said in page.text
    assert secrets_on(page) == []
    assert "Tanpa bukti kerja" not in page.text


async def test_what_came_without_proof_of_work_stands_apart_and_is_not_hidden(
    visit: Visits, letterbox: Letterbox
) -> None:
    sent = await letterbox.send(proved=False)
    page = await (await visit("rina")).go("/kotak-masuk")
    assert page.text.index(sent.number) > page.text.index("Tanpa bukti kerja")
    assert "Tidak ada kiriman yang menunggu" in page.text
    assert "tanpa JavaScript" in (await opened(await visit("rina"), sent)).text


async def test_the_list_goes_on_by_cursor(visit: Visits, letterbox: Letterbox) -> None:
    sent = [await letterbox.send() for _ in range(27)]
    browser = await visit("rina")
    first = await browser.go("/kotak-masuk")
    assert [one.number for one in sent if one.number not in first.text] == [
        one.number for one in sent[25:]
    ]
    second = await browser.client.get(first.link("Berikutnya"))
    assert [one.number for one in sent if one.number in second.text] == [
        one.number for one in sent[25:]
    ]


async def test_home_says_how_many_wait(visit: Visits, letterbox: Letterbox) -> None:
    await letterbox.send()
    await letterbox.send(level=Confidentiality.ANONYMOUS, proved=False)
    page = await (await visit("rina")).go("/beranda")
    assert page.link("Kotak masuk") == "/kotak-masuk"
    assert "2 kiriman menunggu" in page.text
    assert "Kotak masuk" not in (await (await visit("sari")).go("/beranda")).text


@pytest.mark.parametrize(
    ("login", "inbox", "report"),
    [("rina", 200, 200), ("wulan", 200, 200), ("sari", 403, 403), ("nita", 403, 403),
     ("galih", 403, 403), ("maya", 403, 403), ("lain", 200, 404)],
)  # fmt: skip
async def test_only_who_takes_in_for_the_office_opens_its_inbox(
    visit: Visits, letterbox: Letterbox, login: str, inbox: int, report: int
) -> None:
    sent = await letterbox.send(files=(photo(),))
    browser = await visit(login)
    page = await browser.go("/kotak-masuk")
    assert page.status == inbox
    assert (sent.number in page.text) is (report == 200)
    assert (await opened(browser, sent)).status == report
    assert (await browser.go(f"/kotak-masuk/{sent.id}/berkas/1")).status == report
    for doing in ("penerimaan", "penolakan"):
        answer = await browser.client.post(
            f"/kotak-masuk/{sent.id}/{doing}", headers={"Sec-Fetch-Site": "same-origin"}
        )
        assert answer.status_code == (422 if report == 200 else report)


async def test_the_row_security_keeps_a_report_from_other_offices(
    town: Town, letterbox: Letterbox
) -> None:
    await letterbox.send(files=(photo(),))
    for table in ("report", "draft", "file", "piece"):
        counts = {}
        for login in ("rina", "lain", "maya"):
            async with reading(town.actors[login]) as c:
                counts[login] = await c.fetchval(f"SELECT count(*) > 0 FROM inbox.{table}")
        assert counts == {"rina": True, "lain": False, "maya": False}, table


async def test_who_is_reported_or_declared_an_interest_does_not_open_the_report(
    town: Town, visit: Visits, letterbox: Letterbox
) -> None:
    about_wulan = await letterbox.send(answers(respondent=Told(name="WULAN Maheswari, S.H.")))
    about_unit = await letterbox.send(answers(respondent=Told(unit="Dinas Contoh", name="Lain")))
    await letterbox.rows(
        "INSERT INTO interest (officer, kind, name, declared_at, readers)"
        " VALUES ($1, 'unit', 'dinas contoh', now(), $2)",
        *(town.wulan.officer, [town.wulan.organisation]),
    )
    for login, expected in (("wulan", 404), ("rina", 200)):
        for sent in (about_wulan, about_unit):
            assert (await opened(await visit(login), sent)).status == expected


@pytest.mark.parametrize("number", [0, 4_000_000_000, 10**25])
async def test_a_report_that_cannot_be_is_not_there(visit: Visits, number: int) -> None:
    assert (await (await visit("rina")).go(f"/kotak-masuk/{number}")).status == 404


async def test_only_a_report_by_name_shows_who_sent_it(visit: Visits, letterbox: Letterbox) -> None:
    browser = await visit("rina")
    named = await opened(browser, await letterbox.send())
    assert secrets_on(named) == ["Nama Pelapor Rahasia", "Jalan Rahasia 7"]
    assert "identitasnya hanya ada di brankas identitas" in named.text
    for level in (Confidentiality.CONFIDENTIAL, Confidentiality.ANONYMOUS):
        page = await opened(browser, await letterbox.send(level=level))
        assert page.status == 200
        assert secrets_on(page) == []
        assert "1 orang; identitasnya langsung masuk brankas" in page.text


async def test_the_form_is_filled_in_with_what_was_sent(
    visit: Visits, letterbox: Letterbox
) -> None:
    form = (await opened(await visit("rina"), await letterbox.send())).form("penerimaan")
    filled = {name: values[0] for name, values in form.values.items()}
    assert filled["description"].startswith("Lurah memasang spanduk")
    assert filled["description"].endswith("Tautan: https://contoh.example/unggahan/1")
    assert (filled["regime"], filled["theme"]) == ("pemilihan", "neutrality")
    assert (filled["name"], filled["position"]) == ("Wira Kusuma", "Lurah")
    assert (filled["region"], filled["place"]) == ("99.01", "Kantor kelurahan")
    assert (filled["act-day"], filled["known_on-day"]) != ("", "")


async def test_an_image_is_seen_as_a_copy_without_its_metadata_and_a_paper_is_not_opened(
    visit: Visits, letterbox: Letterbox
) -> None:
    original = photo(size=(3000, 40))
    sent = await letterbox.send(files=(original, b"%PDF-1.7 apa saja"))
    browser = await visit("rina")
    page = await opened(browser, sent)
    answer = await browser.client.get(page.link("Berkas 1 dari pelapor"))
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert b"Telepon Rahasia" in original
    assert b"Telepon Rahasia" not in answer.content
    seen = Image.open(io.BytesIO(answer.content))
    assert (seen.width, dict(seen.getexif())) == (2000, {})
    assert (await browser.go(f"/kotak-masuk/{sent.id}/berkas/2")).status == 404
    assert (await browser.go(f"/kotak-masuk/{sent.id}/berkas/3")).status == 404


async def test_the_application_cannot_remove_or_change_what_was_sent(letterbox: Letterbox) -> None:
    await letterbox.send()
    for statement in (
        "DELETE FROM inbox.report",
        "UPDATE inbox.report SET confidentiality = 'named'",
        "UPDATE inbox.draft SET content = ''",
        "SELECT * FROM inbox.message",
    ):
        connection = await asyncpg.connect(letterbox.database.dsn("app"))
        try:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(statement)
        finally:
            await connection.close()
