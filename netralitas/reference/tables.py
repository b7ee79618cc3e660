"""Regions and elections: reference data that cases point at."""

from piccolo.columns import Date, Serial, Text
from piccolo.table import Table

from netralitas.database.columns import reference, words


class RegionRow(Table, tablename="region"):
    """A region by its code of the Ministry of Home Affairs ("19.06")."""

    code = Text(primary_key=True, default=None)
    name = words()
    level = words()


class ElectionRow(Table, tablename="election"):
    """An election: its regime, where, and the day of voting."""

    id = Serial(primary_key=True)
    code = words(unique=True)
    name = words()
    regime = words()
    register_code = words(null=True)
    region = reference(RegionRow, null=True)
    voting_on = Date(null=True, default=None)
