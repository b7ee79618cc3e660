"""The law data as a file: out and in again without a difference, and every bad file refused."""

import json
from typing import Any

import pytest

from netralitas.editions.file import FORMAT, changes_in, written
from netralitas.law.entries import committed
from netralitas.refusals import RuleBroken
from tests.cases.conftest import Visits
from tests.editions.conftest import change, day_off, newest
from tests.editions.steps import LAW, save
from tests.editions.test_changing import FREE
from tests.pages import Browser, Page

HOLIDAY: dict[str, Any] = {
    "kind": "holiday",
    "key": "2027-06-23",
    "body": dict(day_off(FREE).body or {}),
}
RULE: dict[str, Any] = {
    "kind": "rule",
    "key": "pemilu.kajian_awal#1",
    "body": committed()["rule", "pemilu.kajian_awal#1"],
}


def file_of(*entries: object, form: str = FORMAT) -> str:
    return json.dumps({"format": form, "edition": 1, "entries": entries})


async def take_in(hadi: Browser, text: str | bytes) -> Page:
    form = (await hadi.go(f"{LAW}/impor")).form()
    content = text.encode() if isinstance(text, str) else text
    return await hadi.send(form, file=content, reason="Disalin dari kantor pusat.")


async def exported(hadi: Browser, asked: str = "") -> Any:  # noqa: ANN401 - JSON
    answer = await hadi.client.get(f"{LAW}/ekspor.json{asked}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/json")
    return answer.json()


async def test_what_was_exported_changes_nothing_when_it_is_imported(visit: Visits) -> None:
    hadi = await visit("hadi")
    page = await take_in(hadi, (await hadi.client.get(f"{LAW}/ekspor.json")).content)
    assert page.status == 422
    assert "tidak mengubah apa pun" in page.text


async def test_the_export_holds_everything_in_order(visit: Visits) -> None:
    found = await exported(await visit("hadi"))
    assert (found["format"], found["edition"]) == (FORMAT, 1)
    keys = [(one["kind"], one["key"]) for one in found["entries"]]
    assert keys == sorted(committed())
    assert {key: one["body"] for key, one in zip(keys, found["entries"], strict=True)} == (
        committed()
    )


async def test_an_older_edition_can_be_exported_and_one_that_never_was_cannot(
    visit: Visits,
) -> None:
    hadi = await visit("hadi")
    await change(visit.town, day_off(FREE))
    assert "2027-06-23" in {one["key"] for one in (await exported(hadi))["entries"]}
    older = await exported(hadi, "?edisi=1")
    assert older["edition"] == 1
    assert "2027-06-23" not in {one["key"] for one in older["entries"]}
    for asked in ("0", "3", "x", "9999999999999"):
        answer = await hadi.client.get(f"{LAW}/ekspor.json?edisi={asked}")
        assert answer.status_code == 404


async def test_only_the_differences_become_the_draft(visit: Visits) -> None:
    hadi = await visit("hadi")
    content = await exported(hadi)
    content["entries"].append(HOLIDAY)
    preview = await take_in(hadi, json.dumps(content))
    assert "Hari libur Rabu, 23 Juni 2027" in preview.text
    assert preview.text.count("baru") >= 1
    page = await save(hadi, preview)
    assert "Disalin dari kantor pusat." in page.text
    edition = await hadi.go(page.link("Edisi 2"))
    assert "Yang berubah: 1 entri" in edition.text


async def test_a_changed_catalogue_is_shown_where_it_differs(visit: Visits) -> None:
    hadi = await visit("hadi")
    content = await exported(hadi)
    [law] = [one for one in content["entries"] if one["key"] == "UU 7/2017"]
    law["body"]["checked"] = "2027-02"
    preview = await take_in(hadi, json.dumps(content))
    assert "Peraturan UU 7/2017" in preview.text
    assert "Bulan pengganti terakhir dicari" in preview.text
    assert "Januari 2026" in preview.text
    assert "Lembaran negara" not in preview.text


async def test_a_day_off_can_be_withdrawn_by_a_file(visit: Visits) -> None:
    hadi = await visit("hadi")
    gone = {"kind": "holiday", "key": "2027-12-24", "body": None}
    found = {key for kind, key in committed() if kind == "holiday"}
    gone["key"] = max(found)
    preview = await take_in(hadi, file_of(gone))
    assert "Isi yang dicabut" in preview.text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "bukan JSON yang utuh"),
        ("{", "bukan JSON yang utuh"),
        ("[" * 100_000, "bukan JSON yang utuh"),
        ('{"format": NaN}', "bukan JSON yang utuh"),
        ("[]", "bukan ekspor data hukum"),
        (file_of(form="lain"), "bukan ekspor data hukum"),
        (json.dumps({"format": FORMAT, "entries": {}}), "tidak memuat daftar"),
        (file_of(3), "Entri ke-1 tidak lengkap"),
        (file_of({"kind": "holiday"}), "Entri ke-1 tidak lengkap"),
        (file_of({**HOLIDAY, "kind": "liburan"}), "berjenis “liburan”, yang tidak dikenal"),
        (file_of({**HOLIDAY, "kind": []}), "yang tidak dikenal"),
        (file_of({**HOLIDAY, "body": []}), "kunci atau isinya salah bentuk"),
        (file_of({**HOLIDAY, "key": "2027-06-24"}), "isinya tentang “2027-06-23”"),
        (file_of({**HOLIDAY, "key": "2027-06-23@x"}), "bukan kode provinsi"),
        (file_of({**HOLIDAY, "body": {"on": "2027-02-31"}}), "“2027-06-23”) tidak dapat dibaca"),
        (file_of(HOLIDAY, HOLIDAY), "tertulis dua kali"),
        (file_of({**HOLIDAY, "body": {**HOLIDAY["body"], "name": "\x00"}}), "karakter"),
        (file_of({**HOLIDAY, "body": {**HOLIDAY["body"], "name": "\ud800"}}), "karakter"),
        (file_of({**RULE, "body": {**RULE["body"], "number": "2"}}), "tidak dapat dibaca"),
        (file_of({**RULE, "body": {**RULE["body"], "article": " "}}), "“Pasal” belum diisi"),
        (file_of({**RULE, "body": {**RULE["body"], "lain": 1}}), "tidak dapat dibaca"),
        (file_of({"kind": "year", "key": "x", "body": {"year": "x"}}), "tidak dapat dibaca"),
        (file_of({"kind": "law", "key": "x", "body": {"id": "x"}}), "tidak dapat dibaca"),
        (file_of({"kind": "regime", "key": "x", "body": {}}), "tidak dapat dibaca"),
        (file_of({"kind": "violations", "key": "x", "body": {}}), "tidak dapat dibaca"),
        (file_of({"kind": "violations", "key": "x", "body": {"source": 3}}), "tidak dapat dibaca"),
        (file_of({"kind": "office_hours", "key": "x", "body": {}}), "tidak dapat dibaca"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(RuleBroken) as refusal:
        changes_in(text, committed())
    assert sentence in refusal.value.reason


async def test_a_refused_file_comes_back_with_its_sentence_and_changes_nothing(
    visit: Visits,
) -> None:
    hadi = await visit("hadi")
    for content, sentence in (
        (b"\xff\xfe\x00", "bukan teks UTF-8"),
        ("{", "bukan JSON yang utuh"),
        (file_of({**HOLIDAY, "key": "2027-06-24"}), "isinya tentang “2027-06-23”"),
    ):
        page = await take_in(hadi, content)
        assert page.status == 422
        assert sentence in page.text
    assert await newest() == 1


def test_written_and_read_again_nothing_differs() -> None:
    assert changes_in(written(committed(), 1, calendar_version=1).decode(), committed()) == ()


def test_what_a_file_leaves_out_stays() -> None:
    [entry] = changes_in(file_of(HOLIDAY), committed())
    assert (entry.kind, entry.key) == ("holiday", "2027-06-23")
    with pytest.raises(RuleBroken):
        changes_in(file_of(HOLIDAY, {**HOLIDAY, "kind": "lain"}), committed())
