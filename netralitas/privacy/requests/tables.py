"""The register of what people ask about their own data."""

from piccolo.columns import BigSerial, Bytea, Date
from piccolo.constraints import Check
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.cases.tables import CaseFileRow, RespondentRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.privacy.requests.domain import Decided, Right, Role
from netralitas.vault.tables import VaultEntryRow


class DataRequestRow(Table, tablename="data_request"):
    """A request: as whom, by which letter, how it was made sure of who asks; decided by another.

    It is about a respondent, an identity in the vault, an officer, or nobody in particular. Of the
    password of the file that is handed over the digest is kept, and the file's own.
    """

    id = BigSerial(primary_key=True)
    organisation = reference(OrganisationRow)
    right_asked = words()
    role = words()
    case_file = reference(CaseFileRow, null=True)
    respondent = reference(RespondentRow, null=True)
    entry = reference(VaultEntryRow, null=True)
    about_officer = reference(OfficerRow, null=True)
    letter = words()
    received_on = Date(default=None)
    established = words()
    asked = words()
    answer_by = Date(null=True, default=None)
    recorded_by = reference(OfficerRow)
    recorded_at = moment()
    decided = words(null=True)
    reason = words(null=True)
    held_back = words(null=True)
    decided_by = reference(OfficerRow, null=True)
    decided_at = moment(null=True)
    password_digest = Bytea(null=True, default=None)
    handed_at = moment(null=True)
    sealed_digest = words(null=True)
    readers = readers()

    data_right_known = one_of("right_asked", Right)
    data_role_known = one_of("role", Role)
    data_decision_known = one_of("decided", Decided)
    data_decision_takes_two = Check("decided_by <> recorded_by")
    data_request_of_one_person = Check("num_nonnulls(respondent, entry, about_officer) <= 1")
