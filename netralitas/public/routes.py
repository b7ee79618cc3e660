"""What is not prepared and asks no database: addresses that have no page now."""

from litestar import get
from litestar.di import NamedDependency

from netralitas.public import sections
from netralitas.public.prepared import Shelf
from netralitas.refusals import NotVisible
from netralitas.web import leaving
from netralitas.web.refusals import NotReady


@get(
    [
        *sorted(sections.PREPARED | sections.DATA),
        *(f"{section}/{{rest:path}}" for section in sections.WITHIN),
    ],
    include_in_schema=False,
)
async def without_page(shelf: NamedDependency[Shelf]) -> None:
    """Say that there is no such page, or that none is ready yet."""
    raise NotVisible if shelf.edition.number else NotReady


@get(["/health/ready", "/siap"], include_in_schema=False)
async def ready(shelf: NamedDependency[Shelf]) -> dict[str, str]:
    """Answer 200 when there are pages to serve, also while the database is away; else 503."""
    if leaving.announced() or not shelf.edition.number:
        raise NotReady
    return {"status": "siap"}
