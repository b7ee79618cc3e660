"""From a story to rows: chain-valid events, and everything that `record` would have kept."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from bench.cases import Case, Ids, Proceeding
from bench.offices import AUTHORITY, ZONE, Office
from bench.stories import Step, Story, step
from netralitas.audit.domain import Event, EventKind, Head, Moment
from netralitas.audit.record import values_of
from netralitas.cases.clocks import NewClock
from netralitas.cases.register import KINDS

Row = tuple[object, ...]

_REGIMES: Final = ("pemilihan", "pemilihan", "pemilu")
_WORDS: Final = (
    *("camat", "lurah", "guru", "kampanye", "unggahan", "foto", "baliho", "rapat", "dukungan"),
    *("bakal", "calon", "hadir", "seragam", "siaran", "komentar", "ajakan", "tim", "posko"),
)
_REASON: Final = "Syarat tidak terpenuhi."
_OFFICE_HOUR: Final = time(10, 0, tzinfo=ZoneInfo(ZONE))
_NUMBERS: Final = {"receipt": "", "register": "Reg/"}


class Teller:
    """Tells cases one after the other and collects their rows by table, for COPY."""

    def __init__(self, ids: Ids, chance: Random) -> None:
        """Go on after `ids`."""
        self.ids = ids
        self.rows: dict[str, list[Row]] = {}
        self._chance = chance

    def tell(self, story: Story, begun: date, office: Office) -> Case:
        """Add the rows of one whole case, and return it as it stands at its end."""
        number = self.ids.take("case")
        now = datetime.combine(begun, _OFFICE_HOUR)
        case = Case(
            head=Head(stream=number, version=0, hash=b"", now=now),
            office=office,
            regime=self._chance.choice(_REGIMES),
            respondents=self._respondents(number, office),
            proceedings=[self._proceeding("handling", office.readers)],
        )
        self._dossier(case, story, begun)
        for place, move in enumerate(story.moves):
            on = begun + timedelta(days=place * story.days_between)
            for told in list(self._concerned(case, move)):
                self._step(case, told, move, on)
        for told in case.proceedings:
            self._stands(case, told)
        self._add("stream", number, "case", case.head.version, case.head.hash)
        return case

    def _add(self, table: str, *values: object) -> None:
        self.rows.setdefault(table, []).append(values)

    def _proceeding(self, workflow: str, readers: tuple[int, ...]) -> Proceeding:
        return Proceeding(id=self.ids.take("proceeding"), workflow=workflow, readers=readers)

    def _respondents(self, case: int, office: Office) -> tuple[int, ...]:
        found = []
        for ordinal in range(1, self._chance.choice((1, 1, 1, 2, 3)) + 1):
            found.append(self.ids.take("respondent"))
            name, unit = f"Terlapor {found[-1]}", f"Dinas {found[-1] % 40}"
            person = (name, "pns", "staff", "Staf", unit, office.name)
            self._add("respondent", found[-1], case, ordinal, *person, office.readers)
        return tuple(found)

    def _concerned(self, case: Case, move: str) -> Iterator[Proceeding]:
        """Yield the proceedings that a move is made on; it opens a referral of each respondent."""
        if move == "referral.send":
            for respondent in case.respondents:
                readers = (*case.office.readers, AUTHORITY.id)
                referral = self._proceeding("referral", readers)
                referral.respondent, referral.addressee = respondent, AUTHORITY.id
                case.proceedings.append(referral)
        workflow = "referral" if move.startswith("referral.") else "handling"
        yield from (told for told in case.proceedings if told.workflow == workflow)

    def _step(self, case: Case, told: Proceeding, move: str, on: date) -> None:
        state = told.last.to_state if told.last else None
        made = step(move, state, case.regime, on, ZONE)
        event = self._event(case, told, made, on)
        identity = self.ids.take("event")
        head = Head(
            stream=case.head.stream,
            version=case.head.version,
            hash=case.head.hash,
            now=datetime.combine(on, _OFFICE_HOUR),
        )
        (*values, note, key), case.head = values_of(head, event)
        self._add("event", identity, *values)
        self._add("log_pending", identity)
        if note is not None:
            self._add("event_note", identity, case.head.stream, told.readers, note, key)
        if made.registers:
            self._number(case, "register", on)
        self._clocks(case, told, made, identity, event.happened)
        told.last, told.version, told.since = made, case.head.version, event.happened.instant

    def _event(self, case: Case, told: Proceeding, made: Step, on: date) -> Event:
        decides = case.head.version % 2 == 1
        return Event(
            stream=case.head.stream,
            kind=EventKind.MOVE,
            name=made.name,
            actor=case.office.commissioner if decides else case.office.investigator,
            organisation=case.office.id,
            readers=told.readers,
            happened=Moment.day(on, ZONE),
            workflow=made.workflow,
            workflow_version=made.workflow_version,
            proceeding=told.id,
            from_state=made.from_state,
            to_state=made.to_state,
            facts=made.facts,
            basis=made.basis,
            details={"exceptional": True} if made.exceptional else {},
            note=_REASON if made.reason else None,
        )

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
        self._add(
            "clock", case.head.stream, told.id, *rule, started_by, *dates, *ended, told.readers
        )

    def _stands(self, case: Case, told: Proceeding) -> None:
        """Add the proceeding as it stands at the end, with the clocks that still run."""
        for clock, started_by in told.running:
            self._clock(case, told, clock, started_by, (None, None))
        last = told.last
        if last is None:
            raise ValueError("a proceeding without any event")
        about = (told.id, case.head.stream, told.respondent, told.addressee)
        state = (last.workflow, last.workflow_version, last.to_state, told.version, last.holder)
        self._add("proceeding", *about, *state, told.since, told.readers)

    def _dossier(self, case: Case, story: Story, begun: date) -> None:
        number, office = case.head.stream, case.office
        subject = f"Perkara {number}: " + " ".join(self._chance.choices(_WORDS, k=5))
        description = " ".join(self._chance.choices(_WORDS, k=30))
        what = (story.source.value, "desk", case.regime, "neutrality", office.region)
        act = (begun - timedelta(days=2), "day", begun - timedelta(days=1), case.head.now, ZONE)
        own = (number, office.id, office.investigator)
        self._add("case_file", *own, *what, subject, description, *act, office.readers)
        self._add("case_text", number, office.readers, f"{subject} {description} {office.name}")
        kind = KINDS[story.source]
        self._add(
            "case_number",
            *(number, office.id, "receipt", f"{number}/{kind}/{office.region}/{begun.year}"),
            *(begun, office.readers),
        )

    def _number(self, case: Case, kind: str, on: date) -> None:
        printed = f"{case.head.stream}/{_NUMBERS[kind]}{case.office.region}/{on.year}"
        owner = case.office
        self._add("case_number", case.head.stream, owner.id, kind, printed, on, owner.readers)
