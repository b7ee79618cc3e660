"""Drawing: a chart as SVG, for the worker and the command line; no page calls this."""

from netralitas.charts.cleaning import cleaned
from netralitas.charts.domain import WIDE, WIDTHS, Chart, digest


def draw(chart: Chart, width: int = WIDE) -> str:
    """Return the picture of a chart as SVG of `WIDE` or `NARROW` pixels; the same each time.

    It carries its title and description, and attributes only: neither style nor script. Blocks
    for some 50 ms, the first time for seconds. ValueError for another width or an empty chart.
    """
    if width not in WIDTHS or chart.empty:
        raise ValueError("a picture has one of two widths, and something to show")
    # 35 MB that no process which serves pages may load.
    from netralitas.charts.marks import picture  # noqa: PLC0415 - see above

    return cleaned(
        picture(chart, width),
        title=chart.question,
        description=chart.description,
        name=f"grafik-{digest(chart).hex()[:12]}-{width}",
    )
