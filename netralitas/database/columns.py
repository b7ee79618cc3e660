"""Column shapes that every table uses; the defaults of the ORM do not fit a record."""

from enum import StrEnum
from typing import Any

from piccolo.columns import Array, ForeignKey, Integer, Text, Timestamptz
from piccolo.columns.base import OnDelete, OnUpdate
from piccolo.constraints import Check


def reference(to: Any, *, null: bool = False, **options: Any) -> ForeignKey[Any]:  # noqa: ANN401 - a Table class or a LazyTableReference
    """Return a foreign key that never deletes: NOT NULL unless absence means something."""
    return ForeignKey(
        to,
        null=null,
        default=None,
        on_delete=OnDelete.restrict,
        on_update=OnUpdate.restrict,
        **options,
    )


def readers() -> Array:
    """Return the column that says which organisations may read the row."""
    return Array(base_column=Integer(), null=False)


def words(**options: Any) -> Text:  # noqa: ANN401 - passed on to the column as they are
    """Return a text column without a silent empty default."""
    return Text(default=None, null=options.pop("null", False), **options)


def moment(**options: Any) -> Timestamptz:  # noqa: ANN401 - passed on to the column as they are
    """Return an aware moment without a default made up by the application."""
    return Timestamptz(default=None, null=options.pop("null", False), **options)


def one_of(column: str, values: type[StrEnum]) -> Check:
    """Return the constraint that `column` holds one of the declared values.

    The text is PostgreSQL's own rendering of IN over text, so that the catalogue can be compared.
    """
    listed = ", ".join(f"'{value.value}'" for value in values)
    return Check(f"{column} IN ({listed})")
