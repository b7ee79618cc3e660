"""How the demo's cases are told: through the product's own commands, at moments of the past."""

from collections.abc import Coroutine, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.audit.domain import Moment
from netralitas.cases.answers import Answers
from netralitas.cases.commands import make_move, open_by_hand
from netralitas.cases.corrections import CorrectionRequest, confirm_correction, propose_correction
from netralitas.cases.domain import ExclusionGround, NewCase
from netralitas.cases.exclusions import exclude
from netralitas.cases.facts import FactRequest, record_fact
from netralitas.cases.moving import MoveRequest, Target
from netralitas.database.connection import Row
from netralitas.demo import recording
from netralitas.demo.answering import Clerk
from netralitas.demo.conducting import Conductor
from netralitas.demo.doers import doer, posts_of
from netralitas.demo.scripts import Line, Script
from netralitas.intake.commands import take_in
from netralitas.intake.sealing import ReceiptSealer
from netralitas.law.book import RuleBook
from netralitas.vault.cipher import Keys
from netralitas.vault.domain import Identity
from netralitas.workflow.domain import Ask, FactDeclaration, Move
from netralitas.workflow.engine import asks
from netralitas.workflows import current, workflow

ZONE: Final = ZoneInfo("Asia/Jakarta")
type_story = Coroutine[None, None, None]
"""A story that waits to be told."""

REASON: Final = "Sesuai surat dan berita acara dalam berkas."
HELD_ELSEWHERE: Final = "Rapat pleno dicatat dalam berita acara pada berkas ini."
_ELSEWHERE: Final = frozenset({"plenary_recorded"})

_OFFICE_ANSWERS: Final = frozenset({"addressee", "successor", "follow_up_office"})
_WRITERS: Final = frozenset({"kasn", "bkn", "bkpsdm", "inspektorat", "setda"})

_PROCEEDINGS: Final = """
SELECT id, version, workflow, workflow_version, respondent, addressee, state FROM proceeding
WHERE case_file = $1 ORDER BY id
"""
_RESPONDENTS: Final = "SELECT id FROM respondent WHERE case_file = $1 ORDER BY ordinal"
_SENT_LAST: Final = """
SELECT max(id) FROM letter WHERE case_file = $1 AND correspondent = $2 AND direction = 'out'
"""
_LAST_EVENT: Final = "SELECT max(id) FROM event WHERE stream = $1 AND $2 = ANY (facts)"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTold:
    """A case under way: its id, by whom it is kept, its respondents in order, its receipt."""

    id: int
    keeper: str
    respondents: tuple[int, ...]
    receipt: str


@dataclass(slots=True, kw_only=True)
class Teller:
    """Tells cases as the officers would have made them; `today` is the day they are told on.

    `shown` are cases whose receipts a visitor may try, by what is said of them.
    The engine has one connection, on which `recording` says at which moment things are recorded.
    """

    actors: Mapping[str, Actor]
    offices: Mapping[str, int]
    elections: Mapping[str, int]
    book: RuleBook
    keys: Keys
    receipts: ReceiptSealer
    clerk: Clerk
    conductor: Conductor
    today: date
    shown: dict[str, CaseTold] = field(default_factory=dict)

    def when(self, days_ago: int, hour: int = 9, minute: int = 0) -> datetime:
        """Return a moment so many days before today."""
        on = self.today - timedelta(days=days_ago)
        return datetime.combine(on, time(hour, minute), ZONE)

    def workday(self, days: int) -> date:
        """Return the working day that many days from today, or the nearest further from it."""
        calendar, on = self.book.calendar(), self.today + timedelta(days=days)
        if days < 0:
            return calendar.workday_before(on, 1, inclusive=True)
        return calendar.workday_after(on, 1, inclusive=True)

    def stepped_up(self, who: str) -> Actor:
        """Return somebody whose second factor counts as shown: the told have no device."""
        return replace(self.actors[who], stepped_up_at=clock.now())

    async def at(self, moment: datetime) -> AbstractContextManager[None]:
        """Wait until it is the turn of what happens at `moment`, and make that the present."""
        turn = await self.conductor.turn(moment)
        await recording.record_at(turn)
        return clock.at(turn)

    async def tell(self, script: Script) -> None:
        """Tell a whole case."""
        case = await self.open(
            *(script.taken_by, script.new, script.reporter),
            taken_in=script.taken_in,
            keeper=script.keeper,
        )
        for line in script.lines:
            await self.make(case, line)

    async def open(
        self,
        who: str,
        new: NewCase,
        reporter: Identity | None,
        *,
        taken_in: datetime | None = None,
        keeper: str | None = None,
    ) -> CaseTold:
        """Take a case in at its moment of receipt, or later as one that came on paper."""
        with await self.at(taken_in or new.received.at or clock.now()):
            if new.received.at is not None and new.received.at > clock.now():
                new = replace(new, received=Moment.time(clock.now()))
            opened = await take_in(
                *(self.actors[who], new, reporter),
                book=self.book,
                keys=self.keys,
                receipts=self.receipts,
            )
            rows = await recording.rows(_RESPONDENTS, opened.id)
        return CaseTold(
            id=opened.id,
            keeper=keeper or who,
            respondents=tuple(row["id"] for row in rows),
            receipt=opened.receipt,
        )

    async def make(self, case: CaseTold, line: Line) -> None:
        """Make the move of a line, or record its fact, at its moment."""
        with await self.at(line.at):
            await self._made(case, line, (line.respondent,))

    async def make_for_several(
        self, case: CaseTold, line: Line, respondents: Iterable[int]
    ) -> None:
        """Make the move of a line on several respondents at once, by their ordinals."""
        with await self.at(line.at):
            await self._made(case, line, tuple(respondents))

    async def correct(
        self, case: CaseTold, fact: str, to: datetime, at: datetime, why: str
    ) -> None:
        """Let Rina propose another moment for a fact, and Bagas agree ten minutes later."""
        with await self.at(at):
            target = await self._handling(case)
            event = await recording.value(_LAST_EVENT, case.id, fact)
            request = CorrectionRequest(
                case=case.id, target=target, event=event, happened=Moment.time(to), reason=why
            )
            proposed = await propose_correction(self.actors["rina"], request)
        with await self.at(at + timedelta(minutes=10)):
            target = await self._handling(case)
            await confirm_correction(
                self.actors["bagas"], case.id, target, proposed, book=self.book
            )

    async def exclude(self, who: str, case: CaseTold, at: datetime, why: str) -> None:
        """Exclude an officer from a case because of kinship."""
        with await self.at(at):
            officer = self.actors[who].officer
            await exclude(self.actors["sari"], case.id, officer, ExclusionGround.RELATED, why)

    async def _made(self, case: CaseTold, line: Line, respondents: tuple[int | None, ...]) -> None:
        rows = await recording.rows(_PROCEEDINGS, case.id)
        targets = (
            []
            if line.by_hand
            else [_latest(rows, line.workflow, _of(case, ordinal)) for ordinal in respondents]
        )
        addressee = self._key(targets[0]["addressee"]) if targets else None
        act = _declared(line, targets)
        who = line.step.who or doer(act, addressee, case.keeper)
        moment = clock.now()
        note = line.note or (REASON if _asks_reason(act) else None)
        answers = await self._answers(case, line, act, who, addressee)
        if answers.letter_in is not None and addressee is not None:
            answers = await _replying(answers, case, targets[0]["addressee"])
        happened = line.happened or Moment.time(moment)
        aimed = tuple(Target(id=row["id"], version=row["version"]) for row in targets)
        actor = self.stepped_up(who)
        if isinstance(act, FactDeclaration):
            fact = FactRequest(
                case=case.id,
                target=aimed[0],
                fact=act.code,
                happened=happened,
                note=note,
                answers=answers,
            )
            await record_fact(actor, fact, book=self.book)
            return
        request = MoveRequest(
            case=case.id,
            targets=aimed,
            move=act.code,
            happened=happened,
            note=note or (HELD_ELSEWHERE if _ELSEWHERE.intersection(act.requires) else None),
            answers=answers,
            overrides=_ELSEWHERE.intersection(act.requires),
        )
        if line.by_hand:
            await open_by_hand(actor, request, line.workflow, book=self.book)
        else:
            await make_move(actor, request, book=self.book)

    async def _answers(
        self,
        case: CaseTold,
        line: Line,
        act: Move | FactDeclaration,
        who: str,
        addressee: str | None,
    ) -> Answers:
        given = {name: self._named(name, said) for name, said in line.step.answers.items()}
        if line.chosen:
            given["respondents"] = tuple(case.respondents[each - 1] for each in line.chosen)
        wanted: tuple[Ask, ...] = act.asks
        if isinstance(act, Move):
            wanted = asks(act, posts_of(who))
        else:
            act = _as_move(act)
        writer = addressee if addressee in _WRITERS else "others"
        return await self.clerk.answers(act, wanted, line.dated or clock.now(), writer, given)

    def _named(self, name: str, said: Any) -> Any:  # noqa: ANN401 - a field of Answers
        return self.offices[said] if name in _OFFICE_ANSWERS else said

    def _key(self, office: int | None) -> str | None:
        return next((key for key, found in self.offices.items() if found == office), None)

    async def _handling(self, case: CaseTold) -> Target:
        row = _latest(await recording.rows(_PROCEEDINGS, case.id), "handling", None)
        return Target(id=row["id"], version=row["version"])


async def _replying(answers: Answers, case: CaseTold, office: int) -> Answers:
    """Return the answers, the letter of an office as the reply to the last that was sent to it."""
    sent = await recording.value(_SENT_LAST, case.id, office)
    came = answers.letter_in
    if came is None or sent is None:
        return answers
    return replace(answers, letter_in=replace(came, reply_to=sent))


def _latest(rows: Iterable[Row], code: str, respondent: int | None) -> Row:
    """Return the proceeding that was opened last of those of this kind and respondent."""
    return [row for row in rows if (row["workflow"], row["respondent"]) == (code, respondent)][-1]


def _of(case: CaseTold, ordinal: int | None) -> int | None:
    return None if ordinal is None else case.respondents[ordinal - 1]


def _declared(line: Line, targets: list[Any]) -> Move | FactDeclaration:
    declared = (
        workflow(line.workflow, targets[0]["workflow_version"])
        if targets
        else current(line.workflow)
    )
    return declared.fact(line.step.code) if line.step.fact else declared.move(line.step.code)


def _asks_reason(act: Move | FactDeclaration) -> bool:
    return Ask.REASON in act.asks or (isinstance(act, Move) and act.exceptional)


def _as_move(fact: FactDeclaration) -> Move:
    """Return a fact as what the clerk fills in a form for."""
    return Move(
        code=fact.code,
        label=fact.label,
        done=fact.done,
        sources=frozenset(),
        target=None,
        by=fact.by,
        basis=fact.basis,
    )
