"""What the hand-told stories are made of: the steps that many of them take, by the hour."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final

from netralitas.audit.domain import Moment, Precision
from netralitas.cases.domain import Channel, NewCase, Person, Source, Theme
from netralitas.demo.cast import Cast
from netralitas.demo.matters import REPORTERS, description
from netralitas.demo.regency import DISTRICTS
from netralitas.demo.scripts import line
from netralitas.demo.telling import CaseTold, Teller
from netralitas.law.domain import Regime
from netralitas.vault.domain import Identity

type_hours = tuple[str, int]
"""A move of the handling, and how many hours after the receipt it was made."""

STUDIED: Final[tuple[type_hours, ...]] = (
    ("start_preliminary_study", 2),
    ("finish_preliminary_study", 4),
)
APPROVED: Final = (
    *STUDIED,
    ("submit_preliminary_study", 5),
    ("approve_preliminary_study", 25),
)
REGISTERED: Final = (*STUDIED, ("register", 24))
STUDIED_WHOLE: Final = (
    *REGISTERED,
    ("start_clarification", 27),
    ("finish_clarification", 32),
    ("submit_to_plenary", 50),
)
DECIDED: Final = (*STUDIED_WHOLE, ("decide_other_law", 72))
ENDED: Final = (("announce_status", 24), ("close", 48))


class Steps:
    """Tells cases step by step."""

    def __init__(self, teller: Teller, cast: Cast) -> None:
        """`teller` makes the moves, `cast` invents the people."""
        self.t = teller
        self.cast = cast

    async def take(
        self,
        at: datetime,
        said: str,
        people: tuple[Person, ...],
        *,
        who: str = "rina",
        reporter: Identity | None = REPORTERS[0],
        **more: Any,  # noqa: ANN401 - fields of a matter by name
    ) -> CaseTold:
        """Take a matter in, whose act was two days before."""
        return await self.t.open(who, self.matter(at, said, people, **more), reporter)

    async def walk(
        self,
        case: CaseTold,
        begun: datetime,
        hours: Iterable[type_hours],
        **more: Any,  # noqa: ANN401 - answers
    ) -> None:
        """Make moves of the handling, each so many hours after `begun`."""
        for code, after in hours:
            await self.t.make(case, line(begun + timedelta(hours=after), code, **more))

    async def forward(
        self,
        case: CaseTold,
        at: datetime,
        to: str,
        code: str = "forward",
        **more: Any,  # noqa: ANN401 - answers
    ) -> None:
        """Let the chair forward every respondent by one letter."""
        chosen = tuple(range(1, len(case.respondents) + 1))
        named = line(at, code, who="sari", addressee=to, chosen=chosen, **more)
        await self.t.make(case, named)

    async def refer(self, case: CaseTold, at: datetime, code: str, **more: Any) -> None:  # noqa: ANN401 - answers
        """Make a move on the referral of a respondent, of the first unless another is named."""
        await self._of(case, at, code, "referral", **more)

    async def follow(self, case: CaseTold, at: datetime, code: str, **more: Any) -> None:  # noqa: ANN401 - answers
        """Make a move on the follow-up of a respondent, or record a fact of it."""
        await self._of(case, at, code, "discipline", **more)

    async def follow_all(
        self,
        case: CaseTold,
        begun: datetime,
        days: Iterable[tuple[str, int]],
        **more: Any,  # noqa: ANN401 - answers
    ) -> None:
        """Make moves on the follow-up of a respondent, each so many days after `begun`."""
        for code, after in days:
            await self.follow(case, begun + timedelta(days=after), code, **more)

    async def _of(
        self,
        case: CaseTold,
        at: datetime,
        code: str,
        workflow: str,
        **more: Any,  # noqa: ANN401 - answers
    ) -> None:
        several = more.pop("several", None)
        respondent = more.pop("respondent", 1)
        made = line(at, code, workflow=workflow, respondent=respondent, **more)
        await self.t.make_for_several(case, made, several or (respondent,))

    def matter(
        self,
        at: datetime,
        said: str,
        people: tuple[Person, ...],
        **more: Any,  # noqa: ANN401 - fields of a matter
    ) -> NewCase:
        """Return a matter received at `at`, whose act was two days before."""
        code, name = DISTRICTS[more.pop("district", 0)]
        act_on = at.date() - timedelta(days=2)
        values = {
            "source": Source.REPORT,
            "channel": Channel.DESK,
            "regime": Regime.PEMILIHAN,
            "theme": Theme.NEUTRALITY,
            "region": code,
            "subject": said,
            "description": description(said, f"Kecamatan {name}"),
            "received": Moment.time(at),
            "act_on": act_on,
            "act_precision": Precision.DAY,
            "known_on": act_on + timedelta(days=1),
            "place": f"Kecamatan {name}",
            "election": self.t.elections[more.pop("held", "tl-pemilihan-ulang")],
            "respondents": people,
        }
        return NewCase(**{**values, **more})
