"""Every step that a receiver can make: made by its form, and told to a form as blank as that."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from netralitas import clock
from netralitas.access.domain import Actor
from netralitas.api.filling import Sent, described
from netralitas.cases.answers import Answers, LetterAnswer
from netralitas.cases.commands import make_move
from netralitas.cases.filled import move_asked
from netralitas.cases.forms import AnswerForm, answers_of, blank_form, parsed_form, written_versions
from netralitas.cases.queries import Act, act_of_move, today_of, view_case
from netralitas.cases.queries.letter_choices import with_letters
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.documents.domain import DocumentKind
from netralitas.law import book
from netralitas.partners.filling import Filled, fill
from netralitas.partners.told import Told, told_by
from netralitas.workflow.refusals import MoveRefused
from tests.make import days_ago, paper, proceedings
from tests.pages import PDF
from tests.partners.ways import receivers, way

BOOK = book.load()


def _day(ahead: int) -> str:
    return (days_ago(0) + timedelta(days=ahead)).isoformat()


_NEVER = ("others", "overrides", "override_basis", "recommended_second", "recommended_third")


@dataclass(slots=True)
class Tour:
    """One receiver goes through the proceedings of a case until every step has been made."""

    actor: Actor
    case: int
    workflow: str
    number: int = 0
    told: dict[str, Told] = field(default_factory=dict)

    async def act(self, proceeding: int, code: str) -> Act:
        """What the form of a step asks now."""
        async with reading(self.actor) as c:
            view = await view_case(c, self.actor, self.case, now=clock.now(), book=BOOK)
            return await with_letters(c, await act_of_move(c, view, proceeding, code))

    async def every(self) -> set[str]:
        """Make every step once; return those to which no way led."""
        moves = receivers(self.workflow)
        left = {move.code for move in moves}
        while left:
            rows = [row for row in await proceedings(self.case) if row["workflow"] == self.workflow]
            shortest = min(
                filter(None, (way(moves, row, left) for row in rows)),
                key=lambda found: len(found[1]),
                default=None,
            )
            if shortest is None:
                break
            proceeding, codes = shortest
            await self.go(proceeding, codes[0])
            left.discard(codes[0])
        return left

    async def go(self, proceeding: int, code: str) -> None:
        """Make a step; what a rule asks about is passed over, with a reason and a ground."""
        self.number += 1
        try:
            await self.step(proceeding, code)
        except MoveRefused as refused:
            rules = [one.rule for one in refused.obstacles]
            ground = "Surat pimpinan"
            await self.step(proceeding, code, overrides=rules, override_basis=ground)

    async def step(self, proceeding: int, code: str, **typed: object) -> None:
        """Make a step by its form, and hold that it is told as it was made."""
        act = await self.act(proceeding, code)
        form = described(blank_form(act, today_of(act)), act.label)
        shape: dict[str, Any] = msgspec.to_builtins(form)
        original = read(act, self.typed(shape, act) | typed)
        assert original.valid, (code, original.errors)
        papers = tuple(
            paper(DocumentKind(one["name"]))
            for one in shape["fields"]
            if one["kind"] == "file" and one["required"]
        )
        made = await make_move(self.actor, move_asked(act, original, papers), book=BOOK)
        async with reading(EVERYTHING) as c:
            told = await told_by(c, made.events[0].id)
        self.told[code] = told
        filled = fill(shape, told, {one: one for one in told.proceedings})
        if told.not_told:
            return
        assert isinstance(filled, Filled), (code, filled)
        assert not filled.papers
        back = read(act, dict(filled.fields))
        assert back.valid, (code, back.errors)
        assert answers_of(back) == _travelling(answers_of(original), told), code
        assert back.happened == original.happened
        kept_back = told.internal and act.code != "change_route" and not told.overrides
        for name in ("reason", "overrides", "override_basis"):
            if name in shape_names(shape):
                expected = None if kept_back and name == "reason" else original.read_value(name)
                assert (back.read_value(name) or None) == (expected or None), (code, name)

    def typed(self, shape: Mapping[str, Any], act: Act) -> dict[str, object]:
        """Something in every field, also where nothing has to be."""
        number = self.number
        found = {
            one["name"]: _sample(one, number)
            for one in shape["fields"]
            if one["name"] not in _NEVER and not one["name"].startswith("others_")
        }
        if number % 2:
            found["happened-time"] = (
                f"{clock.now().astimezone(ZoneInfo(act.view.dossier.zone)):%H.%M}"
            )
        return {name: value for name, value in found.items() if value is not None}


def shape_names(shape: Mapping[str, Any]) -> set[str]:
    """The fields of a form."""
    return {one["name"] for one in shape["fields"]}


def read(act: Act, typed: Mapping[str, object]) -> AnswerForm:
    """The form as the class reads what was typed."""
    versions = written_versions(act.versions)
    return parsed_form(act, {**typed, "versions": versions}, today_of(act))


def _sample(one: Mapping[str, Any], number: int) -> object:
    name, kind = one["name"], one["kind"]
    if kind == "file":
        return Sent("berkas.pdf", io.BytesIO(PDF)) if one["required"] else None
    if name in {"exam_on", "letter_deadline_on", "answer_by"}:
        return _day(6)
    if kind in {"date", "happened"}:
        return days_ago(0).isoformat()
    if name == "letter_deadline":
        return "fixed"
    if kind == "choice":
        options = [option["value"] for option in one["options"] if option["value"]]
        return options[number % len(options)] if options else None
    return f"Contoh {one['name']} {number}" if kind in {"text", "paragraph"} else None


def _travelling(answers: Answers, told: Told) -> Answers:
    """What of the answers is told: nothing that is the office's own."""

    def goes(letter: LetterAnswer | None) -> LetterAnswer | None:
        if letter is None:
            return None
        if told.internal:
            return LetterAnswer(
                printed=letter.printed, dated_on=letter.dated_on, subject=letter.subject
            )
        return replace(letter, kept_at=None, reply_to=None)

    return replace(answers, letter_out=goes(answers.letter_out), letter_in=goes(answers.letter_in))
