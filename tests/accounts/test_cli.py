"""`netralitas account`: what it prints, and one sentence with exit code 2 for what goes wrong."""

import re
from datetime import date

import anyio.to_thread
import asyncpg
import pytest
from click.testing import CliRunner, Result

from netralitas.accounts.cli import account
from netralitas.accounts.cli_words import PROBLEMS
from netralitas.accounts.domain import Problem
from netralitas.accounts.queries import organisations
from netralitas.database.context import EVERYTHING, local_settings
from netralitas.settings import DEMO_SECRET
from tests.accounts.conftest import owner_asks
from tests.conftest import Database


@pytest.fixture
def environment(clone: Database) -> dict[str, str]:
    return {
        "NETRALITAS_DEMO": "yes",
        "NETRALITAS_APP_DSN": clone.dsn("app"),
        "NETRALITAS_SECRET_INDEX": DEMO_SECRET,
    }


async def ask(environment: dict[str, str], *words: str, typed: str = "") -> Result:
    """Run the command as a process would: in a thread, with a loop of its own."""
    runner = CliRunner(env=environment)
    return await anyio.to_thread.run_sync(lambda: runner.invoke(account, words, input=typed))


async def prepared(environment: dict[str, str]) -> Result:
    place = ["organisation", "kab", "Bawaslu Kabupaten", "--kind", "bawaslu"]
    assert (await ask(environment, *place)).exit_code == 0
    return await ask(
        environment,
        *("add", "rina", "--name", "Rina", "--organisation", "kab", "--title", "Staf"),
        *("--role", "investigator", "--role", "secretary"),
    )


async def test_an_account_is_added_and_its_password_shown_once(
    environment: dict[str, str], clone: Database
) -> None:
    result = await prepared(environment)
    assert result.exit_code == 0, result.output
    found = re.search(r"shown this once\): ([a-z0-9-]+)\n", result.output)
    assert found is not None
    [row] = await owner_asks(clone, "SELECT password FROM officer WHERE login = 'rina'")
    assert row["password"].startswith("$argon2id$")
    assert found[1] not in row["password"]
    [desk] = await owner_asks(clone, "SELECT roles FROM desk")
    assert sorted(desk["roles"]) == ["investigator", "secretary"]


async def test_everybody_is_signed_out_at_once(
    environment: dict[str, str], clone: Database
) -> None:
    await prepared(environment)
    await owner_asks(
        clone,
        "INSERT INTO session (digest, desk, created_at, seen_at, expires_at)"
        " SELECT sha256(n::text::bytea), id, now(), now(), now() + interval '9 hours'"
        " FROM desk, generate_series(1, 3) n RETURNING 1",
    )
    assert (await ask(environment, "end-sessions")).output == "3 sessions ended.\n"
    [row] = await owner_asks(clone, "SELECT count(*) FROM session WHERE revoked_at IS NULL")
    assert row[0] == 0
    assert (await ask(environment, "end-sessions")).output == "0 sessions ended.\n"


async def test_a_password_that_is_asked_for_is_not_shown(environment: dict[str, str]) -> None:
    await prepared(environment)
    secret = "perahu rina di rawa pening"
    result = await ask(environment, "reset", "rina", "--ask", typed=f"{secret}\n{secret}\n")
    assert result.exit_code == 0, result.output
    assert secret not in result.output


async def test_roles_are_replaced_and_the_account_is_disabled(
    environment: dict[str, str], clone: Database
) -> None:
    await prepared(environment)
    roles = ["role", "rina", "--organisation", "kab", "--role", "auditor"]
    assert (await ask(environment, *roles)).exit_code == 0
    assert (await ask(environment, "disable", "rina")).exit_code == 0
    [desk] = await owner_asks(clone, "SELECT roles FROM desk")
    assert desk["roles"] == ["auditor"]
    [row] = await owner_asks(clone, "SELECT disabled_at FROM officer WHERE login = 'rina'")
    assert row["disabled_at"] is not None


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["disable", "siapa"], PROBLEMS[Problem.LOGIN_UNKNOWN]),
        (
            ["role", "rina", "--organisation", "lain", "--role", "auditor"],
            PROBLEMS[Problem.ORGANISATION_UNKNOWN],
        ),
        (["reset", "system"], PROBLEMS[Problem.SYSTEM_ACCOUNT]),
        (["role", "rina", "--organisation", "kab", "--role", "raja"], "'raja' is not one of"),
        (["ended", "nobody", "--on", "2024-08-24"], PROBLEMS[Problem.ORGANISATION_UNKNOWN]),
        (
            ["ended", "kab", "--on", "2024-08-24", "--successor", "kab"],
            PROBLEMS[Problem.ORGANISATION_UNKNOWN],
        ),
        (
            ["ended", "kab", "--on", "2024-08-24", "--doubtful-until", "2024-08-24"],
            PROBLEMS[Problem.PERIOD_REVERSED],
        ),
    ],
)
async def test_what_cannot_be_done_is_one_sentence_and_exit_code_2(
    environment: dict[str, str], words: list[str], sentence: str
) -> None:
    await prepared(environment)
    result = await ask(environment, *words)
    assert result.exit_code == 2
    assert sentence in result.output
    assert "Traceback" not in result.output


async def test_a_short_password_is_refused_with_the_reason(environment: dict[str, str]) -> None:
    await prepared(environment)
    result = await ask(environment, "reset", "rina", "--ask", typed="pendek\npendek\n")
    assert result.exit_code == 2
    assert "at least 12 characters" in result.output


async def test_without_a_dsn_it_says_which_setting_is_missing() -> None:
    result = await ask({"NETRALITAS_DEMO": "yes"}, "disable", "rina")
    assert result.exit_code == 2
    assert result.output == "Error: NETRALITAS_APP_DSN is not set.\n"


async def test_a_database_that_is_away_is_one_sentence(environment: dict[str, str]) -> None:
    away = {**environment, "NETRALITAS_APP_DSN": "postgresql://a@127.0.0.1:1/b"}
    result = await ask(away, "disable", "rina")
    assert result.exit_code == 2
    assert result.output.count("\n") == 1


def test_every_problem_has_an_english_sentence() -> None:
    assert set(PROBLEMS) == set(Problem)


async def test_an_address_for_reminders_is_set_and_taken_away(
    environment: dict[str, str], clone: Database
) -> None:
    await prepared(environment)
    for words, kept in ((["rina.p@kantor.example"], "rina.p@kantor.example"), ([], None)):
        result = await ask(environment, "email", "rina", *words)
        assert result.exit_code == 0, result.output
        [row] = await owner_asks(clone, "SELECT email FROM officer WHERE login = 'rina'")
        assert row["email"] == kept
    auditor = await asyncpg.connect(clone.dsn("auditor"))
    await auditor.execute(local_settings(EVERYTHING).replace("LOCAL", "SESSION"))
    events = await auditor.fetch("SELECT details FROM event WHERE name = 'account.mail_set'")
    await auditor.close()
    assert len(events) == 2
    assert "kantor" not in repr(events)


@pytest.mark.parametrize(
    "address", ["rina", "rina@", "@kantor.id", "rina@kantor", "a b@c.id", "á@c.id", "a@c.id\nTo: b"]
)
async def test_what_is_no_address_is_refused(environment: dict[str, str], address: str) -> None:
    await prepared(environment)
    result = await ask(environment, "email", "rina", address)
    assert result.exit_code == 2
    assert PROBLEMS[Problem.MAIL_MALFORMED] in result.output


async def test_a_superior_is_set_and_taken_away(
    environment: dict[str, str], clone: Database
) -> None:
    await prepared(environment)
    boss = ["add", "sari", "--name", "Sari", "--organisation", "kab", "--title", "Anggota"]
    assert (await ask(environment, *boss, "--role", "commissioner")).exit_code == 0
    for words, kept in ((["sari"], "sari"), ([], None)):
        assert (await ask(environment, "superior", "rina", *words)).exit_code == 0
        [row] = await owner_asks(
            clone,
            "SELECT s.login FROM officer o LEFT JOIN officer s ON s.id = o.superior"
            " WHERE o.login = 'rina'",
        )
        assert row["login"] == kept


@pytest.mark.parametrize(
    ("superior", "problem"),
    [("rina", Problem.OWN_SUPERIOR), ("siapa", Problem.LOGIN_UNKNOWN)],
)
async def test_who_cannot_be_a_superior_is_refused(
    environment: dict[str, str], superior: str, problem: Problem
) -> None:
    await prepared(environment)
    result = await ask(environment, "superior", "rina", superior)
    assert result.exit_code == 2
    assert PROBLEMS[problem] in result.output


async def test_an_authority_ends_on_a_day_with_a_successor_and_days_in_doubt(
    environment: dict[str, str], clone: Database
) -> None:
    for code, more in (("kasn", []), ("bkn", ["--from", "2024-08-24", "--role", "oversight"])):
        added = ["organisation", code, code.upper(), "--kind", "authority", *more]
        done = await ask(environment, *added)
        assert done.exit_code == 0, done.output
    told = ["--on", "2024-08-24", "--doubtful-until", "2024-09-04", "--certainty", "M"]
    done = await ask(environment, "ended", "kasn", *told, "--successor", "bkn", "--source", "SE")
    assert done.exit_code == 0, done.output
    c = await asyncpg.connect(clone.dsn("app"))
    offices = {office.code: office for office in await organisations(c)}
    await c.close()
    kasn, bkn = offices["kasn"].authority, offices["bkn"].authority
    assert kasn.successor == offices["bkn"].id
    last, first = date(2024, 8, 23), date(2024, 8, 24)
    assert (kasn.valid_on(last), kasn.valid_on(first)) == (True, False)
    assert (bkn.valid_on(last), bkn.valid_on(first)) == (False, True)
    doubtful = (last, first, date(2024, 9, 3), date(2024, 9, 4))
    assert [kasn.doubtful_on(day) for day in doubtful] == [False, True, True, False]


async def test_a_request_that_nobody_else_can_confirm_is_confirmed_once_with_its_code(
    environment: dict[str, str], clone: Database
) -> None:
    await prepared(environment)
    [row] = await owner_asks(
        clone,
        "INSERT INTO account_request (kind, state, organisation, officer, roles, new_password,"
        " new_factor, asked_at, proposed_by)"
        " SELECT 'reset', 'proposed', d.organisation, d.officer, '{}', true, false, now(), s.id"
        " FROM desk d, officer f, officer s"
        " WHERE f.id = d.officer AND f.login = 'rina' AND s.login <> 'system' RETURNING id",
    )
    alone = await ask(environment, "confirm", str(row["id"] + 1))
    assert alone.exit_code == 2
    result = await ask(environment, "confirm", str(row["id"]))
    assert result.exit_code == 0, result.output
    found = re.search(r"good for 72 hours\): ([a-z0-9-]{24})\n", result.output)
    assert found is not None
    [kept] = await owner_asks(clone, "SELECT code, state FROM account_request")
    assert kept["state"] == "confirmed"
    assert found[1].encode() not in kept["code"]
    again = await ask(environment, "confirm", str(row["id"]))
    assert again.exit_code == 2
    assert "over, withdrawn, or not proposed" in again.output
