"""Moving an agreement along its stages, and extending it."""

from dataclasses import replace
from typing import Final

from litestar import Controller, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from netralitas.agreements.commands import (
    Step,
    extend_agreement,
    move_agreement,
    note_end_of_stages,
)
from netralitas.agreements.forms import PLACES, ExtendForm, SignForm, StagesForm, StepForm, said_by
from netralitas.agreements.paper import Paper
from netralitas.agreements.routes.sheet import Layout, answer, ask, kept, type_answer
from netralitas.agreements.routes.writing import parties_of
from netralitas.agreements.stages import BY_CODE, Move
from netralitas.agreements.words import MOVE_LEADS
from netralitas.law.book import RuleBook
from netralitas.refusals import NotVisible
from netralitas.web.visit import Visit

_EXTEND: Final = Layout(
    title="Catat perpanjangan",
    lead="Perpanjangan adalah adendum: berlaku setelah semua pihak menandatanganinya.",
    button="Catat perpanjangan",
    name="perpanjangan",
)


_STAGES: Final = Layout(
    title="Catat selesainya tahapan",
    lead="Kerja sama ini berakhir bersama selesainya seluruh tahapan. Dari hari itu dihitung kapan"
    " perpanjangan diberitahukan. Hari yang baru menggantikan yang lama.",
    button="Catat selesainya tahapan",
    name="tahapan",
)


class MoveController(Controller):
    """`/kerja-sama/{id}/langkah/{move}`: a step to another stage."""

    path = "/kerja-sama/{number:int}/langkah/{move:str}"
    include_in_schema = False

    @get()
    async def ask(
        self, number: FromPath[int], move: FromPath[str], visit: NamedDependency[Visit]
    ) -> Response[str]:
        """Show the form of the step."""
        seen, found = await kept(visit, number), _move(move)
        kind = SignForm if found.all_sign else StepForm
        choices = parties_of(seen.paper, "signed") if found.all_sign else {}
        values = {"on": visit.today, **(_numbers(seen.paper) if found.all_sign else {})}
        form = kind.blank(values=values, choices=choices)
        return await ask(visit, number, seen, form, _layout(found))

    @post()
    async def take(
        self,
        number: FromPath[int],
        move: FromPath[str],
        visit: NamedDependency[Visit],
        book: NamedDependency[RuleBook],
    ) -> type_answer:
        """Take the step, or say why not."""
        seen, found = await kept(visit, number), _move(move)
        kind = SignForm if found.all_sign else StepForm
        choices = parties_of(seen.paper, "signed") if found.all_sign else {}
        form = kind.parse(await visit.typed(), choices=choices, today=visit.today)

        async def doing() -> None:
            step = Step(move=move, version=form.version, on=form.on)
            if isinstance(form, SignForm):
                numbers = said_by(form, "number")
                step = replace(step, signed=tuple(map(int, form.signed)), numbers=numbers)
            await move_agreement(visit.actor, number, step, book=book)

        return await answer(*(visit, number, seen, form, _layout(found)), doing=doing)


class ExtendController(Controller):
    """`/kerja-sama/{id}/perpanjangan`: until a later day, by consent of all parties."""

    path = "/kerja-sama/{number:int}/perpanjangan"
    include_in_schema = False

    @get()
    async def ask(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form."""
        seen = await kept(visit, number)
        form = ExtendForm.blank(choices=parties_of(seen.paper, "signed"))
        return await ask(visit, number, seen, form, _EXTEND)

    @post()
    async def extend(self, number: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Extend it, or say whose signature is missing."""
        seen = await kept(visit, number)
        choices = parties_of(seen.paper, "signed")
        form = ExtendForm.parse(await visit.typed(), choices=choices, today=visit.today)

        async def doing() -> None:
            signed = tuple(map(int, form.signed))
            await extend_agreement(visit.actor, number, form.until, form.on, signed)

        return await answer(*(visit, number, seen, form, _EXTEND), doing=doing)


class StagesController(Controller):
    """`/kerja-sama/{id}/tahapan`: when the stages end that an agreement holds for."""

    path = "/kerja-sama/{number:int}/tahapan"
    include_in_schema = False

    @get()
    async def ask(self, number: FromPath[int], visit: NamedDependency[Visit]) -> Response[str]:
        """Show the form."""
        return await ask(visit, number, await kept(visit, number), StagesForm(), _STAGES)

    @post()
    async def note(self, number: FromPath[int], visit: NamedDependency[Visit]) -> type_answer:
        """Note the day."""
        seen = await kept(visit, number)
        form = StagesForm.parse(await visit.typed())
        return await answer(
            *(visit, number, seen, form, _STAGES),
            doing=lambda: note_end_of_stages(visit.actor, number, form.ends),
        )


def _numbers(paper: Paper) -> dict[str, str]:
    known = zip(PLACES, paper.parties, strict=False)
    return {f"{place}_number": party.number for place, party in known if party.number}


def _move(code: str) -> Move:
    if code not in BY_CODE:
        raise NotVisible
    return BY_CODE[code]


def _layout(move: Move) -> Layout:
    return Layout(
        title=move.label,
        lead=MOVE_LEADS.get(move.code, "Tanggalnya tercatat pada riwayat kerja sama."),
        button=move.label,
        name=f"langkah/{move.code}",
    )
