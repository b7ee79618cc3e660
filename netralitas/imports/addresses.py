"""The addresses of the staff lists, and the way up from each page."""

from typing import Final

from netralitas.web.parts import Crumb

LISTS: Final = "/daftar-pegawai"
IMPORT: Final = f"{LISTS}/impor"
SEARCH: Final = f"{LISTS}/pencarian"
_TITLE: Final = "Daftar pegawai"


def crumbs(*here: str) -> tuple[Crumb, ...]:
    """Return the way to the lists, or to a page below them."""
    if not here:
        return (Crumb(_TITLE),)
    return (Crumb(_TITLE, LISTS), *map(Crumb, here))


def columns(token: str) -> str:
    """Return where one says which column is which."""
    return f"{IMPORT}/{token}/kolom"


def result(token: str) -> str:
    """Return where one sees what an import would do."""
    return f"{IMPORT}/{token}"


def refused(token: str) -> str:
    """Return the file of the rows that are refused."""
    return f"{IMPORT}/{token}/ditolak.csv"


def give_up(token: str) -> str:
    """Return where a file that waits is thrown away."""
    return f"{IMPORT}/{token}/pembuangan"


def undo(batch: int) -> str:
    """Return where an import is taken back."""
    return f"{LISTS}/{batch}/pembatalan"
