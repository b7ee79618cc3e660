"""From a story to rows: chain-valid events, and everything that `record` would have kept."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from bench import dossiers
from bench.cases import Case, Ids, Proceeding, Row, Rows
from bench.offices import AUTHORITY, ZONE, Office
from bench.stories import LEVELS, Step, Story, step
from netralitas.audit.domain import Event, EventKind, Head, Moment
from netralitas.audit.record import values_of
from netralitas.cases.clocks import NewClock
from netralitas.cases.domain import Side
from netralitas.workflow.domain import Ask, Consequence

_REGIMES: Final = ("pemilihan", "pemilihan", "pemilu")
_REASON: Final = "Syarat tidak terpenuhi."
_OFFICE_HOUR: Final = time(10, 0, tzinfo=ZoneInfo(ZONE))


class Teller:
    """Tells cases one after the other and collects their rows by table, for COPY."""

    def __init__(self, ids: Ids, chance: Random) -> None:
        """Go on after `ids`."""
        self.ids = ids
        self.rows = Rows()
        self._chance = chance

    def tell(self, story: Story, begun: date, office: Office) -> Case:
        """Add the rows of one whole case, and return it as it stands at its end."""
        case = self._case(story, begun, office)
        for place, move in enumerate(story.moves):
            on = begun + timedelta(days=place * story.days_between)
            for told in list(self._concerned(case, move)):
                self._make(case, told, move, on)
        dossiers.write(self.rows, case, self._chance)
        for told in case.proceedings:
            self._stands(case, told)
        self.rows.add("stream", case.id, "case", case.head.version, case.head.hash)
        return case

    def _case(self, story: Story, begun: date, office: Office) -> Case:
        now = datetime.combine(begun, _OFFICE_HOUR)
        amount = self._chance.choice((1, 1, 1, 2, 3))
        return Case(
            head=Head(stream=self.ids.take("case"), version=0, hash=b"", now=now),
            office=office,
            regime=self._chance.choice(_REGIMES),
            source=story.source,
            begun=begun,
            respondents=tuple(self.ids.take("respondent") for _ in range(amount)),
            proceedings=[self._proceeding("handling", office.readers)],
        )

    def _proceeding(self, workflow: str, readers: tuple[int, ...]) -> Proceeding:
        return Proceeding(id=self.ids.take("proceeding"), workflow=workflow, readers=readers)

    def _concerned(self, case: Case, move: str) -> Iterator[Proceeding]:
        """Yield the proceedings that a move is made on; a release begins with its first move."""
        workflow = move.rpartition(".")[0] or "handling"
        if workflow == "publication" and not any(p.workflow == workflow for p in case.proceedings):
            release = self._proceeding(workflow, case.office.readers)
            release.addressee = case.office.government
            case.proceedings.append(release)
        yield from (told for told in case.proceedings if told.workflow == workflow)

    def _make(self, case: Case, told: Proceeding, move: str, on: date) -> None:
        """Make a move, and everything that it opens and brings."""
        made = step(move, told.state, case.regime, on, ZONE)
        if made.tells and told.addressee is not None:
            told.readers = (*told.readers, told.addressee.id)
        self._step(case, told, made, on)
        for opened in list(self._opened(case, told, made.opens)):
            self._make(case, opened[0], opened[1], on)
        for brought in made.brings:
            for other in case.proceedings:
                same = other.respondent == told.respondent
                if same and other.workflow == brought.workflow and other.last is not None:
                    self._make(case, other, f"{brought.workflow}.{brought.move}", on)

    def _opened(
        self, case: Case, told: Proceeding, opens: tuple[Consequence, ...]
    ) -> Iterator[tuple[Proceeding, str]]:
        """Yield what a move opens on each respondent concerned, and the move that opens it."""
        offices = [_addressee(case, told, opened) for opened in opens]
        readers = tuple(dict.fromkeys([*told.readers, *(office.id for office in offices)]))
        for respondent in (told.respondent,) if told.respondent else case.respondents:
            for opened, office in zip(opens, offices, strict=True):
                found = self._proceeding(opened.workflow, readers)
                found.respondent, found.addressee = respondent, office
                case.proceedings.append(found)
                if office.id not in case.receivers:
                    case.receivers.append(office.id)
                yield found, f"{opened.workflow}.{opened.move}"

    def _step(self, case: Case, told: Proceeding, made: Step, on: date) -> None:
        event = self._event(case, told, made, on)
        identity = self.ids.take("event")
        head = Head(
            stream=case.id,
            version=case.head.version,
            hash=case.head.hash,
            now=datetime.combine(on, _OFFICE_HOUR),
        )
        (*values, note, key, note_readers), case.head = values_of(head, event)
        self.rows.add("event", identity, *values)
        self.rows.add("log_pending", identity)
        if note is not None:
            self.rows.add("event_note", identity, case.id, note_readers, note, key)
        if made.registers:
            dossiers.write_number(self.rows, case, "register", on)
        self._sanction(case, told, event, identity)
        self._clocks(case, told, made, identity, event.happened)
        told.last, told.version, told.since = made, case.head.version, event.happened.instant

    def _event(self, case: Case, told: Proceeding, made: Step, on: date) -> Event:
        acting = _acting(case, told, made)
        decides = case.head.version % 2 == 1
        return Event(
            stream=case.id,
            kind=EventKind.MOVE,
            name=made.name,
            actor=acting.commissioner if decides else acting.investigator,
            organisation=acting.id,
            readers=told.readers,
            happened=Moment.day(on, ZONE),
            workflow=made.workflow,
            workflow_version=made.workflow_version,
            proceeding=told.id,
            from_state=made.from_state,
            to_state=made.to_state,
            facts=made.facts,
            basis=made.basis,
            details=self._details(case, made),
            note=_REASON if made.reason else None,
        )

    def _details(self, case: Case, made: Step) -> dict[str, object]:
        details: dict[str, object] = {"exceptional": True} if made.exceptional else {}
        if made.workflow == "handling" and made.from_state is None:
            details["respondents"] = list(case.respondents)
        level, kind = self._chance.choice(LEVELS) if made.says is not None else ("", "")
        if made.says is Side.RECOMMENDED:
            details["recommended"] = level
        elif made.says is Side.IMPOSED:
            details["imposed"] = {"level": level, "kind": kind}
        return details

    def _sanction(self, case: Case, told: Proceeding, event: Event, identity: int) -> None:
        about = (case.id, told.respondent, told.id, identity)
        on = event.happened.on
        match event.details:
            case {"recommended": level}:
                self.rows.add("sanction", *about, "recommended", level, None, on, told.readers)
            case {"imposed": {"level": level, "kind": kind}}:
                self.rows.add("sanction", *about, "imposed", level, kind, on, told.readers)

    def _clocks(
        self, case: Case, told: Proceeding, made: Step, event: int, happened: Moment
    ) -> None:
        """End the running clocks that this step ends, and let those begin that it starts."""
        ended = [entry for entry in told.running if entry[0].rule in made.ends]
        told.running = [entry for entry in told.running if entry[0].rule not in made.ends]
        for clock, started_by in ended:
            self._clock(case, told, clock, started_by, (event, happened.instant))
        told.running += [(clock, event) for clock in made.starts]

    def _clock(
        self, case: Case, told: Proceeding, clock: NewClock, started_by: int, ended: Row
    ) -> None:
        rule = (clock.rule, clock.rule_version, clock.calendar_version)
        dates = (clock.start_on, clock.start_at, clock.due_at, clock.problem)
        law = (clock.edition, clock.added)
        self.rows.add(
            "clock", case.id, told.id, *rule, started_by, *dates, *ended, told.readers, *law
        )

    def _stands(self, case: Case, told: Proceeding) -> None:
        """Add the proceeding as it stands at the end, with the clocks that still run."""
        for clock, started_by in told.running:
            self._clock(case, told, clock, started_by, (None, None))
        last = told.last
        if last is None:
            raise ValueError("a proceeding without any event")
        addressee = told.addressee.id if told.addressee else None
        state = (last.workflow, last.workflow_version, last.to_state, told.version, last.holder)
        about = (told.id, case.id, told.respondent, addressee)
        self.rows.add("proceeding", *about, *state, told.since, told.readers)


def _addressee(case: Case, told: Proceeding, opened: Consequence) -> Office:
    if opened.addressed_by is Ask.FOLLOW_UP_OFFICE:
        return case.office.government
    return told.addressee or AUTHORITY


def _acting(case: Case, told: Proceeding, made: Step) -> Office:
    """Return the office that makes a move: after its first one, whoever it is addressed to."""
    receives = made.workflow in {"referral", "discipline"} and made.from_state is not None
    return told.addressee if receives and told.addressee else case.office
