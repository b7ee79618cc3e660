"""The letters of the typeface, read from its files, against the engine that prints them."""

import json
import unicodedata
from datetime import UTC, datetime

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from netralitas.documents.rendering.letters import BOX, letters, printable
from netralitas.documents.rendering.paper import _fonts

SOURCE = (
    b'#set document(title: "x")\n#set text(font: "Liberation Sans")\n'
    b"#set page(height: auto)\n#json(bytes(sys.inputs.data))"
)


def compile_text(text: str) -> bytes:
    """The text as PDF/A, or the engine's refusal."""
    return typst.compile(
        SOURCE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
        sys_inputs={"data": json.dumps(text)},
        timestamp=datetime(2024, 9, 2, tzinfo=UTC),
    )


def test_every_letter_found_is_one_that_the_engine_prints() -> None:
    known = "".join(map(chr, sorted(letters())))
    assert len(known) > 2000
    assert compile_text(printable(known)).startswith(b"%PDF")


@pytest.mark.parametrize("text", ["😀", "نص", "中", "\ue000", "\ufffd", "\x07", "\x00"])
def test_what_the_typeface_lacks_is_a_box(text: str) -> None:
    with pytest.raises(typst.TypstError):
        compile_text(text)
    assert set(printable(text)) == {BOX}


def test_what_the_typeface_has_stays_as_it_is() -> None:
    text = "Siti “Nurhaliza” binti Ötzi, é — Ω Ж\nbaris kedua"
    assert printable(text) == unicodedata.normalize("NFC", text)
    assert printable("e\u0301") == "é"


def test_marks_of_direction_are_left_out() -> None:
    assert printable("\u202eamuK\u2066") == "amuK"


def test_texts_are_found_in_every_corner() -> None:
    assert printable({"a": [{"b": "😀"}, 1, None, True]}) == {"a": [{"b": BOX}, 1, None, True]}
    assert printable((("x", "😀"),)) == [["x", BOX]]


@given(st.text(max_size=60))
def test_any_text_can_be_printed_once_it_is_made_printable(text: str) -> None:
    assert compile_text(printable(text)).startswith(b"%PDF")
