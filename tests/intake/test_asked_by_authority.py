"""An authority asks Bawaslu to clarify: its letter opens a case, or joins one by a number."""

from typing import Any

from netralitas.database.transactions import EVERYTHING, reading
from tests.cases.conftest import Visits
from tests.make import Town, days_ago, make_case, person

ASKED = "/perkara/permintaan-klarifikasi"


async def test_the_letter_of_an_authority_opens_a_case_with_its_letter(
    town: Town, visit: Visits
) -> None:
    rina = await visit("rina")
    start = await rina.go("/perkara/baru?jenis=informasi")
    search = await rina.go(start.link("BKN atau instansi pengawas lain meminta klarifikasi"))
    desk = await rina.go(search.link("Buka perkara baru dari surat ini"))
    on = days_ago(3)
    typed: dict[str, Any] = {
        "subject": "Unggahan camat",
        "description": "BKN meminta klarifikasi atas unggahan.",
        "regime": "pemilihan",
        "region": "99.01",
        "name": "Camat Contoh",
        "asked_number": "B-77/KASN/3/2024",
        "asked_on-day": str(on.day),
        "asked_on-month": str(on.month),
        "asked_on-year": str(on.year),
        "their_number": "SBT-88",
        "channel": "letter",
    }
    wrong = await rina.send(desk.form("jenis=informasi"), typed)
    assert wrong.status == 422
    assert "Pilih instansi yang meminta klarifikasi" in wrong.text
    done = await rina.send(wrong.form("jenis=informasi"), asked_by=str(town.offices["bkn"]))
    assert done.status == 200
    case = done.address.split("/")[2]
    shown = await rina.go(f"/perkara/{case}")
    assert "Instansi pengawas ASN lebih dahulu menyurati Bawaslu" in shown.text
    assert "B-77/KASN/3/2024" in shown.text
    async with reading(EVERYTHING) as c:
        letter = await c.fetchrow("SELECT direction, correspondent, dated_on FROM letter")
        event = await c.fetchrow("SELECT facts, details FROM event WHERE stream = $1", int(case))
    assert tuple(letter.values()) == ("in", town.offices["bkn"], on)
    assert set(event["facts"]) >= {"information_received", "authority_asked"}
    assert event["details"]["foreign_number"] == "SBT-88"
    assert "addressee" not in event["details"]


async def test_a_letter_about_a_known_case_joins_it_by_its_number(
    town: Town, visit: Visits
) -> None:
    case = await make_case(town, person())
    rina, lain = await visit("rina"), await visit("lain")
    found = await rina.go(f"{ASKED}?nomor={case.receipt}")
    assert case.receipt in found.text
    page = await rina.go(found.link("Catat permintaan pada perkara ini"))
    on = days_ago(0)
    done = await rina.send(
        page.form("authority_asked"),
        {
            "letter_in_number": "B-78/KASN/4/2024",
            "letter_in_subject": "Permintaan klarifikasi",
            "letter_in_date-day": str(on.day),
            "letter_in_date-month": str(on.month),
            "letter_in_date-year": str(on.year),
        },
    )
    assert "Instansi pengawas ASN meminta klarifikasi." in done.text
    async with reading(EVERYTHING) as c:
        facts = await c.fetchval("SELECT count(*) FROM event WHERE 'authority_asked' = ANY (facts)")
    assert facts == 1
    by_letter = await rina.go(f"{ASKED}?nomor=B-78/KASN/4/2024")
    assert case.receipt in by_letter.text
    unknown = await lain.go(f"{ASKED}?nomor={case.receipt}")
    assert "Tidak ada perkara dengan nomor itu" in unknown.text
    assert (await rina.go(f"{ASKED}?nomor=")).status == 422
