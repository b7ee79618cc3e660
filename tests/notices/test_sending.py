"""Mail: at most once whatever happens, and nothing personal in it."""

from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.smtp import Envelope
from structlog.testing import capture_logs

from netralitas.database.engine import ENGINE
from netralitas.database.transactions import EVERYTHING, writing
from netralitas.editions.current import LAW
from netralitas.jobs.worker import Worker
from netralitas.notices.commands import SEND, Sending
from netralitas.settings import Settings
from tests.conftest import Database
from tests.make import PEOPLE, Town, make_case, person
from tests.notices.conftest import AsWorker
from tests.notices.post_office import PostOffice
from tests.notices.telling import ask, at_noon, change, first_due, give_addresses, tell

HIDDEN = (
    *(word for _, name, _, _ in PEOPLE for word in name.split() if word not in {"Lain", "Orang"}),
    *("Terlapor", "Hadir", "deklarasi", "Gedung", "Kepala Bidang", "Dinas Contoh", "Kabupaten"),
)

EXCLUDE = """
INSERT INTO exclusion (case_file, officer, ground, event, readers)
SELECT n.case_file, n.officer, 'related', e.id, n.readers
FROM notice n JOIN event e ON e.stream = n.case_file LIMIT 1
"""


def told_to(office: PostOffice, data: Path) -> Settings:
    """Settings with this mail server."""
    return Settings(
        data=data,
        smtp_host="127.0.0.1",
        smtp_port=office.port,
        smtp_start_tls=False,
        mail_from="netralitas@kantor.test",
        base_url="https://netralitas.test",
    )


@pytest.fixture
async def worker(
    town: Town, as_worker: AsWorker, engine: Database, post_office: PostOffice, tmp_path: Path
) -> Worker:
    """One notice of a deadline that ended yesterday, to be mailed; the engine is the worker's."""
    await give_addresses(town)
    due, rule = await first_due(await make_case(town, person(1), received=20))
    await change("DELETE FROM clock WHERE rule <> $1", rule)
    await tell(as_worker, at_noon(due, 1), by_mail=True)
    await change("DELETE FROM job WHERE kind <> 'send_notice'")
    await ENGINE.close()
    await ENGINE.open(engine.dsn("worker"))
    return Worker({SEND: Sending(told_to(post_office, tmp_path), LAW.follow)})


async def state() -> tuple[int, bool, bool]:
    """How many jobs there are; whether sending began, and whether it is known to have ended."""
    [row] = await ask("SELECT sending_at, sent_at FROM notice")
    jobs = len(await ask("SELECT FROM job"))
    return jobs, row["sending_at"] is not None, row["sent_at"] is not None


def part(message: EmailMessage, kind: str) -> str:
    """What a part of a message says."""
    found = message.get_body((kind,))
    assert found is not None
    text: str = found.get_content()
    return text


async def test_a_message_has_number_deadline_day_and_link(
    worker: Worker, post_office: PostOffice
) -> None:
    assert await worker.do_job()
    assert await state() == (0, True, True)
    [message] = post_office.taken
    [row] = await ask("SELECT n.id, n.case_file, c.printed FROM notice n, case_number c")
    assert message["Subject"] == f"Pengingat tenggat: {row['printed']}"
    assert message["To"] == "rina@kantor.test"
    assert message["From"] == "netralitas@kantor.test"
    assert message["Message-ID"] == f"<notice-{row['id']}.netralitas@kantor.test>"
    assert message["Auto-Submitted"] == "auto-generated"
    for kind in ("plain", "html"):
        text = part(message, kind)
        assert row["printed"] in text
        assert "terlewat, berakhir pada" in text
        assert f"https://netralitas.test/perkara/{row['case_file']}" in text
        assert "rekaan" not in text
        for hidden in HIDDEN:
            assert hidden not in text, hidden
            assert hidden.encode() not in post_office.raw[0], hidden


@pytest.mark.usefixtures("worker")
async def test_in_the_demo_a_message_says_that_all_is_invented(
    post_office: PostOffice, tmp_path: Path
) -> None:
    settings = replace(told_to(post_office, tmp_path), demo=True)
    assert await Worker({SEND: Sending(settings, LAW.follow)}).do_job()
    [message] = post_office.taken
    assert message["Subject"].startswith("[data rekaan] ")
    assert all("data rekaan" in part(message, kind) for kind in ("plain", "html"))


@pytest.mark.usefixtures("worker")
async def test_without_a_mail_server_nothing_is_sent(
    post_office: PostOffice, tmp_path: Path
) -> None:
    assert await Worker({SEND: Sending(Settings(data=tmp_path), LAW.follow)}).do_job()
    assert await state() == (0, False, False)
    assert post_office.taken == []


@pytest.mark.parametrize("phase", ["at_recipient", "at_content"])
async def test_what_is_refused_for_now_is_sent_later_once(
    worker: Worker, post_office: PostOffice, phase: str
) -> None:
    takes = post_office.at_content

    async def busy(_: Envelope) -> str:
        return "451 Try again later"

    setattr(post_office, phase, busy)
    with capture_logs():
        assert await worker.do_job()
    assert await state() == (1, False, False)
    setattr(post_office, phase, takes)
    await change("UPDATE job SET due_at = now()")
    assert await worker.do_job()
    assert await state() == (0, True, True)
    assert len(post_office.taken) == 1


@pytest.mark.parametrize("phase", ["at_recipient", "at_content"])
async def test_what_is_refused_for_good_is_not_tried_again(
    worker: Worker, post_office: PostOffice, phase: str
) -> None:
    async def never(_: Envelope) -> str:
        return "550 No such person rina@kantor.test"

    setattr(post_office, phase, never)
    with capture_logs() as lines:
        assert await worker.do_job()
    assert await state() == (0, False, False)
    assert "notice_refused" in {line["event"] for line in lines}
    assert "rina" not in repr(lines)


async def test_a_server_that_is_away_is_asked_again(
    worker: Worker, post_office: PostOffice, tmp_path: Path
) -> None:
    port, post_office.port = post_office.port, 1
    away = Worker({SEND: Sending(told_to(post_office, tmp_path), LAW.follow)})
    with capture_logs():
        assert await away.do_job()
    assert await state() == (1, False, False)
    post_office.port = port
    await change("UPDATE job SET due_at = now()")
    assert await worker.do_job()
    assert await state() == (0, True, True)


@pytest.mark.usefixtures("worker")
async def test_a_server_without_tls_is_told_nothing_where_tls_is_asked_for(
    post_office: PostOffice, tmp_path: Path
) -> None:
    settings = replace(told_to(post_office, tmp_path), smtp_start_tls=True)
    with capture_logs():
        assert await Worker({SEND: Sending(settings, LAW.follow)}).do_job()
    assert await state() == (1, False, False)
    assert post_office.taken == []


async def test_a_connection_that_ends_while_the_message_is_taken_leaves_it_open(
    worker: Worker, post_office: PostOffice
) -> None:
    post_office.cuts = True
    with capture_logs() as lines:
        assert await worker.do_job()
    assert [line["event"] for line in lines] == ["notice_uncertain", "job_done"]
    assert await state() == (0, True, False)


async def test_what_was_begun_and_never_ended_is_not_sent_again(
    worker: Worker, post_office: PostOffice
) -> None:
    await change("UPDATE notice SET sending_at = now()")
    with capture_logs() as lines:
        assert await worker.do_job()
    assert await state() == (0, True, False)
    assert post_office.taken == []
    assert [line["event"] for line in lines] == ["notice_uncertain", "job_done"]


@pytest.mark.parametrize(
    "meanwhile",
    [
        "UPDATE notice SET sent_at = now(), sending_at = now()",
        "UPDATE officer SET email = NULL",
        "UPDATE officer SET disabled_at = now()",
        "UPDATE clock SET ended_by = started_by",
        "UPDATE clock SET superseded_by = started_by",
        "UPDATE clock SET paused_by = started_by",
        EXCLUDE,
    ],
)
async def test_nothing_is_sent_that_need_not_be_any_more(
    worker: Worker, post_office: PostOffice, meanwhile: str
) -> None:
    await change(meanwhile)
    assert await worker.do_job()
    assert post_office.taken == []
    assert await ask("SELECT FROM job") == []


async def test_of_two_workers_with_the_same_job_one_sends(
    worker: Worker, post_office: PostOffice
) -> None:
    async def overtaken(_: Envelope) -> str:
        await change("UPDATE job SET lease = now() - '1 s'::interval")
        with capture_logs() as lines:
            assert await worker.do_job()
        assert "notice_uncertain" in {line["event"] for line in lines}
        return "250 OK"

    post_office.at_content = overtaken
    assert await worker.do_job()
    assert await state() == (0, True, True)
    assert len(post_office.taken) == 1


@pytest.mark.usefixtures("worker")
async def test_the_web_may_not_say_that_a_notice_was_sent(engine: Database) -> None:
    await ENGINE.close()
    await ENGINE.open(engine.dsn("app"))
    for forbidden in ("UPDATE notice SET sent_at = now()", "UPDATE notice SET sending_at = now()"):
        with pytest.raises(Exception, match="permission denied"):
            async with writing(EVERYTHING) as connection:
                await connection.execute(forbidden)
