"""Indicators that slid to the left, into years, where merged cells were lost on the way. Pure."""

from collections.abc import Iterator

from netralitas.agreements.plan.schedule import months_of

_LAST = ("output", "outcome")


def put_back(row: int, cells: dict[str, str], by_year: dict[int, str]) -> Iterator[str]:
    """Put the last two texts of a row where they belong, and yield a sentence about it.

    Only where nothing stands under the last column, and the first of the two under a year without
    being a schedule or a number.
    """
    if not by_year or cells.get("outcome"):
        return
    filled = [year for year, text in by_year.items() if text]
    texts = [*(by_year[year] for year in filled), *filter(None, [cells.get("output")])]
    slid = filled[-1:] if cells.get("output") else filled[-2:]
    if len(texts) < 2 or not slid or any(map(_is_plan, texts[-2:])):
        return
    cells.update(zip(_LAST, texts[-2:], strict=True))
    by_year.update(dict.fromkeys(slid, ""))
    said = " dan ".join(map(str, slid))
    yield f"Baris {row}: teks pada kolom tahun {said} dibaca sebagai output dan outcome."


def _is_plan(text: str) -> bool:
    """Say whether it is what stands under a year: months, or a number."""
    return bool(months_of(text)) or text.isdecimal()
