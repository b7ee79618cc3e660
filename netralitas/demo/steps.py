"""Steps that several of the demo's stories take: study, registration, plenary, forwarding."""

from datetime import datetime, timedelta
from typing import Any

from netralitas.cases.answers import Paper
from netralitas.cases.domain import NewCase, Person
from netralitas.demo.matters import Cast, matter
from netralitas.demo.people import ELECTION
from netralitas.demo.telling import Teller
from netralitas.documents.domain import DocumentKind as Kind


class Steps:
    """What the stories are made of."""

    def __init__(self, teller: Teller, cast: Cast) -> None:
        """`teller` makes the moves, `cast` are the respondents."""
        self.t = teller
        self.cast = cast
        self.election = teller.elections[ELECTION]

    async def study(self, case: int, at: datetime, who: str = "rina") -> None:
        """Make the preliminary study, begun at `at` and finished two hours later."""
        await self.t.move(who, case, "start_preliminary_study", at)
        await self.t.move(
            who,
            case,
            "finish_preliminary_study",
            at + timedelta(hours=2),
            papers=(await self.t.paper(Kind.PRELIMINARY_STUDY, "Kajian awal"),),
        )

    async def study_straight(self, case: int, at: datetime) -> None:
        """Make the preliminary study and have it approved in plenary the day after."""
        await self.study(case, at)
        await self.t.move("rina", case, "submit_preliminary_study", at + timedelta(hours=3))
        await self.t.move(
            "sari",
            case,
            "approve_preliminary_study",
            at + timedelta(hours=23),
            papers=(await self.minutes(),),
        )

    async def register(self, case: int, at: datetime, who: str = "rina") -> None:
        """Register the case with the next number."""
        await self.t.move(who, case, "register", at)

    async def to_plenary(self, case: int, at: datetime, who: str = "rina") -> None:
        """Invite, clarify, and lay the study before the plenary the same day."""
        await self.t.move(who, case, "start_clarification", at)
        await self.t.move(who, case, "finish_clarification", at + timedelta(hours=5))
        await self.t.move(
            who,
            case,
            "submit_to_plenary",
            at + timedelta(hours=7),
            papers=(await self.t.paper(Kind.STUDY, "Kajian dugaan pelanggaran"),),
        )

    async def decide(self, case: int, at: datetime) -> None:
        """Let the plenary decide that it is a violation of other law."""
        await self.t.move("sari", case, "decide_other_law", at, papers=(await self.minutes(),))

    async def forward(
        self, case: int, move: str, at: datetime, to: str, note: str | None = None
    ) -> None:
        """Forward every respondent to an authority by one letter."""
        await self.t.move(
            "sari",
            case,
            move,
            at,
            note=note,
            respondents=(),
            letter_out=self.t.letter(at, "Penerusan hasil kajian"),
            papers=(await self.t.paper(Kind.EVIDENCE_LIST, "Daftar bukti"),),
            addressee=self.t.offices[to],
            chosen=await self.t.respondents(case),
        )

    async def minutes(self) -> Paper:
        """Return the minutes of a plenary."""
        return await self.t.paper(Kind.MINUTES, "Berita acara rapat pleno")

    def matter(
        self,
        at: datetime,
        subject: str,
        people: tuple[Person, ...],
        **more: Any,  # noqa: ANN401 - fields of a matter by name
    ) -> NewCase:
        """Return a matter whose act was two days before it came in."""
        act_on = at.date() - timedelta(days=2)
        description = f"{subject}. Peristiwa rekaan untuk contoh."
        values = {"act_on": act_on, "known_on": act_on + timedelta(days=1), **more}
        return matter(
            received=at,
            subject=subject,
            description=description,
            people=people,
            election=self.election,
            **values,
        )
