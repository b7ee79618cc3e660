"""The rules of a list of presence and of a test, without a database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netralitas.prevention.attending import policy
from netralitas.prevention.attending.domain import Door, NewAttendee, Nip, Question, Sitting
from netralitas.prevention.attending.domain import TestResult as Result
from netralitas.prevention.attending.policy import Known
from netralitas.prevention.attending.queries.doors import door_hours, door_state
from netralitas.prevention.attending.questions import as_text, read_questions
from netralitas.prevention.domain import Unit
from tests.prevention.attending.room import NIP_ONE, NIP_TWO, person

COUNTED_ON = date(2024, 7, 1)
NOW = datetime(2024, 9, 2, 3, tzinfo=UTC)


def unit(number: int, staff: int) -> Unit:
    return Unit(id=number, name=f"Unit {number}", region=None, staff=staff, counted_on=COUNTED_ON)


UNITS = {1: unit(1, 3), 2: unit(2, 0)}

people = st.lists(
    st.builds(
        NewAttendee,
        name=st.sampled_from(["Ani Contoh", "ANI  contoh", "Budi", "Cici", "Dewi", "Eka"]),
        unit=st.sampled_from([None, 1, 2, 9]),
        nip=st.sampled_from(
            [None, *(Nip(digest=bytes([n]) * 32, last=str(n) * 4) for n in range(3))]
        ),
    ),
    max_size=12,
)


@given(people, people, st.dictionaries(st.sampled_from([1, 2]), st.integers(0, 3)))
def test_nobody_stands_twice_on_a_list_and_no_unit_has_more_than_work_there(
    before: list[NewAttendee], coming: list[NewAttendee], present: dict[int, int]
) -> None:
    standing = policy.place_people(Known(units=UNITS), before).added
    known = Known(units=UNITS, people=[policy.listed(one) for one in standing], present=present)
    placed = policy.place_people(known, coming)
    assert len(placed.added) + len(placed.faults) == len(coming)
    everybody = [*standing, *placed.added]
    digests = [one.nip.digest for one in everybody if one.nip]
    assert len(digests) == len(set(digests))
    for number, found in UNITS.items():
        named = sum(one.unit == number for one in everybody)
        assert named <= found.staff
        assert max(present.get(number, 0), named) == placed.raised.get(
            number, present.get(number, 0)
        )


@given(people)
def test_a_phone_is_never_refused_but_for_who_is_on_the_list_already(
    coming: list[NewAttendee],
) -> None:
    known = Known(units=UNITS)
    taken = policy.as_guests(known, coming)
    placed = policy.place_people(known, taken)
    assert placed.faults == {}
    assert placed.added == taken
    assert not coming or taken


def test_two_people_of_one_name_are_told_apart_by_their_numbers_alone() -> None:
    known = Known(units=UNITS)
    both = [person("Ani", 1, NIP_ONE), person("Ani", 1, NIP_TWO)]
    assert policy.place_people(known, both).faults == {}
    (fault,) = policy.place_people(known, [person("Ani", 1), person("ani ", 1)]).faults.values()
    assert fault == (
        "name",
        "ani  sudah ada pada daftar hadir dengan unit yang sama. Bila orangnya berbeda, isi NIP.",
    )


def test_whoever_was_counted_because_of_the_list_goes_with_its_line() -> None:
    assert policy.after_removal(present=5, named=5) == 4
    assert policy.after_removal(present=7, named=5) == 7


def test_the_page_for_phones_is_open_for_a_day_at_most() -> None:
    assert policy.door_problems(NOW, NOW + timedelta(hours=24)) == {}
    assert "24 jam" in policy.door_problems(NOW, NOW + timedelta(hours=25))["closes"][0]
    assert "sesudah jam buka" in policy.door_problems(NOW, NOW)["closes"][0]


def test_hours_of_one_day_are_said_short_and_others_with_both_days() -> None:
    door = Door(token="t", opens_at=NOW, closes_at=NOW + timedelta(hours=2))
    assert door_hours(door, "Asia/Jakarta") == "Senin, 2 September 2024, 10.00 sampai 12.00 WIB"
    night = replace(door, closes_at=NOW + timedelta(hours=20))
    assert door_hours(night, "Asia/Jakarta").count("September 2024") == 2
    assert door_state(door, NOW - timedelta(minutes=1))[0] == "Belum dibuka"
    assert door_state(door, NOW)[0] == "Sedang dibuka"
    assert door_state(door, door.closes_at)[0] == "Sudah ditutup"


def test_papers_cannot_have_more_right_answers_than_were_asked() -> None:
    assert policy.papers_problems(people=3, points=6, questions=2) == {}
    assert "paling banyak 6" in policy.papers_problems(people=3, points=7, questions=2)["points"][0]


def test_the_gain_of_a_test_needs_both_groups() -> None:
    sitting = Sitting(people=2, mean=40, by_phone=2, right=(1, 1))
    assert Result(questions=2, before=sitting, after=None).gain is None
    higher = Sitting(people=9, mean=75, by_phone=0, right=())
    assert Result(questions=2, before=sitting, after=higher).gain == 35


PASTED = """
1. Bolehkah ASN menyukai unggahan calon?
a. Boleh
b. Tidak boleh *

Kepada siapa dilaporkan?
* Bawaslu
- Camat
c) Polisi
"""


def test_a_test_is_pasted_as_people_write_it() -> None:
    questions, problems = read_questions(PASTED)
    assert problems == ()
    assert questions == (
        Question(
            text="Bolehkah ASN menyukai unggahan calon?", choices=("Boleh", "Tidak boleh"), right=1
        ),
        Question(text="Kepada siapa dilaporkan?", choices=("Bawaslu", "Camat", "Polisi"), right=0),
    )


def test_each_thing_wrong_with_a_test_is_a_sentence_with_its_question() -> None:
    _, problems = read_questions("Satu?\na. Ya\nb. Tidak\n\nDua?\na. Ya *\nb. ya *\n\nTiga?")
    assert problems == (
        "Pertanyaan 1: beri tanda bintang (*) pada satu jawaban yang benar.",
        "Pertanyaan 2: dua pilihan jawaban sama.",
        "Pertanyaan 3: isi 2 sampai 5 pilihan jawaban.",
        "Pertanyaan 3: beri tanda bintang (*) pada satu jawaban yang benar.",
        "Pertanyaan 2: hanya satu jawaban yang benar; yang bertanda bintang ada 2.",
    )
    assert read_questions("")[1] == ("Tulis sedikitnya satu pertanyaan.",)
    many = "\n\n".join(f"Soal {n}?\na. Ya *\nb. Tidak" for n in range(21))
    assert read_questions(many)[1] == ("Tes paling banyak 20 pertanyaan.",)


plain = st.text("abcdefghij ?0123456789", min_size=1, max_size=20).map(
    lambda text: " ".join(f"x{text}".split())
)


@st.composite
def quizzes(draw: st.DrawFn) -> tuple[Question, ...]:
    """A test of some questions."""
    made = []
    for _ in range(draw(st.integers(1, 4))):
        choices = tuple(draw(st.lists(plain, min_size=2, max_size=5, unique=True)))
        right = draw(st.integers(0, len(choices) - 1))
        made.append(Question(text=draw(plain), choices=choices, right=right))
    return tuple(made)


@given(quizzes())
def test_what_is_shown_for_changing_is_read_as_the_same_test(
    questions: tuple[Question, ...],
) -> None:
    assert read_questions(as_text(questions)) == (questions, ())


@given(st.text(max_size=200))
def test_any_text_is_read_or_told_what_is_wrong_with_it(text: str) -> None:
    questions, problems = read_questions(text)
    assert problems or questions
