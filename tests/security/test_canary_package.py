"""What is handed over names no reporter, informant or witness; what goes outside names nobody."""

import io
from dataclasses import replace
from typing import Final

import httpx
import pytest

from netralitas.app import keys
from netralitas.cases.answers import Answers
from netralitas.cases.attaching import attach_paper
from netralitas.database.transactions import writing
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.storage import Storage
from netralitas.public_app import create_public_app
from netralitas.settings import Settings
from netralitas.vault.cipher import Purpose
from netralitas.vault.commands import put_in
from netralitas.vault.domain import Identity, Subject
from netralitas.web import logging
from tests.cases.conftest import Visits
from tests.conftest import Database
from tests.documents.papers import together
from tests.make import Town, move, paper, person
from tests.pages import PDF, Browser, Page
from tests.referral.opened_zip import opened
from tests.referral.packaging import (
    add_outside,
    decided_case,
    forwarding,
    manifest_of,
    packages,
    respondents_of,
)
from tests.referral.test_packages_over_http import SECRET, Outside
from tests.security.canaries import (
    HIDDEN,
    NAME,
    REPORTER,
    RESPONDENT,
    WITNESS,
    canary,
    of_people,
    singing,
)
from tests.security.crawler import SAME_ORIGIN
from tests.security.dump import dumped
from tests.security.intake_scene import outside as browser_outside

INFORMANT: Final = Identity(name="Zgelatik Xpemberi", telephone="0823 1111 6711 00")
CLERK: Final = "Zjalak Xpenerima"
NOBODY: Final = (*HIDDEN, *of_people(INFORMANT))
"""Whom no package, page, sheet, row or line may name."""


class Sent:
    """Everything that left the office about one package, and what was logged meanwhile."""

    def __init__(self, case: int, package: int, log: io.StringIO) -> None:
        self.case = case
        self.package = package
        self.log = log
        self.secrets: dict[str, str] = {}
        self.pieces: dict[str, bytes] = {}

    async def fetch(self, browser: Browser, what: str, ending: str) -> bytes:
        """Make it on the page, keep the secret that is shown, and fetch it."""
        page: Page = await browser.go(f"/perkara/{self.case}/berkas/{self.package}")
        shown = await browser.send(page.form(f"/{what}"))
        found = SECRET.search(shown.text.replace(" ", ""))
        assert found, shown.text
        self.secrets[what] = found[0]
        form = shown.form(f"/{what}.{ending}")
        answer = await browser.client.post(form.action, data=form.values, headers=SAME_ORIGIN)
        assert answer.status_code == 200, answer.text
        return answer.content


@pytest.fixture
async def sent(
    town: Town, visit: Visits, settings: Settings, engine: Database, log: io.StringIO
) -> Sent:
    """A case full of canaries, forwarded to an office outside; its package sealed and fetched."""
    visit.site = logging.RequestLog(visit.site)
    storage = Storage(settings.data / "files")
    await add_outside(town)
    suspects = (person(1, name=RESPONDENT), person(2))
    case = await decided_case(town, *suspects, storage=storage, reporter=REPORTER)
    hidden = ((Subject.WITNESS, WITNESS), (Subject.INFORMANT, INFORMANT))
    async with writing(town.rina) as c:
        for subject, identity in hidden:
            await put_in(
                c,
                case_file=case,
                subject=subject,
                identity=identity,
                readers=[town.offices["kab"]],
                keys=keys(settings, Purpose.IDENTITY),
            )
    draft = replace(
        paper(DocumentKind.STUDY_DRAFT), stored=await storage.keep(PDF + b"draft", 1_000)
    )
    await attach_paper(town.rina, case, draft)
    answers: Answers = await forwarding(
        town, case, "luar", respondents=(await respondents_of(case))[:1], storage=storage
    )
    await move(town.rina, case, "forward", answers=answers)
    made = Sent(case, (await packages(case))[0]["id"], log)
    rina = await visit("rina")
    made.pieces["zip"] = await made.fetch(rina, "segel", "zip")
    made.pieces["sheet"] = await made.fetch(rina, "tanda-terima", "pdf")
    return made


async def confirmed(sent: Sent, settings: Settings, engine: Database) -> list[httpx.Response]:
    """Let a receiver outside confirm by the code; what the public site answered meanwhile."""
    site = create_public_app(replace(settings, public_dsn=engine.dsn("public")))
    async with site.lifespan(), browser_outside(site) as client:
        receiver = Outside(client=client, database=engine, settings=settings)
        await receiver.work()
        code = sent.secrets["tanda-terima"]
        answers = [
            await client.get("/terima-berkas"),
            await receiver.look(code),
            await receiver.confirm(code, name=""),
            await receiver.confirm(code, name=CLERK),
        ]
        waiting = dumped(engine)
        assert singing(b"".join(waiting.values()), (canary(CLERK),)) == []
        await receiver.work()
        answers.append(await receiver.look(code))
    return answers


async def test_the_manifest_says_what_was_held_back_and_names_nobody_who_spoke(sent: Sent) -> None:
    [row] = await packages(sent.case)
    held = {each.what: each.amount for each in manifest_of(row).held_back}
    assert held == {
        "reporter": 1,
        "informant": 1,
        "witness": 1,
        "study_draft": 1,
        "minutes": 1,
        "other_respondents": 1,
    }
    assert singing(row["manifest"], NOBODY) == []
    members = opened(sent.pieces["zip"], sent.secrets["segel"])
    assert len(members) == 5
    for name, content in members.items():
        assert singing(name.encode() + content, NOBODY) == [], name
    assert PDF + b"draft" not in members.values()
    assert singing(b"".join(members.values()), (NAME,)) == [RESPONDENT]


async def test_what_can_be_read_without_the_password_names_nobody_at_all(
    sent: Sent, settings: Settings, engine: Database
) -> None:
    everybody = (*NOBODY, NAME)
    assert singing(sent.pieces["zip"], everybody) == []
    sheet = together(sent.pieces["sheet"])
    assert singing(sheet.encode(), everybody) == []
    assert sent.secrets["tanda-terima"] in sheet.replace(" ", "")
    answers = await confirmed(sent, settings, engine)
    assert [answer.status_code for answer in answers] == [200, 200, 422, 200, 200]
    for answer in answers:
        said = answer.content + str(answer.headers).encode() + str(answer.url).encode()
        assert singing(said, everybody) == []
    assert singing(answers[-1].content, (canary(CLERK),)) == []


async def test_nothing_that_is_kept_or_logged_holds_a_secret_or_a_name_it_should_not(
    sent: Sent, settings: Settings, engine: Database
) -> None:
    await confirmed(sent, settings, engine)
    secrets = tuple(map(canary, sent.secrets.values()))
    dump = dumped(engine)
    assert {"package", "published.package", "event_note"} <= set(dump)
    told = {table: singing(rows, (*NOBODY, *secrets)) for table, rows in dump.items()}
    assert {table for table, found in told.items() if found} == set()
    assert {table for table, rows in dump.items() if singing(rows, (canary(CLERK),))} == {
        "event_note"
    }
    assert "package" in {table for table, rows in dump.items() if singing(rows, (NAME,))}
    assert singing(dump["published.package"], (NAME,)) == []
    logged = sent.log.getvalue().encode()
    assert b"show_package" in logged
    assert singing(logged, (*NOBODY, *secrets, NAME, canary(CLERK))) == []
    kept = "\n".join(map(str, settings.data.rglob("*")))
    assert singing(kept.encode(), (*NOBODY, *secrets, NAME)) == []
