"""The town, a case, and a folder for files."""

from pathlib import Path

import pytest

from netralitas.evidence.storage import Storage
from tests.cases.conftest import Statements, Visits, settings, site, statements, town, visit

__all__ = ["Statements", "Visits", "settings", "site", "statements", "town", "visit"]


@pytest.fixture
def storage(tmp_path: Path) -> Storage:
    """A folder of files of this test's own."""
    return Storage(tmp_path / "files")
