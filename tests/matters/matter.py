"""One matter, entered through the forms of its pages by the persons whose step each is."""

import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field

from netralitas.investigation.workflow import DECIDED_BY_A_PLENARY
from tests.cases.conftest import Visits
from tests.make import proceedings
from tests.pages import Browser, FoundForm, Page

UNKNOWN = "tidak diketahui"


def happened(told: str, name: str = "happened") -> dict[str, str]:
    """The fields of a moment as it is known: "2024", "Oktober 2024", "per 1 Mei 2024"."""
    blank = {f"{name}-{part}": "" for part in ("day", "month", "year", "precision")}
    if told == UNKNOWN:
        return {**blank, f"{name}-precision": "unknown"}
    precision = "as_of" if told.startswith("per ") else ""
    parts = told.removeprefix("per ").split()
    named = dict(zip(("year", "month", "day"), reversed(parts), strict=False))
    return {
        **blank,
        **{f"{name}-{part}": said for part, said in named.items()},
        f"{name}-precision": precision,
    }


def day(told: str, name: str) -> dict[str, str]:
    """The three fields of a day, or of a month or year alone."""
    fields = happened(told, name)
    del fields[f"{name}-precision"]
    return fields


WITHOUT_MEETING = {
    "overrides": ["plenary_recorded"],
    "override_basis": "Berita acara rapat pleno dalam berkas.",
}
"""What is known of these plenaries is what their minutes say."""


@dataclass(slots=True)
class Matter:
    """A case and its respondents by ordinal; every step fails where the form refuses."""

    visit: Visits
    case: int
    _ids: dict[int, int] = field(default_factory=dict)

    async def page(self, login: str) -> Page:
        """The page of the case as this person sees it."""
        return await (await self.visit(login)).go(f"/perkara/{self.case}")

    async def handle(self, login: str, move: str, when: str, /, **values: object) -> Page:
        """Make a move of Bawaslu's handling."""
        [handling] = [p["id"] for p in await proceedings(self.case) if p["workflow"] == "handling"]
        passed = WITHOUT_MEETING if move in DECIDED_BY_A_PLENARY else {}
        return await self._send(login, f"langkah/{handling}/{move}", when, passed | values)

    async def forward(
        self,
        login: str,
        move: str,
        ordinals: Iterable[int],
        office: str,
        when: str,
        **values: object,
    ) -> Page:
        """Forward these respondents to an office in one letter, by its form."""
        [handling] = [p["id"] for p in await proceedings(self.case) if p["workflow"] == "handling"]
        chosen = {"respondents": tuple(ordinals), "addressee": f"~{office}"}
        return await self._send(login, f"langkah/{handling}/{move}", when, chosen | values)

    async def follow(
        self, login: str, step: str, ordinals: Sequence[int], when: str, /, **values: object
    ) -> Page:
        """Make a move ("discipline.examine") on these respondents at once."""
        workflow, code = step.split(".")
        first, *others = [await self._running(workflow, ordinal) for ordinal in ordinals]
        chosen = {"others": [str(other) for other in others]} if others else {}
        return await self._send(login, f"langkah/{first}/{code}", when, chosen | values)

    async def tell(
        self, login: str, fact: str, ordinal: int, when: str, /, **values: object
    ) -> Page:
        """Record a fact ("discipline.recorded_idis") about one respondent."""
        workflow, code = fact.split(".")
        about = await self._running(workflow, ordinal)
        return await self._send(login, f"fakta/{about}/{code}", when, values)

    async def open(
        self, login: str, step: str, ordinals: Iterable[int], when: str, /, **values: object
    ) -> Page:
        """Open a proceeding by hand on these respondents, each with one of their own."""
        where = f"proses/{step.replace('.', '/')}"
        return await self._send(login, where, when, {"respondents": tuple(ordinals)} | values)

    async def states(self, workflow: str) -> dict[int, str]:
        """Where each respondent stands in a workflow, by ordinal."""
        by_id = {identity: ordinal for ordinal, identity in (await self._respondents()).items()}
        return {
            by_id[row["respondent"]]: row["state"]
            for row in await proceedings(self.case)
            if row["workflow"] == workflow and row["respondent"]
        }

    async def _send(self, login: str, place: str, when: str, values: dict[str, object]) -> Page:
        browser = await self.visit(login)
        asked = await browser.go(f"/perkara/{self.case}/{place}")
        assert asked.status == 200, asked.text
        form = asked.form()
        told_late = {"reason": "Dokumennya tidak ada pada sumber; dicatat menurut pemberitaan."}
        chosen = {name: _chosen(form, name, told) for name, told in (told_late | values).items()}
        done = await browser.send(form, happened(when) | chosen)
        assert done.status == 200, done.text
        assert done.address == f"/perkara/{self.case}", done.text
        return done

    async def _running(self, workflow: str, ordinal: int) -> int:
        identity = (await self._respondents())[ordinal]
        found = [
            row["id"]
            for row in await proceedings(self.case)
            if row["workflow"] == workflow and row["respondent"] == identity
        ]
        assert found, f"nothing of {workflow} runs on respondent {ordinal}"
        return int(found[-1])

    async def _respondents(self) -> dict[int, int]:
        if not self._ids:
            page = await self.page("rina")
            found = re.findall(rf"/perkara/{self.case}/terlapor/(\d+)", page.html)
            self._ids = dict(enumerate(map(int, dict.fromkeys(found)), start=1))
        return self._ids


@dataclass(frozen=True, slots=True)
class Stage:
    """How far a matter has come: what is entered on top of the stage before."""

    enter: Callable[[Matter], Awaitable[Matter]]
    after: "Stage | None" = None

    @property
    def name(self) -> str:
        """The name of the stage among all matters."""
        return f"{self.enter.__module__}.{self.enter.__qualname__}"


def _chosen(form: FoundForm, name: str, told: object) -> object:
    """What is sent for what is told: "~BKN" is picked by its words, respondents by ordinal."""
    if isinstance(told, str) and told.startswith("~"):
        return form.pick(name, told[1:])
    if isinstance(told, tuple):
        return [form.pick(name, f"{ordinal}. ") for ordinal in told]
    return told


async def taken_in(
    visit: Visits, people: Sequence[dict[str, str]], received: str, **typed: str
) -> Matter:
    """A finding taken in by Bawaslu's investigator, with each of its respondents."""
    browser = await visit("rina")
    form = (await browser.go("/perkara/baru?jenis=temuan")).form("jenis=temuan")
    first, *others = people
    values = {
        "regime": "pemilihan",
        **day(received, "received_on"),
        "received_time": "",
        **first,
        **typed,
    }
    page = await browser.send(form, values)
    assert page.address.endswith("/tanda-terima"), page.text
    matter = Matter(visit, int(page.address.split("/")[2]))
    for person in others:
        await _add(browser, matter.case, person)
    return matter


async def _add(browser: Browser, case: int, person: dict[str, str]) -> None:
    form = (await browser.go(f"/perkara/{case}/terlapor")).form()
    values = {"position_class": "unknown", **person}
    page = await browser.send(form, values)
    assert page.address == f"/perkara/{case}", page.text
