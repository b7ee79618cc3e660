"""Rotation: what was sealed under an older key is sealed again under the present one."""

from collections.abc import Callable
from dataclasses import dataclass

from netralitas.database.connection import Connection, Row
from netralitas.vault.cipher import Keys, Purpose, Sealed, SealError

type_place = Callable[[Row], bytes]
type_again = Callable[[Row, Keys], tuple[object, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A kind of row that keeps something sealed; `name` is what the command line calls it.

    `old` asks for rows that are not under the key $1, at most $2, locked; its first column is what
    finds the row again. `new` puts what `again` makes of a row into the row $1, as $2 and on.
    """

    name: str
    purpose: Purpose
    old: str
    new: str
    again: type_again


async def reseal_in(connection: Connection, kept: Kept, keys: Keys, most: int = 100) -> int:
    """Return how many rows, at most `most`, were sealed again under the current key.

    Zero: of this kind the older keys may go. May be repeated. Raises SealError at a row that does
    not open; nothing of the transaction should then be kept.
    """
    rows = await connection.fetch(kept.old, keys.current, most)
    for row in rows:
        found_by = next(iter(row))
        try:
            values = kept.again(row, keys)
        except SealError as error:
            shown = found_by.hex() if isinstance(found_by, bytes) else found_by
            raise type(error)(f"{kept.name}, row {shown}: {error}") from error
        await connection.execute(kept.new, found_by, *values)
    return len(rows)


def in_three(place: type_place) -> type_again:
    """Return what seals the columns key_id, nonce and ciphertext of a row again at its place."""

    def again(row: Row, keys: Keys) -> tuple[object, ...]:
        sealed = Sealed(key_id=row["key_id"], nonce=row["nonce"], ciphertext=row["ciphertext"])
        made = keys.reseal(sealed, place(row))
        return made.key_id, made.nonce, made.ciphertext

    return again


def in_one(place: type_place) -> type_again:
    """Return what seals the column `packed` of a row again at its place."""

    def again(row: Row, keys: Keys) -> tuple[object, ...]:
        return (keys.reseal(Sealed.unpack(row["packed"]), place(row)).pack(),)

    return again


def under_another(column: str) -> str:
    """Return the SQL that says whether packed bytes name another key than $1.

    The name stands in front, after its length: see `Sealed.pack`. What was emptied names none.
    """
    named = f"substring({column} FROM 2 FOR get_byte({column}, 0)) <> convert_to($1, 'UTF8')"
    return f"CASE WHEN octet_length({column}) > 0 THEN {named} ELSE false END"
