"""The format as a JSON Schema: `python -m netralitas.imports.cases.schema FILE` writes it anew."""

import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from netralitas.imports.cases.line import CaseLine


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one line."""
    [reference], parts = msgspec.json.schema_components([CaseLine], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A case as an old register has it: one line of a file of JSON Lines",
        **reference,
        "$defs": parts,
    }


def written() -> str:
    """Return the schema as it stands in the documents."""
    return json.dumps(schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def main(paths: list[str]) -> None:
    """Write the schema to each of the files."""
    if not paths:
        raise SystemExit("usage: python -m netralitas.imports.cases.schema FILE …")
    for path in map(Path, paths):
        path.write_text(written(), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
