"""The WARC of a capture: what stands in it, and that its checker sees a changed byte."""

import gzip
import io
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from netralitas.evidence.web.domain import Limits
from netralitas.evidence.web.fetching import Fetcher
from netralitas.evidence.web.guard import Guard
from netralitas.evidence.web.warc import write_warc
from tests.evidence.web.serving import Answer, page, sent_to, serving

AT = datetime(2026, 11, 3, 4, 5, 6, tzinfo=UTC)
BODY = "<p>Pilih nomor satu bersama ASN</p>" * 20
CHUNKED = (
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
    b"5\r\nfirst\r\n6\r\nsecond\r\n0\r\n\r\n"
)


async def written(answers: dict[str, Answer], path: str) -> tuple[bytes, str]:
    """Return the WARC of a page, and the address of its site."""
    async with serving(answers) as site:
        fetcher = Fetcher(Guard.of(site.place), Limits(size=1_000_000))
        async with fetcher.fetched(site.address + path) as hops:
            out = io.BytesIO()
            write_warc(hops, out, AT)
            return out.getvalue(), site.address


def checked(path: Path) -> int:
    """Return with what `warcio check` ends."""
    run = [str(Path(sys.executable).parent / "warcio"), "check", str(path)]
    done = subprocess.run(run, check=False, capture_output=True)  # noqa: S603 - its own program
    return done.returncode


async def test_it_holds_each_answer_with_its_question_in_order() -> None:
    content, address = await written({"/": sent_to("/b"), "/b": page(BODY)}, "/")
    records = []
    for record in ArchiveIterator(io.BytesIO(content)):
        records.append((record.rec_type, record.rec_headers, record.http_headers))
        if record.rec_type == "response" and record.http_headers.get_statuscode() == "200":
            assert record.content_stream().read().decode() == BODY
    kinds = [kind for kind, _, _ in records]
    assert kinds == ["warcinfo", "response", "request", "response", "request"]
    addresses = [head.get_header("WARC-Target-URI") for _, head, _ in records[1:]]
    assert addresses == [f"{address}/"] * 2 + [f"{address}/b"] * 2
    assert {head.get_header("WARC-IP-Address") for _, head, _ in records[1:]} == {"127.0.0.1"}
    assert records[0][1].get_header("WARC-Date") == "2026-11-03T04:05:06Z"
    assert records[1][2].get_header("Location") == "/b"
    assert records[1][2].statusline == "302 Found"
    assert records[4][2].get_header("Host") == address.removeprefix("http://")
    assert records[2][1].get_header("WARC-Concurrent-To") == records[1][1].get_header(
        "WARC-Record-ID"
    )


async def test_the_checker_agrees_and_sees_a_changed_byte(tmp_path: Path) -> None:
    content, _ = await written({"/": page(BODY)}, "/")
    kept = tmp_path / "page.warc.gz"
    kept.write_bytes(content)
    assert checked(kept) == 0
    plain = gzip.decompress(content)
    changed = tmp_path / "changed.warc"
    changed.write_bytes(plain.replace(b"nomor satu", b"nomor dua_", 1))
    assert changed.stat().st_size == len(plain)
    assert checked(changed) == 1


async def test_an_answer_in_chunks_is_readable_and_checked(tmp_path: Path) -> None:
    content, _ = await written({"/": CHUNKED}, "/")
    kept = tmp_path / "page.warc.gz"
    kept.write_bytes(content)
    assert checked(kept) == 0
    answer = next(each for each in ArchiveIterator(io.BytesIO(content)) if each.http_headers)
    assert answer.http_headers.get_header("X-Archive-Orig-Transfer-Encoding") == "chunked"
    assert answer.content_stream().read() == b"firstsecond"


async def test_an_empty_answer_is_kept_too(tmp_path: Path) -> None:
    content, _ = await written({}, "/gone")
    kept = tmp_path / "page.warc.gz"
    kept.write_bytes(content)
    assert checked(kept) == 0
