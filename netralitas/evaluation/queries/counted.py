"""Frozen figures as a page shows them: with their definitions, compared, and counted again."""

from typing import Final

from netralitas.database.connection import Connection
from netralitas.database.transactions import EVERYTHING, reading
from netralitas.evaluation import words
from netralitas.evaluation.domain import (
    Balance,
    Figures,
    Indicator,
    Meeting,
    balances,
    canonical,
    digest,
    figures_of,
)
from netralitas.evaluation.pages import BalanceLine, Before, Counted, FigureLine, PartLine
from netralitas.evaluation.queries.figures import figures_at
from netralitas.evaluation.queries.lines import SAME_PARTIES, address, frozen_of, in_groups
from netralitas.evaluation.queries.meeting import Seen

_BEFORE: Final = f"""
SELECT m.id, m.title, coalesce(m.held_on, m.planned_on) AS day, s.position, s.content
FROM snapshot s JOIN meeting m ON m.id = s.meeting
WHERE s.id < $1 AND s.organisation = $2 AND {SAME_PARTIES}
ORDER BY s.id DESC LIMIT 1
"""  # noqa: S608 - constant text


async def counted(c: Connection, seen: Seen) -> Counted | None:
    """Return the frozen figures of a meeting, None while there are none.

    They are counted again from the log, whoever looks; `same` says whether that gives the very
    bytes that were frozen.
    """
    row = seen.row
    if row["position"] is None:
        return None
    meeting = seen.meeting
    parties = (meeting.organisation, meeting.other_party)
    earlier = await c.fetchrow(_BEFORE, row["snapshot"], *parties)
    figures = figures_of(row["content"])
    before = figures_of(earlier["content"]) if earlier else None
    again = await _again(meeting, figures)
    lines = tuple(_figure(indicator, before) for indicator in figures.indicators)
    return Counted(
        frozen=frozen_of(row),
        organisation=row["organiser"],
        before=Before(
            title=earlier["title"],
            day=earlier["day"],
            href=address(earlier["id"]),
            position=earlier["position"],
        )
        if earlier
        else None,
        figures=lines,
        changed=tuple(line for line in lines if _has_changed(line)),
        balances=tuple(map(_balance, balances(before, figures))),
        same=again == row["content"] and digest(again) == row["digest"],
        digest_now=in_groups(digest(again)),
    )


async def _again(meeting: Meeting, frozen: Figures) -> bytes:
    """Return what counting once more gives, by the definition by which it was counted first."""
    async with reading(EVERYTHING) as whole:
        figures = await figures_at(
            whole,
            position=frozen.position,
            organisation=meeting.organisation,
            definition=frozen.definition,
        )
    return canonical(figures)


def _figure(indicator: Indicator, before: Figures | None) -> FigureLine:
    said = words.DEFINITIONS[indicator.code]
    earlier = before.indicator(indicator.code) if before and before.has(indicator.code) else None
    parts = tuple(
        PartLine(
            label=said.parts.get(part.code, part.code),
            amount=part.amount,
            change=part.amount - earlier.part(part.code) if earlier else None,
        )
        for part in indicator.parts
    )
    return FigureLine(
        title=said.title,
        unit=said.unit,
        sentence=said.sentence,
        total=indicator.total,
        change=indicator.total - earlier.total if earlier else None,
        parts=parts,
        missing=indicator.total - sum(part.amount for part in parts) if parts else 0,
    )


def _has_changed(line: FigureLine) -> bool:
    return bool(line.change) or any(part.change for part in line.parts)


def _balance(balance: Balance) -> BalanceLine:
    said = words.REGISTERS[balance.code]
    return BalanceLine(
        title=said.title,
        entered_words=said.entered,
        left_words=said.left,
        closing_words=said.closing,
        opening=balance.opening,
        entered=balance.entered,
        left=balance.left,
        closing=balance.closing,
        difference=balance.difference,
    )
