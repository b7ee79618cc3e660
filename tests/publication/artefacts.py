"""What a date releases beside the figures, as it is read: pages of outcomes, feed, CSV and JSON."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice

from netralitas.cases.domain import PositionClass
from netralitas.public.opendata import schema
from netralitas.public.opendata.files import table_files
from netralitas.public.opendata.rows import tables_of
from netralitas.public.outcome_feed import outcome_feed
from netralitas.public.outcomes import outcome_sheets
from netralitas.public.pages import OutcomePage
from netralitas.publication.domain import Ending, EndReason, Level
from netralitas.publication.queries import PublicRelease, Published
from netralitas.publication.words import GROUPS, LEVELS
from tests.publication.season import Released

SITE = "https://contoh.test"
DATES = (datetime(2025, 2, 3, 3, tzinfo=UTC), datetime(2025, 9, 8, 3, tzinfo=UTC))
READ = {column.name for table in (schema.OUTCOMES, schema.YEARS) for column in table.columns}
"""Every column that the adversary knows how to use; a file with another one is not understood."""

_ATOM = "{http://www.w3.org/2005/Atom}"
_SAID = {said.lower(): group for group, said in GROUPS.items()}
_CODES = {schema.code(said): group for group, said in GROUPS.items()}

type_row = dict[str, str]
type_counted = tuple[frozenset[int], frozenset[PositionClass], int]


def shown_on(date: int, published: Sequence[Released]) -> dict[int, Released]:
    """Return what holds at the first or the second date, by respondent."""
    return {one.respondent: one for one in published if one.date <= date}


def readings(published: Sequence[Released]) -> Iterator[tuple[int, frozenset[PositionClass]]]:
    """Yield of which respondent pages and feed of both dates say that one of whom is meant."""
    by_code = {_code(one): one for one in published}
    for date in (0, 1):
        everything = _published(date, published)
        for code, sentence in (*_on_pages(everything), *_in_feed(everything)):
            group = _SAID.get(sentence.split(":")[0].lower())
            if group is not None:
                one = by_code[code]
                yield one.respondent, one.means[group]


def counted(published: Sequence[Released], numbers: Sequence[int]) -> Iterator[type_counted]:
    """Yield how many records at the least are about whom, among those that a file may mean.

    Rows have no key: of those that are otherwise alike it is known how many have which name, and
    that means whom it meant at one of the dates.
    """
    for date in (0, 1):
        shown = shown_on(date, published)
        rows = _rows(_published(date, published), shown)
        alike = Counter((_without_group(row), _CODES[row["golongan_jabatan"]]) for row in rows)
        for (attributes, group), amount in alike.items():
            about = [one for one in shown.values() if _without_group(_row_of(one)) == attributes]
            assert len(about) >= amount
            places = frozenset(numbers.index(one.respondent) for one in about)
            meant = [one.means[group] for one in about if group in one.means]
            yield places, frozenset().union(*meant), amount


def _on_pages(everything: Published) -> Iterator[tuple[str, str]]:
    for sheet in outcome_sheets(everything):
        if isinstance(sheet.content, OutcomePage):
            for sentence in sheet.content.sentences:
                yield sheet.path.rpartition("/")[2], sentence


def _in_feed(everything: Published) -> Iterator[tuple[str, str]]:
    feed = ET.fromstring(outcome_feed(everything, SITE, DATES[0], demo=False))  # noqa: S314 - ours
    for entry in feed.iter(f"{_ATOM}entry"):
        code = (entry.findtext(f"{_ATOM}id") or "").split("/")[-2]
        for line in (entry.findtext(f"{_ATOM}content") or "").splitlines():
            yield code, line


def _rows(everything: Published, shown: dict[int, Released]) -> list[type_row]:
    """Return the rows of the outcomes; JSON and totals say the same, the register nothing of it."""
    day = DATES[0].date()
    made = islice(table_files(tables_of(everything, SITE), day, SITE), 4)
    outcomes, outcomes_json, totals, totals_json = (file.body.decode() for file in made)
    rows, years = _csv(outcomes), _csv(totals)
    assert rows == [_texts(row.items()) for row in json.loads(outcomes_json)["data"]]
    assert years == [_texts(row.items()) for row in json.loads(totals_json)["data"]]
    assert {name for row in (*rows, *years) for name in row} <= READ
    by_level: Counter[Level] = Counter()
    for row in years:
        level = next(one for one in Level if schema.code(LEVELS[one]) == row["tingkat_hasil"])
        by_level[level] += int(row["jumlah"])
    assert by_level == Counter(one.record.level for one in shown.values())
    return rows


def _csv(body: str) -> list[type_row]:
    return [dict(row) for row in csv.DictReader(io.StringIO(body))]


def _texts(cells: Iterable[tuple[str, object]]) -> type_row:
    return {name: "" if cell is None else str(cell) for name, cell in cells}


def _row_of(one: Released) -> type_row:
    """Return the row of a record, as somebody finds it who knows all that its page says."""
    release = _release(one, ended=None)
    everything = Published(current=(release,), corrected=(), withdrawn=())
    outcomes, *_ = tables_of(everything, SITE)
    names = [column.name for column in outcomes.described.columns]
    return _texts(zip(names, outcomes.rows[0], strict=True))


def _without_group(row: type_row) -> frozenset[tuple[str, str]]:
    return frozenset((name, cell) for name, cell in row.items() if name != "golongan_jabatan")


def _published(date: int, published: Sequence[Released]) -> Published:
    """Return what is public at a date: what holds, and what was corrected by then."""
    shown = shown_on(date, published)
    current = [_release(one, ended=None) for one in shown.values()]
    before = [one for one in published if one.date <= date and shown[one.respondent] is not one]
    corrected = [_release(one, ended=_code(shown[one.respondent])) for one in before]
    return Published(current=tuple(current), corrected=tuple(corrected), withdrawn=())


def _release(one: Released, ended: str | None) -> PublicRelease:
    at = DATES[one.date]
    return PublicRelease(
        code=_code(one),
        party="Bawaslu Kabupaten Contoh",
        region="19.06",
        version=one.date + 1,
        published_on=at.date(),
        published_at=at,
        told=(one.record,),
        records=(one.record,),
        summary=None,
        answered="",
        objection=False,
        ended_on=DATES[1].date() if ended else None,
        ended_at=DATES[1] if ended else None,
        ending=Ending.CORRECTED if ended else None,
        reason=EndReason.WRONG_DATA if ended else None,
        note=None,
        replaced_by=ended,
    )


def _code(one: Released) -> str:
    return f"{one.respondent:011x}{one.date}"
