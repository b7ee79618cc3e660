"""The rooms of the public site: who guesses their tokens is held back."""

import httpx
import pytest

from tests.public.conftest import Seconds


async def test_who_guesses_tokens_waits_like_who_guesses_codes(
    visitor: httpx.AsyncClient, seconds: Seconds
) -> None:
    answers = [(await visitor.get(f"/hadir/{'a' * 15}{n}")).status_code for n in range(2, 8)]
    assert answers == [404] * 6
    beside = [await visitor.get("/hadir/bukan-token") for _ in range(5)]
    assert [answer.status_code for answer in beside] == [404] * 4 + [429]
    assert int(beside[-1].headers["retry-after"]) > 0
    seconds.now += 60
    assert (await visitor.get("/hadir/bukan-token")).status_code == 404


@pytest.mark.parametrize("below", ["/tercatat", "/terjawab", "/tes-awal", "/lain"])
async def test_nothing_lies_below_a_token_that_nobody_has(
    visitor: httpx.AsyncClient, below: str
) -> None:
    assert (await visitor.get(f"/hadir/{'a' * 16}{below}")).status_code == 404
