"""Letters in and out, and the registers whose numbers have no gap."""

from piccolo.columns import BigSerial, Date, Integer, SmallInt
from piccolo.constraints import Unique
from piccolo.table import Table

from netralitas.accounts.tables import OrganisationRow
from netralitas.audit.tables import EventRow
from netralitas.cases.tables import CaseFileRow, ProceedingRow
from netralitas.correspondence.domain import Direction
from netralitas.database.columns import moment, one_of, readers, reference, words


class LetterRow(Table, tablename="letter"):
    """A letter with its number as printed, and what is known of its way."""

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    proceeding = reference(ProceedingRow, null=True)
    event = reference(EventRow)
    direction = words()
    printed = words()
    dated_on = Date(null=True, default=None)
    subject = words()
    organisation = reference(OrganisationRow)
    correspondent = reference(OrganisationRow)
    method = words(null=True)
    sent_on = Date(null=True, default=None)
    received_on = Date(null=True, default=None)
    reply_to = reference("self", null=True)
    readers = readers()

    letter_direction_known = one_of("direction", Direction)


class NumberSeriesRow(Table, tablename="number_series"):
    """A register of one office, kind and year, with the last serial given out."""

    id = BigSerial(primary_key=True)
    organisation = reference(OrganisationRow)
    kind = words()
    year = SmallInt(default=None)
    last_serial = Integer(default=0)

    one_series_per_year = Unique(columns=["organisation", "kind", "year"])


class NumberRow(Table, tablename="number"):
    """A number given out: never again, and never removed."""

    id = BigSerial(primary_key=True)
    series = reference(NumberSeriesRow)
    serial = Integer(default=None)
    printed = words()
    given_at = moment()

    one_number_per_serial = Unique(columns=["series", "serial"])
