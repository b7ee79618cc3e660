"""A case that goes from Bawaslu to the office that follows up, each through forms as found."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from netralitas import clock
from netralitas.law.domain import Zone
from netralitas.law.words import MONTHS
from tests.cases.conftest import Visits
from tests.make import ZONE, Town, forwarded_case, person
from tests.pages import PDF, Page

BKPSDM = "BKPSDM Kabupaten Contoh"
POST_LOWERED = "Penurunan jabatan"


def day(name: str, on: date) -> dict[str, str]:
    """The three fields of a day."""
    return {
        f"{name}-day": str(on.day),
        f"{name}-month": MONTHS[on.month - 1],
        f"{name}-year": str(on.year),
    }


def letter(direction: str, number: str, subject: str = "Tindak lanjut") -> dict[str, str]:
    """The fields of a letter of the second of January."""
    name = f"letter_{direction}"
    return {
        f"{name}_number": number,
        **day(f"{name}_date", date(2026, 1, 2)),
        f"{name}_subject": subject,
    }


def ahead(days: int) -> date:
    """The day so many days after today, at the office."""
    return clock.today(Zone(ZONE).tz) + timedelta(days=days)


@dataclass(slots=True)
class Walk:
    """Steps of people on a case; each fails where the form refuses."""

    town: Town
    visit: Visits

    async def step(self, login: str, case: int, words: str, **values: object) -> Page:
        """Follow the link of a step on the page of the case, fill in its form and send it."""
        browser = await self.visit(login)
        page = await browser.go(f"/perkara/{case}")
        form_page = await browser.go(page.link(words))
        assert form_page.status == 200, form_page.text
        form = form_page.form()
        chosen = {
            name: form.pick(name, told[1:]) if isinstance(told, str) and told[:1] == "~" else told
            for name, told in values.items()
        }
        done = await browser.send(form, chosen)
        assert done.status == 200, done.text
        assert done.address == f"/perkara/{case}", done.text
        return done

    async def received(self, *, respondents: int = 1, **changes: Any) -> int:  # noqa: ANN401 - fields of Person by name
        """A case that BKN has received, about so many respondents."""
        people = [person(number, **changes) for number in range(1, respondents + 1)]
        case = (await forwarded_case(self.town, *people)).id
        await self.step("maya", case, "Catat penerimaan penerusan")
        return case

    async def recommended(self, *, respondents: int = 1, **changes: Any) -> int:  # noqa: ANN401 - the same
        """A case on which BKN has recommended, so that the follow-up has arrived at BKPSDM."""
        case = await self.received(respondents=respondents, **changes)
        await self.recommend("maya", case)
        return case

    async def recommend(self, login: str, case: int, **values: object) -> Page:
        """Record BKN's recommendation, as BKN itself or on its behalf with the letter."""
        told = {
            "recommended": "discipline_medium",
            "follow_up_office": f"~{BKPSDM}",
            **letter("in", "B-77/BKN/2026", "Rekomendasi"),
        }
        return await self.step(login, case, "Catat rekomendasi", **{**told, **values})

    async def taken(self, case: int, **values: object) -> Page:
        """Record at BKPSDM that the recommendation was received, with the deadline it names."""
        told = {"letter_deadline": "default", **values}
        return await self.step("dewa", case, "Catat penerimaan rekomendasi", **told)

    async def prepared(self, case: int) -> None:
        """Receive the recommendation at BKPSDM and choose the route of discipline."""
        await self.taken(case)
        await self.step("dewa", case, "Pilih jalur disiplin")

    async def summoned(self, case: int, subject: str = "Panggilan") -> None:
        """Summon the respondent for a week from now."""
        await self.step(
            "dewa",
            case,
            "Panggil untuk diperiksa",
            **{**letter("out", "800/11/BKPSDM/2026", subject), **day("letter_out_date", ahead(0))},
            **day("exam_on", ahead(7)),
        )

    async def examined(self, case: int, *, minutes: bytes = PDF, note: str = "") -> None:
        """Summon, examine, and report what was found."""
        await self.summoned(case)
        await self.step("dewa", case, "Catat pemeriksaan", exam_minutes=minutes, reason=note)
        await self.step("dewa", case, "Laporkan hasil pemeriksaan")

    async def decided(self, case: int, kind: str = POST_LOWERED) -> Page:
        """Fix the decree."""
        return await self.step("dewa", case, "Tetapkan surat keputusan", imposed=f"~{kind}")
