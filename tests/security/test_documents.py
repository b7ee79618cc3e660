"""The documents on security name what is there: files, tests, and every item of the standard."""

import ast
import re
from collections import Counter
from functools import cache

from tests.project.source import ROOT

# The items at levels 1 and 2 of OWASP ASVS 4.0.3 as released, section by section.
ITEMS = {
    "1.1": "1-7",
    "1.2": "1-4",
    "1.4": "1 4 5",
    "1.5": "1-4",
    "1.6": "1-4",
    "1.7": "1 2",
    "1.8": "1 2",
    "1.9": "1 2",
    "1.10": "1",
    "1.11": "1 2",
    "1.12": "2",
    "1.14": "1-6",
    "2.1": "1-12",
    "2.2": "1-3",
    "2.3": "1-3",
    "2.4": "1-5",
    "2.5": "1-7",
    "2.6": "1-3",
    "2.7": "1-6",
    "2.8": "1-7",
    "2.9": "1-3",
    "2.10": "1-4",
    "3.1": "1",
    "3.2": "1-4",
    "3.3": "1-4",
    "3.4": "1-5",
    "3.5": "1-3",
    "3.7": "1",
    "4.1": "1 2 3 5",
    "4.2": "1 2",
    "4.3": "1-3",
    "5.1": "1-5",
    "5.2": "1-8",
    "5.3": "1-10",
    "5.4": "1-3",
    "5.5": "1-4",
    "6.1": "1-3",
    "6.2": "1-6",
    "6.3": "1 2",
    "6.4": "1 2",
    "7.1": "1-4",
    "7.2": "1 2",
    "7.3": "1 3 4",
    "7.4": "1-3",
    "8.1": "1-4",
    "8.2": "1-3",
    "8.3": "1-8",
    "9.1": "1-3",
    "9.2": "1-4",
    "10.2": "1 2",
    "10.3": "1-3",
    "11.1": "1-8",
    "12.1": "1-3",
    "12.2": "1",
    "12.3": "1-6",
    "12.4": "1 2",
    "12.5": "1 2",
    "12.6": "1",
    "13.1": "1 3 4 5",
    "13.2": "1 2 3 5 6",
    "13.3": "1 2",
    "13.4": "1 2",
    "14.1": "1-4",
    "14.2": "1-6",
    "14.3": "2 3",
    "14.4": "1-7",
    "14.5": "1-4",
}
ATTACKS = {
    *("header injection", "log injection", "stolen or planted cookie", "forged request"),
    *("upload that pretends", "download that runs", "path traversal", "race", "guessing"),
    *("server-side request forgery", "SQL injection", "script injection", "template injection"),
    *("enumeration", "timing", "formula in a table", "packed bomb", "clickjacking"),
    *("open redirect", "other origins", "method tampering", "false host", "cached page"),
    *("false client address", "parameter pollution", "replayed code", "clock skew"),
    *("forged token of a provider", "malformed input", "leak through an error"),
    "leak through a document or log",
}
"""What is tried against the product, each with its test."""

_STANDS = re.compile(r"met|(?:part|open|n/a): \S.+")


def table(name: str, *, cells: int) -> list[list[str]]:
    """The rows of all tables of a document that have so many cells, their heads left out."""
    lines = (ROOT / "docs" / name).read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "|" in line]
    kept = [row for row in rows if len(row) == cells and not row[0].startswith("---")]
    return [row for row in kept if row[0] not in {"item", "attack"}]


def items() -> list[str]:
    """Every number of the standard at these levels."""
    return [
        f"{section}.{number}"
        for section, numbers in ITEMS.items()
        for part in numbers.split()
        for number in range(int(part.split("-")[0]), int(part.split("-")[-1]) + 1)
    ]


@cache
def named_in(path: str) -> frozenset[str]:
    """The names of the tests in a file."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(each.name for each in tree.body if isinstance(each, kinds))


def missing(cell: str) -> list[str]:
    """What a cell names that is not there: a file, a folder, a test of a file."""
    found = []
    for named in re.findall(r"`([^`]+)`", cell):
        path, _, test = named.partition("::")
        if not (ROOT / path).exists() or (test and test not in named_in(path)):
            found.append(named)
    return found


def test_every_item_of_the_standard_stands_in_the_table_once() -> None:
    assert len(items()) == 259
    assert Counter(row[0] for row in table("asvs.md", cells=5)) == Counter(items())


def test_every_row_says_how_it_stands_and_what_is_met_names_file_and_test() -> None:
    for number, what, stands, where, test in table("asvs.md", cells=5):
        assert what
        assert _STANDS.fullmatch(stands), number
        if stands == "met":
            assert "`" in where, number
            assert "::test_" in test, number


def test_every_file_and_test_that_the_table_names_exists() -> None:
    named = [cell for row in table("asvs.md", cells=5) for cell in row[3:]]
    assert [each for cell in named for each in missing(cell)] == []


def test_the_sum_above_the_table_is_that_of_its_rows() -> None:
    counted = Counter(row[2].split(":")[0] for row in table("asvs.md", cells=5))
    text = (ROOT / "docs" / "asvs.md").read_text(encoding="utf-8")
    said = (
        f"Of {counted.total()} items {counted['met']} are met, {counted['part']} in part, "
        f"{counted['open']} open, {counted['n/a']} not applicable."
    )
    assert said in text


def attacks() -> list[list[str]]:
    """The rows of the attacks in the threat model."""
    return [row for row in table("threat-model.md", cells=3) if "::test_" in row[2]]


def test_every_attack_names_tests_that_exist() -> None:
    assert [name for row in attacks() for cell in row[1:] for name in missing(cell)] == []


def test_every_attack_that_is_known_stands_in_the_threat_model_once() -> None:
    assert Counter(row[0] for row in attacks()) == Counter(dict.fromkeys(ATTACKS, 1))
