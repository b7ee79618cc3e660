"""A program of its own that reads one spreadsheet: bytes come in, cells go out.

A small file can describe billions of cells (two far apart, one text repeated, a row "repeated" a
million times), and the reader makes room for them all. So it runs apart, in a process that may take
a bounded amount of memory and time: what bursts is this process alone.

    python spreadsheet.py MOST_ROWS MOST_COLUMNS LONGEST < file > cells

Exits with 0 and the cells as MessagePack, with 3 when the file is encrypted, with 4 when it has
more rows than allowed, with 5 when it is no spreadsheet, with 6 when it is too large. Where the
reader itself runs out of memory it is killed.
"""

import io
import resource
import sys
from datetime import date, datetime, time, timedelta
from typing import Any, Final

import msgspec
import python_calamine

ENCRYPTED: Final = 3
TOO_MANY_ROWS: Final = 4
UNREADABLE: Final = 5
TOO_LARGE: Final = 6
_MEMORY: Final = 1024 * 1024 * 1024  # bytes of address space
_SECONDS: Final = 30  # of the processor
_MOST_MERGED: Final = 1_000
_DAY: Final = 1  # the code by which a date travels


def main(most_rows: int, most_columns: int, longest: int) -> int:
    """Write the cells of the file on standard input; return the exit code."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        return _read(most_rows, most_columns, longest)
    except python_calamine.PasswordError:
        return ENCRYPTED
    except MemoryError:
        return TOO_LARGE
    except (python_calamine.CalamineError, ValueError, OSError):
        return UNREADABLE


def _read(most_rows: int, most_columns: int, longest: int) -> int:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read()))
    filled = list(_filled(book))
    if not filled:
        found: dict[str, Any] = {"sheet": None, "rows": [], "others": False, "merged": []}
    else:
        sheet = filled[0]
        if sheet.end is None or sheet.end[0] >= most_rows:  # places are counted from 0
            return TOO_MANY_ROWS
        rows = sheet.to_python(skip_empty_area=False)
        found = {
            "sheet": sheet.name,
            "rows": [[_plain(cell, longest) for cell in row[:most_columns]] for row in rows],
            "others": len(filled) > 1,
            "merged": (sheet.merged_cell_ranges or [])[:_MOST_MERGED],
        }
    sys.stdout.buffer.write(msgspec.msgpack.encode(found))
    return 0


def _filled(book: python_calamine.CalamineWorkbook) -> Any:  # noqa: ANN401 - an iterator of sheets, which have no public base
    """Yield the sheets with cells in them, hidden ones left out; two are enough to know."""
    yielded = 0
    for about in book.sheets_metadata:
        if (
            about.typ is not python_calamine.SheetTypeEnum.WorkSheet
            or about.visible is not python_calamine.SheetVisibleEnum.Visible
        ):
            continue
        sheet = book.get_sheet_by_name(about.name)
        if sheet.end is not None:
            yielded += 1
            yield sheet
        if yielded == 2:
            return


def _plain(cell: object, longest: int) -> object:
    if isinstance(cell, str):
        return cell[:longest]
    if isinstance(cell, datetime):
        return msgspec.msgpack.Ext(_DAY, cell.date().isoformat().encode())
    if isinstance(cell, date):
        return msgspec.msgpack.Ext(_DAY, cell.isoformat().encode())
    if isinstance(cell, time | timedelta):
        return str(cell)
    return cell


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
