"""The calculator that anybody may ask: what it answers, how, and what it says to bad questions."""

import json
from datetime import date
from typing import Any

import httpx
import pytest
from click.testing import CliRunner

from netralitas.cli import main
from netralitas.editions.file import written
from netralitas.law.book import load
from netralitas.law.domain import Zone
from netralitas.law.entries import HOLIDAY, committed
from netralitas.law.explanation import explain
from netralitas.public import sections
from netralitas.public_app import PublicSite
from tests.public.conftest import type_publish

DATES = [
    ("pemilu.handle_max", "2024-02-05", "Rabu, 28 Februari 2024 pukul 23.59 WIB"),
    ("pemilihan.handle_max", "2024-11-22", "Rabu, 27 November 2024 pukul 23.59 WIB"),
    ("asn.sk_effective", "2025-02-17", "Senin, 10 Maret 2025"),
]
"""A Pemilu, a Pemilihan and a discipline date of domain.md 7."""


async def calculate(visitor: httpx.AsyncClient, **asked: str) -> httpx.Response:
    return await visitor.get(sections.CALCULATOR, params=asked)


@pytest.mark.parametrize(("rule", "start", "result"), DATES)
async def test_it_says_the_date_and_judges_every_day_on_the_way(
    visitor: httpx.AsyncClient, rule: str, start: str, result: str
) -> None:
    answered = await calculate(visitor, aturan=rule, tanggal=start, zona="WIB")
    assert answered.status_code == 200
    assert result in answered.text
    told = explain(
        load().rule(rule, date.fromisoformat(start)),
        date.fromisoformat(start),
        load().calendar(),
        Zone.WIB,
    )
    assert [step for step in told.on_page() if step not in answered.text] == []


@pytest.mark.parametrize(("rule", "start", "result"), DATES)
async def test_its_json_is_that_of_the_command_line(
    visitor: httpx.AsyncClient, rule: str, start: str, result: str
) -> None:
    asked = {"rule": rule, "from": start, "zone": "WITA"}
    answered = await visitor.get(sections.EXPLAIN, params=asked)
    printed = CliRunner().invoke(
        main, ["law", "explain", rule, "--from", start, "--zone", "WITA", "--json"]
    )
    assert answered.json() == json.loads(printed.stdout)
    assert any(result[:20] in sentence for sentence in answered.json()["sentences"])


async def test_it_counts_by_the_law_that_the_worker_put_out_last(
    site: PublicSite, visitor: httpx.AsyncClient, publish: type_publish
) -> None:
    asked = {"rule": "asn.sk_effective", "from": "2026-06-22"}
    before = (await visitor.get(sections.EXPLAIN, params=asked)).json()
    off = {"on": "2026-06-24", "kind": "cuti_bersama", "name": "Tambahan", "source": "Keppres"}
    entries = {**committed(), (HOLIDAY, "2026-06-24"): off}
    body = written(entries, 2, calendar_version=2).decode()
    await publish({sections.LAW: body})
    await site.follower.look()
    after = (await visitor.get(sections.EXPLAIN, params=asked)).json()
    assert (before["calendar_version"], after["calendar_version"]) == (1, 2)
    assert after["due"] > before["due"]
    reasons = {day["date"]: day["reason"] for day in after["days"]}
    assert reasons["2026-06-24"] == "Tambahan (cuti bersama)"


async def test_an_address_with_a_rule_alone_has_it_chosen_and_asks_the_rest(
    visitor: httpx.AsyncClient,
) -> None:
    answered = await calculate(visitor, aturan="pemilu.handle_max")
    assert answered.status_code == 200
    assert '<option value="pemilu.handle_max" selected>' in answered.text
    assert "error-summary" not in answered.text


async def test_what_needs_confirmation_is_marked(visitor: httpx.AsyncClient) -> None:
    sure = await calculate(visitor, aturan="pemilu.handle_max", tanggal="5 2 2024", zona="WIB")
    assert 'class="unsure"' not in sure.text
    unsure = await calculate(visitor, aturan="asn.sk_effective", tanggal="17 2 2025", zona="WIB")
    assert 'class="unsure"' in unsure.text


async def test_a_year_without_a_calendar_is_no_date_but_a_sentence(
    visitor: httpx.AsyncClient,
) -> None:
    answered = await calculate(
        visitor, aturan="pemilu.handle_max", tanggal="2031-02-05", zona="WIB"
    )
    assert answered.status_code == 200
    assert "kalender hari libur tahun 2031 belum dimuat" in answered.text
    assert 'class="answer"' not in answered.text


async def test_hours_need_their_minute_and_are_counted_from_it(visitor: httpx.AsyncClient) -> None:
    asked = {"aturan": "pemilihan.complete", "tanggal": "2024-11-22", "zona": "WIT"}
    without = await calculate(visitor, **asked)
    assert "jam mulainya harus diketahui" in without.text
    answered = await calculate(visitor, **asked, jam="10.20")
    assert "Minggu, 24 November 2024 pukul 10.20 WIT" in answered.text
    assert "jam=10.20" in answered.text


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"aturan": "pemilu.nope", "tanggal": "2024-02-05", "zona": "WIB"}, "tidak dikenal"),
        (
            {"aturan": "pemilu.handle_max", "tanggal": "", "zona": "WIB"},
            "Tanggal awal hitungan wajib diisi.",
        ),
        ({"aturan": "pemilu.handle_max", "tanggal": "31 2 2024", "zona": "WIB"}, "31 2 2024"),
        ({"aturan": "", "tanggal": "2024-02-05", "zona": "WIB"}, "Pilih aturan"),
        ({"aturan": "\0", "tanggal": "\u202e9", "zona": "😀", "jam": "x" * 900}, "tidak dikenal"),
    ],
)
async def test_a_question_that_cannot_be_read_comes_back_with_a_sentence(
    visitor: httpx.AsyncClient, asked: dict[str, str], sentence: str
) -> None:
    answered = await calculate(visitor, **asked)
    assert answered.status_code == 422
    assert sentence in answered.text


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ({"rule": "pemilu.nope", "from": "2024-02-05"}, 404, "tidak dikenal"),
        ({"rule": "pemilu.handle_max", "from": "tomorrow"}, 422, "from"),
        ({"rule": "pemilu.handle_max", "from": "2024-02-05", "zone": "UTC"}, 422, "zone"),
        ({"rule": "pemilu.handle_max", "from": "2031-02-05"}, 422, "2031 belum dimuat"),
        ({}, 422, "from"),
    ],
)
async def test_a_machine_is_told_what_is_wrong_as_a_problem(
    visitor: httpx.AsyncClient, asked: dict[str, str], status: int, said: str
) -> None:
    answered = await visitor.get(sections.EXPLAIN, params=asked)
    problem: dict[str, Any] = answered.json()
    assert answered.headers["content-type"].startswith("application/problem+json")
    assert (answered.status_code, problem["status"]) == (status, status)
    assert said in json.dumps(problem, ensure_ascii=False)
