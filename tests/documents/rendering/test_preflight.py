"""Our templates before a validator of another house: PDFBox Preflight, which knows PDF/A-1b.

It knows no newer standard, and stumbles over bookmarks; so each template is made once as it can
read it. Needs Debian's libpdfbox2-java, libactivation-java, libjaxb-api-java and a Java.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest

from netralitas.documents.official.sheet import as_data
from netralitas.documents.rendering.paper import compiled
from tests.documents.official.issuing import CONTENT
from tests.documents.official.test_files import LONG, sheet_of
from tests.documents.rendering.test_papers import AT, PAPERS

JARS = Path("/usr/share/java")
NEEDED = (
    *("preflight", "pdfbox2", "fontbox2", "xmpbox"),
    *("commons-logging", "javax.activation", "jaxb-api"),
)
SHEETS: list[tuple[str, Any]] = [
    ("official", as_data(sheet_of(content=CONTENT))),
    ("official", as_data(sheet_of(content=LONG))),
    *PAPERS,
]


@pytest.fixture(scope="module")
def java() -> str:
    """The Java that runs Preflight; without both skip, or fail where `CI` is true."""
    found = shutil.which("java")
    if found is None or not all((JARS / f"{jar}.jar").exists() for jar in NEEDED):
        reason = "no PDFBox Preflight on this machine (.ci/run installs it)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.mark.parametrize(("template", "data"), SHEETS, ids=["letter", "long", "receipt", "form_a"])
def test_another_house_calls_it_a_valid_pdf_a(
    template: str,
    data: Any,  # noqa: ANN401 - plain data
    java: str,
    tmp_path: Path,
) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(compiled(template, data, AT, standards=("a-1b",), bookmarks=False))
    jars = os.pathsep.join(str(JARS / f"{jar}.jar") for jar in NEEDED)
    program = [java, "-cp", jars, "org.apache.pdfbox.preflight.Validator_A1b", str(file)]
    said = subprocess.run(program, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    assert "is a valid PDF/A-1b file" in said.stdout, said.stdout + said.stderr


def test_the_way_to_an_older_standard_leaves_the_papers_as_they_are() -> None:
    data = msgspec.to_builtins(SHEETS[0][1])
    assert compiled("official", data, AT) == compiled("official", data, AT, bookmarks=True)
    assert compiled("official", data, AT) != compiled("official", data, AT, bookmarks=False)
