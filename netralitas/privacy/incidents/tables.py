"""The register of failures to protect personal data."""

from piccolo.columns import BigSerial, Integer
from piccolo.constraints import Check
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.privacy.incidents.domain import NoteKind


class IncidentRow(Table, tablename="data_incident"):
    """One failure: when it was found, what of whom; closed by a second person.

    `people` is how many are concerned, None while nobody knows; `told_people_at` and
    `told_agency_at` are when they were notified in writing.
    """

    id = BigSerial(primary_key=True)
    organisation = reference(OrganisationRow)
    discovered_at = moment()
    happened = words()
    data = words()
    people = Integer(null=True, default=None)
    reported_by = reference(OfficerRow)
    reported_at = moment()
    told_people_at = moment(null=True)
    told_agency_at = moment(null=True)
    closed_by = reference(OfficerRow, null=True)
    closed_at = moment(null=True)
    readers = readers()

    incident_closing_takes_two = Check("closed_by <> reported_by")
    incident_people_counted = Check("people >= 0")


class IncidentNoteRow(Table, tablename="data_incident_note"):
    """What was done about a failure, and by whom; notes are added, never changed."""

    id = BigSerial(primary_key=True)
    incident = reference(IncidentRow)
    kind = words()
    text = words()
    officer = reference(OfficerRow)
    written_at = moment()
    readers = readers()

    incident_note_known = one_of("kind", NoteKind)
