"""A bucket on loopback, and a storage that keeps its files there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from netralitas.evidence.storage import Storage
from netralitas.settings import Settings
from tests.evidence.s3_server import KEY_ID, REGION, SECRET, S3Server, s3_server


@pytest.fixture(scope="module")
def served() -> Iterator[S3Server]:
    with s3_server() as peer:
        yield peer


@pytest.fixture
def peer(served: S3Server) -> S3Server:
    """The peer of this file, empty and without faults."""
    for held in (served.objects, served.uploads, served.asked, served.faults):
        held.clear()
    return served


def of_bucket(
    peer: S3Server,
    folder: Path,
    *,
    name: str = "",
    endpoint: str = "",
    key_id: str = KEY_ID,
    secret: str = SECRET,
) -> Settings:
    """Settings by which files are kept in the bucket of `peer`, or as is said."""
    return Settings(
        data=folder,
        files_bucket=name or peer.bucket,
        files_endpoint=endpoint or peer.address,
        files_region=REGION,
        files_key_id=key_id,
        files_secret=secret,
    )


@pytest.fixture
def bucket(peer: S3Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Storage:
    """A storage in the bucket, on a machine whose own AWS variables say something else."""
    monkeypatch.setenv("AWS_SESSION_TOKEN", "of-somebody-else")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    return Storage.of(of_bucket(peer, tmp_path))
