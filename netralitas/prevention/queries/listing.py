"""The list of activities, the latest first, page by page."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.database.connection import Connection
from netralitas.prevention import words
from netralitas.prevention.address import (
    LARGEST_ID,
    Filters,
    Place,
    address,
    read_filters,
    read_place,
    state_word,
    theme_word,
    write_place,
)
from netralitas.prevention.pages import ActivitiesPage
from netralitas.prevention.queries.filters import state_choice, theme_choice, year_choice, years
from netralitas.prevention.queries.lines import LINE, PATH, line
from netralitas.web.parts import Crumb, Pages

PAGE: Final = 50
_BEGINNING: Final = Place(on=date.max, activity=LARGEST_ID)

# Along the index on (planned_on, id). A year is that of the plan, as on the dashboard's plan side.
_LIST: Final = f"""
{LINE}
WHERE (a.planned_on, a.id) < ($1::date, $2::bigint)
  AND ($3::date IS NULL OR a.planned_on >= $3) AND ($4::date IS NULL OR a.planned_on <= $4)
  AND ($5::text IS NULL OR a.theme = $5)
  AND ($6::text[] IS NULL OR a.state = ANY ($6))
  AND ($7::date IS NULL OR a.planned_on < $7)
ORDER BY a.planned_on DESC, a.id DESC LIMIT $8
"""


async def activities_page(
    c: Connection, actor: Actor, query: Mapping[str, str], today: date
) -> ActivitiesPage:
    """Return one page of the list as the address asks for it; two statements."""
    wanted = read_filters(query)
    begun = read_place(query.get("setelah"))
    after = begun or _BEGINNING
    states = sorted(words.WAITING) if wanted.waiting else [wanted.state] if wanted.state else None
    rows = await c.fetch(
        _LIST,
        *(after.on, after.activity),
        date(wanted.year, 1, 1) if wanted.year else None,
        date(wanted.year, 12, 31) if wanted.year else None,
        *(wanted.theme, states),
        today if wanted.waiting else None,
        PAGE + 1,
    )
    shown = rows[:PAGE]
    following = None
    if len(rows) > PAGE:
        last = shown[-1]
        following = write_place(Place(on=last["planned_on"], activity=last["id"]))
    return ActivitiesPage(
        filters=(
            year_choice(await years(c, today.year), wanted.year, "Semua tahun"),
            theme_choice(wanted),
            state_choice(wanted),
        ),
        filtered=wanted != Filters(),
        lines=tuple(line(row, today) for row in shown),
        pages=Pages(
            earlier=_at(wanted, None) if begun else None,
            later=_at(wanted, following) if following else None,
            shown=f"{len(shown)} kegiatan di halaman ini" if following else None,
        ),
        may_plan=refusal(actor, Permission.RECORD_ACTIVITY) is None,
        crumbs=(Crumb("Pencegahan", "/pencegahan"), Crumb("Kegiatan")),
    )


def _at(wanted: Filters, place: str | None) -> str:
    return address(
        PATH,
        tahun=wanted.year,
        tema=theme_word(wanted),
        keadaan=state_word(wanted),
        setelah=place,
    )
