"""Whatever arrives, a form answers with sentences: it never raises and loses nothing."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from netralitas.law.words import MONTHS
from netralitas.web.forms import Form
from netralitas.web.templates import environment
from tests.web.everything import TODAY, Everything, Sent

PAGE = environment().from_string(
    '{% from "macros/fields.html" import field, error_summary %}{{ error_summary(form) }}'
    "{% for name in form.fields %}{{ field(form.field(name)) }}{% endfor %}"
)

names = st.one_of(
    st.sampled_from(
        [
            f"{name}-{part}" if part else name
            for name, declared in Everything.fields.items()
            for part in declared.parts
        ]
    ),
    st.text(max_size=8),
)
odd = st.sampled_from(
    [
        "\x00",
        "\u202etxet",
        "\ud800",
        "👩‍👧",
        "نص",
        "x" * 6000,
        "0" * 400,
        "²",
        "1e9",
        "-1",
        "on",
        " ",
    ]
)
plausible = st.sampled_from(
    ["2/9/2024", "31", "Februari", "2024", "10.20", "report", "a", "unknown", "197405122010011001"]
)
texts = st.one_of(st.text(st.characters(), max_size=30), odd, plausible)
files = st.builds(Sent, st.text(max_size=20), st.binary(max_size=600))
junk = st.one_of(st.none(), st.integers(), st.binary(max_size=4))
pairs = st.lists(st.tuples(names, st.one_of(texts, texts, files, junk)), max_size=40)


def parse(received: object) -> Everything:
    return Everything.parse(received, today=TODAY)


@given(pairs)
def test_any_multidict_is_values_or_sentences(received: list[tuple[str, object]]) -> None:
    form = parse(received)

    assert set(form.errors) <= set(Everything.fields)
    for sentence, _ in form.error_list:
        assert sentence[0].isupper() or sentence.startswith("Berkas")
        assert sentence.endswith(".")
    if form.valid:
        assert form.subject
        assert form.version >= 0


@given(pairs)
def test_everything_typed_is_still_there(received: list[tuple[str, object]]) -> None:
    form = parse(received)

    for name in Everything.fields:
        for part in Everything.fields[name].parts:
            sent = [
                value
                for key, value in received
                if key == form.input_name(name, part) and isinstance(value, str)
            ]
            kept = form.typed.get(form.input_name(name, part), [])
            if name == "secret":
                assert kept == []
            else:
                assert len(kept) == len(sent)
                assert [text for text in sent if "\x00" not in text and text.isprintable()] == [
                    text for text in kept if text in sent and text.isprintable()
                ]


@given(pairs)
def test_every_outcome_can_be_shown_on_a_page(received: list[tuple[str, object]]) -> None:
    PAGE.render(form=parse(received)).encode()


@given(st.one_of(st.none(), st.text(), st.integers(), st.dictionaries(st.text(), st.text())))
def test_any_object_at_all_is_a_form(received: object) -> None:
    assert isinstance(parse(received), Form)


@given(pairs)
def test_reading_twice_gives_the_same(received: list[tuple[str, object]]) -> None:
    assert parse(received).errors == parse(received).errors


@given(
    st.dates(date(1900, 1, 1), TODAY),
    st.sampled_from(["{d}/{m}/{y}", "{y}-{m}-{d}", "{d} {w} {y}"]),
)
def test_every_day_is_read_in_every_way_of_writing_it(day: date, way: str) -> None:
    typed = way.format(d=day.day, m=day.month, y=day.year, w=MONTHS[day.month - 1])

    assert parse({"known_on": typed}).read_value("known_on") == day
