"""A code as people type it: taken in many shapes, and a mistake told for what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netralitas.intake import codes
from netralitas.public.forms import CodeForm

CODE = codes.make(bytes(range(60, 72)))


def said(code: str) -> str:
    """The one sentence about a code that was typed; empty when there is nothing to say."""
    form = CodeForm.parse({"code": code})
    sentences = [sentence for found in form.errors.values() for sentence in found]
    assert len(sentences) <= 1, sentences
    return "".join(sentences)


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        f"  {CODE}  ",
        CODE.replace("0", "O").replace("1", "l"),
        CODE.replace("-", "\N{EN DASH}"),
    ],
)
def test_a_whole_code_is_taken_however_it_is_typed(typed: str) -> None:
    assert said(typed) == ""


def test_one_wrong_letter_is_told_without_asking() -> None:
    last = "2" if CODE[-1] != "2" else "3"
    assert "Satu huruf tampaknya salah ketik" in said(CODE[:-1] + last)


def test_a_code_too_short_or_too_long_is_counted() -> None:
    assert "yang Anda ketik 19, jadi ada yang terlewat" in said(CODE[:-1])
    assert "yang Anda ketik 21, jadi ada yang berlebih" in said(CODE + "7")


@pytest.mark.parametrize(("sign", "shown"), [("U", "“U”"), ("!", "“!”"), ("é", "“É”")])
def test_what_no_code_has_is_named(sign: str, shown: str) -> None:
    assert said(sign + CODE[1:]).startswith(f"{shown} tidak pernah ada dalam kode.")


def test_nothing_typed_is_asked_for() -> None:
    assert said("") == "Isi kode yang tertulis pada tanda terima Anda."
    assert said("  ") == "Isi kode yang tertulis pada tanda terima Anda."


@given(st.text(max_size=300))
def test_whatever_is_typed_gets_at_most_one_sentence(typed: str) -> None:
    assert said(typed) == "" or said(typed).endswith((".", "!"))
    if not said(typed):
        assert codes.is_well_formed(typed)


@given(st.binary(min_size=12, max_size=12), st.integers(0, 19), st.sampled_from(codes.ALPHABET))
def test_no_single_slip_reaches_the_database(chance: bytes, place: int, sign: str) -> None:
    plain = codes.normalise(codes.make(chance))
    slipped = plain[:place] + sign + plain[place + 1 :]
    assert (said(slipped) == "") == (slipped == plain)
