"""Addresses of offices: from a day on, one after another, who told it."""

from datetime import date
from typing import Any

from netralitas.database.transactions import EVERYTHING, reading
from tests.cases.conftest import Visits
from tests.correspondence.letterbox import day, fill, sent_letter
from tests.make import Town, days_ago


async def held(office: int) -> list[Any]:
    """The addresses of an office, as stored."""
    async with reading(EVERYTHING) as c:
        return await c.fetch(
            "SELECT * FROM office_address WHERE organisation = $1 ORDER BY id", office
        )


def written(on: date) -> str:
    return f"{on.day} {on.month} {on.year}"


async def test_a_new_address_ends_the_one_before_and_old_letters_keep_theirs(
    town: Town, visit: Visits
) -> None:
    rina = await visit("rina")
    office = town.offices["bkn"]
    first = {
        "organisation": str(office),
        "kind": "postal",
        "value": "Jalan Contoh 1, Jakarta",
        **day("valid_from", "1 2 2024"),
        **day("told_on", "3 2 2024"),
        "told_by": "Surat edaran BKN",
    }
    page = await fill(rina, "/surat/alamat/baru", **first)
    assert (page.address, "Hapus saringan" in page.links) == ("/surat/alamat", True), page.text
    assert "diberitahukan 3 Februari 2024 oleh Surat edaran BKN" in page.text
    _, _, letter = await sent_letter(town)
    assert "Jalan Contoh 1, Jakarta" in (await rina.go(letter)).text
    tomorrow = days_ago(-1)
    early = {**first, "value": "Jalan Contoh 2", **day("valid_from", "1 1 2024")}
    refused = await fill(rina, "/surat/alamat/baru", **early)
    assert refused.status == 422
    assert "baru berlaku sejak 1 Februari 2024" in refused.text
    assert refused.form().values["value"] == ["Jalan Contoh 2"]
    await fill(rina, "/surat/alamat/baru", **{**early, **day("valid_from", written(tomorrow))})
    assert [(row["valid_from"], row["valid_to"]) for row in await held(office)] == [
        (date(2024, 2, 1), tomorrow),
        (tomorrow, None),
    ]
    assert "Jalan Contoh 1, Jakarta" in (await rina.go(letter)).text
    assert "sejak 1 Februari 2024 sampai sebelum" in (await rina.go("/surat/alamat")).text


async def test_an_address_is_ended_once_and_read_by_those_who_keep_none(
    town: Town, visit: Visits
) -> None:
    rina, sari = await visit("rina"), await visit("sari")
    office = town.offices["kasn"]
    new = {"organisation": str(office), "kind": "email", "value": "surat@kasn.contoh"}
    await fill(rina, "/surat/alamat/baru", **new, **day("valid_from", "1 2 2024"))
    (kept,) = await held(office)
    at = f"/surat/alamat/{kept['id']}/akhir"
    early = await fill(rina, at, **day("on", "1 1 2024"))
    assert (early.status, "baru berlaku sejak" in early.text) == (422, True)
    assert (await fill(rina, at, **day("on", "24 8 2024"))).address == "/surat/alamat"
    assert (await rina.go(at)).status == 404
    page = await sari.go(f"/surat/alamat?instansi={office}")
    assert "sampai sebelum 24 Agustus 2024" in page.text
    assert "Tidak berlaku hari ini" in page.text
    assert "Tambah alamat" not in page.links
    assert (await sari.go("/surat/alamat/baru")).status == 403
    async with reading(EVERYTHING) as c:
        names = await c.fetch("SELECT name FROM event WHERE name LIKE 'offices.%' ORDER BY id")
    assert [row["name"] for row in names][-2:] == [
        "offices.address_added",
        "offices.address_ended",
    ]
