"""The library as pages, and the materials of each activity as links."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from netralitas.public.agenda.composing import address as activity_address
from netralitas.public.agenda.pages import MaterialLink
from netralitas.public.agenda.words import theme
from netralitas.public.library import words
from netralitas.public.library.domain import Material
from netralitas.public.library.pages import LibraryPage, MaterialLine
from netralitas.public.sections import LIBRARY
from netralitas.public.sheets import Sheet
from netralitas.web.parts import Crumb, Pages

PAGE: Final = 50

_CRUMB: Final = Crumb(words.TITLE, LIBRARY)


def library_sheets(materials: Sequence[Material], activities: Collection[int]) -> Iterator[Sheet]:
    """Yield the pages of the library; `activities` are those that have a page of their own."""
    amount = max(1, -(-len(materials) // PAGE))
    for number in range(1, amount + 1):
        shown = materials[(number - 1) * PAGE : number * PAGE]
        content = LibraryPage(
            title=words.page_title(number),
            crumbs=() if number == 1 else (_CRUMB, Crumb(words.page_number(number))),
            lines=tuple(_line(one, activities) for one in shown),
            pages=Pages(
                earlier=_at(number - 1) if number > 1 else None,
                later=_at(number + 1) if number < amount else None,
            ),
        )
        yield Sheet(path=_at(number), template="public/library/library.html", content=content)


def links(materials: Sequence[Material]) -> Mapping[int, tuple[MaterialLink, ...]]:
    """Return the materials of each activity that everybody knows of, by its id."""
    found: dict[int, tuple[MaterialLink, ...]] = {}
    for one in materials:
        if one.activity is not None:
            about = words.about(one.media_type, one.size)
            link = MaterialLink(href=address(one), title=one.title, about=about)
            found[one.activity] = (*found.get(one.activity, ()), link)
    return found


def address(material: Material) -> str:
    """Return where a material is."""
    return f"{LIBRARY}/{material.digest}/{material.name}"


def _at(number: int) -> str:
    return LIBRARY if number == 1 else f"{LIBRARY}/daftar/{number}"


def _line(one: Material, activities: Collection[int]) -> MaterialLine:
    known = one.activity is not None and one.activity in activities
    return MaterialLine(
        href=address(one),
        title=one.title,
        about=words.about(one.media_type, one.size),
        on=one.on,
        theme=theme(one.theme),
        office=one.office,
        activity=activity_address(one.activity) if known and one.activity else None,
    )
