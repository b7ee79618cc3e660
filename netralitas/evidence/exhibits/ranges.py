"""Which part of a file is asked for: the Range header of HTTP (RFC 9110, 14.1). Pure."""

import re
from typing import Final

_ONE: Final = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


class Unsatisfiable(ValueError):  # noqa: N818 - names what the range is
    """The range lies behind the end of the file."""


def range_of(header: str | None, size: int) -> tuple[int, int] | None:
    """Return where the part begins and its length, in bytes; None for the whole file.

    Several ranges, other units and what is no range at all are answered with the whole file, as
    the standard allows. Raises Unsatisfiable.
    """
    found = _ONE.fullmatch(header.strip()) if header else None
    if found is None or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        start, end = max(0, size - int(last)), size - 1
        if int(last) == 0:
            raise Unsatisfiable
    else:
        start, end = int(first), min(int(last), size - 1) if last else size - 1
        if last and int(last) < start:
            return None
    if start >= size:
        raise Unsatisfiable
    return start, end - start + 1
