"""Write `docs/personal-data.md` from the declarations, or say what is not declared.

python scripts/personal_data.py                writes the page
python scripts/personal_data.py --missing DSN  prints each table with columns nobody declared
"""

import asyncio
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Final

import asyncpg

from netralitas.privacy.inventory.columns import EVERY_COLUMN
from netralitas.privacy.inventory.document import document
from netralitas.privacy.inventory.reading import inventory

PAGE: Final = Path(__file__).resolve().parents[1] / "docs" / "personal-data.md"


async def missing(dsn: str) -> list[str]:
    """Return lines to be filled in: the columns of each table that are not declared."""
    connection = await asyncpg.connect(dsn)
    try:
        rows = await connection.fetch(EVERY_COLUMN)
    finally:
        await connection.close()
    declared = {
        f"{name}.{column}" for name, table in inventory().items() for column in table.columns
    }
    left: dict[str, dict[bool, list[str]]] = defaultdict(lambda: {True: [], False: []})
    for row in rows:
        if f"{row['place']}.{row['name']}" not in declared:
            left[row["place"]][row["wordy"]].append(row["name"])
    lines = []
    for place, columns in left.items():
        name = json.dumps(place) if "." in place else place
        lines += [f"[{name}]", f"others = {json.dumps(columns[True])}", 'because = ""']
        lines += [f"plain = {json.dumps(columns[False])}", ""]
    return lines


def main(words: list[str]) -> int:
    """Do what is asked; 1 when something is missing, 2 when it is not understood."""
    if words[:1] == ["--missing"] and len(words) == 2:
        lines = asyncio.run(missing(words[1]))
        print("\n".join(lines))
        return int(bool(lines))
    if words:
        print(__doc__, file=sys.stderr)
        return 2
    PAGE.write_text(document(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
