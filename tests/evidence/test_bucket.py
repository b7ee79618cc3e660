"""A bucket that stumbles, is away or is set wrongly: a sentence, and never half a file."""

import os
import re
from contextlib import AsyncExitStack
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import httpx
import pytest
from structlog.testing import capture_logs

from netralitas.app import create_app
from netralitas.evidence.domain import StorageAway
from netralitas.evidence.pieces import Pieces
from netralitas.evidence.storage import Storage
from netralitas.serve import check_files
from netralitas.settings import Settings, SettingsError, load
from tests.cases.conftest import Visits, settings, site, statements, town, visit
from tests.evidence.buckets import bucket, of_bucket, peer, served
from tests.evidence.exhibits.world import SAME_SITE, photo, say_why
from tests.evidence.s3_server import S3Server
from tests.make import Town, make_case

__all__ = ["bucket", "peer", "served", "settings", "site", "statements", "town", "visit"]

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40
LARGE = b"%PDF-1.7\n" + os.urandom(12_000_000)
LIMIT = 10**9
NAME = "ab" * 16


@pytest.mark.parametrize("kind", ["500", "cut"])
async def test_a_server_that_stumbles_is_asked_again(
    bucket: Storage, peer: S3Server, kind: str
) -> None:
    peer.faults = [("HEAD", kind, 1), ("PUT", kind, 2), ("POST", kind, 1), ("GET", kind, 1)]
    stored = await bucket.keep(LARGE, LIMIT)
    assert b"".join([piece async for piece in await bucket.open(stored.digest)]) == LARGE
    assert [left for *_, left in peer.faults] == [0, 0, 0, 0]


@pytest.mark.parametrize("kind", ["500", "cut"])
async def test_a_file_that_cannot_go_up_is_not_there_and_waits_where_it_arrived(
    bucket: Storage, peer: S3Server, kind: str
) -> None:
    pieces = Pieces(bucket)
    await pieces.append(NAME, 0, LARGE)
    peer.faults = [("PUT", kind, 99)]
    with pytest.raises(StorageAway, match="tidak dapat dihubungi"):
        await bucket.keep(PDF, LIMIT)
    with pytest.raises(StorageAway):
        await pieces.adopt(NAME, LIMIT)
    assert peer.objects == {}
    assert await pieces.arrived(NAME) == len(LARGE)
    assert [path.name for path in bucket.incoming.iterdir()] == [f"pieces-{NAME}"]
    peer.faults.clear()
    assert (await pieces.adopt(NAME, LIMIT)).digest == sha256(LARGE).hexdigest()
    assert list(bucket.incoming.iterdir()) == []


WRONG: list[tuple[dict[str, str], str]] = [
    ({"name": "tiada"}, "bucket tiada at http://127.0.0.1:[0-9]+ is not there"),
    ({"secret": "keliru-0123456789"}, "refuses the key or its secret"),
    ({"key_id": "lain"}, "refuses the key or its secret"),
    ({"endpoint": "http://127.0.0.1:9"}, "at http://127.0.0.1:9 does not answer"),
]


@pytest.mark.parametrize(("wrong", "problem"), WRONG)
async def test_a_wrong_setting_is_a_sentence_and_never_a_lost_file(
    peer: S3Server, tmp_path: Path, wrong: dict[str, str], problem: str
) -> None:
    given = of_bucket(peer, tmp_path, **wrong)
    storage = Storage.of(given)
    digest = NAME * 2
    with capture_logs() as told:
        for ask in (
            storage.hold_there(),
            storage.open(digest),
            storage.verify(digest),
            storage.sizes([digest]),
        ):
            with pytest.raises(StorageAway) as raised:
                await ask
            assert re.search(problem, raised.value.problem)
            assert given.files_secret not in f"{raised.value!r}{raised.value.problem}"
    assert given.files_secret not in f"{told}{given!r}"


def test_a_server_does_not_start_with_a_bucket_that_does_not_answer(
    peer: S3Server, tmp_path: Path
) -> None:
    check_files(of_bucket(peer, tmp_path))
    with pytest.raises(SettingsError, match=r"^Files cannot be kept: the bucket tiada .*not there"):
        check_files(of_bucket(peer, tmp_path, name="tiada"))


GIVEN = {"BUCKET": "berkas", "KEY_ID": "k", "SECRET": "s", "ENDPOINT": "https://s3.example:9000"}


def test_a_bucket_comes_with_all_it_needs_and_its_parts_not_alone() -> None:
    def loaded(**other: str) -> Settings:
        pairs = {f"NETRALITAS_FILES_{name}": text for name, text in {**GIVEN, **other}.items()}
        return load({"NETRALITAS_DEMO": "yes", **pairs})

    assert loaded().files_region == "us-east-1"
    for name, text in (
        ("BUCKET", ""),
        ("BUCKET", "Huruf Besar"),
        ("KEY_ID", ""),
        ("SECRET", ""),
        ("REGION", ""),
        ("ENDPOINT", "s3.example"),
        ("ENDPOINT", "https://orang@s3.example"),
    ):
        with pytest.raises(SettingsError, match=r"^NETRALITAS_FILES_[^\n]*\.$"):
            loaded(**{name: text})


async def test_evidence_in_a_bucket_is_added_seen_and_said_to_be_away(
    town: Town, settings: Settings, peer: S3Server, tmp_path: Path
) -> None:
    kept = of_bucket(peer, tmp_path)
    names = ("files_bucket", "files_endpoint", "files_region", "files_key_id", "files_secret")
    own = replace(settings, data=tmp_path, **{name: getattr(kept, name) for name in names})
    case = (await make_case(town)).id
    async with AsyncExitStack() as stack:
        rina = await Visits(town, create_app(own, open_engine=False), stack)("rina")
        facts = {"title": "Foto spanduk", "origin": "reporter"}

        async def sent(content: bytes) -> httpx.Response:
            return await rina.client.post(
                f"/perkara/{case}/bukti/unggah",
                data=facts,
                files=[("files", ("foto.jpg", content))],
                headers=SAME_SITE,
            )

        assert (await sent(photo("teal"))).status_code == 303
        assert [sha256(held).hexdigest() in name for name, held in peer.objects.items()] == [True]
        small = await rina.client.get(f"/perkara/{case}/bukti/1/kecil")
        assert small.headers["content-type"] == "image/jpeg"
        peer.faults = [(method, "500", 999) for method in ("HEAD", "PUT", "GET")]
        refused = await sent(photo("navy"))
        assert refused.status_code == 422
        assert "tidak dapat dihubungi" in refused.text
        assert "Foto spanduk" in refused.text, "what was typed is still there"
        asked = await say_why(rina, case, 1, "unduhan")
        away = await rina.client.get(asked.headers["location"])
        assert (away.status_code, away.headers["retry-after"]) == (503, "30")
        assert "Tempat penyimpanan berkas sedang tidak dapat dihubungi" in away.text
        assert len(peer.objects) == 1
