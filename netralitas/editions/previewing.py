"""The page of a preview: what changes, what moves, what is asked."""

from collections.abc import Sequence
from typing import Final

from netralitas.access.domain import Actor
from netralitas.cases.queries.moving import MovingDate
from netralitas.database.transactions import reading
from netralitas.editions import addresses
from netralitas.editions.changes import side_by_side
from netralitas.editions.forms import SaveForm
from netralitas.editions.pages.acting import MovingLine, PreviewPage
from netralitas.editions.queries import Preview
from netralitas.editions.words import difference, moved_to
from netralitas.law.domain import Zone
from netralitas.law.entries import LawData
from netralitas.web.parts import Pages

PAGE: Final = 100
_NUMBERS: Final = """
SELECT DISTINCT ON (case_file) case_file, printed FROM case_number
WHERE case_file = ANY ($1) AND kind IN ('register', 'receipt')
ORDER BY case_file, kind = 'register' DESC, id DESC
"""
_NO_NUMBER: Final = "Belum bernomor"


async def preview_page(
    actor: Actor,
    found: Preview,
    form: SaveForm,
    *,
    law: LawData,
    after: str | None,
    stale: bool = False,
) -> PreviewPage:
    """Return the preview, with the page of moving deadlines that begins after `after`."""
    draft = found.draft
    begins = _begins(found.moving, after)
    shown = found.moving[begins : begins + PAGE]
    here = addresses.draft(draft.id)
    ends = begins + len(shown)
    return PreviewPage(
        crumbs=addresses.crumbs("Usulan perubahan"),
        action=here,
        reason=draft.reason,
        edition=found.edition,
        form=form,
        asks=bool(found.questions),
        changes=() if draft.saved_as else side_by_side(found.before, draft.entries),
        moving=await _lines(actor, shown, law),
        total=len(found.moving),
        elsewhere=found.elsewhere,
        looked_at=found.open_clocks,
        pages=Pages(
            earlier=here if begins else None,
            later=addresses.asked(here, setelah=_place(shown[-1]))
            if ends < len(found.moving)
            else None,
            shown=f"{begins + 1} sampai {ends} dari {len(found.moving)}" if shown else None,
        ),
        saved=(draft.saved_as, addresses.edition(draft.saved_as)) if draft.saved_as else None,
        refusal=found.refusal if draft.saved_as is None else None,
        stale=stale,
    )


async def _lines(actor: Actor, shown: Sequence[MovingDate], law: LawData) -> tuple[MovingLine, ...]:
    if not shown:
        return ()
    async with reading(actor) as c:
        rows = await c.fetch(_NUMBERS, sorted({one.case for one in shown}))
    numbers = {row["case_file"]: row["printed"] for row in rows}
    return tuple(_line(one, numbers.get(one.case, _NO_NUMBER), law) for one in shown)


def _line(one: MovingDate, number: str, law: LawData) -> MovingLine:
    zone = Zone(one.zone)
    return MovingLine(
        number=number,
        rule=_label(one.rule, law),
        before=moved_to(one.before, zone),
        after=moved_to(one.after, zone, one.problem),
        difference=difference(one.before, one.after, zone),
    )


def _label(code: str, law: LawData) -> str:
    """Return what a rule is called; one that the law in force has not by its code."""
    return law.book.versions(code)[-1].label if code in law.book.codes() else code


def _place(one: MovingDate) -> str:
    return f"{one.case}-{one.clock}"


def _begins(moving: Sequence[MovingDate], after: str | None) -> int:
    """Return where the page begins: behind the deadline named, at the beginning without one."""
    if not after:
        return 0
    return next((place for place, one in enumerate(moving, 1) if _place(one) == after), 0)
