"""The town and its browsers, a site to be captured, and a time stamping authority."""

from collections.abc import AsyncIterator

import pytest

from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit
from tests.evidence.web.authority import Authority
from tests.evidence.web.serving import Site, page, serving

__all__ = [
    "Authority",
    "Site",
    "Statements",
    "Visits",
    "authority",
    "settings",
    "site",
    "statements",
    "town",
    "visit",
    "web",
]

BODY = "<h1>Dukungan</h1><p>Foto bersama calon nomor dua.</p>"


@pytest.fixture
async def web() -> AsyncIterator[Site]:
    """A site with one page that speaks for a candidate."""
    async with serving({"/akun/unggahan": page(BODY)}) as started:
        yield started


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """A time stamping authority of its own."""
    return Authority.made(tmp_path_factory.mktemp("tsa") / "one")
