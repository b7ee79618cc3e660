"""Charts as Vega-Lite: large libraries, so only `drawing` imports this, in the worker."""

from textwrap import wrap
from typing import Any, Final

import altair as alt
import vl_convert

from netralitas.charts.domain import NARROW, Chart, ChartKind
from netralitas.charts.words import said
from netralitas.web.static import FOLDER

FONT: Final = "Liberation Sans"
_FONTS: Final = FOLDER / "vendor/liberation-sans-2.1.5"
INK: Final = "#16282b"
ACCENT: Final = "#14596b"
GREYS: Final = ("#a3aeb0", "#d7dedd", "#6b797c", "#bfc8c8")
"""Beside the accent; neighbours differ in lightness, so that they differ in print too."""

_LETTER: Final = 6.6  # pixels, about as wide as a letter of 12 pixels gets
_LINE: Final = 14  # pixels
_BAR: Final = 18  # pixels
_FIT: Final = alt.AutoSizeParams(type="fit-x", contains="padding")
_DASHES: Final = ([1, 0], [6, 4], [2, 3], [8, 3, 2, 3])

_DARK: Final = frozenset({ACCENT, GREYS[2]})

type_layer = Any  # altair's charts share no type that its methods return


def picture(chart: Chart, width: int) -> str:
    """Return the SVG of a chart as the renderer writes it; blocks for some 50 ms."""
    vl_convert.register_font_directory(str(_FONTS))
    made = _line(chart, width) if chart.kind is ChartKind.LINE else _bars(chart, width)
    spec = made.configure(
        font=FONT, background="transparent", padding=4, view=alt.ViewConfig(stroke=None)
    )
    return vl_convert.vegalite_to_svg(spec.to_dict())


def colours(chart: Chart) -> list[str]:
    """Return a colour for each series: the accent for one, greys for the others."""
    accent = chart.accent if chart.accent in chart.series else chart.series[0]
    greys = iter(GREYS * len(chart.series))
    return [ACCENT if one == accent else next(greys) for one in chart.series]


def _bars(chart: Chart, width: int) -> type_layer:
    stacked = chart.kind is ChartKind.STACKED
    wrapped = {
        label: wrap(label, 17 if width == NARROW else 34) or [label] for label in chart.labels
    }
    beside = 1 if stacked else len(chart.series)
    row = max(max(map(len, wrapped.values())) * _LINE, beside * _BAR) + 10
    plot = width - 16 - _LETTER * max(len(line) for lines in wrapped.values() for line in lines)
    values = _parts(chart, plot) if stacked else _whole(chart)
    top = max(one["end"] for one in values)
    base = alt.Chart({"values": values}).encode(
        y=alt.Y(
            "label:N",
            sort=list(chart.labels),
            title=None,
            scale=alt.Scale(paddingInner=1 - beside * _BAR / row, paddingOuter=0.1),
            axis=_label_axis(wrapped),
        ),
        x=alt.X(
            "start:Q",
            axis=None,
            scale=alt.Scale(domain=[0, top * plot / _longest(values, plot)], nice=False),
        ),
    )
    if beside > 1:
        base = base.encode(yOffset=alt.YOffset("series:N", sort=list(chart.series)))
    bars = base.mark_bar(stroke="#fff", strokeWidth=1 if stacked else 0).encode(
        x2="end:Q", color=_colour(chart, legend=stacked, width=width)
    )
    ends = base.mark_text(align="left", dx=4, fontSize=12, color=INK).encode(
        x="end:Q", text="said:N"
    )
    inside = base.mark_text(fontSize=12).encode(
        x="middle:Q", text="inside:N", color=alt.Color("ink:N", scale=None)
    )
    layers = (bars, ends, inside) if stacked else (bars, ends)
    return (
        alt.layer(*layers)
        .resolve_scale(color="independent")
        .properties(width=width, height=row * len(chart.labels), autosize=_FIT)
    )


def _longest(values: list[dict[str, Any]], plot: float) -> float:
    """Return the pixels of the longest bar, which leaves room for the words at its end."""
    return max(plot - _LETTER * max(len(one["said"]) for one in values) - 12, plot / 3)


def _whole(chart: Chart) -> list[dict[str, Any]]:
    """Return a bar for each value; where there are several, each says its series."""
    several = len(chart.series) > 1
    return [
        {
            "label": label,
            "series": series,
            "start": 0,
            "end": value or 0,
            "said": f"{said(value, chart.unit)} {series}" if several else said(value, chart.unit),
        }
        for label, series, value in chart.rows
    ]


def _parts(chart: Chart, plot: float) -> list[dict[str, Any]]:
    """Return the parts of each bar one after the other, the sum said at the end of the last."""
    dark = [colour in _DARK for colour in colours(chart)]
    reached = dict.fromkeys(chart.labels, 0)
    made: list[dict[str, Any]] = []
    for place, series in enumerate(chart.series):
        for label, value in ((of, value) for of, told, value in chart.rows if told == series):
            start, amount = reached[label], value or 0
            reached[label] = start + amount
            made.append(
                {
                    "label": label,
                    "series": series,
                    "start": start,
                    "middle": start + amount / 2,
                    "end": start + amount,
                    "amount": amount,
                    "said": "",
                    "ink": "#fff" if dark[place] else INK,
                }
            )
    for one in {one["label"]: one for one in made}.values():
        one["said"] = said(reached[one["label"]], chart.unit)
    pixels = _longest(made, plot) / max(reached.values())
    for one in made:
        text = said(one["amount"], chart.unit)
        one["inside"] = text if one["amount"] * pixels > _LETTER * len(text) + 6 else ""
    return made


def _line(chart: Chart, width: int) -> type_layer:
    several = len(chart.series) > 1
    values = _points(chart, several=several)
    top = max(one["value"] for one in values)
    base = alt.Chart({"values": values}).encode(
        x=alt.X("label:O", sort=list(chart.labels), title=None, axis=_time_axis(width)),
        y=alt.Y("value:Q", axis=None, scale=alt.Scale(domain=[0, top * 1.2], nice=False)),
    )
    colour = _colour(chart, legend=False, width=width)
    dash = alt.StrokeDash(
        "series:N",
        scale=alt.Scale(domain=list(chart.series), range=list(_DASHES[: len(chart.series)])),
        legend=None,
    )
    place: dict[str, Any] = (
        {"align": "left", "dx": 8} if several else {"align": "center", "dy": -11}
    )
    halo = base.mark_text(**place, fontSize=12, stroke="#fff", strokeWidth=4, color="#fff")
    words = base.mark_text(**place, fontSize=12, color=INK)
    room = _LETTER * max(len(one["said"]) for one in values) if several else 0
    return alt.layer(
        base.mark_line(strokeWidth=2.5).encode(color=colour, strokeDash=dash),
        base.mark_point(filled=True, size=36, opacity=1).encode(color=colour),
        *(layer.encode(text="said:N") for layer in (halo, words)),
    ).properties(
        width=width - 8 - room,
        height=200,
        padding={"left": 4, "right": 4 + room, "top": 4, "bottom": 4},
        autosize=alt.AutoSizeParams(type="fit-x", contains="content"),
    )


def _points(chart: Chart, *, several: bool) -> list[dict[str, Any]]:
    """Return a point for each known value; of several lines only the last says value and name."""
    made: list[dict[str, Any]] = [
        {"label": label, "series": series, "value": value, "said": said(value, chart.unit)}
        for label, series, value in chart.rows
        if value is not None
    ]
    if several:
        last = {one["series"]: one for one in made}
        for one in made:
            end = one is last[one["series"]]
            one["said"] = f"{one['said']} {one['series']}" if end else ""
    return made


def _label_axis(wrapped: dict[str, list[str]]) -> alt.Axis:
    """Return the axis of labels in lines, their middle beside the middle of the bar."""
    lines = ", ".join(f"{_quoted(label)}: [{_all(split)}]" for label, split in wrapped.items())
    lifted = [
        {
            "test": f"indexof([{_all(_of_length(wrapped, length))}], datum.value) >= 0",
            "value": -(length - 1) * _LINE / 2,
        }
        for length in range(2, max(map(len, wrapped.values())) + 1)
    ]
    return alt.Axis(
        labelExpr=f"{{{lines}}}[datum.value]",
        labelOffset={"condition": lifted, "value": 0} if lifted else 0,
        labelFontSize=12,
        labelColor=INK,
        labelLimit=0,
        labelPadding=6,
        labelLineHeight=_LINE,
        ticks=False,
        domain=False,
    )


def _of_length(wrapped: dict[str, list[str]], length: int) -> list[str]:
    return [label for label, lines in wrapped.items() if len(lines) == length]


def _all(texts: list[str]) -> str:
    return ", ".join(map(_quoted, texts))


def _time_axis(width: int) -> alt.Axis:
    return alt.Axis(
        labelFontSize=12,
        labelColor=INK,
        labelAngle=0,
        labelOverlap="greedy" if width == NARROW else True,
        ticks=False,
        domainColor=INK,
    )


def _colour(chart: Chart, *, legend: bool, width: int) -> alt.Color:
    shown = alt.Legend(
        orient="top",
        title=None,
        symbolType="square",
        labelFontSize=12,
        labelColor=INK,
        labelLimit=0,
        columns=1 if width == NARROW else 4,
    )
    return alt.Color(
        "series:N",
        sort=list(chart.series),
        scale=alt.Scale(domain=list(chart.series), range=colours(chart)),
        legend=shown if legend else None,
    )


def _quoted(text: str) -> str:
    """Return text as a literal of Vega's expressions, whatever stands in it."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n")
    return f"'{escaped}'"
