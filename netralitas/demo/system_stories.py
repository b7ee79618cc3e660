"""The demo's words of other systems: one case of which two systems say different things."""

from datetime import datetime, timedelta

from netralitas.audit.domain import Moment
from netralitas.cases.domain import PositionClass
from netralitas.cases.queries import view_case
from netralitas.database.transactions import reading
from netralitas.demo.steps import DECIDED, Steps
from netralitas.demo.telling import CaseTold, type_story
from netralitas.referral.external.commands import Told, record_external
from netralitas.referral.external.domain import ExternalStanding, ExternalSystem, ExternalWord


class SystemStories:
    """What SBT and I'DIS say of a civil servant whose case was forwarded."""

    def __init__(self, steps: Steps) -> None:
        """Take the people and the moments of the demo."""
        self._steps = steps
        self._t = steps.t

    def all(self) -> list[type_story]:
        """Return each story, not yet begun."""
        return [self.differing()]

    async def differing(self) -> None:
        """SBT says that it was recommended; of I'DIS it is told that the sanction stands."""
        at = self._t.when(80, 10)
        person = self._steps.cast.civil_servant(PositionClass.STAFF)
        case = await self._steps.take(at, "Pegawai membagikan unggahan calon", (person,))
        await self._steps.walk(case, at, DECIDED)
        await self._steps.forward(case, at + timedelta(days=4), "bkn")
        await self._say(
            *(case, "rina", at + timedelta(days=12)),
            ExternalWord(
                system=ExternalSystem.SBT,
                number="SBT-NTR-0412",
                standing=ExternalStanding.VERIFICATION,
                said="Sedang diverifikasi",
                as_of=Moment.day((at + timedelta(days=11)).date()),
                according_to="Layar SBT yang dilihat petugas",
            ),
        )
        await self._say(
            *(case, "rina", at + timedelta(days=40)),
            ExternalWord(
                system=ExternalSystem.IDIS,
                standing=ExternalStanding.SANCTIONED,
                as_of=Moment.day((at + timedelta(days=38)).date()),
                according_to="Petugas BKPSDM lewat telepon",
            ),
        )

    async def _say(self, case: CaseTold, who: str, at: datetime, word: ExternalWord) -> None:
        actor = self._t.actors[who]
        with await self._t.at(at):
            async with reading(actor) as c:
                view = await view_case(c, actor, case.id, now=at, book=self._t.book)
            (first, *_) = view.dossier.respondents
            await record_external(view, Told(respondent=first.id, word=word))
