"""Plenary meetings with cases on the table, presence, votes, and what was decided of whom."""

from piccolo.columns import BigInt, BigSerial, Date, SmallInt, Time
from piccolo.constraints import Check, Unique
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.audit.tables import EventRow
from netralitas.cases.tables import CaseFileRow, RespondentRow
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.investigation.plenary.domain import Outcome, Vote
from netralitas.investigation.study.domain import Finding


class PlenaryMeetingRow(Table, tablename="plenary_meeting"):
    """One plenary meeting of an office. Its id is the id of its stream of events."""

    id = BigInt(primary_key=True, default=None)
    organisation = reference(OrganisationRow)
    chair = reference(OfficerRow)
    held_on = Date(default=None)
    starts = Time(default=None)
    place = words()
    readers = readers()


class PlenaryItemRow(Table, tablename="plenary_item"):
    """A case on the table of a meeting; `decided` is the event by which it was decided there."""

    id = BigSerial(primary_key=True)
    meeting = reference(PlenaryMeetingRow)
    case_file = reference(CaseFileRow)
    event = reference(EventRow)
    outcome = words(null=True)
    decided = reference(EventRow, null=True)
    readers = readers()

    plenary_outcome_known = one_of("outcome", Outcome)
    plenary_item_decided_whole = Check("(outcome IS NULL) = (decided IS NULL)")
    one_item_per_meeting = Unique(columns=["meeting", "case_file"])


class PlenaryPresenceRow(Table, tablename="plenary_presence"):
    """A commissioner who is there."""

    id = BigSerial(primary_key=True)
    meeting = reference(PlenaryMeetingRow)
    officer = reference(OfficerRow)
    readers = readers()

    one_presence_per_officer = Unique(columns=["meeting", "officer"])


class PlenaryVoteRow(Table, tablename="plenary_vote"):
    """How a commissioner voted on a case; whoever dissents says why."""

    id = BigSerial(primary_key=True)
    item = reference(PlenaryItemRow)
    case_file = reference(CaseFileRow)
    officer = reference(OfficerRow)
    vote = words()
    reason = words(null=True)
    readers = readers()

    plenary_vote_known = one_of("vote", Vote)
    plenary_dissent_has_a_reason = Check("vote <> 'dissent' OR reason IS NOT NULL")
    one_vote_per_officer = Unique(columns=["item", "officer"])


class RespondentDecisionRow(Table, tablename="respondent_decision"):
    """What a meeting found of a respondent: a row for each kind, by the event that decided."""

    id = BigSerial(primary_key=True)
    item = reference(PlenaryItemRow)
    case_file = reference(CaseFileRow)
    respondent = reference(RespondentRow)
    event = reference(EventRow)
    finding = words()
    readers = readers()

    decision_finding_known = one_of("finding", Finding)
    one_decision_per_finding = Unique(columns=["item", "respondent", "finding"])


class PlenaryQuorumRow(Table, tablename="plenary_quorum"):
    """How many an office wants at least; the newest row holds, null: more than half of them.

    Its id is the id of its stream of events.
    """

    id = BigInt(primary_key=True, default=None)
    organisation = reference(OrganisationRow)
    least = SmallInt(null=True, default=None)
    officer = reference(OfficerRow)
    set_at = moment()
    readers = readers()

    plenary_quorum_positive = Check("least > 0")
