"""Passwords: Argon2id, equal work for everybody, no rules but length."""

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.low_level import Type
from hypothesis import given
from hypothesis import strategies as st

from netralitas.accounts import passwords
from netralitas.accounts.domain import Problem
from netralitas.web.forms import Password

REAL = PasswordHasher()


async def test_a_hash_is_argon2id_and_matches_its_password_only() -> None:
    stored = await passwords.hashed("kata sandi yang panjang")
    assert stored.startswith("$argon2id$")
    assert await passwords.matches(stored, "kata sandi yang panjang")
    assert not await passwords.matches(stored, "kata sandi yang panjanG")
    assert stored != await passwords.hashed("kata sandi yang panjang")


async def test_nothing_stored_matches_nothing() -> None:
    assert not await passwords.matches(None, "")
    assert not await passwords.matches(None, "kata sandi yang panjang")


async def test_a_damaged_hash_is_a_wrong_password() -> None:
    assert not await passwords.matches("bukan hash", "kata sandi yang panjang")


def test_an_unknown_login_costs_what_a_known_one_does() -> None:
    nobody = extract_parameters(passwords._OF_NOBODY)
    assert nobody.type is Type.ID
    assert not REAL.check_needs_rehash(passwords._OF_NOBODY)


async def test_a_hash_with_other_parameters_is_outdated() -> None:
    assert not passwords.outdated(await passwords.hashed("kata sandi yang panjang"))
    assert passwords.outdated(PasswordHasher(time_cost=2, memory_cost=64).hash("x"))


@pytest.mark.parametrize(
    ("password", "problem"),
    [
        ("", Problem.PASSWORD_SHORT),
        ("a" * 11, Problem.PASSWORD_SHORT),
        ("dua belas kc", None),
        ("dua belas huruf kecil", None),
        ("kata sandi yang panjang", None),
        ("belimbing wuluh " * 64, None),
        ("belimbing wuluh " * 64 + ".", Problem.PASSWORD_LONG),
    ],
)
def test_length_counts_and_no_kind_of_character_is_asked_for(
    password: str, problem: Problem | None
) -> None:
    assert passwords.problem_with(password) == problem


@pytest.mark.parametrize(
    "password",
    [
        *("password1234", "P@ssw0rd2024!", "Indonesia2024", "kata sandi 123", "Bawaslu_2024!"),
        *("admin netralitas", "selamat datang", "123456789012", "qwertyuiop12", "1q2w3e4r5t6y"),
        *("abcabcabcabc", "aaaaaaaaaaaa", "zyxwvutsrqponm", "asdfghjkl123"),
    ],
)
def test_what_anybody_tries_first_is_refused_however_long(password: str) -> None:
    assert passwords.problem_with(password) is Problem.GUESSED_FIRST


@given(st.lists(st.sampled_from(["kambing", "kuali", "lampu", "pagar", "jendela"]), min_size=3))
def test_words_that_have_nothing_to_do_with_one_another_are_taken(words: list[str]) -> None:
    taken = passwords.problem_with(" ".join(words))
    assert taken is not Problem.GUESSED_FIRST or len(set(words)) == 1


def test_a_generated_password_is_never_refused() -> None:
    assert {passwords.problem_with(passwords.generated()) for _ in range(200)} == {None}


def test_every_password_that_is_accepted_can_be_typed() -> None:
    assert Password.longest >= passwords.MAXIMUM_LENGTH


def test_generated_passwords_are_good_and_differ() -> None:
    made = {passwords.generated() for _ in range(200)}
    assert len(made) == 200
    assert all(passwords.problem_with(each) is None for each in made)


@given(st.text(alphabet=st.characters(), max_size=40))
def test_any_text_can_be_tried(password: str) -> None:
    assert isinstance(passwords._bytes(password), bytes)
