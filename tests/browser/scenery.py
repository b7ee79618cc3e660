"""Everything there is to look at: cases in all phases, what stands beside them, what is public."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from netralitas.access.domain import Actor
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.official.commands import Block, Content, Issue, issue_paper
from netralitas.evidence.storage import Storage
from netralitas.intake.sealing import ReceiptSealer
from tests.browser.activity_scenes import put_beside
from tests.browser.address_scenes import ask_for_pages
from tests.browser.archive_scenes import prepare_archive
from tests.browser.case_scenes import FIRST, make_cases
from tests.browser.clarification_scenes import ids_of, make_clarifications
from tests.browser.door_scenes import import_plan, import_staff, leave_a_draft, report_twice
from tests.browser.evidence_scenes import bring_evidence
from tests.browser.follow_up_scenes import make_follow_ups
from tests.browser.installation_scenes import exchange_with_a_partner
from tests.browser.intake_scenes import fill_inbox, make_intake
from tests.browser.law_scenes import make_drafts
from tests.browser.partner_scenes import make_partnership
from tests.browser.people_scenes import bring_people
from tests.browser.plenary_scenes import make_plenaries
from tests.browser.privacy_scenes import keep_and_dispose
from tests.browser.public_scenes import (
    bring_out,
    bring_pages,
    code_of,
    codes_to_type,
    put_in_order,
    release_of,
    share_leaflet,
)
from tests.browser.room_scenes import open_room
from tests.browser.service_scenes import complain
from tests.browser.site import Site
from tests.browser.webhook_scenes import tell_a_system
from tests.intake.letterbox import Letterbox
from tests.make import days_ago, proceedings

_NUMBER = """
SELECT printed FROM case_number WHERE case_file = $1
ORDER BY kind = 'register' DESC, id LIMIT 1
"""
_CLOCK = """
SELECT min(id) FROM clock WHERE case_file = $1 AND ended_by IS NULL AND superseded_by IS NULL
"""
_LETTER = "SELECT min(id) FROM letter WHERE case_file = $1"
_PACKAGE = "SELECT min(id) FROM package WHERE case_file = $1"
_PERSON = "SELECT min(id) FROM respondent WHERE case_file = $1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One case of the scenery: what its addresses are made of.

    `ids` and `states` are those of its first proceeding of each workflow, of its first letter and
    of its first package.
    """

    case: int
    number: str
    event: int | None
    clock: int | None
    respondent: int
    ids: Mapping[str, int]
    states: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenery:
    """The cases by name, what else has a page by name, and codes to type by how they are typed.

    `held` are codes that stand in somebody's browser while they report.
    """

    cases: Mapping[str, Seen]
    ids: Mapping[str, int | str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    held: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Seen:
        """Return a case by its name."""
        return self.cases[name]


async def make_scenery(site: Site, receipts: ReceiptSealer) -> Scenery:
    """Commit all of it, and do what the worker does then; `receipts` opens the codes."""
    town, settings = site.town, site.settings
    letterbox = Letterbox(database=site.database, offices=town.offices)
    cases = await make_cases(town) | await make_follow_ups(town)
    cases |= await make_intake(town, letterbox, receipts)
    files = Storage(settings.data / "files")
    cases |= await make_clarifications(town, files)
    cases["evidence"] = await bring_evidence(site)
    await put_in_order(settings)
    ids = await make_partnership(town) | await make_drafts(town) | await fill_inbox(letterbox)
    await put_beside(town.rina, ids["activity"], ids["duty"], files)
    plenaries = await make_plenaries(town, files, cases["plenary"])
    ids |= {"plenary_meeting": plenaries.pop("plenary_meeting")}
    cases |= plenaries
    await share_leaflet(settings, town.rina, ids["announced"])
    official = {"official": await issue_letter(town.rina, cases["registered"], files)}
    people = await bring_people(town)
    room = {"room": await open_room(town.rina, ids["activity"])}
    archive = {"archive": await prepare_archive(town, files)}
    pages = await ask_for_pages(town, cases["registered"])
    await bring_pages(settings, pages)
    complaint = {"complaint": await complain(letterbox)}
    webhook = {"webhook": await tell_a_system(site)}
    webhook |= {"partner": await exchange_with_a_partner(site)}
    await bring_out(settings, cases.values())
    left = {"left": await leave_a_draft(site, "bagas"), **await import_staff(site, "rina")}
    left |= await import_plan(site, "sari", ids["drafted"])
    kept = await keep_and_dispose(site, cases["registered"])
    thread = {"thread": await code_of(cases["told"], receipts)}
    return Scenery(
        cases={name: await _seen(case) for name, case in cases.items()},
        ids={
            **ids,
            **left,
            **people,
            **room,
            **archive,
            **official,
            **complaint,
            **webhook,
            **pages,
            **kept,
            **await ids_of(cases["heard"]),
            "release": await release_of(cases["released"]),
        },
        codes=await codes_to_type(cases["released"], receipts) | thread,
        held=await report_twice(site),
    )


async def issue_letter(actor: Actor, case: int, files: Storage) -> int:
    """Issue a letter of a case, and return its id."""
    body = (Block(text=("Kami teruskan dugaan pelanggaran ini untuk ditindaklanjuti.",)),)
    content = Content(subject="Penerusan", to=("Kepada Yth.", "Kepala BKN"), body=body)
    issue = Issue(case=case, paper="surat-penerusan", content=content, on=days_ago(0))
    return (await issue_paper(actor, issue, storage=files)).id


async def _seen(case: int) -> Seen:
    rows = list(reversed(await proceedings(case)))  # of several, the first one stands
    async with reading(EVERYTHING) as c:
        return Seen(
            case=case,
            number=await c.fetchval(_NUMBER, case),
            event=await c.fetchval(FIRST, case),
            clock=await c.fetchval(_CLOCK, case),
            respondent=await c.fetchval(_PERSON, case),
            ids={row["workflow"]: row["id"] for row in rows}
            | {
                "letter": await c.fetchval(_LETTER, case) or 0,
                "package": await c.fetchval(_PACKAGE, case) or 0,
            },
            states={row["workflow"]: row["state"] for row in rows},
        )
