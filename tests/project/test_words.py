"""What may stand in no file of ours: places of one machine, hosts of registries, unsafe markup."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.project.source import ROOT, modules, templates, tracked_texts

# Written in two halves, so that this file does not contain what it looks for.
HOSTS = [
    "pypi" + ".org",
    "npm" + "js",
    "pythonhosted" + ".org",
    "crates" + ".io",
    "registry" + ".npm",
]
OPTIONS = ["--index" + "-url", "--extra-index" + "-url", "--find" + "-links", "/sim" + "ple/"]
PLACES = ["/roo" + "t/", "/wo" + "rk/", "/ho" + "me/", "/Us" + "ers/"]
AUTHORS = ["chat" + "gpt", "open" + "ai", "anthro" + "pic", "language " + "model"]


@pytest.mark.parametrize("word", HOSTS + OPTIONS + PLACES + AUTHORS)
def test_no_file_contains(word: str) -> None:
    assert [name for name, text in tracked_texts() if word in text.lower()] == []


def test_no_file_with_a_conflict_mark_or_a_carriage_return() -> None:
    marks = re.compile(r"^(<{7} |>{7} )|\r\n", re.MULTILINE)
    assert [name for name, text in tracked_texts() if marks.search(text)] == []


def template_finds(pattern: str) -> list[str]:
    """Places in templates where `pattern` stands, comments of the template language left out."""
    found = []
    for path in templates():
        text = re.sub(r"{#.*?#}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        found += [
            f"{path.relative_to(ROOT)}: {match.group()}"
            for match in re.finditer(pattern, text, flags=re.IGNORECASE)
        ]
    return found


def test_there_are_templates() -> None:
    assert templates()


def test_no_template_prints_unescaped_text() -> None:
    assert template_finds(r"\|\s*safe\b|autoescape\s+false") == []


def test_no_template_has_inline_styles_or_handlers() -> None:
    assert template_finds(r"<style\b|\sstyle\s*=|<[a-z][^>]*\son[a-z]+\s*=|javascript:") == []


def test_every_script_of_a_template_is_a_file() -> None:
    without_source = r"<script\b(?![^>]*\bsrc=)[^>]*>"
    assert template_finds(without_source) == []


def test_no_template_names_another_host() -> None:
    assert template_finds(r"""(src|action)\s*=\s*["']?(https?:)?//""") == []


def strings_of_code() -> Iterator[tuple[str, str]]:
    """Every string of the package that is no docstring, with its place."""
    for module in modules():
        strings = {
            id(node): (f"{module.shown}:{node.lineno}", node.value)
            for node in ast.walk(module.tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Expr):  # docstrings stand alone, as statements
                strings.pop(id(node.value), None)
        yield from strings.values()


def test_the_appointing_official_is_never_shown_by_three_letters() -> None:
    """The abbreviation also names a sub-district election committee and a contract official."""
    in_code = [place for place, text in strings_of_code() if re.search(r"\bPPK\b", text)]
    assert in_code + template_finds(r"\bPPK\b") == []
