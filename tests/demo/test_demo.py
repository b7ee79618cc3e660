"""The demo as a visitor and as an impatient person at a terminal meet it."""

import asyncio
import json
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncpg
import httpx
import pytest

from netralitas.accounts.forms import SignInForm
from netralitas.accounts.pages import SignInPage
from netralitas.demo.people import OFFICERS
from netralitas.demo.preparing import DATABASE, UNFINISHED
from netralitas.web.frame import Frame
from netralitas.web.templates import mark_demo, render
from tests.programs import Demo, copy_demo, demo, line, run, until
from tests.security.crawler import SAME_ORIGIN

INVENTED = "semua orang dan perkara rekaan."
PAGES = (
    *("/beranda", "/perkara", "/perkara/cari", "/tenggat", "/perkara/baru", "/perkara/999999"),
    *("/tindak-lanjut", "/pencegahan", "/kerja-sama", "/evaluasi", "/", "/hasil", "/cek-status"),
)
PROCESSES: dict[str, Callable[[Demo], int | None]] = {
    "the first process of the web": lambda demo: demo.child("serve"),
    "the process that answers": Demo.web_worker,
    "the worker": lambda demo: demo.child("worker"),
    "the database": Demo.database,
}


@pytest.fixture
def copied(made_demo: Path, demo_folder: Path, request: pytest.FixtureRequest) -> Path:
    """The folder of an ended demo, for this test alone."""
    return copy_demo(made_demo, demo_folder / re.sub(r"\W", "", request.node.name)[:20])


def events(demo: Demo) -> int:
    """How many events the record holds; fails when it is not whole."""
    verified = run("--environment", demo.environment, "audit", "verify")
    assert verified.code == 0, verified.out + verified.err
    return int(verified.out.split()[0])


def become(client: httpx.Client, name: str) -> None:
    """Click on a person of the sign-in page."""
    begin = client.get("/masuk").text
    (person,) = re.findall(rf'value="(\d+)"[^>]*>{name}</button>', begin)
    assert client.post("/demo/orang", data={"orang": person}).status_code == 303


@pytest.fixture
def browser(running_demo: Demo) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=running_demo.address, headers=SAME_ORIGIN) as client:
        yield client


def test_the_first_run_says_what_it_does_and_where_the_demo_is(made_demo: Path) -> None:
    said = made_demo.with_suffix(".log").read_text()
    told = ("Creating the database", "Making the database", "Telling the invented cases")
    assert [sentence for sentence in told if sentence not in said] == []
    assert re.search(r"Netralitas demo, all data invented: http://127\.0\.0\.1:\d+", said)
    assert "Traceback" not in said


def test_a_first_run_that_is_killed_is_begun_again(made_demo: Path) -> None:
    said = made_demo.with_suffix(".log").read_text()
    assert said.count("Telling the invented cases") == 2
    assert said.count("Netralitas demo, all data invented") == 1


def test_a_later_start_makes_nothing_anew_and_keeps_the_data(running_demo: Demo) -> None:
    for sentence in ("Creating the database", "Making the database", "Migration"):
        assert sentence not in running_demo.said
    assert events(running_demo) > 2000


def test_a_changed_row_of_the_demo_is_named_with_exit_code_1(copied: Path) -> None:
    with demo(copied) as running:
        running.wait_until_it_serves()
        assert events(running) > 2000
        changed = asyncio.run(_change_an_event(running.environment.read_text()))
        verified = run("--environment", running.environment, "audit", "verify")
        as_json = run("--environment", running.environment, "audit", "verify", "--json")
    assert verified.code == 1
    assert f"event {changed} " in verified.out
    assert (as_json.code, json.loads(as_json.out)["whole"]) == (1, False)


async def _change_an_event(settings: str) -> int:
    """Change an event as somebody who can switch the triggers off, and return its id."""
    owner = re.search(r"NETRALITAS_OWNER_DSN=(\S+)", settings)
    assert owner
    attacker = await asyncpg.connect(owner[1].replace("netralitas_owner", "postgres"))
    try:
        await attacker.execute("SET session_replication_role = replica")
        changed: int = await attacker.fetchval(
            "UPDATE event SET happened_on = happened_on - 1"
            " WHERE id = (SELECT max(id) FROM event WHERE to_state = 'registered') RETURNING id"
        )
        return changed
    finally:
        await attacker.close()


def test_every_page_of_everybody_says_that_all_is_invented(browser: httpx.Client) -> None:
    begin = browser.get("/masuk").text
    people = re.findall(r'name="orang"[^>]*value="([^"]+)"', begin)
    assert len(set(people)) == len(OFFICERS)
    silent = [] if INVENTED in begin else ["/masuk"]
    for person in set(people):
        assert browser.post("/demo/orang", data={"orang": person}).status_code == 303
        silent += [path for path in PAGES if INVENTED not in browser.get(path).text]
    assert silent == []


def test_the_way_in_says_of_each_person_what_to_try(browser: httpx.Client) -> None:
    begin = browser.get("/masuk").text
    assert [one.key for one in OFFICERS if one.name not in begin or one.hint not in begin] == []
    assert begin.index("Bawaslu Kabupaten Tanjung Lestari") < begin.index("BKPSDM Kabupaten")
    become(browser, "Dewa Santika")
    assert "BKPSDM Kabupaten Tanjung Lestari" in browser.get("/beranda").text


def test_the_codes_of_the_way_in_tell_how_far_a_report_has_come(browser: httpx.Client) -> None:
    codes = re.findall(r"<code>([0-9A-Z-]+)</code>", browser.get("/masuk").text)
    assert len(codes) == 10
    told = [browser.post("/cek-status", data={"code": code}) for code in codes]
    assert {answer.status_code for answer in told} == {200}
    assert [answer for answer in told if INVENTED not in answer.text] == []
    assert "Tidak diregistrasi" in "".join(answer.text for answer in told)


def test_outside_the_demo_nothing_of_the_way_in_is_there() -> None:
    mark_demo(demo=False)
    page = SignInPage(form=SignInForm.blank())
    shown = render("accounts/sign_in.html", page=page, frame=Frame())
    assert "Masuk ke Netralitas" in shown
    assert [word for word in ("orang", "tryout", "<code>", "rekaan") if word in shown] == []


@pytest.mark.parametrize("which", PROCESSES)
def test_whatever_is_killed_runs_again(running_demo: Demo, which: str) -> None:
    find = PROCESSES[which]
    killed = running_demo.kill(find)
    until(f"{which} is another", lambda: find(running_demo) not in {None, killed})
    running_demo.wait_until_it_serves()
    assert not line(killed)


def test_sigterm_ends_every_process(copied: Path) -> None:
    with demo(copied) as running:
        running.wait_until_it_serves()
        database = running.database()
        family = running.family()
        assert database in family
        assert len(family) >= 5
        assert running.end() == 0
        assert [line(pid) for pid in family if line(pid)] == []
        assert "Traceback" not in running.said


def test_killed_itself_it_leaves_no_web_and_no_worker_and_starts_again(copied: Path) -> None:
    with demo(copied) as first:
        first.wait_until_it_serves()
        ours = first.family() - {first.database()}
        first.end(signal.SIGKILL)
        until("its children end", lambda: not [pid for pid in ours if web_or_worker(pid)])
        with demo(copied) as second:
            second.wait_until_it_serves()
            assert events(second) > 2000
            database = second.database()
        assert database is not None
        assert not line(database), "the last one to leave stops the database"


def web_or_worker(pid: int) -> bool:
    return "netralitas" in line(pid) and "postgres" not in line(pid)


def test_a_reset_leaves_neither_files_nor_sessions_and_tells_anew(copied: Path) -> None:
    left = copied / "files" / "left"
    left.write_text("left behind")
    with demo(copied, "--reset") as running:
        running.wait_for("Telling the invented cases")
        assert not left.exists()
        assert asyncio.run(_databases(running.settings().owner_dsn)) == {UNFINISHED}


async def _databases(dsn: str) -> set[str]:
    """The demo's databases, of which the whole one is named last."""
    connection = await asyncpg.connect(dsn, database=UNFINISHED)
    try:
        names = {
            row["datname"] for row in await connection.fetch("SELECT datname FROM pg_database")
        }
    finally:
        await connection.close()
    return names & {DATABASE, UNFINISHED}


def test_a_port_that_is_taken_is_one_sentence(running_demo: Demo, copied: Path) -> None:
    ran = run("demo", "--port", str(running_demo.port), "--data", copied)
    assert ran.code == 2
    assert ran.err == (
        f"Error: Port {running_demo.port} on 127.0.0.1 cannot be used (Address already in use);"
        " choose another with --port.\n"
    )
