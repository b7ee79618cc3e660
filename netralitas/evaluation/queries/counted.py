"""Frozen figures as a page shows them: with their definitions, compared, and counted again."""

from typing import Final

import msgspec

from netralitas.database.connection import Connection
from netralitas.evaluation import words
from netralitas.evaluation.domain import (
    Balance,
    Figures,
    Indicator,
    balances,
    canonical,
    differences,
    digest,
    figures_of,
    unnamed_since,
)
from netralitas.evaluation.pages import BalanceLine, Before, Counted, FigureLine, Frozen, PartLine
from netralitas.evaluation.queries.lines import SAME_PARTIES, address, frozen_of, in_groups
from netralitas.evaluation.queries.meeting import Seen
from netralitas.evaluation.queries.recounting import again

_BEFORE: Final = f"""
SELECT m.id, m.title, coalesce(m.held_on, m.planned_on) AS day, s.position, s.content
FROM snapshot s JOIN meeting m ON m.id = s.meeting
WHERE ($1::bigint IS NULL OR s.id < $1) AND s.organisation = $2 AND {SAME_PARTIES}
ORDER BY s.id DESC LIMIT 1
"""  # noqa: S608 - constant text


async def counted(c: Connection, seen: Seen) -> Counted | None:
    """Return the frozen figures of a meeting, None while there are none.

    They are counted again from the log, whoever looks; `same` says whether that gives the very
    bytes that were frozen.
    """
    taken = await as_frozen(c, seen)
    if taken is None:
        return None
    row = seen.row
    figures = figures_of(row["content"])
    recounted = await again(seen.meeting.organisation, figures)
    content = canonical(recounted)
    return msgspec.structs.replace(
        taken,
        same=content == row["content"] and digest(content) == row["digest"],
        digest_now=in_groups(digest(content)),
        differing=tuple(map(words.differing, differences(figures, recounted))),
    )


async def as_frozen(c: Connection, seen: Seen) -> Counted | None:
    """Return the frozen figures of a meeting without counting again, None while there are none."""
    if seen.row["position"] is None:
        return None
    return await laid_out(c, seen, figures_of(seen.row["content"]), frozen_of(seen.row))


async def laid_out(c: Connection, seen: Seen, figures: Figures, frozen: Frozen) -> Counted:
    """Return figures with their definitions, held against those of the meeting before."""
    meeting = seen.meeting
    parties = (meeting.organisation, meeting.other_party)
    earlier = await c.fetchrow(_BEFORE, seen.row["snapshot"], *parties)
    before = figures_of(earlier["content"]) if earlier else None
    lines = tuple(_figure(indicator, before) for indicator in figures.indicators)
    return Counted(
        frozen=frozen,
        organisation=seen.row["organiser"],
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
        balances=tuple(
            _balance(each, unnamed_since(before, figures)) for each in balances(before, figures)
        ),
    )


def _figure(indicator: Indicator, before: Figures | None) -> FigureLine:
    said = words.DEFINITIONS[indicator.code]
    earlier = before.indicator(indicator.code) if before and before.has(indicator.code) else None
    parts = tuple(
        PartLine(
            label=str(said.parts.get(part.code, part.code)),
            amount=part.amount,
            change=part.amount - earlier.part(part.code) if earlier else None,
        )
        for part in indicator.parts
    )
    return FigureLine(
        title=str(said.title),
        unit=said.unit,
        sentence=str(said.sentence),
        total=indicator.total,
        change=indicator.total - earlier.total if earlier else None,
        parts=parts,
        missing=indicator.total - sum(part.amount for part in parts) if parts else 0,
    )


def _has_changed(line: FigureLine) -> bool:
    return bool(line.change) or any(part.change for part in line.parts)


def _balance(balance: Balance, unnamed: int) -> BalanceLine:
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
        why=words.why(balance.code, balance.difference, unnamed) if balance.difference else None,
    )
