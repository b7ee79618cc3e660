"""Jobs on the same database: queue and schedule."""

from piccolo.columns import JSONB, BigSerial, SmallInt, Text
from piccolo.table import Table

from netralitas.database.columns import moment, words


class JobRow(Table, tablename="job"):
    """Work to do after a commit: leased, fenced by its tries, kept when it fails for good."""

    id = BigSerial(primary_key=True)
    kind = words()
    payload = JSONB(default=None)
    natural_key = words(null=True, unique=True)
    due_at = moment()
    lease = moment(null=True)
    tries = SmallInt(default=0)
    problem = words(null=True)


class JobScheduleRow(Table, tablename="job_schedule"):
    """Periodic work: when it runs next."""

    name = Text(primary_key=True, default=None)
    next_run = moment()
