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
        ("a" * 12, None),
        ("dua belas huruf kecil", None),
        ("a" * 1024, None),
        ("a" * 1025, Problem.PASSWORD_LONG),
    ],
)
def test_length_is_the_only_rule(password: str, problem: Problem | None) -> None:
    assert passwords.problem_with(password) == problem


def test_every_password_that_is_accepted_can_be_typed() -> None:
    assert Password.longest >= passwords.MAXIMUM_LENGTH


def test_generated_passwords_are_good_and_differ() -> None:
    made = {passwords.generated() for _ in range(200)}
    assert len(made) == 200
    assert all(passwords.problem_with(each) is None for each in made)


@given(st.text(alphabet=st.characters(), max_size=40))
def test_any_text_can_be_tried(password: str) -> None:
    assert isinstance(passwords._bytes(password), bytes)
