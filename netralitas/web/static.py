"""Files that never change under their address: style, script, fonts, pictures."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from litestar import Router
from litestar.connection import ASGIConnection
from litestar.datastructures import CacheControlHeader
from litestar.handlers import BaseRouteHandler
from litestar.static_files import create_static_files_router

from netralitas.refusals import NotVisible

FOLDER = Path(__file__).resolve().parents[2] / "static"
_YEAR = 365 * 24 * 60 * 60  # seconds
_LONGEST = 200


@cache
def digest() -> str:
    """Return the name of this state of all static files together: twelve hexadecimal digits.

    It stands in the path, so a style sheet's fonts and a script's imports carry it too.
    """
    summed = sha256()
    for file in sorted(path for path in FOLDER.rglob("*") if path.is_file()):
        summed.update(file.relative_to(FOLDER).as_posix().encode() + b"\0")
        summed.update(sha256(file.read_bytes()).digest())
    return summed.hexdigest()[:12]


def static_url(path: str) -> str:
    """Return the address of a file below `static/`; ValueError when there is no such file."""
    if not (FOLDER / path).is_file():
        raise ValueError(f"no static file {path}")
    return f"/static/{digest()}/{path}"


def static_router() -> Router:
    """Return the router that serves them, to be kept by browsers for a year."""
    return create_static_files_router(
        path=f"/static/{digest()}",
        directories=[FOLDER],
        name="static",
        cache_control=CacheControlHeader(max_age=_YEAR, public=True, immutable=True),
        resolve_symlinks=False,
        guards=[has_a_name],
        opt={"public": True, "no_session": True},
    )


async def has_a_name(
    connection: ASGIConnection[Any, Any, Any, Any],
    _: BaseRouteHandler,
) -> None:
    """Let pass what can be the name of a file of ours; NotVisible for what no system calls one."""
    name = str(connection.path_params.get("file_path", ""))
    if not name.isascii() or not name.isprintable() or len(name) > _LONGEST:
        raise NotVisible
