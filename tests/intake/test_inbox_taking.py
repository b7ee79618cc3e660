"""Taking a report of the public in, over HTTP: a case with all that belongs to it, or nothing."""

import asyncio
from datetime import timedelta

import pytest

from netralitas import clock
from netralitas.intake.domain import Confidentiality
from netralitas.intake.door import Told
from netralitas.intake.envelope import OfficeKeys
from netralitas.vault.cipher import Keys, Purpose
from tests.cases.conftest import Visits
from tests.intake.letterbox import Letterbox, Sent, answers, photo
from tests.intake.test_inbox import SECRETS, SUBJECT, case_of, opened, row_of, secrets_on, taken
from tests.intake.test_reporter_stays_hidden import rows_with
from tests.pages import Browser, Page


async def test_a_report_becomes_a_case_under_its_own_number_with_all_that_belongs_to_it(
    visit: Visits, letterbox: Letterbox
) -> None:
    file = photo()
    sent_at = clock.now() - timedelta(hours=5)
    sent = await letterbox.send(files=(file,), sent_at=sent_at)
    browser = await visit("rina")
    receipt = await taken(browser, sent)
    case = case_of(receipt)
    assert sent.number in receipt.text
    assert "hanya dimiliki pengirimnya" in receipt.text
    [row] = await row_of(letterbox, "case_file", case)
    assert (row["source"], row["channel"], row["received_at"]) == ("report", "web", sent_at)
    assert (row["subject"], row["region"]) == (SUBJECT, "99.01")
    [code] = await row_of(letterbox, "receipt_code", case)
    assert (code["digest"], code["ciphertext"], len(code["mailbox"])) == (sent.digest, None, 32)
    [reporting] = await row_of(letterbox, "reporting", case)
    assert (reporting["confidentiality"], reporting["reporter_kind"]) == ("named", "citizen")
    assert [entry["subject"] for entry in await row_of(letterbox, "vault_entry", case)] == [
        "reporter",
        "witness",
    ]
    [paper] = await row_of(letterbox, "document", case)
    assert (paper["kind"], paper["title"]) == ("evidence", "Berkas 1 dari pelapor")
    [exhibit] = await row_of(letterbox, "exhibit", case)
    assert (exhibit["document"], exhibit["ordinal"]) == (paper["id"], 1)
    asking = await browser.go(f"/perkara/{case}/dokumen/{paper['id']}")
    kept = await browser.client.post(
        asking.address,
        data={"purpose": "study"},
        headers={"Sec-Fetch-Site": "same-origin"},
        follow_redirects=True,
    )
    assert kept.content == file
    [respondent] = await row_of(letterbox, "respondent", case)
    assert (respondent["name"], respondent["position"]) == ("Wira Kusuma", "Lurah")


@pytest.mark.parametrize(
    ("level", "source", "people"),
    [
        (Confidentiality.NAMED, "report", ["reporter", "witness"]),
        (Confidentiality.CONFIDENTIAL, "report", ["reporter", "witness"]),
        (Confidentiality.ANONYMOUS, "information", ["witness"]),
    ],
)
async def test_each_level_becomes_what_it_is_in_law_and_no_name_stays_outside_the_vault(
    visit: Visits, letterbox: Letterbox, level: Confidentiality, source: str, people: list[str]
) -> None:
    browser = await visit("rina")
    receipt = await taken(browser, await letterbox.send(level=level))
    case = case_of(receipt)
    [row] = await row_of(letterbox, "case_file", case)
    [reporting] = await row_of(letterbox, "reporting", case)
    assert (row["source"], reporting["confidentiality"]) == (source, level.value)
    assert [entry["subject"] for entry in await row_of(letterbox, "vault_entry", case)] == people
    pages = [receipt, await browser.go(f"/perkara/{case}"), await browser.go("/beranda")]
    assert [secrets_on(page) for page in pages] == [[], [], []]
    for secret in SECRETS:
        assert await rows_with(letterbox.database, secret) == []


async def test_what_the_officer_leaves_out_is_said_and_everything_typed_is_kept(
    visit: Visits, letterbox: Letterbox
) -> None:
    sent = await letterbox.send(answers(respondent=Told(), regime=None))
    browser = await visit("rina")
    page = await opened(browser, sent)
    form = page.form("penerimaan")
    assert form.values["unidentified"]
    answer = await browser.send(form, {"place": "Balai desa", "name": "Wira Kusuma"})
    assert answer.status == 422
    assert "Terlapor tidak dapat bernama dan sekaligus belum teridentifikasi." in answer.text
    kept = answer.form("penerimaan").values
    assert (kept["place"], kept["name"]) == (["Balai desa"], ["Wira Kusuma"])
    assert "Nama Pelapor Rahasia" in answer.text
    assert await letterbox.rows("SELECT id FROM case_file") == []


async def test_two_officers_at_once_make_one_case(visit: Visits, letterbox: Letterbox) -> None:
    sent = await letterbox.send(files=(photo(),))
    first, second = await visit("rina"), await visit("wulan")
    pages = await asyncio.gather(taken(first, sent), taken(second, sent))
    assert sorted(page.status for page in pages) == [200, 409]
    [late] = [page for page in pages if page.status == 409]
    assert "sudah diterima atau ditolak petugas lain" in late.text
    assert len(await letterbox.rows("SELECT id FROM case_file")) == 1
    assert (await opened(first, sent)).status == 409


async def test_a_file_that_is_not_the_one_of_the_receipt_is_not_taken_in(
    visit: Visits, letterbox: Letterbox
) -> None:
    sent = await letterbox.send(files=(photo(),), told=b"x" * 32)
    browser = await visit("rina")
    page = await taken(browser, sent)
    assert page.status == 409
    assert "Berkas 1 tidak sama dengan yang tercantum pada tanda terima" in page.text
    assert (await browser.go(f"/kotak-masuk/{sent.id}/berkas/1")).status == 409
    assert await letterbox.rows("SELECT id FROM case_file") == []
    assert (await opened(browser, sent)).status == 200


async def test_what_does_not_open_can_only_be_refused(visit: Visits, letterbox: Letterbox) -> None:
    gone = OfficeKeys(keys=Keys.derive(Purpose.INBOX, "1", {"1": b"q" * 32}))
    sent = await letterbox.send(keys_of=gone, files=(photo(),))
    browser = await visit("rina")
    page = await opened(browser, sent)
    assert "Isi kiriman ini tidak dapat dibuka" in page.text
    assert [form.action for form in page.forms if "penerimaan" in form.action] == []
    answer = await browser.send(page.form("penolakan"), reason="Kuncinya sudah tidak ada lagi.")
    assert answer.address == "/kotak-masuk"
    assert sent.number not in answer.text


async def test_a_refusal_needs_a_reason_and_is_an_event_without_it(
    visit: Visits, letterbox: Letterbox
) -> None:
    sent = await letterbox.send()
    browser = await visit("rina")
    page = await opened(browser, sent)
    assert (await browser.send(page.form("penolakan"), reason="Tidak")).status == 422
    await browser.send(page.form("penolakan"), reason="Bukan wewenang Bawaslu.")
    [event] = await letterbox.rows("SELECT name, details FROM event WHERE kind = 'access'")
    assert event["name"] == "inbox.refused"
    assert event["details"] == f'{{"report": {sent.id}}}'
    assert (await taken_again(browser, sent)).status == 409


async def taken_again(browser: Browser, sent: Sent) -> Page:
    """Send the form that takes in without having seen it."""
    answer = await browser.client.post(
        f"/kotak-masuk/{sent.id}/penerimaan", headers={"Sec-Fetch-Site": "same-origin"}
    )
    return Page(answer.status_code, "", answer.text, [], {}, [], answer.text, answer.headers)
