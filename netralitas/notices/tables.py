"""Notices, how far each got on its way by e-mail, and secret addresses of calendars."""

from piccolo.columns import BigSerial, Bytea, Serial
from piccolo.constraints import Check
from piccolo.table import Table

from netralitas.accounts.tables import DeskRow, OfficerRow
from netralitas.agreements.tables import AgreementRow
from netralitas.cases.tables import CaseFileRow, ProceedingRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.notices.domain import NoticeKind
from netralitas.privacy.incidents.tables import IncidentRow


class NoticeRow(Table, tablename="notice"):
    """A deadline that somebody was told of. The natural key says for whom, of what, and for when.

    It is one of a proceeding, a date of an agreement, or the hours of an incident.

    `sending_at` is written before the mail server is spoken to and `sent_at` after it took the
    message: with the first alone it is not known whether it did, and nothing is sent again.
    """

    id = BigSerial(primary_key=True)
    officer = reference(OfficerRow)
    case_file = reference(CaseFileRow, null=True)
    proceeding = reference(ProceedingRow, null=True)
    agreement = reference(AgreementRow, null=True)
    incident = reference(IncidentRow, null=True)
    kind = words()
    rule = words()
    due_at = moment()
    made_at = moment()
    natural_key = words(unique=True)
    seen_at = moment(null=True)
    sending_at = moment(null=True)
    sent_at = moment(null=True)
    readers = readers()

    notice_kind_known = one_of("kind", NoticeKind)
    notice_of_one_thing = Check(
        "num_nonnulls(case_file, agreement, incident) = 1 AND"
        " (case_file IS NULL) = (proceeding IS NULL)"
    )


class CalendarFeedRow(Table, tablename="calendar_feed"):
    """The secret address at which a person's deadlines are read as a calendar; its digest only."""

    id = Serial(primary_key=True)
    desk = reference(DeskRow)
    digest = Bytea(default=None, unique=True)
    made_at = moment()
    ended_at = moment(null=True)
