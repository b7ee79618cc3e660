"""The dossier: numbers, respondents, proceedings, clocks, exclusions, worklist, search text."""

from piccolo.columns import BigInt, BigSerial, Boolean, Bytea, Date, Integer, Serial, SmallInt, Text
from piccolo.constraints import Unique
from piccolo.table import Table

from netralitas.accounts.tables import OfficerRow, OrganisationRow
from netralitas.audit.domain import Precision
from netralitas.audit.tables import EventRow
from netralitas.cases.domain import (
    Channel,
    Employment,
    ExclusionGround,
    InterestKind,
    KeyKind,
    NumberKind,
    PositionClass,
    SanctionLevel,
    Side,
    Source,
    Theme,
)
from netralitas.database.columns import moment, one_of, readers, reference, words
from netralitas.imports.tables import StaffRow
from netralitas.law.domain import Regime
from netralitas.reference.tables import ElectionRow, RegionRow
from netralitas.workflow.domain import Holder


class CaseFileRow(Table, tablename="case_file"):
    """One dossier. Its id is the id of its stream of events."""

    id = BigInt(primary_key=True, default=None)
    owner = reference(OrganisationRow)
    investigator = reference(OfficerRow)
    source = words()
    channel = words()
    regime = words()
    theme = words()
    election = reference(ElectionRow, null=True)
    region = reference(RegionRow)
    place = words(null=True)
    subject = words()
    description = words()
    act_on = Date(null=True, default=None)
    act_precision = words()
    known_on = Date(null=True, default=None)
    received_at = moment()
    zone = words()
    exhibits = Integer(default=0)  # the ordinal of its latest piece of evidence
    readers = readers()

    case_source_known = one_of("source", Source)
    case_channel_known = one_of("channel", Channel)
    case_regime_known = one_of("regime", Regime)
    case_theme_known = one_of("theme", Theme)
    case_act_precision_known = one_of("act_precision", Precision)


class CaseNumberRow(Table, tablename="case_number"):
    """A number of a case as printed: receipt, register, or one kept from before."""

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    organisation = reference(OrganisationRow)
    kind = words()
    printed = words()
    issued_on = Date(null=True, default=None)
    readers = readers()

    number_kind_known = one_of("kind", NumberKind)
    one_number_per_register = Unique(columns=["organisation", "kind", "printed"])


class RespondentRow(Table, tablename="respondent"):
    """A person a case is about, as they were at the time of the act; perhaps not yet identified.

    `staff` is the line of the staff list by which they were identified.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    ordinal = SmallInt(default=None)
    name = words(null=True)
    employment = words()
    position_class = words()
    position = words(null=True)
    unit = words(null=True)
    employer = words(null=True)
    grade = words(null=True)
    nip_cipher = Bytea(null=True, default=None)
    nip_digest = Bytea(null=True, default=None, index=True)
    nip_last = words(null=True)
    staff = reference(StaffRow, null=True)
    readers = readers()

    respondent_employment_known = one_of("employment", Employment)
    respondent_position_known = one_of("position_class", PositionClass)
    one_respondent_per_ordinal = Unique(columns=["case_file", "ordinal"])


class DeclaredStateRow(Table, tablename="declared_state"):
    """The states of every workflow version, written by `migrate` from the declarations."""

    id = Serial(primary_key=True)
    workflow = words()
    version = SmallInt(default=None)
    state = words()
    final = Boolean(default=None)

    one_state_per_workflow = Unique(columns=["workflow", "version", "state"])


class ProceedingRow(Table, tablename="proceeding"):
    """One procedure on a case or a respondent: its state and the event that made it so.

    `since` is the latest moment at which it can have come there, `since_precision` how exactly that
    is known; none: it came there before this was kept.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    respondent = reference(RespondentRow, null=True)
    addressee = reference(OrganisationRow, null=True)
    workflow = words()
    workflow_version = SmallInt(default=None)
    state = words()
    version = Integer(default=None)
    holder = words()
    since = moment()
    since_precision = words(null=True)
    readers = readers()

    proceeding_since_precision_known = one_of("since_precision", Precision)
    proceeding_holder_known = one_of("holder", Holder)


class SanctionRow(Table, tablename="sanction"):
    """What was recommended or imposed on a respondent: one row for each event that said so.

    `kind` is a code of the catalogue in `discipline.sanctions`, null where only the level is known.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    respondent = reference(RespondentRow)
    proceeding = reference(ProceedingRow)
    event = reference(EventRow)
    side = words()
    level = words()
    kind = words(null=True)
    decided_on = Date(null=True, default=None)
    readers = readers()

    sanction_side_known = one_of("side", Side)
    sanction_level_known = one_of("level", SanctionLevel)
    one_sanction_per_event = Unique(columns=["event", "side"])


class ClockRow(Table, tablename="clock"):
    """A deadline with what it was computed from; its status is computed when it is read.

    `edition` is the edition of the law under which the date was last looked at; `added` is how many
    units an extension or a pause has put on the number of the rule; `paused_by` began a pause.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    proceeding = reference(ProceedingRow)
    rule = words()
    rule_version = SmallInt(default=None)
    calendar_version = Integer(default=None)
    started_by = reference(EventRow)
    start_on = Date(null=True, default=None)
    start_at = moment(null=True)
    due_at = moment(null=True)
    problem = words(null=True)
    ended_by = reference(EventRow, null=True)
    ended_at = moment(null=True)
    superseded_by = reference(EventRow, null=True)
    edition = Integer(default=1)
    added = SmallInt(default=0)
    paused_by = reference(EventRow, null=True)
    readers = readers()


class ExclusionRow(Table, tablename="exclusion"):
    """An officer who must not see a case: named in it, or related to somebody who is."""

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    officer = reference(OfficerRow)
    ground = words()
    event = reference(EventRow)
    readers = readers()

    exclusion_ground_known = one_of("ground", ExclusionGround)
    one_exclusion_per_officer = Unique(columns=["case_file", "officer"])


class WorklistItemRow(Table, tablename="worklist_item"):
    """An open proceeding as one organisation sees it on its worklist; kept by `record`.

    `addressee` is the office that it is with, where it is with one.
    """

    id = BigSerial(primary_key=True)
    organisation = reference(OrganisationRow)
    case_file = reference(CaseFileRow)
    proceeding = reference(ProceedingRow)
    investigator = reference(OfficerRow)
    workflow = words()
    state = words()
    holder = words()
    source = words()
    regime = words()
    since = moment()
    next_due = moment(null=True)
    rule = words(null=True)
    addressee = reference(OrganisationRow, null=True)
    readers = readers()

    one_item_per_organisation = Unique(columns=["organisation", "proceeding"])


class CaseTextRow(Table, tablename="case_text"):
    """What the search reads of a case: names, units, places and words as lexemes."""

    case_file = reference(CaseFileRow, primary_key=True)
    readers = readers()
    plain = Text(default=None)


class CaseKeyRow(Table, tablename="case_key"):
    """By what a case is found to resemble another: sounds of names, addresses of posts.

    A search for equal keys narrows; what resembles how much is decided from the rows themselves.
    """

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    respondent = reference(RespondentRow, null=True)
    kind = words()
    key = words()
    readers = readers()

    case_key_kind_known = one_of("kind", KeyKind)


class MergerRow(Table, tablename="merger"):
    """Two cases that are one matter, or were: `case_file` goes on in `into_case`."""

    id = BigSerial(primary_key=True)
    case_file = reference(CaseFileRow)
    into_case = reference(CaseFileRow)
    event = reference(EventRow)
    undone_by = reference(EventRow, null=True)
    readers = readers()


class InterestRow(Table, tablename="interest"):
    """What an officer declared: a unit or a person in whose cases they must not act."""

    id = BigSerial(primary_key=True)
    officer = reference(OfficerRow)
    kind = words()
    name = words()
    declared_at = moment()
    ended_at = moment(null=True)
    readers = readers()

    interest_kind_known = one_of("kind", InterestKind)
