"""Who is heard, the sessions they are invited to, and what was asked and answered there."""

from piccolo.columns import BigSerial, Boolean, Date, Integer, SmallInt
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.audit.tables import EventRow
from netralitas.cases.tables import CaseFileRow, RespondentRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.investigation.clarification.domain import (
    Companion,
    Delivery,
    Ground,
    HeardRole,
    Mode,
    Oath,
    SessionState,
    Signed,
)
from netralitas.vault.tables import VaultEntryRow


class HeardPersonRow(Table, tablename="heard_person"):
    """Somebody to be heard in a case: a respondent, an expert by name, others by role alone.

    Of a reporter, informant or witness there is the entry of the vault, where there is one.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    role = words()
    ordinal = SmallInt(default=None)
    respondent = reference(RespondentRow, null=True)
    vault_entry = reference(VaultEntryRow, null=True)
    name = words(null=True)
    expertise = words(null=True)
    event = reference(EventRow)
    readers = readers()

    heard_role_known = one_of("role", HeardRole)
    heard_respondent_named = Check("(role = 'respondent') = (respondent IS NOT NULL)")
    heard_only_experts_by_name = Check(
        "(role = 'expert') = (name IS NOT NULL) AND (expertise IS NULL OR role = 'expert')"
    )
    heard_vault_of_protected = Check(
        "vault_entry IS NULL OR (role <> 'respondent' AND role <> 'expert')"
    )
    one_heard_person_per_place = Unique(columns=["case_file", "role", "ordinal"])


class ClarificationSessionRow(Table, tablename="clarification_session"):
    """A session with one person, by the invitation that calls them to it.

    `invitation` is 0 for one who came without, 1 or 2 else; `closed_by` is the event of its
    minutes, of the absence or of the cancellation. `version` counts what was changed.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    organisation = reference(OrganisationRow)
    person = reference(HeardPersonRow)
    invitation = SmallInt(default=None)
    begins_at = moment()
    ends_at = moment()
    mode = words()
    ground = words(null=True)
    place = words()
    link = words(null=True)
    officer = reference(OfficerRow)
    recorder = reference(OfficerRow, null=True)
    state = words()
    printed = words(null=True)
    late_reason = words(null=True)
    received_how = words(null=True)
    received_on = Date(null=True, default=None)
    event = reference(EventRow)
    closed_by = reference(EventRow, null=True)
    identity_checked = Boolean(null=True, default=None)
    oath = words(null=True)
    oath_reason = words(null=True)
    companion = words(null=True)
    read_back = Boolean(null=True, default=None)
    signed = words(null=True)
    signed_reason = words(null=True)
    recorded = Boolean(null=True, default=None)
    version = Integer(default=1)
    readers = readers()

    session_mode_known = one_of("mode", Mode)
    session_ground_known = one_of("ground", Ground)
    session_state_known = one_of("state", SessionState)
    session_received_known = one_of("received_how", Delivery)
    session_oath_known = one_of("oath", Oath)
    session_companion_known = one_of("companion", Companion)
    session_signed_known = one_of("signed", Signed)
    session_begins_before_it_ends = Check("begins_at < ends_at")
    session_online_has_a_ground = Check("(mode = 'online') = (ground IS NOT NULL)")
    session_closed_by_an_event = Check("(state = 'planned') = (closed_by IS NULL)")


class ClarificationAnswerRow(Table, tablename="clarification_answer"):
    """A question of a session and what was answered; changed until the minutes stand."""

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    session = reference(ClarificationSessionRow)
    ordinal = SmallInt(default=None)
    question = words()
    answer = words()
    readers = readers()

    one_answer_per_place = Unique(columns=["session", "ordinal"])
