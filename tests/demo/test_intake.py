"""What came in: the inbox, its receipts, lists, drafts and likenesses that the demo promises."""

import re
from collections.abc import Iterator

import httpx
import pytest

from netralitas import clock
from netralitas.access.domain import Actor, Role
from netralitas.accounts.second_factor import codes
from netralitas.accounts.second_factor.commands import Bearer
from netralitas.accounts.second_factor.sealing import FactorSealer
from netralitas.accounts.second_factor.tryout import offered_code, own_code
from netralitas.accounts.sessions import Session
from netralitas.demo import letterbox
from netralitas.demo.staff_list import SIZE, SOURCE
from netralitas.settings import Settings
from netralitas.vault.cipher import Keys, Purpose
from tests.demo.conftest import type_ask
from tests.demo.test_demo import become
from tests.programs import Demo
from tests.security.crawler import SAME_ORIGIN

REPORTS = "SELECT confidentiality, {what} FROM inbox.report ORDER BY sent_at"
WRITTEN = (
    *(letterbox.UNNAMED, letterbox.IN_CONFIDENCE, letterbox.BY_NAME),
    *(letterbox.NO_REPORT, letterbox.TAKEN_UP),
)
ALIKE = "Unggahan guru mengajak memilih bakal calon"


@pytest.fixture
def browser(running_demo: Demo) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=running_demo.address, headers=SAME_ORIGIN) as client:
        yield client


def case(ask: type_ask, subject: str) -> int:
    """The number of the case with this subject."""
    ((found,),) = ask("SELECT id FROM case_file WHERE subject = $1", subject)
    return int(found)


def receipts(browser: httpx.Client) -> dict[str, str]:
    """The codes of the way in, by what is said of them."""
    shown = re.findall(r"<code>([0-9A-Z-]+)</code> <span>([^<]+)", browser.get("/masuk").text)
    return {about.strip(): code for code, about in shown}


def test_three_reports_wait_one_is_a_case_and_one_was_refused(ask: type_ask) -> None:
    what = "CASE WHEN taken_at > sent_at THEN 'taken' WHEN refused_at > sent_at THEN 'refused' END"
    assert [tuple(row) for row in ask(REPORTS.format(what=what))] == [
        ("named", "taken"),
        ("named", "refused"),
        ("anonymous", None),
        ("confidential", None),
        ("named", None),
    ]


def test_of_what_was_answered_the_inbox_keeps_no_content(ask: type_ask) -> None:
    kept = ask(REPORTS.format(what="octet_length(sealed_key) > 0 AS readable"))
    assert [row["readable"] for row in kept] == [False, False, True, True, True]
    ((pieces,),) = ask("SELECT count(DISTINCT digest) FROM inbox.piece")
    assert pieces == 1


def test_nobody_is_named_in_the_database_who_reported_on_the_web(ask: type_ask) -> None:
    names = [each.reporter.name for each in WRITTEN if each.reporter]
    names += [witness.name for each in WRITTEN for witness in each.witnesses]
    assert len(names) == 5
    texts = " ".join(
        str(row[0])
        for row in ask(
            "SELECT to_jsonb(t)::text FROM case_file t UNION ALL"
            " SELECT to_jsonb(t)::text FROM respondent t UNION ALL"
            " SELECT to_jsonb(t)::text FROM event_note t UNION ALL"
            " SELECT to_jsonb(t)::text FROM inbox.draft t UNION ALL"
            " SELECT to_jsonb(t)::text FROM published.status t"
        )
    )
    assert [name for name in names if name in texts] == []


def test_the_inbox_shows_what_waits_and_what_was_written_back(browser: httpx.Client) -> None:
    become(browser, "Rina Paramita")
    page = browser.get("/kotak-masuk").text
    assert len(re.findall(r">LW-[0-9A-Z]{4}-[0-9A-Z]{4}<", page)) == 3
    assert "Pesan yang belum dibaca" in page


def test_a_waiting_report_opens_with_its_photograph(browser: httpx.Client, ask: type_ask) -> None:
    become(browser, "Bagas Wiratama")
    ((report,),) = ask("SELECT id FROM inbox.report WHERE confidentiality = 'anonymous'")
    assert letterbox.UNNAMED.story[:40] in browser.get(f"/kotak-masuk/{report}").text
    photograph = browser.get(f"/kotak-masuk/{report}/berkas/1")
    assert (photograph.status_code, photograph.content[:3]) == (200, b"\xff\xd8\xff")


def test_a_confidential_report_shows_neither_its_reporter_nor_the_witness(
    browser: httpx.Client, ask: type_ask
) -> None:
    become(browser, "Bagas Wiratama")
    ((report,),) = ask("SELECT id FROM inbox.report WHERE confidentiality = 'confidential'")
    page = browser.get(f"/kotak-masuk/{report}").text
    assert letterbox.IN_CONFIDENCE.story[:40] in page
    assert [word for word in ("Galuh", "Kirana Maharani", "0812 0000") if word in page] == []


@pytest.mark.parametrize(
    ("about", "told"),
    [
        ("laporan tanpa nama yang menunggu di kotak masuk", "belum dibaca"),
        ("laporan rahasia yang menunggu di kotak masuk", "belum dibaca"),
        ("laporan dengan nama yang menunggu di kotak masuk", "belum dibaca"),
        ("laporan yang ditolak, dengan alasannya", "batas tanah"),
        ("laporan lewat situs yang sudah diteruskan, dengan dua pesan", letterbox.QUESTION[:40]),
        ("laporan lewat situs yang sudah diteruskan, dengan dua pesan", letterbox.ANSWER[:40]),
    ],
)
def test_each_code_of_a_public_report_shows_what_is_said_of_it(
    browser: httpx.Client, about: str, told: str
) -> None:
    answer = browser.post("/cek-status", data={"code": receipts(browser)[about]})
    assert answer.status_code == 200
    assert told in answer.text


def test_a_staff_list_stands_ready_in_which_some_respondents_stand(ask: type_ask) -> None:
    ((source, rows),) = ask("SELECT source, rows FROM import_batch")
    assert (source, rows) == (SOURCE, SIZE)
    met = ask("SELECT DISTINCT s.id FROM staff s JOIN respondent r USING (nip_digest)")
    assert 15 <= len(met) < SIZE


def test_a_respondent_of_a_name_only_is_found_in_the_staff_list(
    browser: httpx.Client, ask: type_ask
) -> None:
    become(browser, "Rina Paramita")
    number = case(ask, ALIKE)
    ((respondent, name, known),) = ask(
        "SELECT id, name, nip_last FROM respondent WHERE case_file = $1", number
    )
    assert known is None
    base = f"/perkara/{number}/terlapor/{respondent}"
    looked = browser.post(f"{base}/pencarian", data={"cari": name.removesuffix(", S.Pd.")})
    found = browser.get(looked.headers["location"])
    assert "Pakai data ini" in found.text


def test_two_reports_of_one_post_are_seen_to_be_alike(browser: httpx.Client, ask: type_ask) -> None:
    become(browser, "Rina Paramita")
    assert "Perkara yang mirip" in browser.get(f"/perkara/{case(ask, ALIKE)}").text


def test_every_case_can_be_found_by_its_keys_from_the_first_moment(ask: type_ask) -> None:
    named = ask(
        "SELECT DISTINCT case_file FROM respondent WHERE name IS NOT NULL EXCEPT"
        " SELECT case_file FROM case_key WHERE kind = 'name'"
    )
    assert named == []
    links = ask("SELECT count(*) FROM case_key WHERE kind = 'link' GROUP BY key")
    assert [row[0] for row in links] == [2]


def test_two_reports_of_one_evening_go_on_as_one_case(ask: type_ask) -> None:
    ((one, into),) = ask("SELECT case_file, into_case FROM merger WHERE undone_by IS NULL")
    assert one > into
    assert len(ask("SELECT FROM respondent WHERE case_file = $1", into)) == 1


def test_an_officer_is_kept_out_by_what_they_declared(ask: type_ask) -> None:
    ((officer, name),) = ask(
        "SELECT f.login, i.name FROM interest i JOIN officer f ON f.id = i.officer"
    )
    kept_out = ask(
        "SELECT f.login, r.name FROM exclusion x JOIN officer f ON f.id = x.officer"
        " JOIN respondent r ON r.case_file = x.case_file WHERE f.login = $1",
        officer,
    )
    assert [tuple(row) for row in kept_out] == [("wulan", name)]


def test_rina_goes_on_with_a_draft_that_nobody_reads_in_the_database(
    browser: httpx.Client, ask: type_ask
) -> None:
    become(browser, "Rina Paramita")
    ((token, sealed),) = ask("SELECT encode(token, 'hex'), ciphertext FROM desk_draft")
    assert b"kartu nama" not in sealed
    assert "kartu nama bakal calon" in browser.get("/perkara/baru").text
    assert "fotokopi KTP" in browser.get(f"/perkara/baru/draf/{token}").text


def test_identities_were_asked_for_opened_closed_refused_and_one_was_erased(
    ask: type_ask,
) -> None:
    states = {
        row[0] for row in ask("SELECT state FROM proceeding WHERE workflow = 'identity_access'")
    }
    assert {"requested", "approved", "opened", "refused", "closed"} <= states
    erased = ask("SELECT ciphertext FROM vault_entry WHERE erased_by IS NOT NULL")
    assert [row[0] for row in erased] == [b""]


def test_a_visitor_gets_and_shows_a_second_factor_without_a_telephone(
    browser: httpx.Client,
) -> None:
    become(browser, "Sari Kusumawati")
    offered = browser.get("/akun/faktor-kedua").text
    assert "Hanya di demo" in offered
    (code,) = re.findall(r"<code>(\d{6})</code>", offered)
    (offer,) = re.findall(r'name="offer"[^>]*value="([^"]+)"', offered)
    kept = browser.post("/akun/faktor-kedua", data={"offer": offer, "code": code})
    assert kept.status_code == 303
    (next_code,) = re.findall(r"<code>(\d{6})</code>", browser.get("/akun/konfirmasi").text)
    assert next_code != code, "a code counts once"
    shown = browser.post("/akun/konfirmasi", data={"code": next_code})
    assert shown.status_code == 303


def test_outside_the_demo_the_code_of_an_offered_secret_is_not_told() -> None:
    secret = codes.new_secret()
    assert offered_code(secret, demo=False) is None
    code = offered_code(secret, demo=True)
    assert code is not None
    assert codes.step_of(secret, code, clock.now()) is not None


async def test_outside_the_demo_nobodys_own_code_is_told() -> None:
    now = clock.now()
    actor = Actor(
        officer=1,
        organisation=1,
        desk=1,
        name="Rina",
        organisation_name="Kantor",
        organisation_kind="bawaslu",
        roles=frozenset({Role.INVESTIGATOR}),
    )
    session = Session(digest=b"s" * 32, actor=actor, law_edition=1, seen_at=now, expires_at=now)
    keys = Keys.derive(Purpose.SECOND_FACTOR, "1", {"1": b"k" * 32})
    bearer = Bearer(
        session=session, address="::1", settings=Settings(), sealer=FactorSealer(keys=keys)
    )
    assert not bearer.settings.demo
    assert await own_code(bearer.shower) is None, "the database is not even asked"
