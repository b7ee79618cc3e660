"""Files at the public door: whole or in pieces, and what is refused before it is kept."""

import io
import zipfile
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from netralitas.intake.door import PIECE
from netralitas.intake.envelope import OfficeKeys
from tests.conftest import Database
from tests.public.conftest import connected
from tests.public.reporting import ANSWERS, PDF, Somebody, file_of, opened

TO = "/lapor/berkas/kiriman"
LARGE = b"%PDF-1.7\n" + bytes(range(256)) * 2500  # three pieces
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 64


@pytest.fixture
async def somebody(visitor: httpx.AsyncClient) -> Somebody:
    """Somebody who has a draft."""
    begun = Somebody(visitor)
    await begun.begin()
    return begun


async def kept(clone: Database) -> int:
    async with connected(clone, "postgres") as root:
        return int(await root.fetchval("SELECT count(*) FROM inbox.file"))


async def announce(somebody: Somebody, name: str, content: bytes) -> dict[str, Any]:
    answered = await somebody.client.post(TO, json={"name": name, "size": len(content)})
    assert answered.status_code == 200, answered.text
    return dict(answered.json())


async def put(somebody: Somebody, ordinal: int, place: int, content: bytes) -> int:
    piece = content[place * PIECE : (place + 1) * PIECE]
    return (await somebody.client.put(f"{TO}/{ordinal}/{place}", content=piece)).status_code


def packed(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def bomb() -> bytes:
    """A small document that is large once it is unpacked; to pack it takes a second."""
    return packed(
        {"[Content_Types].xml": b"<Types/>", "word/document.xml": bytes(300 * 1024 * 1024)}
    )


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("kosong.jpg", b"", "kosong"),
        ("foto.jpg", b"MZ" + b"\x00" * 200, "bukan jenis yang diterima"),
        ("foto.jpg", b"\x7fELF" + b"\x00" * 200, "bukan jenis yang diterima"),
        ("foto.jpg", b"#!/bin/sh\nrm -rf /\n", "bukan jenis yang diterima"),
        ("gambar.svg", b"<svg xmlns='x'><script>alert(1)</script></svg>", "bukan jenis"),
        ("halaman.html", b"<!doctype html><script>1</script>", "bukan jenis"),
        ("arsip.zip", packed({"a.txt": b"x" * 100}), "bukan jenis"),
        ("surat.docx", bomb, "bukan jenis yang diterima"),
    ],
)
async def test_what_is_not_taken_is_refused_in_a_sentence_and_nothing_of_it_is_kept(
    somebody: Somebody,
    clone: Database,
    name: str,
    content: bytes | Callable[[], bytes],
    sentence: str,
) -> None:
    await somebody.upload("ada.pdf")
    refused = await somebody.upload(name, content() if callable(content) else content)
    assert refused.status_code == 422
    assert sentence in refused.text
    assert "ada.pdf" in refused.text
    assert await kept(clone) == 1


async def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    somebody: Somebody, clone: Database
) -> None:
    async def endless() -> Any:  # noqa: ANN401 - an iterator of bytes
        raise AssertionError("nothing of it is to be read")
        yield b""

    sent = await somebody.client.post(
        "/lapor/berkas",
        content=endless(),
        headers={
            "Content-Type": "multipart/form-data; boundary=x",
            "Content-Length": str(200 * 1024 * 1024),
        },
    )
    assert sent.status_code == 422
    assert "terlalu besar" in sent.text
    pieces = await somebody.client.post(TO, json={"name": "a.mp4", "size": 200 * 1024 * 1024})
    assert pieces.status_code == 422
    assert "25 MB" in pieces.json()["problem"]
    assert await kept(clone) == 0


async def test_many_files_at_once_are_refused_and_one_after_the_other_ten_are_taken(
    somebody: Somebody, clone: Database
) -> None:
    many = [("berkas", (f"{number}.jpg", JPEG)) for number in range(500)]
    refused = await somebody.client.post("/lapor/berkas", files=many)
    assert refused.status_code == 422
    assert "satu berkas setiap kali" in refused.text
    for number in range(10):
        assert (await somebody.upload(f"{number}.jpg", JPEG)).status_code == 303
    assert (await somebody.upload("11.jpg", JPEG)).status_code == 422
    assert await kept(clone) == 10


async def test_no_file_is_no_answer_but_going_on_without_one_is(somebody: Somebody) -> None:
    refused = await somebody.client.post("/lapor/berkas", files={"berkas": ("", b"")})
    assert refused.status_code == 422
    assert "Pilih berkasnya dahulu" in refused.text
    assert (await somebody.post("/berkas/lanjut")).headers["location"] == "/lapor/kejadian"


async def test_a_removed_file_is_gone_with_all_its_pieces(
    somebody: Somebody, clone: Database
) -> None:
    await somebody.upload("satu.pdf", LARGE)
    await somebody.upload("dua.pdf")
    assert (await somebody.post("/berkas/1/hapus")).status_code == 303
    shown = (await somebody.get("/berkas")).text
    assert "satu.pdf" not in shown
    assert "dua.pdf" in shown
    async with connected(clone, "postgres") as root:
        assert await root.fetchval("SELECT count(*) FROM inbox.piece WHERE ordinal = 1") == 0


async def test_a_file_in_pieces_goes_on_where_the_line_broke(
    somebody: Somebody, office: OfficeKeys, clone: Database
) -> None:
    begun = await announce(somebody, "video.pdf", LARGE)
    assert (begun["pieces"], begun["places"]) == (3, [])
    ordinal = begun["ordinal"]
    assert await put(somebody, ordinal, 0, LARGE) == 204
    assert await put(somebody, ordinal, 2, LARGE) == 204
    early = await somebody.client.post(f"{TO}/{ordinal}/selesai")
    assert early.status_code == 422
    assert "belum sampai seluruhnya" in early.json()["problem"]
    assert "baru sampai 66%" in (await somebody.get("/berkas")).text
    again = await announce(somebody, "video.pdf", LARGE)
    assert (again["ordinal"], again["places"]) == (ordinal, [0, 2])
    assert await put(somebody, ordinal, 1, LARGE) == 204
    assert await put(somebody, ordinal, 1, LARGE) == 204
    assert (await somebody.client.get(f"{TO}/{ordinal}")).json()["places"] == [0, 1, 2]
    assert (await somebody.client.post(f"{TO}/{ordinal}/selesai")).status_code == 200
    await somebody.answer(*ANSWERS)
    await somebody.post("/berkas/lanjut")
    await somebody.send()
    async with connected(clone, "postgres") as root:
        key, _ = await opened(root, office, somebody.digest)
        assert await file_of(root, key, somebody.digest, ordinal) == LARGE


async def test_an_interrupted_file_stops_sending_until_it_is_whole_or_removed(
    somebody: Somebody, office: OfficeKeys
) -> None:
    begun = await announce(somebody, "video.pdf", LARGE)
    await somebody.answer(*ANSWERS)
    await somebody.post("/berkas/lanjut")
    stopped = await somebody.send()
    assert stopped.status_code == 422
    assert "belum sampai seluruhnya" in stopped.text
    await somebody.post(f"/berkas/{begun['ordinal']}/hapus")
    assert (await somebody.send()).status_code == 303


async def test_pieces_that_do_not_fit_are_refused(somebody: Somebody, clone: Database) -> None:
    ordinal = (await announce(somebody, "a.pdf", LARGE))["ordinal"]
    short = await somebody.client.put(f"{TO}/{ordinal}/0", content=b"short")
    assert short.status_code == 422
    assert await put(somebody, ordinal, 3, LARGE + LARGE) == 422
    over = await somebody.client.put(f"{TO}/{ordinal}/0", content=bytes(PIECE + 1))
    assert over.status_code == 413
    assert (await somebody.client.put(f"{TO}/9/0", content=b"x")).status_code == 404
    async with connected(clone, "postgres") as root:
        assert await root.fetchval("SELECT count(*) FROM inbox.piece") == 0


async def test_a_wrong_type_in_pieces_is_removed_once_it_is_whole(
    somebody: Somebody, clone: Database
) -> None:
    program = b"MZ" + bytes(300)
    ordinal = (await announce(somebody, "foto.jpg", program))["ordinal"]
    await put(somebody, ordinal, 0, program)
    refused = await somebody.client.post(f"{TO}/{ordinal}/selesai")
    assert refused.status_code == 422
    assert "bukan jenis" in refused.json()["problem"]
    assert await kept(clone) == 0


async def test_nobody_uploads_without_a_draft_or_after_sending(
    somebody: Somebody, visitor: httpx.AsyncClient, office: OfficeKeys, clone: Database
) -> None:
    await somebody.answer(*ANSWERS)
    await somebody.post("/berkas/lanjut")
    await somebody.send()
    assert (await somebody.upload()).headers["location"] == "/lapor/tanda-terima"
    visitor.cookies.clear()
    assert (await somebody.upload()).headers["location"] == "/lapor/lanjutkan"
    assert await kept(clone) == 0


async def test_the_name_a_file_claims_is_shown_as_a_name_and_nothing_else(
    somebody: Somebody,
) -> None:
    await somebody.upload("../../<b>foto</b>.pdf", PDF)
    shown = (await somebody.get("/berkas")).text
    assert "<b>foto" not in shown
    assert ".." not in shown.partition('class="kept"')[2].partition("</ul>")[0]
