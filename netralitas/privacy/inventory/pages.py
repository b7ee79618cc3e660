"""What the page of the inventory shows."""

from collections.abc import Iterator

import msgspec

from netralitas.privacy.inventory import words
from netralitas.privacy.inventory.domain import Basis, Table
from netralitas.privacy.inventory.reading import inventory
from netralitas.web.parts import Crumb


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """One table with personal data; `columns` are name, form and how it leaves."""

    name: str
    holds: str
    purpose: str
    readers: str
    basis: str
    doubt: str
    kept: str
    columns: tuple[tuple[str, str, str], ...]


class InventoryPage(msgspec.Struct, frozen=True, kw_only=True):
    """Every table with personal data, and how many have none."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    tables: tuple[Held, ...]
    columns: int
    others: int
    retention: str | None


def inventory_page(retention: str | None) -> InventoryPage:
    """Return the page; `retention` is where the schedule is, for who may see it."""
    tables = tuple(_held())
    return InventoryPage(
        title=words.TITLE,
        lead=words.LEAD,
        crumbs=(Crumb(words.TITLE),),
        tables=tables,
        columns=sum(len(each.columns) for each in tables),
        others=len(inventory()) - len(tables),
        retention=retention,
    )


def _held() -> Iterator[Held]:
    for name, table in inventory().items():
        if table.personal and table.basis and table.retention:
            yield Held(
                name=name,
                holds=table.holds or "",
                purpose=table.purpose or "",
                readers=table.readers or "",
                basis=words.BASES[table.basis],
                doubt="" if table.basis is Basis.RUNNING else words.UNSURE,
                kept=words.CLASSES[table.retention],
                columns=tuple(_columns(table)),
            )


def _columns(table: Table) -> Iterator[tuple[str, str, str]]:
    for each in table.personal:
        yield each.column, words.form(each.form), words.LEAVES[each.leaves]
