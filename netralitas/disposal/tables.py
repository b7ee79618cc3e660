"""Periods, holds, lists of what is due, and the ledger of what was erased."""

from piccolo.columns import (
    JSONB,
    UUID,
    Array,
    BigInt,
    BigSerial,
    Boolean,
    Bytea,
    Date,
    Integer,
    Serial,
    SmallInt,
)
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.audit.tables import EventRow
from netralitas.cases.tables import CaseFileRow, RespondentRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.disposal.domain import Certainty, Disposable, DisposalState, Erased, Outcome
from netralitas.evidence.tables import FileRow


class RetentionRuleRow(Table, tablename="retention_rule"):
    """How long a class is kept, in whole months; in force once a second administrator says so.

    Rows are added, never changed but by that: the latest in force holds.
    """

    id = Serial(primary_key=True)
    kept = words()
    months = SmallInt(default=None)
    basis = words()
    certainty = words()
    valid_from = Date(default=None)
    proposed_by = reference(OfficerRow)
    proposed_at = moment()
    approved_by = reference(OfficerRow, null=True)
    approved_at = moment(null=True)

    retention_class_known = one_of("kept", Disposable)
    retention_certainty_known = one_of("certainty", Certainty)
    retention_takes_two = Check("approved_by <> proposed_by")
    retention_has_months = Check("months > 0")


class LegalHoldRow(Table, tablename="legal_hold"):
    """What stops every disposal of a case, of the case of a respondent, or of a person's cases."""

    id = BigSerial(primary_key=True)
    organisation = reference(OrganisationRow)
    case_file = reference(CaseFileRow, null=True)
    respondent = reference(RespondentRow, null=True)
    nip_digest = Bytea(null=True, default=None)
    nip_last = words(null=True)
    reason = words()
    basis = words()
    placed_by = reference(OfficerRow)
    placed_at = moment()
    lifted_by = reference(OfficerRow, null=True)
    lifted_at = moment(null=True)
    lifted_reason = words(null=True)
    readers = readers()

    hold_is_about_somebody = Check("(case_file IS NULL) <> (nip_digest IS NULL)")
    hold_lifting_takes_two = Check("lifted_by <> placed_by")


class DisposalRow(Table, tablename="disposal"):
    """A list of what is due in an office: proposed, submitted, approved by another, carried out.

    `lines` is how many it has: to whoever sees fewer, it is not there.
    """

    id = BigSerial(primary_key=True)
    organisation = reference(OrganisationRow)
    kept = words()
    rule = reference(RetentionRuleRow)
    state = words()
    proposed_at = moment()
    submitted_by = reference(OfficerRow, null=True)
    submitted_at = moment(null=True)
    approved_by = reference(OfficerRow, null=True)
    approved_at = moment(null=True)
    consent = words(null=True)
    consent_on = Date(null=True, default=None)
    carried_out_at = moment(null=True)
    number = words(null=True)
    minutes = reference(FileRow, null=True)
    lines = Integer(default=0)
    readers = readers()

    disposal_class_known = one_of("kept", Disposable)
    disposal_state_known = one_of("state", DisposalState)
    disposal_takes_two = Check("approved_by <> submitted_by")


class ErasureRow(Table, tablename="erasure"):
    """The ledger: what was erased, by ids alone; it only grows, and is copied out of the house.

    `mark` is the same wherever the line is applied again; `proof` is the hash of the first event of
    the case, by which a ledger of another installation is known.
    """

    id = BigSerial(primary_key=True)
    mark = UUID(unique=True, default=None)
    kind = words()
    case_file = reference(CaseFileRow, null=True)
    ids = Array(base_column=BigInt(), null=False)
    token = Bytea(null=True, default=None)
    organisation = reference(OrganisationRow, null=True)
    officer = reference(OfficerRow, null=True)
    erased_at = moment()
    event = reference(EventRow, null=True)
    proof = Bytea(null=True, default=None)
    reapplied = Boolean(default=False)
    readers = readers()

    erasure_kind_known = one_of("kind", Erased)


class DisposalItemRow(Table, tablename="disposal_item"):
    """A line of a list: a case, an activity or a staff list by its id, and what became of it."""

    id = BigSerial(primary_key=True)
    disposal = reference(DisposalRow)
    case_file = reference(CaseFileRow, null=True)
    subject = BigInt(default=None)
    said = words()
    due_on = Date(default=None)
    left_out = words(null=True)
    left_out_by = reference(OfficerRow, null=True)
    outcome = words(null=True)
    counts = JSONB(null=True, default=None)
    erasure = reference(ErasureRow, null=True)
    readers = readers()

    disposal_outcome_known = one_of("outcome", Outcome)
    one_item_per_subject = Unique(columns=["disposal", "subject"])


class DisposedFileRow(Table, tablename="disposed_file"):
    """A file that something disposed of held: it goes where nothing else holds it."""

    digest = Bytea(primary_key=True, default=None)
    noted_at = moment()
