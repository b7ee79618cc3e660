"""Tokens of organisations, and the answers to writes that may be sent again."""

from piccolo.columns import Array, BigSerial, Bytea, Date, Serial, SmallInt, Text
from piccolo.constraints import Unique
from piccolo.table import Table

from netralitas.accounts.tables import DeskRow, OfficerRow
from netralitas.database.columns import moment, reference, words


class ApiTokenRow(Table, tablename="api_token"):
    """A token: its digest, the beginning by which people know it, what it opens, until when.

    It acts as the officer of its desk, a system without a password. `used_on` is the last day on
    which it was used, no more exactly.
    """

    id = Serial(primary_key=True)
    digest = Bytea(default=None, unique=True)
    prefix = words()
    name = words()
    desk = reference(DeskRow)
    scopes = Array(base_column=Text())
    made_by = reference(OfficerRow)
    made_at = moment()
    expires_at = moment()
    used_on = Date(null=True, default=None)
    ended_at = moment(null=True)


class ApiAnswerRow(Table, tablename="api_answer"):
    """What a write was answered, kept for a day by the key that its sender gave it.

    `digest` is that of the whole request: the same key on another request is a mistake.
    """

    id = BigSerial(primary_key=True)
    token = reference(ApiTokenRow)
    key = words()
    digest = Bytea(default=None)
    status = SmallInt(default=None)
    body = Bytea(default=None)
    answered_at = moment()

    one_answer_per_key = Unique(columns=["token", "key"])
