"""The further questions of the page with figures, each with the numbers that answer it."""

from collections.abc import Iterator
from typing import Final

from netralitas.evaluation.domain import Indicator
from netralitas.evaluation.words import DEFINITIONS
from netralitas.language import say
from netralitas.public import words as public_words
from netralitas.public.counting import words
from netralitas.public.counting.bars import bars, pairs
from netralitas.public.counting.counting import Counted
from netralitas.public.counting.pages import Block, GridRow
from netralitas.public.counting.places import MOST, places
from netralitas.publication.domain import Level
from netralitas.publication.policy.totals import Milestone, Receiver, Totals
from netralitas.publication.words import LEVELS
from netralitas.web.formats import number

_ACTIVITIES: Final = frozenset({"activities_held", "people_reached"})


def blocks(counted: Counted) -> Iterator[Block]:
    """Yield every question for which there are numbers, or that will have some."""
    totals = counted.totals
    yield from _by_year(totals)
    yield _spans(totals)
    yield _receivers(totals)
    yield _levels(totals)
    yield from places(counted)
    yield from (_activity(one) for one in counted.activities if one.code in _ACTIVITIES)


def _by_year(totals: Totals) -> Iterator[Block]:
    years = sorted({year for found in totals.years.values() for year in found if year is not None})
    came = totals.years.get(Milestone.CAME_IN, {})
    named = [(str(year), came.get(year, 0)) for year in years]
    most = max(named, key=lambda one: one[1], default=("", 0))
    yield Block(
        code="tahun",
        question=say("Berapa perkara masuk setiap tahun?"),
        sentence=words.peak(*most, *named[-1]) if named else words.NOTHING,
        definition=words.CAME_IN_COUNT,
        source=words.FROM_EVENTS,
        heads=(say("Tahun"), str(words.AMOUNT)),
        bars=bars(named),
        empty=words.NOTHING,
    )
    if named:
        yield _steps_by_year(totals, years)


def _steps_by_year(totals: Totals, years: list[int]) -> Block:
    unknown = any(None in found for found in totals.years.values())
    rows = [(str(year), year) for year in years] + ([(words.YEAR_UNKNOWN, None)] if unknown else [])
    return Block(
        code="langkah",
        question=say("Langkah apa yang terjadi pada setiap tahun?"),
        sentence="",
        definition=words.MILESTONES_COUNT,
        source=words.FROM_EVENTS,
        heads=(say("Tahun"), *map(str, words.MILESTONES.values())),
        rows=tuple(
            GridRow(
                label=label,
                cells=tuple(
                    number(totals.years.get(milestone, {}).get(year, 0))
                    for milestone in words.MILESTONES
                ),
            )
            for label, year in rows
        ),
    )


def _spans(totals: Totals) -> Block:
    known = [took for took in totals.took if took.median is not None and took.ninth is not None]
    slow = max(known, key=lambda took: took.median or 0, default=None)
    return Block(
        code="lama",
        question=say("Berapa lama setiap tahap?"),
        sentence=words.slowest(words.SPANS[slow.span], slow.median or 0, slow.ninth or 0)
        if slow
        else "",
        definition=words.SPANS_COUNT,
        source=words.FROM_EVENTS,
        heads=(say("Tahap"), say("Dihitung dari"), say("Median"), say("Persentil ke-90")),
        rows=tuple(
            GridRow(
                label=words.SPANS[took.span],
                cells=(number(took.amount), words.days(took.median), words.days(took.ninth)),
            )
            for took in totals.took
        ),
        empty=words.NOTHING,
    )


def _receivers(totals: Totals) -> Block:
    handed = sum(one.handed for one in totals.receivers)
    done = sum(one.answered for one in totals.receivers)
    rest = tuple(one for one in totals.receivers if not one.name)
    named = tuple(one for one in totals.receivers if one.name)
    shown, others = named[:MOST], (*named[MOST:], *rest)
    rows = [_receiver(one) for one in shown]
    if others:
        amounts = (sum(one.handed for one in others), sum(one.answered for one in others))
        together = Receiver(name=words.OTHER_RECEIVERS, handed=amounts[0], answered=amounts[1])
        rows.append(_receiver(together))
    return Block(
        code="penerima",
        question=say("Instansi mana yang sudah menjawab?"),
        sentence=words.answered(_share(done, handed), handed, done) if handed else "",
        definition=words.RECEIVERS_COUNT,
        source=words.FROM_EVENTS,
        heads=(
            *(say("Instansi"), say("Diterima"), say("Dijawab"), say("Bagian")),
            *(say("Median sampai dijawab"), say("Paling lama menunggu")),
        ),
        rows=tuple(rows),
        empty=words.NOTHING,
    )


def _receiver(one: Receiver) -> GridRow:
    return GridRow(
        label=one.name,
        cells=(
            number(one.handed),
            number(one.answered),
            f"{_share(one.answered, one.handed)}%",
            words.days(one.median),
            words.waiting(one.waiting_since, one.handed - one.answered),
        ),
    )


def _share(part: int, whole: int) -> int:
    return 100 * part // whole if whole else 0


def _levels(totals: Totals) -> Block:
    lines = [
        (words.begun(LEVELS[level]), *amounts)
        for level in Level
        if any(amounts := (totals.recommended.get(level, 0), totals.imposed.get(level, 0)))
    ]
    return Block(
        code="sanksi",
        question=say("Apakah yang diputuskan sama dengan yang direkomendasikan?"),
        sentence=words.levels_seen(sum(totals.recommended.values()), sum(totals.imposed.values())),
        definition=words.LEVELS_COUNT,
        source=words.FROM_EVENTS,
        heads=(say("Tingkat"), say("Rekomendasi"), say("Keputusan")),
        pairs=pairs(lines),
        empty=words.NOTHING,
    )


def _activity(indicator: Indicator) -> Block:
    said = DEFINITIONS[indicator.code]
    named = [(said.parts.get(part.code, part.code), part.amount) for part in indicator.parts]
    return Block(
        code=indicator.code,
        question=said.title,
        sentence=public_words.seen(indicator.total, named),
        definition=said.sentence,
        source=words.FROM_ACTIVITIES,
        heads=(say("Tema"), str(words.AMOUNT)),
        bars=bars(named),
    )
