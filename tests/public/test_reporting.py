"""A report from the first question to the receipt, over HTTP and as the role of the public site."""

import hashlib
import re

import asyncpg
import httpx
import pytest

from netralitas.intake import codes, door
from netralitas.intake.envelope import CodeKeys, OfficeKeys, content_place, open_sealed
from netralitas.vault.cipher import TamperedError
from tests.conftest import Database
from tests.public.conftest import connected
from tests.public.reporting import ANSWERS, PDF, PERSON, STORY, Somebody, file_of, opened


@pytest.fixture
def somebody(visitor: httpx.AsyncClient) -> Somebody:
    return Somebody(visitor)


async def test_an_anonymous_information_with_a_file_reaches_the_office_and_nobody_else(
    somebody: Somebody, office: OfficeKeys, clone: Database
) -> None:
    await somebody.begin()
    await somebody.answer(*ANSWERS)
    assert (await somebody.upload("Foto saya.pdf")).status_code == 303
    await somebody.post("/berkas/lanjut")
    assert STORY in (await somebody.get("/periksa")).text
    sent = await somebody.send()
    assert (sent.status_code, sent.headers["location"]) == (303, "/lapor/tanda-terima")
    receipt = await somebody.get("/tanda-terima")
    assert hashlib.sha256(PDF).hexdigest() in receipt.text
    assert somebody.code.replace("-", "-<wbr>") in receipt.text
    async with connected(clone, "postgres") as root:
        key, answers = await opened(root, office, somebody.digest)
        row = await root.fetchrow("SELECT * FROM inbox.report")
        assert await file_of(root, key, somebody.digest, 1) == PDF
    assert (answers.story, answers.region, answers.reporter) == (STORY, "19.06.01", None)
    assert answers.witnesses[0].name == "Saksi Pertama"
    assert (row["office"], row["readers"], row["proved"]) == (7, [7, 1], False)
    assert (row["confidentiality"], row["regime"]) == ("anonymous", "pemilihan")
    assert door.is_number(row["number"])
    assert row["number"] in receipt.text


async def test_nothing_that_was_written_stands_in_the_database_in_clear(
    somebody: Somebody, office: OfficeKeys, clone: Database
) -> None:
    await somebody.answer_all("confidential")
    await somebody.upload("Nama Orang.pdf")
    await somebody.send()
    async with connected(clone, "postgres") as root:
        for table in ("draft", "file", "piece", "report"):
            for row in await root.fetch(f"SELECT * FROM inbox.{table}"):
                kept = b"".join(
                    v if isinstance(v, bytes) else str(v).encode() for v in row.values()
                )
                for secret in (STORY, *PERSON.values(), "Camat", "Saksi", "Nama Orang"):
                    assert len(secret) < 4 or secret.encode() not in kept
                assert somebody.code.encode() not in kept


async def test_after_sending_the_code_opens_the_answers_no_more(
    somebody: Somebody, office: OfficeKeys, clone: Database
) -> None:
    await somebody.answer_all()
    async with connected(clone, "postgres") as root:
        before = await root.fetchrow("SELECT wrapped, content FROM inbox.draft")
        keys = CodeKeys.of(somebody.code)
        key = keys.unwrap(before["wrapped"], somebody.digest)
        assert STORY.encode() in open_sealed(key, before["content"], content_place(somebody.digest))
        await somebody.send()
        after = await root.fetchrow("SELECT wrapped FROM inbox.draft")
    assert after["wrapped"] is None
    assert (await somebody.get("/kejadian")).headers["location"] == "/lapor/tanda-terima"
    with pytest.raises(TamperedError):
        keys.unwrap(before["content"], somebody.digest)


async def test_sent_twice_it_is_one_report_with_the_same_receipt(
    somebody: Somebody, office: OfficeKeys, clone: Database
) -> None:
    await somebody.answer_all("named")
    await somebody.send()
    first = await somebody.get("/tanda-terima")
    again = await somebody.send()
    assert again.headers["location"] == "/lapor/tanda-terima"
    assert (await somebody.get("/tanda-terima")).text == first.text
    async with connected(clone, "postgres") as root:
        assert await root.fetchval("SELECT count(*) FROM inbox.report") == 1


async def test_a_report_with_a_name_keeps_the_person_for_the_office(
    somebody: Somebody, office: OfficeKeys, clone: Database
) -> None:
    await somebody.answer_all("named")
    assert "Pelapor Rahasia" in (await somebody.get("/periksa")).text
    await somebody.send()
    assert "Pelapor Rahasia" not in (await somebody.get("/tanda-terima")).text
    async with connected(clone, "postgres") as root:
        _, answers = await opened(root, office, somebody.digest)
    assert answers.reporter == door.Reporter(
        name="Pelapor Rahasia", address="Jalan Mawar 1", telephone="+6281234567890", voter=True
    )


async def test_who_becomes_anonymous_leaves_no_name_behind(
    somebody: Somebody, office: OfficeKeys, clone: Database
) -> None:
    await somebody.answer_all("named")
    await somebody.post("/nama", level="anonymous")
    await somebody.send()
    async with connected(clone, "postgres") as root:
        _, answers = await opened(root, office, somebody.digest)
    assert answers.reporter is None


async def test_whoever_comes_back_with_the_code_goes_on_at_the_first_open_question(
    somebody: Somebody, visitor: httpx.AsyncClient, office: OfficeKeys
) -> None:
    await somebody.begin("confidential")
    await somebody.answer("kejadian", "siapa")
    visitor.cookies.clear()
    assert (await somebody.get("/periksa")).headers["location"] == "/lapor/lanjutkan"
    back = await somebody.post("/lanjutkan", code=somebody.code.lower().replace("-", " "))
    assert (back.status_code, back.headers["location"]) == (303, "/lapor/pemilihan")
    assert STORY in (await somebody.get("/kejadian")).text


async def test_a_code_mistyped_by_one_letter_is_told_so_and_an_unknown_one_is_not_found(
    somebody: Somebody, visitor: httpx.AsyncClient
) -> None:
    await somebody.begin()
    visitor.cookies.clear()
    wrong = somebody.code[:-1] + ("2" if somebody.code[-1] != "2" else "3")
    mistyped = await somebody.post("/lanjutkan", code=wrong)
    assert mistyped.status_code == 422
    assert "Satu huruf tampaknya salah ketik" in mistyped.text
    assert wrong in mistyped.text
    unknown = await somebody.post("/lanjutkan", code=codes.make(bytes(12)))
    assert unknown.status_code == 404
    assert "Tidak ada laporan dengan kode ini" in unknown.text


async def test_guessing_codes_is_slowed_down_also_by_cookie(somebody: Somebody) -> None:
    answers = []
    for number in range(14):
        code = codes.make(number.to_bytes(12))
        answered = await somebody.client.get("/lapor/kode", headers={"Cookie": f"lapor={code}"})
        answers.append(answered.status_code)
    assert answers[:10] == [303] * 10
    assert answers[-1] == 429


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("kejadian", {"story": ""}, "Ceritakan apa yang terjadi"),
        ("kejadian", {"story": "x" * 5001}, "paling banyak 5000 karakter"),
        ("siapa", {}, "Isi nama, jabatan, atau tempat kerjanya"),
        ("siapa", {"name": "Orang", "unknown": "ya"}, "Hapus salah satunya"),
        ("pemilihan", {}, "Pilih yang paling dekat"),
        ("kapan", {"act-day": "31", "act-month": "2", "act-year": "2024"}, "Tanggal kejadian"),
        ("kapan", {"act-day": "1", "act-month": "1", "act-year": "2090"}, "sesudah hari ini"),
        ("diketahui", {}, "centang bahwa Anda tidak tahu"),
        ("tempat", {"region": "", "place": "Sini"}, "Pilih daerah tempat kejadiannya"),
        ("tautan", {"links": "https://contoh.id/1\nbukan alamat"}, "Baris 2"),
        ("tautan", {"links": "javascript:alert(1)"}, "Baris 1"),
        ("saksi", {"first_contact": "0812"}, "Isi nama atau panggilan saksi ini"),
    ],
)
async def test_a_wrong_answer_comes_back_with_what_was_typed(
    somebody: Somebody, office: OfficeKeys, key: str, typed: dict[str, str], sentence: str
) -> None:
    await somebody.begin()
    answered = await somebody.post(f"/{key}", **typed)
    assert answered.status_code == 422
    assert sentence in answered.text
    for text in typed.values():
        assert text.split("\n")[0] in answered.text


async def test_nobody_knows_of_it_before_it_happened(somebody: Somebody) -> None:
    await somebody.begin()
    await somebody.answer("kapan")
    early = {"known_on-day": "30", "known_on-month": "8", "known_on-year": "2024"}
    answered = await somebody.post("/diketahui", **early)
    assert answered.status_code == 422
    assert "tidak mungkin sebelum peristiwanya terjadi (Sabtu, 31 Agustus 2024)" in answered.text


async def test_the_time_to_report_is_counted_and_explained(
    somebody: Somebody, office: OfficeKeys
) -> None:
    await somebody.begin("confidential")
    await somebody.answer("pemilihan", "kapan")
    answered = await somebody.answer("diketahui")
    assert answered.headers["location"] == "/lapor/batas-waktu"
    shown = await somebody.get("/batas-waktu")
    assert "Batas waktu melapor berakhir Minggu, 8 September 2024" in shown.text
    assert "informasi awal" in shown.text
    assert "Dasar:" in shown.text


async def test_unknown_answers_are_answers_too(
    somebody: Somebody, office: OfficeKeys, clone: Database
) -> None:
    await somebody.answer_all()
    unknown = {"unknown": "ya"}
    for key in ("siapa", "kapan", "diketahui"):
        assert (await somebody.post(f"/{key}", **unknown)).status_code == 303
        assert "checked" in (await somebody.get(f"/{key}")).text
    await somebody.send()
    async with connected(clone, "postgres") as root:
        _, answers = await opened(root, office, somebody.digest)
    assert (answers.respondent, answers.act_on, answers.known_on) == (None, None, None)


async def test_an_open_question_comes_before_sending(
    somebody: Somebody, office: OfficeKeys, clone: Database
) -> None:
    await somebody.begin()
    await somebody.answer("kejadian")
    answered = await somebody.send()
    assert answered.headers["location"] == "/lapor/siapa"
    async with connected(clone, "postgres") as root:
        assert await root.fetchval("SELECT count(*) FROM inbox.report") == 0


async def test_without_an_office_the_door_says_that_it_is_closed(somebody: Somebody) -> None:
    shown = await somebody.get("")
    assert "Belum ada kantor yang menerima laporan" in shown.text
    assert "/lapor/nama" not in shown.text


async def test_the_receipt_is_a_paper_whose_name_says_nothing(
    somebody: Somebody, office: OfficeKeys
) -> None:
    await somebody.answer_all("confidential")
    await somebody.send()
    paper = await somebody.get("/tanda-terima.pdf")
    assert paper.status_code == 200
    assert paper.content.startswith(b"%PDF-")
    assert paper.headers["content-disposition"] == 'attachment; filename="tanda-terima.pdf"'
    assert paper.headers["cache-control"] == "no-store"


async def test_the_digest_of_the_receipt_follows_from_what_stands_on_it(
    somebody: Somebody, office: OfficeKeys, clone: Database
) -> None:
    await somebody.answer_all()
    await somebody.upload()
    await somebody.send()
    async with connected(clone, "postgres") as root:
        row = await root.fetchrow("SELECT * FROM inbox.report")
    lines = (
        "netralitas tanda terima 1",
        row["number"],
        "Bawaslu Kabupaten Contoh",
        f"{row['sent_at']:%Y-%m-%dT%H:%M:%SZ}",
        "anonymous",
        hashlib.sha256(PDF).hexdigest(),
    )
    text = "".join(f"{line}\n" for line in lines)
    assert hashlib.sha256(text.encode()).hexdigest() in (await somebody.get("/tanda-terima")).text


async def test_leaving_quickly_forgets_the_code(
    somebody: Somebody, visitor: httpx.AsyncClient
) -> None:
    await somebody.begin()
    left = await somebody.get("/keluar")
    assert left.status_code == 303
    assert not left.headers["location"].startswith("/")
    assert "cookies" in left.headers["clear-site-data"]
    assert visitor.cookies.get("lapor") is None
    assert (await somebody.get("/kejadian")).headers["location"] == "/lapor/lanjutkan"


async def test_the_cookie_is_out_of_reach_and_no_page_is_kept(
    somebody: Somebody, visitor: httpx.AsyncClient, office: OfficeKeys
) -> None:
    begun = await somebody.post("/nama", level="anonymous")
    cookie = begun.headers["set-cookie"]
    for attribute in ("HttpOnly", "SameSite=strict", "Path=/lapor"):
        assert attribute.lower() in cookie.lower(), attribute
    assert "max-age" not in cookie.lower()
    for page in ("", "/nama", "/kode", "/kejadian", "/berkas", "/lanjutkan"):
        assert (await somebody.get(page)).headers["cache-control"] == "no-store"


async def test_another_site_cannot_send_for_somebody(somebody: Somebody) -> None:
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "", "Origin": "http://x"}):
        answered = await somebody.client.post(
            "/lapor/nama", data={"level": "named"}, headers=headers
        )
        assert answered.status_code == 403


async def test_one_code_sees_nothing_of_another(
    somebody: Somebody, office: OfficeKeys, clone: Database
) -> None:
    await somebody.answer_all()
    await somebody.send()
    other = codes.make(bytes(12))
    async with connected(clone, "public") as connection:
        for setting in (
            f"netralitas.receipt = '{codes.digest(other, b'demo'.ljust(32, b'.')).hex()}'",
            "netralitas.everything = 'yes'",
            "netralitas.organisation = '7'",
        ):
            await connection.execute(f"SET {setting}")
            for table in ("draft", "file", "piece", "report", "message"):
                rows = await connection.fetchval(f"SELECT count(*) FROM inbox.{table}")
                assert rows == 0, (setting, table)
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(
                    "INSERT INTO inbox.draft (digest, content) VALUES (sha256('y'), '')"
                )


async def test_the_number_tells_neither_order_nor_volume(
    somebody: Somebody, visitor: httpx.AsyncClient, office: OfficeKeys
) -> None:
    numbers = []
    for _ in range(2):
        visitor.cookies.clear()
        await somebody.answer_all()
        await somebody.send()
        text = (await somebody.get("/tanda-terima")).text
        found = re.search(r"LW-[0-9A-Z]{4}-[0-9A-Z]{4}", text)
        assert found is not None
        numbers.append(found[0])
    assert numbers[0] != numbers[1]
    assert all(door.is_number(number) for number in numbers)
    assert not door.is_number(numbers[0][:-1] + ("2" if numbers[0][-1] != "2" else "3"))
