"""A time stamp holds only when everything about it was checked; whoever lies is found out."""

import asyncio
import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from netralitas.evidence.web import stamping
from netralitas.evidence.web.domain import StampVerdict
from netralitas.evidence.web.stamping import Stamp, Stamper, query
from tests.evidence.web.authority import Answering, Authority, openssl

DATA = b"what was captured"
DIGEST = hashlib.sha256(DATA).digest()
OTHER = hashlib.sha256(b"something else").digest()


async def stamped(
    authority: Authority, answering: Answering | None = None, *, root: Path | None = None
) -> Stamp:
    """Return what is known of the reply to the digest of the data."""
    authority.answering = answering
    async with authority.open():
        return await Stamper(url=authority.url, root=root or authority.root).stamp(DIGEST)


async def test_a_good_stamp_is_valid_and_openssl_agrees(
    authority: Authority, tmp_path: Path
) -> None:
    stamp = await stamped(authority)
    assert stamp.verdict is StampVerdict.VALID
    assert stamp.at is not None
    assert abs(stamp.at - datetime.now(UTC)) < timedelta(minutes=1)
    data, reply, other = tmp_path / "data", tmp_path / "reply", tmp_path / "other"
    data.write_bytes(DATA)
    other.write_bytes(DATA + b"!")
    reply.write_bytes(stamp.reply or b"")
    assert authority.agrees(data, reply)
    assert not authority.agrees(other, reply)


async def test_the_request_is_one_that_openssl_reads(tmp_path: Path) -> None:
    asked = tmp_path / "query"
    asked.write_bytes(query(DIGEST, 2**62 + 1))
    assert openssl("ts", "-query", "-in", asked, "-text") == 0


async def test_a_stamp_of_something_else_is_not_valid(authority: Authority) -> None:
    async def lying(asked: bytes) -> bytes:
        return authority.reply(asked.replace(DIGEST, OTHER))

    stamp = await stamped(authority, lying)
    assert (stamp.verdict, stamp.at) == (StampVerdict.OTHER_DIGEST, None)
    assert stamp.reply


async def test_a_stamp_for_another_question_is_not_valid(authority: Authority) -> None:
    async def lying(asked: bytes) -> bytes:
        return authority.reply(query(DIGEST, 2**60 + 7))

    assert (await stamped(authority, lying)).verdict is StampVerdict.OTHER_NONCE


async def test_a_signer_nobody_trusts_is_not_valid(authority: Authority, tmp_path: Path) -> None:
    stranger = Authority.made(tmp_path / "stranger")
    stamp = await stamped(stranger, root=authority.root)
    assert stamp.verdict is StampVerdict.UNTRUSTED


async def test_a_changed_byte_of_the_signature_is_not_valid(authority: Authority) -> None:
    async def spoiling(asked: bytes) -> bytes:
        reply = bytearray(authority.reply(asked))
        reply[-3] ^= 1
        return bytes(reply)

    stamp = await stamped(authority, spoiling)
    assert stamp.verdict is StampVerdict.UNTRUSTED


async def test_a_refusal_is_said_and_kept(authority: Authority) -> None:
    async def refusing(asked: bytes) -> bytes:
        return authority.reply(asked[:-30])  # openssl refuses with a reply of its own

    stamp = await stamped(authority, refusing)
    assert stamp.verdict is StampVerdict.REFUSED
    assert stamp.reply


@pytest.mark.parametrize("garbage", [b"<html>no</html>", b"\x00" * 40, b"0", b"\x30\x82\xff\xff1"])
async def test_garbage_is_called_so(authority: Authority, garbage: bytes) -> None:
    async def talking(asked: bytes) -> bytes:
        return garbage

    stamp = await stamped(authority, talking)
    assert (stamp.verdict, stamp.reply) == (StampVerdict.GARBAGE, garbage)


async def test_a_reply_that_only_openssl_reads_is_kept(tmp_path: Path) -> None:
    """Two certificates in the order of OpenSSL: the strict reader cannot say, so nor do we."""
    authority = Authority.made(tmp_path / "two", with_root=True)
    stamp = await stamped(authority)
    assert stamp.verdict in {StampVerdict.KEPT, StampVerdict.VALID}
    data, reply = tmp_path / "data", tmp_path / "reply"
    data.write_bytes(DATA)
    reply.write_bytes(stamp.reply or b"")
    assert authority.agrees(data, reply)


async def test_without_a_root_nothing_is_called_valid(authority: Authority, tmp_path: Path) -> None:
    authority.answering = None
    async with authority.open():
        for root in (None, tmp_path / "missing"):
            stamp = await Stamper(url=authority.url, root=root).stamp(DIGEST)
            assert stamp.verdict is StampVerdict.KEPT


async def test_nobody_there_too_much_nothing_and_a_hang_are_no_answer(
    authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamping, "_SECONDS", 0.3)

    async def pouring(asked: bytes) -> bytes:
        return b"\x30" * (stamping.LARGEST + 1)

    async def silent(asked: bytes) -> bytes:
        return b""

    given_up = asyncio.Event()

    async def hanging(asked: bytes) -> bytes:
        await given_up.wait()
        return b""

    for answering in (pouring, silent, hanging):
        stamp = await stamped(authority, answering)
        assert (stamp.verdict, stamp.reply) == (StampVerdict.UNREACHABLE, None)
    given_up.set()
    gone = Stamper(url="http://127.0.0.1:1/", root=authority.root)
    assert (await gone.stamp(DIGEST)).verdict is StampVerdict.UNREACHABLE
