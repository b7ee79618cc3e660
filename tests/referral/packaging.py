"""Packages for tests: an office without any desk, papers that are on the disk, what is kept."""

from dataclasses import replace
from datetime import date
from typing import Any

from netralitas.accounts import store
from netralitas.accounts.domain import NewOrganisation, OrganisationKind
from netralitas.cases.answers import Answers, Paper
from netralitas.cases.domain import Person
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.storage import Storage
from netralitas.referral.packages.domain import Manifest
from netralitas.referral.packages.manifests import read_manifest
from netralitas.vault.domain import Identity
from tests.make import Town, letter, make_case, move, paper
from tests.pages import PDF

OUTSIDE = "Inspektorat Provinsi Contoh"


async def add_outside(town: Town, code: str = "luar", name: str = OUTSIDE) -> int:
    """Add an office in which nobody has a desk, or return the one that was added before."""
    if code in town.offices:
        return town.offices[code]
    new = NewOrganisation(code=code, name=name, kind=OrganisationKind.AUTHORITY)
    async with writing(EVERYTHING) as c:
        added = await store.add_organisation(c, new)
    assert added is not None
    town.offices[code] = added
    return added


async def kept(storage: Storage | None, kind: DocumentKind) -> Paper:
    """A paper; with a storage, its bytes are there."""
    if storage is None:
        return paper(kind)
    stored = await storage.keep(PDF + kind.encode(), 1_000)
    return replace(paper(kind), stored=stored)


async def decided_case(
    town: Town,
    *people: Person,
    storage: Storage | None = None,
    reporter: Identity | None = None,
) -> int:
    """A case that the plenary sent on to another authority: everything but the forwarding."""
    case = (await make_case(town, *people, reporter=reporter)).id
    await lead_to_decision(town, case, storage)
    return case


async def lead_to_decision(town: Town, case: int, storage: Storage | None = None) -> None:
    """Bring a report that was received to the decision that it goes to another authority."""
    for code, kind in (
        ("start_preliminary_study", None),
        ("finish_preliminary_study", DocumentKind.PRELIMINARY_STUDY),
        ("register", None),
        ("start_clarification", None),
        ("finish_clarification", None),
        ("submit_to_plenary", DocumentKind.STUDY),
        ("decide_other_law", DocumentKind.MINUTES),
    ):
        answers = Answers(papers=(await kept(storage, kind),) if kind else ())
        who = town.sari if code.startswith("decide") else town.rina
        await move(who, case, code, answers=answers)


async def forwarding(
    town: Town,
    case: int,
    to: str,
    *,
    respondents: tuple[int, ...] | None = None,
    storage: Storage | None = None,
    evidence: tuple[int, ...] = (),
    answer_by: date | None = None,
) -> Answers:
    """What the form of a forwarding says: everybody, with a list of evidence."""
    return Answers(
        letter_out=letter(),
        respondents=respondents or await respondents_of(case),
        addressee=town.offices[to],
        papers=(await kept(storage, DocumentKind.EVIDENCE_LIST),),
        evidence=evidence,
        answer_by=answer_by,
    )


async def forwarded_outside(
    town: Town, *people: Person, storage: Storage | None = None
) -> tuple[int, int]:
    """A case forwarded to the office without a desk; the case and its package."""
    await add_outside(town)
    case = await decided_case(town, *people, storage=storage)
    answers = await forwarding(town, case, "luar", storage=storage)
    await move(town.rina, case, "forward", answers=answers)
    return case, (await packages(case))[0]["id"]


async def respondents_of(case: int) -> tuple[int, ...]:
    """Everybody whom the case is about."""
    async with reading(EVERYTHING) as c:
        rows = await c.fetch("SELECT id FROM respondent WHERE case_file = $1 ORDER BY id", case)
    return tuple(row["id"] for row in rows)


async def packages(case: int) -> list[Any]:
    """The packages of a case, as stored."""
    async with reading(EVERYTHING) as c:
        return await c.fetch("SELECT * FROM package WHERE case_file = $1 ORDER BY id", case)


def manifest_of(row: Any) -> Manifest:  # noqa: ANN401 - a row of the table
    """The manifest of a stored package."""
    return read_manifest(row["manifest"])
