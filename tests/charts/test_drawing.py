"""Pictures of charts: shapes and letters only, a text alternative, the same each time."""

import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netralitas.charts.cleaning import ATTRIBUTES, SHAPES, SVG
from netralitas.charts.domain import NARROW, WIDE, WIDTHS, Chart, ChartKind, digest
from netralitas.charts.drawing import draw
from netralitas.charts.words import said

HOSTILE = "</text><script>alert('x')</script> & \\ \" 'q' {datum} ]]>"

texts = st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=50)


@st.composite
def charts(draw_one: st.DrawFn) -> Chart:
    """Charts of any kind with any words in them."""
    labels = draw_one(st.lists(texts, min_size=1, max_size=6, unique=True))
    series = draw_one(st.lists(texts, min_size=1, max_size=4, unique=True))
    values = st.one_of(st.none(), st.integers(0, 10**12))
    rows = [(label, one, draw_one(values)) for label in labels for one in series]
    rows[0] = (*rows[0][:2], 7)
    return Chart(
        question=draw_one(texts),
        description=draw_one(texts),
        kind=draw_one(st.sampled_from(ChartKind)),
        about="Unit",
        unit=draw_one(st.sampled_from(["orang", "%", "Rp"])),
        rows=tuple(rows),
        accent=draw_one(st.sampled_from([None, *series])),
    )


def chart(kind: ChartKind = ChartKind.BARS, label: str = "Dinas") -> Chart:
    rows = ((label, "rencana", 12), (label, "terlaksana", 8), ("RSUD", "rencana", None))
    return Chart(
        question="Berapa yang terlaksana?",
        description="Delapan dari dua belas.",
        kind=kind,
        about="Unit",
        unit="kegiatan",
        rows=rows,
    )


def parsed(picture: str) -> ET.Element:
    """The elements of a picture."""
    return ET.fromstring(picture)  # noqa: S314 - drawn by ourselves


def letters(picture: str) -> str:
    """All that is written in a picture."""
    return " ".join(parsed(picture).itertext())


@settings(max_examples=12)
@given(drawn=charts(), width=st.sampled_from(WIDTHS))
def test_a_picture_holds_shapes_and_plain_attributes_whatever_the_words_are(
    drawn: Chart, width: int
) -> None:
    root = parsed(draw(drawn, width))
    assert root.get("width") == str(width)
    assert root.get("role") == "img"
    alternative = {"role", "aria-labelledby", "id"}
    for element in root.iter():
        shape = element.tag.removeprefix(f"{{{SVG}}}")
        assert shape in SHAPES | {"title", "desc"}
        assert set(element.attrib) <= ATTRIBUTES | alternative
        assert not any("url(" in value for value in element.attrib.values())


@pytest.mark.parametrize("kind", ChartKind)
def test_words_stay_words_and_numbers_stand_on_the_marks(kind: ChartKind) -> None:
    picture = draw(chart(kind, HOSTILE), WIDE)
    assert "<script" not in picture
    assert "Berapa yang terlaksana?" in letters(picture)
    assert "Delapan dari dua belas." in letters(picture)
    assert "12" in letters(picture)
    assert "8" in letters(picture)


def test_the_same_data_are_the_same_bytes_and_other_data_another_digest() -> None:
    assert draw(chart(), NARROW) == draw(chart(), NARROW)
    assert draw(chart(), NARROW) != draw(chart(), WIDE)
    assert digest(chart()) == digest(chart())
    assert digest(chart()) != digest(chart(label="Badan"))


def test_what_cannot_be_drawn_is_refused() -> None:
    nothing = Chart(
        question="?", description=".", kind=ChartKind.BARS, about="Unit", unit="%", rows=()
    )
    for wrong, width in ((nothing, WIDE), (chart(), 500)):
        with pytest.raises(ValueError, match="a picture has"):
            draw(wrong, width)
    for rows in ((("a", "b", -1),), (("a", "b", 1), ("a", "b", 2))):
        with pytest.raises(ValueError, match="a chart"):
            Chart(
                question="?",
                description=".",
                kind=ChartKind.BARS,
                about="Unit",
                unit="%",
                rows=rows,
            )


def test_values_read_as_they_do_on_pages() -> None:
    assert said(None, "orang") == "\N{EN DASH}"
    assert said(1234567, "orang") == "1.234.567"
    assert said(75, "%") == "75%"
    assert said(1500000, "Rp") == "Rp1.500.000"


def test_no_process_that_serves_pages_loads_what_draws() -> None:
    serving = "import sys, netralitas.app, netralitas.public_app, netralitas.cli"
    asked = f"{serving}; print([n for n in ('altair', 'vl_convert') if n in sys.modules])"
    found = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"
