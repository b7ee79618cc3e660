"""Files, functions and templates stay small enough to be read at once."""

import ast

from tests.project.source import Module, modules, templates


def p95(sizes: list[int]) -> int:
    """The size that 95 of 100 do not exceed."""
    return sorted(sizes)[int(0.95 * (len(sizes) - 1))]


def lines(module: Module) -> int:
    return module.path.read_text(encoding="utf-8").count("\n")


def functions(module: Module) -> list[tuple[str, int]]:
    """Name with place, and length in lines, of each function."""
    return [
        (f"{module.shown}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_no_file_is_longer_than_300_lines() -> None:
    assert [(module.shown, lines(module)) for module in modules() if lines(module) > 300] == []


def test_95_of_100_files_have_at_most_200_lines() -> None:
    assert p95([lines(module) for module in modules()]) <= 200


def test_no_function_is_longer_than_50_lines() -> None:
    assert [found for module in modules() for found in functions(module) if found[1] > 50] == []


def test_95_of_100_functions_have_at_most_30_lines() -> None:
    assert p95([length for module in modules() for _, length in functions(module)]) <= 30


def test_no_template_is_longer_than_120_lines() -> None:
    sizes = {path: path.read_text(encoding="utf-8").count("\n") for path in templates()}
    assert sizes, "there are no templates"
    assert [(path.name, size) for path, size in sizes.items() if size > 120] == []
