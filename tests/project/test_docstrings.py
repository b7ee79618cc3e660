"""Everything public says in a sentence what holds afterwards."""

import ast
from collections.abc import Iterator

import pytest

from tests.project.source import Module, modules


def undocumented(module: Module) -> Iterator[str]:
    """Each public thing of `module` without a docstring; what a class inherits is exempt."""
    if not ast.get_docstring(module.tree):
        yield f"{module.shown}:1"
    scopes: list[ast.Module | ast.ClassDef] = [module.tree]
    while scopes:
        scope = scopes.pop()
        for node in scope.body:
            if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            overloaded = any(ast.unparse(each) in EXEMPT for each in node.decorator_list)
            if not node.name.startswith("_") and not overloaded and not ast.get_docstring(node):
                yield f"{module.shown}:{node.lineno} {node.name}"
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                scopes.append(node)


EXEMPT = {"override", "typing.override", "overload", "typing.overload"}


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_everything_public_has_a_docstring(module: Module) -> None:
    assert list(undocumented(module)) == []
