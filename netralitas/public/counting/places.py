"""Where it was: by the region of the office that handles it, and on a map of sub-districts."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from netralitas.language import say
from netralitas.law.domain import Zone
from netralitas.public import words as public_words
from netralitas.public.counting import words
from netralitas.public.counting.bars import bars
from netralitas.public.counting.counting import Counted
from netralitas.public.counting.pages import Block, Tile
from netralitas.publication.policy.totals import Totals
from netralitas.web.formats import number

MOST: Final = 40
"""Receivers and regions that are named; the others are one line together."""
_SHADES: Final = 5
_MANY: Final = 2


def places(counted: Counted) -> Iterator[Block]:
    """Yield the regions where several offices share the record, the map where one is watched."""
    if len(counted.totals.offices) > 1:
        yield _offices(counted.totals)
    if counted.totals.districts:
        yield _districts(counted, _last_year(counted.at))


def _offices(totals: Totals) -> Block:
    shown, others = totals.offices[:MOST], totals.offices[MOST:]
    named = [(place.name, place.cases) for place in shown]
    if others:
        label = f"{words.OTHER_OFFICES} ({number(len(others))})"
        named.append((label, sum(place.cases for place in others)))
    return Block(
        code="daerah",
        question=say("Dari daerah mana perkaranya?"),
        sentence=public_words.seen(sum(amount for _, amount in named), named),
        definition=words.OFFICES_COUNT,
        source=words.FROM_CASES,
        heads=(say("Daerah"), str(words.AMOUNT)),
        bars=bars(named),
    )


def _districts(counted: Counted, year: int) -> Block:
    places = counted.totals.districts
    longest = max(place.cases for place in places)
    named = [(place.name, place.cases) for place in places]
    return Block(
        code="kecamatan",
        question=say("Di kecamatan mana kejadian yang dilaporkan?"),
        sentence=public_words.seen(sum(amount for _, amount in named), named),
        definition=words.districts_count(year, counted.threshold),
        source=words.FROM_CASES,
        heads=(say("Kecamatan"), words.begun(words.cases(_MANY)), say("Pegawai")),
        tiles=tuple(
            Tile(
                name=place.name,
                amount=place.cases,
                unit=words.cases(place.cases),
                staff=place.staff,
                shade=_SHADES * place.cases // longest if longest else 0,
            )
            for place in places
        ),
    )


def _last_year(at: datetime) -> int:
    """Return the last year that is over."""
    return at.astimezone(Zone.WIB.tz).year - 1
