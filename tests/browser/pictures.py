"""Pictures of pages for people to look at; they are kept out of the repository."""

import os
from pathlib import Path
from typing import Final

from playwright.sync_api import Page

FOLDER: Final = Path(__file__).resolve().parents[1] / "screenshots"
_TALLEST: Final = 2400  # pixels; what lies below looks like what lies above


def take_picture(page: Page, name: str, width: int) -> None:
    """Keep a picture of the page as it stands, all of it unless it is very long.

    None unless somebody wants to look: `PICTURES=1 make test TESTS=tests/browser`.
    """
    if not os.environ.get("PICTURES"):
        return
    folder = FOLDER / str(width)
    folder.mkdir(parents=True, exist_ok=True)
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": width, "height": min(height, _TALLEST)})
    page.screenshot(path=folder / f"{name}.jpeg", type="jpeg", quality=80)  # half the time of png
