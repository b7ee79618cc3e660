"""Whoever uses a piece of evidence says why, and stands on record for good."""

import asyncpg
import pytest

from netralitas import clock
from netralitas.audit.verify import verify
from netralitas.cases.queries import view_case
from netralitas.database.transactions import EVERYTHING, reading, writing
from netralitas.editions.current import LAW
from netralitas.evidence.exhibits.commands import exported_in
from netralitas.evidence.exhibits.domain import Purpose
from netralitas.settings import Settings
from tests.audit.scene import VERIFIER
from tests.cases.conftest import Visits
from tests.databases import Database
from tests.evidence.exhibits.world import MP4, PDF, enter, photo, say_why, uses
from tests.make import Town, make_case


async def test_opening_the_page_stands_on_record_and_makes_no_form_stale(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, photo())
    rina, bagas = await visit("rina"), await visit("bagas")
    form = (await rina.go((await rina.go(f"/perkara/{case}")).link("Mulai kajian awal"))).form()
    page = await bagas.go(f"/perkara/{case}/bukti/1")
    assert page.status == 200
    assert "Halaman bukti dibuka" in page.text
    assert (await rina.send(form)).address == f"/perkara/{case}"
    assert await uses(case) == [("evidence.viewed", 1, None, "bagas")]


async def test_a_file_is_downloaded_only_after_a_purpose_was_said(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, PDF)
    rina, bagas = await visit("rina"), await visit("bagas")
    place = f"/perkara/{case}/bukti/1"
    assert (await rina.client.get(f"{place}/berkas")).headers["location"] == f"{place}/unduhan"
    refused = await say_why(rina, case, 1, "unduhan", purpose="")
    assert refused.status_code == 422
    assert "Pilih untuk keperluan apa" in refused.text
    other = await say_why(rina, case, 1, "unduhan", purpose="other")
    assert other.status_code == 422
    assert await uses(case) == []
    told = await say_why(rina, case, 1, "unduhan", "other", "Diminta ahli bahasa")
    assert told.headers["location"] == f"{place}/berkas"
    answer = await rina.client.get(f"{place}/berkas")
    assert answer.content == PDF
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert await uses(case) == [("evidence.downloaded", 1, "other", "rina")]
    # What one said of a purpose is no word of another.
    assert (await bagas.client.get(f"{place}/berkas")).status_code == 303
    page = await bagas.go(place)
    assert "Diminta ahli bahasa" in page.text
    assert "Keperluan lain" in page.text


async def test_a_purpose_lasts_an_hour(town: Town, visit: Visits, settings: Settings) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, PDF)
    rina = await visit("rina")
    await say_why(rina, case, 1, "unduhan")
    place = f"/perkara/{case}/bukti/1/berkas"
    assert (await rina.client.get(place)).status_code == 200
    found = "netralitas.evidence.exhibits.queries.found.ALLOWED_MINUTES"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(found, 0)
        assert (await rina.client.get(place)).status_code == 303


async def test_the_picture_is_shown_to_who_opened_the_page_without_what_the_camera_wrote(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case = (await make_case(town)).id
    original = photo("navy")
    await enter(town, settings, case, original)
    rina = await visit("rina")
    place = f"/perkara/{case}/bukti/1"
    assert (await rina.client.get(f"{place}/gambar")).status_code == 303
    await rina.go(place)
    for part in ("gambar", "kecil"):
        shown = await rina.client.get(f"{place}/{part}")
        assert shown.headers["content-type"] == "image/jpeg"
        assert b"RAHASIA-KAMERA" not in shown.content
    assert b"RAHASIA-KAMERA" in original
    assert (await rina.client.get(f"{place}/media")).status_code == 404
    assert (await rina.client.get(f"{place}/salinan.jpg")).status_code == 303
    await say_why(rina, case, 1, "salinan", "clarification")
    copy = await rina.client.get(f"{place}/salinan.jpg")
    assert b"RAHASIA-KAMERA" not in copy.content
    assert copy.headers["content-disposition"].startswith("attachment;")
    assert [use[0] for use in await uses(case)] == ["evidence.viewed", "evidence.copied"]


async def test_copies_are_remade_when_their_folder_is_gone(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, photo("olive"))
    rina = await visit("rina")
    first = await rina.client.get(f"/perkara/{case}/bukti/1/kecil")
    for kept in (settings.data / "copies").rglob("*.jpg"):
        kept.unlink()
    assert (await rina.client.get(f"/perkara/{case}/bukti/1/kecil")).content == first.content


@pytest.mark.parametrize(
    ("asked", "status", "said", "part"),
    [
        ({}, 200, None, slice(None)),
        ({"Range": "bytes=0-99"}, 206, "bytes 0-99/{size}", slice(0, 100)),
        ({"Range": "bytes=100-"}, 206, "bytes 100-{last}/{size}", slice(100, None)),
        ({"Range": "bytes=-5"}, 206, "bytes {five}-{last}/{size}", slice(-5, None)),
        ({"Range": "bytes=0-999999999"}, 206, "bytes 0-{last}/{size}", slice(None)),
        ({"Range": "bytes=999999999-"}, 416, "bytes */{size}", slice(0, 0)),
        ({"Range": "bytes=-0"}, 416, "bytes */{size}", slice(0, 0)),
        ({"Range": "bytes=5-2"}, 200, None, slice(None)),
        ({"Range": "bytes=0-1,5-6"}, 200, None, slice(None)),
        ({"Range": "lines=1-2"}, 200, None, slice(None)),
        ({"Range": "bytes=0-99", "If-Range": '"lain"'}, 200, None, slice(None)),
    ],
)
async def test_a_recording_is_played_by_range(  # noqa: PLR0917 - a row of the table
    town: Town,
    visit: Visits,
    settings: Settings,
    asked: dict[str, str],
    status: int,
    said: str | None,
    part: slice,
) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, MP4)
    rina = await visit("rina")
    place = f"/perkara/{case}/bukti/1"
    assert "<video" not in (await rina.go(place)).text
    assert (await say_why(rina, case, 1, "pemutaran", "plenary")).status_code == 303
    page = await rina.client.get(place)
    assert "<video" in page.text
    assert "media-src 'self'" in page.headers["content-security-policy"]
    answer = await rina.client.get(f"{place}/media", headers={"Accept-Encoding": "gzip", **asked})
    size = len(MP4)
    assert answer.status_code == status
    assert answer.content == MP4[part]
    assert answer.headers.get("content-range") == (
        said.format(size=size, last=size - 1, five=size - 5) if said else None
    )
    assert answer.headers["accept-ranges"] == "bytes"
    again = {"Range": "bytes=0-9", "If-Range": answer.headers["etag"]}
    assert (await rina.client.get(f"{place}/media", headers=again)).status_code == 206


async def test_the_log_is_printed_on_record_and_holds_everything(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, PDF)
    rina = await visit("rina")
    page = await rina.go(f"/perkara/{case}/bukti/1")
    log = await rina.send(page.form("/penjagaan"))
    for words in (
        "Catatan penjagaan dicetak",
        "Halaman bukti dibuka",
        "Diterima sebagai bukti",
        "Berkas disimpan di bawah sidiknya",
    ):
        assert words in log.text
    assert [use[0] for use in await uses(case)] == ["evidence.viewed", "evidence.log_printed"]


async def test_an_export_stands_in_the_log_of_each_piece(town: Town, settings: Settings) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, PDF, photo())
    async with writing(town.actors["rina"]) as c:
        book = (await LAW.follow(c)).book
        view = await view_case(c, town.actors["rina"], case, now=clock.now(), book=book)
        assert await exported_in(c, view, Purpose.REFERRAL) == 2
    assert [use[:3] for use in await uses(case)] == [
        ("evidence.exported", 1, "referral"),
        ("evidence.exported", 2, "referral"),
    ]


async def test_the_log_verifies_and_names_an_entry_that_was_changed(
    town: Town, visit: Visits, settings: Settings, engine: Database
) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, PDF)
    await (await visit("rina")).go(f"/perkara/{case}/bukti/1")
    before = await verify(engine.dsn("auditor"), VERIFIER)
    assert before.whole, before.findings
    with pytest.raises(asyncpg.PostgresError):
        async with writing(EVERYTHING) as c:
            await c.execute("UPDATE event SET name = 'x' WHERE name = 'evidence.viewed'")
    attacker = await asyncpg.connect(engine.dsn("postgres"))
    try:
        await attacker.execute("SET session_replication_role = replica")
        await attacker.execute("UPDATE event SET actor = 3 WHERE name = 'evidence.viewed'")
    finally:
        await attacker.close()
    after = await verify(engine.dsn("auditor"), VERIFIER)
    assert not after.whole
    assert [finding.table for finding in after.findings] == ["event"]


async def test_another_office_finds_none_of_it(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, photo())
    maya = await visit("maya")
    for part in ("", "/1", "/1/kecil", "/1/unduhan", "/1/penjagaan", "/1/berkas", "/1/keterangan"):
        assert (await maya.client.get(f"/perkara/{case}/bukti{part}")).status_code == 404
    assert await uses(case) == []


async def test_what_is_said_of_it_is_changed_with_an_event_of_codes(
    town: Town, visit: Visits, settings: Settings
) -> None:
    case = (await make_case(town)).id
    await enter(town, settings, case, photo())
    rina = await visit("rina")
    form = (await rina.go(f"/perkara/{case}/bukti/1/keterangan")).form("/keterangan")
    page = await rina.send(
        form, nature="screen", origin="public", description="Unggahan akun kelurahan"
    )
    assert page.address == f"/perkara/{case}/bukti/1"
    assert "Unggahan akun kelurahan" in page.text
    assert "Tangkapan layar" in page.text
    async with reading(EVERYTHING) as c:
        details = await c.fetchval(
            "SELECT details::text FROM event WHERE stream = $1 AND name = 'case.exhibit_described'",
            case,
        )
    assert "kelurahan" not in details
    assert '"screen"' in details
