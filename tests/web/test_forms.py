"""Fields read into values, mistakes into sentences, everything typed kept."""

from datetime import date, time

import pytest

from netralitas.audit.domain import Precision
from netralitas.refusals import Invalid, RuleBroken
from netralitas.web.form_page import refused_on
from netralitas.web.forms import DateField, Form, Happened, Text, optional
from tests.web.everything import GOOD, TODAY, Everything, errors, parse


def test_values_have_their_types() -> None:
    form = parse(themes=["b", "a"], agreed="ya", amount="1.234")

    assert form.valid
    assert form.subject == "Unggahan"
    assert form.known_on == date(2024, 9, 2)
    assert form.themes == ("a", "b")
    assert form.agreed is True
    assert form.amount == 1234
    assert form.version == 4
    assert (form.story, form.decided_on, form.source, form.nip) == (None, None, None, None)


def test_an_empty_form_names_every_required_field_once() -> None:
    form = Everything.parse({}, today=TODAY)

    assert form.error_list == [
        ("Perihal wajib diisi.", "#subject"),
        ("Tanggal diketahui wajib diisi.", "#known_on-day"),
        ("Formulir ini tidak lengkap. Muat ulang halaman, lalu kirim lagi.", ""),
    ]


def test_reading_a_value_of_an_invalid_form_is_refused_with_everything() -> None:
    form = parse(subject="x")

    with pytest.raises(Invalid) as refused:
        _ = form.known_on
    assert refused.value.errors == form.errors
    assert refused.value.typed["subject"] == ["x"]


def test_too_short_and_too_long_say_how_much() -> None:
    assert errors(subject="xy")["subject"] == [
        "Perihal paling sedikit 3 karakter; yang Anda tulis 2 karakter."
    ]
    assert errors(subject="x" * 21)["subject"] == [
        "Perihal paling banyak 20 karakter; yang Anda tulis 21 karakter."
    ]


def test_text_is_stripped_and_composed() -> None:
    assert parse(subject="  ande\u0301 \u00a0 ").subject == "and\u00e9"


@pytest.mark.parametrize("bad", ["a\x00b", "a\x1bb", "a\ud800b", "a\u202eb", "a\nb"])
def test_what_nobody_types_on_purpose_is_refused(bad: str) -> None:
    form = parse(subject=f"abc{bad}")

    assert len(form.errors["subject"]) == 1
    form.field("subject").value.encode()  # and can be shown again
    assert "\x00" not in form.field("subject").value


def test_arabic_hebrew_and_emoji_are_text() -> None:
    assert parse(subject="نص שלום 👩‍👧").subject == "نص שלום 👩‍👧"


def test_a_paragraph_keeps_its_lines() -> None:
    assert parse(story="satu\r\ndua\rtiga").story == "satu\ndua\ntiga"


def test_an_unknown_choice_is_refused() -> None:
    assert "tidak dikenal" in errors(source="gossip")["source"][0]
    assert "tidak dikenal" in errors(themes=["a", "z"])["themes"][0]


def test_options_may_come_with_the_request() -> None:
    form = Everything.parse(GOOD | {"source": "7"}, today=TODAY, choices={"source": [("7", "BKN")]})

    assert form.source == "7"
    assert form.field("source").options == [("7", "BKN")]


def test_twice_the_same_is_once_and_twice_different_is_an_error() -> None:
    assert parse(subject=["Unggahan", "Unggahan"]).subject == "Unggahan"
    assert "lebih dari sekali" in errors(subject=["Unggahan", "Lainnya"])["subject"][0]


@pytest.mark.parametrize("typed", ["sebelas", "1,5", "0", "2001", "12.34", "9" * 40, "١٢"])
def test_a_number_that_cannot_be_is_refused(typed: str) -> None:
    assert len(errors(amount=typed)["amount"]) == 1


@pytest.mark.parametrize("typed", ["x", "-1", "9" * 12])
def test_a_version_nobody_sent_means_reload(typed: str) -> None:
    assert errors(version=typed)["version"] == [
        "Formulir ini tidak lengkap. Muat ulang halaman, lalu kirim lagi."
    ]


class Ordered(Form):
    begins = DateField("Mulai")
    ends = DateField("Selesai")

    def check(self) -> None:
        begins, ends = self.read_value("begins"), self.read_value("ends")
        if begins and ends and ends < begins:
            self.refuse("ends", "Selesai tidak boleh sebelum mulai.")
        if ends and not begins:
            self.refuse("", "Periksa lagi.")


def test_fields_are_compared_when_both_could_be_read() -> None:
    assert Ordered.parse({"begins": "3/9/2024", "ends": "2/9/2024"}).error_list == [
        ("Selesai tidak boleh sebelum mulai.", "#ends-day")
    ]


def test_a_sentence_about_the_whole_form_comes_first_and_links_nowhere() -> None:
    assert Ordered.parse({"ends": "2/9/2024"}).error_list[0] == ("Periksa lagi.", "")


def test_forms_of_one_kind_stand_side_by_side_by_their_prefix() -> None:
    form = Ordered.parse({"p2-begins": "3/9/2024", "begins": "x"}, prefix="p2-")

    assert form.read_value("begins") == date(2024, 9, 3)
    assert form.error_list == [("Selesai wajib diisi.", "#p2-ends-day")]


def test_a_blank_form_shows_what_parsing_it_back_would_read() -> None:
    values: dict[str, object] = {
        "subject": "Unggahan",
        "known_on": date(2024, 9, 2),
        "at": time(9, 5),
        "happened": Happened(precision=Precision.MONTH, on=date(2024, 8, 1)),
        "themes": ("a", "c"),
        "agreed": True,
        "amount": 7,
        "version": 3,
    }
    blank = Everything.blank(values=values, today=TODAY)
    again = Everything.parse(blank.typed, today=TODAY)

    assert blank.errors == {}
    assert again.valid
    assert {name: getattr(again, name) for name in values} == values


class Filters(Form):
    marks_optional = False
    words = optional(Text("Nomor"))


def test_optional_fields_say_so_except_in_a_line_of_filters() -> None:
    assert parse().field("story").caption == "Uraian (opsional)"
    assert parse().field("subject").caption == "Perihal"
    assert Filters.blank().field("words").caption == "Nomor"


def test_what_was_refused_is_said_once_beside_its_field_or_on_top() -> None:
    class Named(Form):
        name = Text("Nama")

    form = Named.parse({})
    found = form.errors["name"][0]
    form.refuse_all({"name": [found, "Nama sudah dipakai."], "elsewhere": ["Muat ulang."]})
    assert form.errors == {"name": [found, "Nama sudah dipakai."], "": ["Muat ulang."]}
    assert refused_on(form, RuleBroken("Belum waktunya.", remedy="Tunggu besok.")) == 409
    assert refused_on(form, Invalid({"name": ["Terlalu panjang."]})) == 422
    assert form.errors[""] == ["Muat ulang.", "Belum waktunya. Tunggu besok."]
    assert form.errors["name"][-1] == "Terlalu panjang."
