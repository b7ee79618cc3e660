"""A case from the photo on a phone to the letter in hand, through everybody's browser."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from tests.browser.chromium import Chromium
from tests.browser.investigation_steps import (
    capture,
    clarify,
    meet,
    photograph,
    posted,
    study,
    write_letter,
)
from tests.browser.officer import people
from tests.browser.site import Site
from tests.documents.papers import text_of
from tests.investigation.hearing import REPORTER, registered
from tests.investigation.writing import respondents

pytestmark = pytest.mark.browser

SAID = (
    *("Surat penerusan", "Nomor", "Kepala Badan Kepegawaian Negara", "/Reg/LP/"),
    *("Kami sertakan", "kajian;", "dilindungi", "Sari Kusumawati"),
)
"""What the letter says, in its order."""
_DARK, _FEWEST, _MOST = 128, 0.002, 0.3
"""A page of text: so much of it is dark, and not more."""


def test_a_photo_from_a_phone_ends_in_a_letter_that_can_be_printed(
    browser: Chromium, site: Site, worker: None, tmp_path: Path
) -> None:
    case = site.made(registered(site.town))
    (respondent,) = site.made(respondents(case))
    with people(browser, site) as everybody, posted(site) as address:
        rina = everybody.turn("rina")
        photograph(rina, case)
        capture(rina, case, address)
        clarify(rina, case)
        number = rina.number
        study(rina, everybody.turn("bagas"), case, respondent)
        meet(rina, everybody.turn("sari"), number, respondent)
        pdf, docx = write_letter(rina, case, tmp_path)
        assert everybody.said == []
    printed = text_of(pdf.read_bytes())
    written = "\n".join(line.text for line in Document(str(docx)).paragraphs)
    for said in (printed, written):
        assert in_order(said, (*SAID[:3], number, *SAID[4:]))
        assert REPORTER.name not in said
    for picture in pictures(pdf, tmp_path):
        assert _FEWEST < ink(picture) < _MOST


def in_order(text: str, fields: tuple[str, ...]) -> bool:
    """Whether the text holds the fields one after the other; spaces do not count."""
    at, bare = 0, re.sub(r"\s", "", text)
    for field in fields:
        wanted = re.sub(r"\s", "", field)
        at = bare.index(wanted, at) + len(wanted)
    return True


def pictures(pdf: Path, folder: Path) -> list[Path]:
    """Each page as poppler draws it; without poppler the test ends here, and fails in `CI`."""
    drawing = shutil.which("pdftoppm")
    if drawing is None:
        reason = "all but the pictures held: no pdftoppm here (Debian: poppler-utils)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    command = [drawing, "-r", "60", "-gray", "-png", str(pdf), str(folder / "page")]
    subprocess.run(command, check=True, timeout=30)  # noqa: S603 - found on this machine
    drawn = sorted(folder.glob("page*.png"))
    assert drawn
    return drawn


def ink(picture: Path) -> float:
    """How much of a page is dark: of 1."""
    with Image.open(picture) as page:
        counted = page.convert("L").histogram()
    return sum(counted[:_DARK]) / sum(counted)
