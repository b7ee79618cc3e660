"""A town in which every operation of the API can succeed, and one that does."""

import base64
import io
from dataclasses import dataclass
from typing import Any

from netralitas import clock
from netralitas.cases.answers import Paper
from netralitas.cases.attaching import attach_paper
from netralitas.documents.domain import DocumentKind
from netralitas.evidence.storage import Storage
from netralitas.law.domain import Zone
from tests.api.conftest import Machines
from tests.api.handing import handed
from tests.make import make_case, person, proceedings
from tests.pages import PDF
from tests.prevention.world import MELATI, make_partners, plan

MOVE = "start_preliminary_study"
FACT = "incident_noted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What stands between braces in the addresses of the API, and the version of the proceeding."""

    case: int
    proceeding: int
    version: int
    activity: int
    agreement: int
    fact: str
    paper: int
    package: int
    sha256: str
    ordinal: int = 1

    def fill(self, path: str, code: str = MOVE) -> str:
        """The address with everything filled in."""
        told = {name: getattr(self, name) for name in self.__slots__}
        return path.format(**told, code=self.fact if "/facts/" in path else code)


def today() -> str:
    """Today, as a form takes it."""
    return clock.today(Zone.WIB.tz).isoformat()


def file() -> dict[str, str]:
    """A small file as JSON carries it."""
    return {"name": "bukti.pdf", "content": base64.b64encode(PDF).decode()}


def write(key: str, version: int) -> dict[str, str]:
    """The headers of a write."""
    return {"Idempotency-Key": key, "If-Match": str(version)}


def evidence() -> dict[str, Any]:
    """A piece of evidence as the API takes it."""
    fields = {"title": "Foto unggahan", "origin": "supervision"}
    return {"fields": fields, "files": {"files": file()}}


def activity(agreement: int) -> dict[str, Any]:
    """A planned activity as the API takes it."""
    return {
        "fields": {
            "theme": "neutrality",
            "kind": "socialization",
            "title": "Sosialisasi lewat antarmuka",
            "planned_on": today(),
            "region": MELATI,
            "audience": "ASN kecamatan",
            "together": "joint",
            "agreement": str(agreement),
        }
    }


async def build(machines: Machines) -> Names:
    """A case with a piece of evidence, an agreement, an activity; of another case, a package."""
    partners = await make_partners(machines.town)
    opened = await make_case(machines.town, person(1), person(2))
    path = f"/cases/{opened.id}/evidence"
    added = await machines("POST", path, headers=write("bukti-0001", 1), json=evidence())
    assert added.status_code == 201, added.text
    [row] = await proceedings(opened.id)
    at = await machines("GET", f"/cases/{opened.id}/proceedings/{row['id']}")
    fact = at.json()["facts"][0]["code"]
    stored = await Storage.of(machines.settings).keep(io.BytesIO(PDF), len(PDF))
    study = Paper(kind=DocumentKind.STUDY, title="Kajian", stored=stored)
    await attach_paper(machines.town.rina, opened.id, study)
    papers = (await machines("GET", f"/cases/{opened.id}/papers")).json()["items"]
    package = await handed(machines)
    return Names(
        case=opened.id,
        paper=papers[0]["id"],
        proceeding=row["id"],
        version=row["version"],
        activity=await plan(partners),
        agreement=partners.agreement,
        fact=fact,
        package=package.package,
        sha256=package.evidence,
    )
