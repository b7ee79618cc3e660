"""Charts that were asked for, and their pictures once they are drawn."""

from piccolo.columns import JSONB, BigSerial, Bytea, SmallInt
from piccolo.constraints import Unique
from piccolo.table import Table

from netralitas.database.columns import moment, words


class ChartRow(Table, tablename="chart"):
    """A chart of these data at one width, found by its digest; counts, never about a person."""

    id = BigSerial(primary_key=True)
    digest = Bytea(default=None)
    width = SmallInt(default=None)
    content = JSONB(default=None)
    picture = words(null=True)
    asked_at = moment()
    drawn_at = moment(null=True)

    one_picture_per_width = Unique(columns=["digest", "width"])
