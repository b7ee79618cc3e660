"""A client for the small application of the frame's tests."""

from collections.abc import AsyncIterator
from typing import Any, cast

import httpx
import pytest

from tests.web.frame_app import make_app


@pytest.fixture
async def browser() -> AsyncIterator[httpx.AsyncClient]:
    """A client that speaks as a browser on the site itself would."""
    transport = httpx.ASGITransport(app=cast("Any", make_app()), raise_app_exceptions=False)
    headers = {"Sec-Fetch-Site": "same-origin", "Accept": "text/html"}
    async with httpx.AsyncClient(
        transport=transport, base_url="http://test", headers=headers
    ) as client:
        yield client
