"""The project's own files as data: what the tests of this folder look at."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "netralitas"
VENDORED = ("static/", "tests/browser/vendor/", "LICENSE")
ROOMS = {
    *("domain", "workflow", "policy", "tables", "store", "queries", "commands", "forms"),
    *("routes", "words", "pages"),
}
"""The names that files have in every feature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One Python file of the package: its dotted name, its place and its syntax tree."""

    name: str
    path: Path

    @property
    def tree(self) -> ast.Module:
        """The syntax tree, made when it is first asked for."""
        return parsed(self.path)

    @property
    def shown(self) -> str:
        """The path as a reader of a failed test wants it."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def feature(self) -> str:
        """The first folder below the package; empty for a module in the package itself."""
        first = self.name.removeprefix(f"{PACKAGE}.").split(".")[0]
        return first if first in features() else ""

    @property
    def room(self) -> str:
        """The file's name, or its folder's for a file grown into one: `commands`, `tables` …"""
        return room_of(self.name)


def room_of(name: str) -> str:
    """The room of a dotted name: in a part of a feature that has rooms of its own, that one's."""
    first, *deeper = [*name.split(".")[2:], ""]
    return next((each for each in (first, *deeper) if each in ROOMS), first)


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the package."""
    paths = sorted((ROOT / PACKAGE).rglob("*.py"))
    return tuple(Module(name=dotted(path), path=path) for path in paths)


@cache
def features() -> frozenset[str]:
    """The names of the folders below the package."""
    return frozenset(path.name for path in (ROOT / PACKAGE).iterdir() if path.is_dir())


@cache
def names() -> frozenset[str]:
    """The dotted names of all modules."""
    return frozenset(module.name for module in modules())


@cache
def parsed(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def dotted(path: Path) -> str:
    """The name by which `path` is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imported(module: Module) -> tuple[tuple[str, int], ...]:
    """Each module that `module` imports, as dotted name and line; names inside modules resolved."""
    return tuple(_imported(module))


def _imported(module: Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in names() else node.module, node.lineno


@cache
def templates() -> tuple[Path, ...]:
    """Every page template."""
    return tuple(sorted((ROOT / "templates").rglob("*.html")))


@cache
def tracked_texts() -> tuple[tuple[str, str], ...]:
    """Path and text of every file that git knows or would add, those of others left out."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607 - git of the PATH
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    found = []
    for name in listed:
        if not name.startswith(VENDORED) and (ROOT / name).is_file():
            try:
                found.append((name, (ROOT / name).read_text(encoding="utf-8")))
            except UnicodeDecodeError:
                continue  # a picture or a font
    return tuple(found)
