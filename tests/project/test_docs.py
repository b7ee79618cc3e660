"""The documents say what the code says."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from netralitas.settings import PREFIX, Settings
from tests.project.source import ROOT

DECISIONS = ROOT / "docs" / "decisions"
SECTIONS = ["Context", "Decision", "Consequences", "Alternatives", "References"]


def records() -> list[Path]:
    """The decision records, in the order of their numbers."""
    return sorted(DECISIONS.glob("[0-9]*.md"))


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_table_of_settings_lists_each_one_once_with_its_default() -> None:
    rows = re.findall(
        r"^\| `(NETRALITAS_[A-Z_]+)` \| ([^|]*) \|", text("docs/operations.md"), re.MULTILINE
    )
    defaults = {f"{PREFIX}{field.name.upper()}": field.default for field in fields(Settings)}
    assert [name for name, _ in rows] == list(defaults)
    shown = {True: "yes", False: "no", "": "none"}
    wrong = [
        (name, default)
        for name, default in rows
        if default.strip().strip("`") != shown.get(defaults[name], str(defaults[name]))
    ]
    assert wrong == []


def test_decision_records_are_numbered_without_a_gap() -> None:
    numbers = [int(path.name[:4]) for path in records()]
    assert numbers
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("record", records(), ids=lambda record: record.stem)
def test_a_decision_record_has_its_sections_in_order(record: Path) -> None:
    written = record.read_text(encoding="utf-8")
    assert written.startswith(f"# {int(record.name[:4])}. ")
    assert re.findall(r"^## (.+)$", written, re.MULTILINE) == SECTIONS
    assert len(written.splitlines()) <= 60, "a record is one page"


def test_the_index_of_decisions_names_every_record() -> None:
    named = re.findall(r"\]\((\d{4}-[^)]+\.md)\)", text("docs/decisions/README.md"))
    assert named == [path.name for path in records()]


def test_the_readme_names_the_two_commands() -> None:
    assert re.findall(r"^make (demo|test)\b", text("README.md"), re.MULTILINE) == ["demo", "test"]


def test_the_changelog_has_a_section_for_what_is_not_released() -> None:
    assert "\n## Unreleased\n" in text("CHANGELOG.md")


def documents() -> list[Path]:
    """Every document that people read in the repository."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize(
    "document", documents(), ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_every_link_of_a_document_leads_to_a_file(document: Path) -> None:
    links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_make_target_says_what_it_does() -> None:
    makefile = text("Makefile")
    phony = set(" ".join(re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)).split())
    described = set(re.findall(r"^([a-z-]+):.*## \S", makefile, re.MULTILINE))
    assert phony - described == {"setup-run"}, "every target but the inner one has its help"
