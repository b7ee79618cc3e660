"""The addresses of imports below the list of each kind, and the way up from each page."""

from typing import Final

from netralitas.web.parts import Crumb

LISTS: Final = "/daftar-pegawai"
IMPORT: Final = f"{LISTS}/impor"
SEARCH: Final = f"{LISTS}/pencarian"
EXTERNAL: Final = "/impor/sistem-lain"
ATTENDANCE: Final = "/pencegahan/kegiatan/{number:int}/kehadiran"


def crumbs(title: str, home: str, *here: str) -> tuple[Crumb, ...]:
    """Return the way to the list of a kind, or to a page below it."""
    if not here:
        return (Crumb(title),)
    return (Crumb(title, home), *map(Crumb, here))


def upload(home: str) -> str:
    """Return where a file of a kind is sent."""
    return f"{home}/impor"


def result(home: str, token: str) -> str:
    """Return where one sees what an import would do."""
    return f"{upload(home)}/{token}"


def columns(home: str, token: str) -> str:
    """Return where one says which column is which."""
    return f"{result(home, token)}/kolom"
