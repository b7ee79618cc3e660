"""Letters in and out, and the registers whose numbers have no gap."""

from piccolo.columns import BigInt, BigSerial, Date, Integer, SmallInt
from piccolo.constraints import Unique
from piccolo.table import Table

from netralitas.accounts.tables import OrganisationRow
from netralitas.audit.tables import EventRow
from netralitas.cases.tables import CaseFileRow, ProceedingRow
from netralitas.correspondence.domain import AddressKind, Direction, ReceiptProof
from netralitas.database.columns import moment, one_of, readers, reference, words


class LetterRow(Table, tablename="letter"):
    """A letter with its number as printed, and what is known of its way.

    `received_on` is the day of the proved receipt, `proof` says by what, `proof_document` is the
    paper that shows it. `answer_by` is until when an answer is asked for, `kept_at` where the paper
    lies, `came_back_on` the day on which it came back undelivered.
    """

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
    proof = words(null=True)
    proof_document = BigInt(null=True, default=None)
    answer_by = Date(null=True, default=None)
    came_back_on = Date(null=True, default=None)
    kept_at = words(null=True)
    readers = readers()

    letter_direction_known = one_of("direction", Direction)
    letter_proof_known = one_of("proof", ReceiptProof)


class LetterCopyRow(Table, tablename="letter_copy"):
    """Who got a copy of a letter (tembusan): an office of ours, or a name as printed."""

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    letter = reference(LetterRow)
    organisation = reference(OrganisationRow, null=True)
    name = words()
    readers = readers()


class OfficeAddressRow(Table, tablename="office_address"):
    """Where an office is reached, from a day until the day before another; who said so and when."""

    id = BigSerial(primary_key=True)
    organisation = reference(OrganisationRow)
    kind = words()
    value = words()
    valid_from = Date(default=None)
    valid_to = Date(null=True, default=None)
    told_on = Date(null=True, default=None)
    told_by = words(null=True)

    office_address_kind_known = one_of("kind", AddressKind)


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
