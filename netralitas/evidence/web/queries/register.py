"""The register of addresses, the latest seen first, page by page."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from netralitas.access.domain import Actor
from netralitas.access.policy import Permission, refusal
from netralitas.database.connection import Connection, Row
from netralitas.evidence.web import words
from netralitas.evidence.web.address import (
    LARGEST_ID,
    STATES,
    Filters,
    address,
    category_word,
    read_filters,
    read_place,
    write_place,
)
from netralitas.evidence.web.domain import Category, Platform
from netralitas.evidence.web.pages import AddressLine, FilterChoice, RegisterPage
from netralitas.evidence.web.queries.lines import CRUMBS, PATH, standing
from netralitas.web.parts import Crumb, Pages

PAGE: Final = 50
_BEGINNING: Final = (date.max, LARGEST_ID)

# Along the index on (seen_on, id).
_LIST: Final = """
SELECT a.id, a.url, a.platform, a.account, a.category, a.seen_on, a.asked_on, a.done_on,
       f.subject AS case_subject,
       (SELECT count(*) FROM capture k WHERE k.web_address = a.id AND k.state = 'done') AS captures
FROM web_address a LEFT JOIN case_file f ON f.id = a.case_file
WHERE (a.seen_on, a.id) < ($1::date, $2::bigint)
  AND ($3::text IS NULL OR a.platform = $3) AND ($4::text IS NULL OR a.category = $4)
  AND ($5::text IS NULL OR $5 = CASE WHEN a.done_on IS NOT NULL THEN 'turun'
                                     WHEN a.asked_on IS NOT NULL THEN 'diminta'
                                     ELSE 'belum' END)
ORDER BY a.seen_on DESC, a.id DESC LIMIT $6
"""


async def register_page(c: Connection, actor: Actor, query: Mapping[str, str]) -> RegisterPage:
    """Return one page of the register as the address asks for it; one statement."""
    wanted = read_filters(query)
    begun = read_place(query.get("setelah"))
    rows = await c.fetch(
        _LIST,
        *(begun or _BEGINNING),
        wanted.platform.value if wanted.platform else None,
        wanted.category.value if wanted.category else None,
        wanted.state,
        PAGE + 1,
    )
    shown = rows[:PAGE]
    further = len(rows) > PAGE
    following = write_place(shown[-1]["seen_on"], shown[-1]["id"]) if further else None
    return RegisterPage(
        crumbs=(*CRUMBS[:-1], Crumb(CRUMBS[-1].label)),
        filters=_choices(wanted),
        filtered=wanted != Filters(),
        lines=tuple(map(_line, shown)),
        pages=Pages(
            earlier=address(PATH, wanted, None) if begun else None,
            later=address(PATH, wanted, following) if following else None,
            shown=f"{len(shown)} alamat di halaman ini" if following else None,
        ),
        may_keep=refusal(actor, Permission.KEEP_WEB_REGISTER) is None,
    )


def _choices(wanted: Filters) -> tuple[FilterChoice, ...]:
    slugs = {category: slug for slug, category in words.CATEGORY_SLUGS.items()}
    categories = tuple((slugs[each], said) for each, said in words.CATEGORIES.items())
    platforms = tuple((each.value, said) for each, said in words.PLATFORMS.items())
    platform = wanted.platform.value if wanted.platform else ""
    return (
        _choice("kategori", "Kategori", "Semua kategori", categories, category_word(wanted)),
        _choice("platform", "Platform", "Semua platform", platforms, platform),
        _choice("keadaan", "Keadaan", "Semua keadaan", tuple(STATES.items()), wanted.state or ""),
    )


def _choice(
    name: str, label: str, every: str, options: tuple[tuple[str, str], ...], chosen: str
) -> FilterChoice:
    return FilterChoice(name=name, label=label, options=(("", every), *options), chosen=chosen)


def _line(row: Row) -> AddressLine:
    state, tone = standing(row)
    return AddressLine(
        href=f"{PATH}/{row['id']}",
        url=row["url"],
        platform=words.PLATFORMS[Platform(row["platform"])],
        account=row["account"],
        category=words.CATEGORIES[Category(row["category"])],
        seen_on=row["seen_on"],
        captures=row["captures"],
        state=state,
        tone=tone,
        case=row["case_subject"],
    )
