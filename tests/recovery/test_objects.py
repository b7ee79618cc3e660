"""Kept files in a backup: out of a folder or a bucket, and back into either, whole."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pyrage
import pytest

from netralitas.evidence.domain import Verdict
from netralitas.evidence.storage import Storage
from netralitas.recovery.objects import Kept, Tagging, keep, put_back
from netralitas.recovery.place import Place
from netralitas.recovery.programs import apart, program
from netralitas.recovery.refusals import BackupRefused, Damaged
from tests.evidence.buckets import bucket, peer, served

__all__ = ["bucket", "peer", "served"]

FILES = [b"%PDF-1.7\n" + bytes([number]) * 300_000 for number in range(3)]
DIGESTS = [sha256(content).hexdigest() for content in FILES]
IDENTITY = pyrage.x25519.Identity.generate()
TAGGING = Tagging(b"i" * 32)


def kept(
    place: Place, storage: Storage, digests: Sequence[str], before: Kept | None = None
) -> Kept:
    known = {each.tag: each for each in before.listed} if before else {}
    return keep(place, digests, storage.backing, TAGGING, known, [IDENTITY.to_public()])


async def test_files_of_a_bucket_are_sealed_once_and_go_back_into_a_folder_and_a_bucket(
    bucket: Storage, tmp_path: Path
) -> None:
    place = Place(tmp_path / "place")
    for content in FILES[:2]:
        await bucket.keep(content, 10**6)
    first = kept(place, bucket, DIGESTS[:2])
    await bucket.keep(FILES[2], 10**6)
    second = kept(place, bucket, DIGESTS, first)
    assert (first.new, second.new, second.missing) == (2, 1, ())
    assert not {each.name for each in second.listed} & {*DIGESTS}, "their digests are not told"
    folder = Storage(tmp_path / "files")
    for storage in (folder, bucket):
        assert await put_back(place, second.listed, storage, [IDENTITY], DIGESTS) == (3, [])
        assert [await storage.verify(digest) for digest in DIGESTS] == [Verdict.WHOLE] * 3
        assert list(storage.incoming.iterdir()) == []


async def test_a_file_that_is_lost_or_changed_is_missing_and_an_earlier_copy_stays_listed(
    tmp_path: Path,
) -> None:
    place, storage = Place(tmp_path / "place"), Storage(tmp_path / "files")
    for content in FILES:
        await storage.keep(content, 10**6)
    first = kept(place, storage, DIGESTS[:1])
    for digest in DIGESTS[:2]:
        path = storage.backing.path(digest)
        assert path is not None
        path.write_bytes(b"something else")
    second = kept(place, storage, [*DIGESTS, "ab" * 32], first)
    assert second.missing == (DIGESTS[1], "ab" * 32)
    assert [each.tag for each in second.listed] == [
        TAGGING.tag(DIGESTS[0]),
        TAGGING.tag(DIGESTS[2]),
    ]
    again = Storage(tmp_path / "again")
    assert await put_back(place, second.listed, again, [IDENTITY], DIGESTS) == (2, [DIGESTS[1]])
    assert await again.verify(DIGESTS[0]) is Verdict.WHOLE, "from before it was changed"


async def test_sealed_files_that_do_not_open_are_all_named(tmp_path: Path) -> None:
    place, storage = Place(tmp_path / "place"), Storage(tmp_path / "files")
    for content in FILES:
        await storage.keep(content, 10**6)
    done = kept(place, storage, DIGESTS)
    place.object(done.listed[0].name).unlink()
    cut = place.object(done.listed[1].name)
    cut.write_bytes(cut.read_bytes()[:-100])
    with pytest.raises(Damaged) as found:
        await put_back(place, done.listed, Storage(tmp_path / "again"), [IDENTITY], DIGESTS)
    assert [each.partition(".age")[2] for each in found.value.damage] == [
        " is not there",
        " does not open: it was changed or cut off",
    ]


def test_a_password_is_not_among_the_arguments_of_a_program() -> None:
    dsn = "postgresql://netralitas_auditor:rah%40sia@db.test:5432/netralitas?sslmode=require"
    address = "postgresql://netralitas_auditor@db.test:5432/netralitas?sslmode=require"
    assert apart(dsn) == (address, "rah@sia")
    plain = "postgresql://netralitas_owner@/netralitas?host=/run/x&port=5432"
    assert apart(plain) == (plain, "")


def test_a_program_that_is_too_old_is_refused() -> None:
    assert program("pg_dump", 18)[1] >= 18
    with pytest.raises(BackupRefused, match="install postgresql-client"):
        program("pg_dump", 99)
